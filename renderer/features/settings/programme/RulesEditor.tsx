import { Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import { channels } from '#shared/domain/booking/choices.ts'
import { counters, expiryKinds, periodKinds, resets } from '#shared/domain/loyalty/programme.ts'
import { isKey } from '#shared/i18n/index.ts'
import { CheckRow, TextRow } from '../fields.tsx'
import { useWrong } from './errors.tsx'
import type { ProgrammeForm } from './programme-form.ts'

type Props = { form: ProgrammeForm; change: (patch: Partial<ProgrammeForm>) => void }

/** A choice of a few, in words. */
function Choice<V extends string>(props: {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  hint?: string
  error?: string | undefined
}) {
  const { label, value, options, onChange, hint, error } = props
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select<V>
          {...control}
          popupMatchSelectWidth={false}
          value={value}
          options={[...options]}
          onSelect={(chosen) => onChange(chosen as V)}
        />
      )}
    </Field>
  )
}

/** When counting begins again, how long a tier lasts, what a review may take away. */
export function CountingRules({ form, change }: Props) {
  const { t } = useWords()
  const wrong = useWrong()
  return (
    <Section title={t('settings.programme.rules')}>
      <Choice
        label={t('settings.programme.period')}
        hint={t('settings.programme.periodHint')}
        value={form.period}
        options={periodKinds.map((value) => ({ value, label: t(`settings.programme.periods.${value}`) }))}
        onChange={(period) => change({ period })}
      />
      <Choice
        label={t('settings.programme.resetOn')}
        value={form.resetOn}
        options={resets.map((value) => ({ value, label: t(`settings.programme.resets.${value}`) }))}
        onChange={(resetOn) => change({ resetOn })}
      />
      <Choice
        label={t('settings.programme.spendBasis')}
        value={form.spendBasis}
        options={basisOptions(t)}
        onChange={(spendBasis) => change({ spendBasis })}
      />
      <TextRow
        label={t('settings.programme.extraPeriods')}
        hint={t('settings.programme.extraPeriodsHint')}
        value={form.extraPeriods}
        onChange={(extraPeriods) => change({ extraPeriods })}
        error={wrong('extraPeriods')}
        figures
      />
      <TextRow
        label={t('settings.programme.softLanding')}
        hint={t('settings.programme.softLandingHint')}
        value={form.softLanding}
        onChange={(softLanding) => change({ softLanding })}
        error={wrong('softLanding')}
        figures
      />
      <TextRow
        label={t('settings.programme.noShowCap')}
        hint={t('settings.programme.noShowCapHint')}
        value={form.noShowCap}
        onChange={(noShowCap) => change({ noShowCap })}
        error={wrong('noShowCap')}
        figures
      />
      <Rollover form={form} change={change} />
    </Section>
  )
}

function basisOptions(t: ReturnType<typeof useWords>['t']) {
  return (['room', 'total'] as const).map((value) => ({
    value,
    label: t(`settings.programme.basis.${value}`),
  }))
}

function useTierOptions(form: ProgrammeForm) {
  const { language } = useWords()
  return form.tiers.map(({ key, code, nameEn, nameZh }) => ({
    value: key,
    label: inLanguage({ nameEn, nameZh }, language) || code,
  }))
}

function Rollover({ form, change }: Props) {
  const { t } = useWords()
  const wrong = useWrong()
  const tiers = useTierOptions(form)
  return (
    <>
      <CheckRow
        label={t('settings.programme.rollover')}
        checked={form.rollover}
        onChange={(rollover) => change({ rollover })}
        error={wrong('rollover')}
      />
      {form.rollover && (
        <div className="k-field-row">
          <Choice
            label={t('settings.programme.rolloverFrom')}
            value={form.rolloverFrom}
            options={tiers}
            onChange={(rolloverFrom) => change({ rolloverFrom })}
          />
          <Field label={t('settings.programme.rolloverCounters')}>
            {(control) => (
              <Select
                {...control}
                mode="multiple"
                value={form.rolloverCounters}
                options={counters.map((value) => ({
                  value,
                  label: t(`settings.programme.counter.${value}`),
                }))}
                onChange={(rolloverCounters) => change({ rolloverCounters })}
              />
            )}
          </Field>
        </div>
      )}
    </>
  )
}

/** Which stays count. */
export function QualifyingRules({ form, change }: Props) {
  const { t } = useWords()
  const wrong = useWrong()
  const known = [...new Set([...channels, ...form.channelList])]
  const channelWords = (code: string) => {
    const key = `booking.channel.${code}`
    return isKey(key) ? t(key) : code
  }
  return (
    <Section title={t('settings.programme.qualifying')}>
      <Choice
        label={t('settings.programme.channels')}
        value={form.channels}
        options={[
          { value: 'all', label: t('settings.programme.channelsAll') },
          { value: 'only', label: t('settings.programme.channelsOnly') },
          { value: 'except', label: t('settings.programme.channelsExcept') },
        ]}
        onChange={(value) => change({ channels: value })}
      />
      {form.channels !== 'all' && (
        <Field label={t('settings.programme.channelList')} error={wrong('qualifying.channels')}>
          {(control) => (
            <Select
              {...control}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={form.channelList}
              options={known.map((value) => ({ value, label: channelWords(value) }))}
              onChange={(channelList) => change({ channelList })}
            />
          )}
        </Field>
      )}
      {(['anyRate', 'anyPayer', 'freeNights', 'group'] as const).map((rule) => (
        <CheckRow
          key={rule}
          label={t(`settings.programme.${rule}`)}
          checked={form[rule]}
          onChange={(checked) => change({ [rule]: checked })}
        />
      ))}
      <TextRow
        label={t('settings.programme.roomsPerStay')}
        value={form.roomsPerStay}
        onChange={(roomsPerStay) => change({ roomsPerStay })}
        error={wrong('qualifying.roomsPerStay')}
        figures
      />
    </Section>
  )
}

/** What earns points, when they are credited, when they expire. */
export function PointRulesFields({ form, change }: Props) {
  const { t } = useWords()
  const { currency } = useHotel()
  const wrong = useWrong()
  const tiers = useTierOptions(form)
  return (
    <Section title={t('settings.programme.pointsTitle')}>
      <Choice
        label={t('settings.programme.pointsBasis')}
        value={form.pointsBasis}
        options={basisOptions(t)}
        onChange={(pointsBasis) => change({ pointsBasis })}
      />
      <div className="k-field-row">
        <TextRow
          label={t('settings.programme.pointsEarned')}
          value={form.points}
          onChange={(points) => change({ points })}
          error={wrong('points.points')}
          figures
        />
        <TextRow
          label={t('settings.programme.pointsPer')}
          value={form.perMinor}
          onChange={(perMinor) => change({ perMinor })}
          error={wrong('points.perMinor')}
          money
          suffix={currency}
        />
      </div>
      <TextRow
        label={t('settings.programme.postingDelay')}
        value={form.postingDelayDays}
        onChange={(postingDelayDays) => change({ postingDelayDays })}
        error={wrong('points.postingDelayDays')}
        figures
      />
      <div className="k-field-row">
        <Choice
          label={t('settings.programme.expiry')}
          value={form.expiry}
          options={expiryKinds.map((value) => ({ value, label: t(`settings.programme.expiries.${value}`) }))}
          onChange={(expiry) => change({ expiry })}
        />
        {form.expiry !== 'never' && (
          <TextRow
            label={t('settings.programme.months')}
            value={form.months}
            onChange={(months) => change({ months })}
            error={wrong('points.expiry')}
            figures
          />
        )}
      </div>
      {form.expiry !== 'never' && (
        <Choice
          label={t('settings.programme.neverFrom')}
          value={form.neverFromTier}
          options={[{ value: '', label: t('settings.programme.noTier') }, ...tiers]}
          onChange={(neverFromTier) => change({ neverFromTier })}
          error={wrong('points.neverFromTier')}
        />
      )}
    </Section>
  )
}

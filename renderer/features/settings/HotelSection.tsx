import { Radio, Select } from 'antd'
import { useMemo } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { differing } from '#renderer/base/drafts/merge.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { countryChoices, currencyChoices, timeZoneChoices } from '#renderer/parts/hotel/choices.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { limitBounds } from '#shared/domain/access/session-limits.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { FormPane } from './FormPane.tsx'
import { TextRow } from './fields.tsx'
import { ReadOnlyNote } from './ReadOnlyNote.tsx'
import type { SectionProps } from './things.ts'

type Settings = OutputOf<'hotel.settings'>

/** The hotel's own facts; the business date to be read, not set. */
export function HotelSection({ editable }: SectionProps) {
  const { t } = useWords()
  const settings = useQuery('hotel.settings', {})
  return settings.data && editable ? (
    <HotelForm settings={settings.data} />
  ) : (
    <Pane title={t('settings.section.hotel')}>
      <ReadOnlyNote section="hotel" editable={editable} />
      {settings.failed && !settings.data && (
        <Trouble failed={settings.failed} operation="hotel.settings" onRetry={settings.retry} />
      )}
      {settings.loading && <RowSkeleton rows={8} />}
      {settings.data && <HotelFacts settings={settings.data} />}
    </Pane>
  )
}

function HotelFacts({ settings }: { settings: Settings }) {
  const { t, language } = useWords()
  const label = (choices: readonly { value: string; label: string }[], value: string) =>
    choices.find((one) => one.value === value)?.label ?? value
  return (
    <div className="k-padded">
      <Facts>
        <Fact name={t('settings.hotel.name')}>{settings.hotelName}</Fact>
        <Fact name={t('settings.hotel.address')}>{settings.address || '—'}</Fact>
        <Fact name={t('settings.hotel.phone')}>{settings.phone || '—'}</Fact>
        <Fact name={t('settings.hotel.email')}>{settings.email || '—'}</Fact>
        <Fact name={t('settings.hotel.language')}>{settings.language === 'zh' ? '中文' : 'English'}</Fact>
        <Fact name={t('settings.hotel.country')}>{label(countryChoices(language), settings.country)}</Fact>
        <Fact name={t('settings.hotel.currency')}>{label(currencyChoices(language), settings.currency)}</Fact>
        <Fact name={t('settings.hotel.timeZone')}>{settings.timeZone}</Fact>
        <Fact name={t('settings.hotel.idleMinutes')}>{settings.idleMinutes}</Fact>
        <Fact name={t('settings.hotel.sessionHours')}>{settings.sessionHours}</Fact>
        <Fact name={t('settings.hotel.businessDate')}>
          <DateText date={settings.businessDate} />
          <p className="k-field-hint">{t('settings.hotel.businessDateHint')}</p>
        </Fact>
      </Facts>
    </div>
  )
}

function HotelForm({ settings }: { settings: Settings }) {
  const { t, language } = useWords()
  const { businessDate, version, ...fresh } = settings
  const form = useVersionedEdit('settings:hotel', fresh, version, { stays: true })
  const save = useCommand('hotel.updateSettings')
  const { value: values } = form
  const change = (patch: Partial<typeof fresh>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    const changed = differing(fresh, values)
    const patch = Object.fromEntries(changed.map((name) => [name, values[name as keyof typeof fresh]]))
    const reply = await form.save((upon) =>
      save.run({ version: upon ?? version, ...patch } as InputOf<'hotel.updateSettings'>),
    )
    if (reply.ok) form.settle(reply.output.version)
  }
  const refusedCurrency =
    save.failed && 'refusal' in save.failed && save.failed.refusal.code === 'CURRENCY_IN_USE'
      ? (save.trouble ?? undefined)
      : undefined
  const text = (field: 'hotelName' | 'address' | 'phone' | 'email', label: string, more: object = {}) => (
    <TextRow
      label={label}
      value={values[field]}
      onChange={(value) => change({ [field]: value })}
      error={save.errors[field]}
      {...more}
    />
  )
  const limit = (field: keyof typeof limitBounds) => (
    <TextRow
      label={t(`settings.hotel.${field}`)}
      hint={t(`settings.hotel.${field}Hint`, limitBounds[field])}
      figures
      value={values[field] === 0 ? '' : String(values[field])}
      onChange={(text) => change({ [field]: figureIn(text) })}
      error={save.errors[field]}
    />
  )
  return (
    <FormPane title={t('settings.section.hotel')} canSave={form.ready} saving={save.pending} onSave={submit}>
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={Object.keys(save.errors).length > 0 || refusedCurrency ? null : save.trouble}
      />
      <Section title={t('settings.hotel.onPaper')}>
        {text('hotelName', t('settings.hotel.name'), {
          hint: t('settings.hotel.nameHint'),
          autoFocus: true,
        })}
        {text('address', t('settings.hotel.address'))}
        <div className="k-field-row">
          {text('phone', t('settings.hotel.phone'))}
          {text('email', t('settings.hotel.email'))}
        </div>
        <Field
          label={t('settings.hotel.language')}
          hint={t('settings.hotel.languageHint')}
          error={save.errors.language}
        >
          {(control) => (
            <Radio.Group
              {...control}
              optionType="button"
              value={values.language}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(event) => change({ language: event.target.value === 'zh' ? 'zh' : 'en' })}
            />
          )}
        </Field>
      </Section>
      <Section title={t('settings.hotel.sessions')}>
        <div className="k-field-row">
          {limit('idleMinutes')}
          {limit('sessionHours')}
        </div>
      </Section>
      <Section title={t('settings.hotel.reckoning')}>
        <Choices values={values} change={change} errors={save.errors} currencyError={refusedCurrency} />
        <div className="k-field">
          <span className="k-label">{t('settings.hotel.businessDate')}</span>
          <b>
            <DateText date={businessDate} style="full" />
          </b>
          <p className="k-field-hint">{t('settings.hotel.businessDateHint')}</p>
        </div>
      </Section>
    </FormPane>
  )
}

/** A whole number as it is typed; nothing else is taken from the keys, and an empty field is refused when it is saved. */
function figureIn(text: string): number {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 4)
  return digits === '' ? 0 : Number(digits)
}

type Values = Omit<Settings, 'businessDate' | 'version'>

function Choices(props: {
  values: Values
  change: (patch: Partial<Values>) => void
  errors: Readonly<Record<string, string>>
  currencyError: string | undefined
}) {
  const { t, language } = useWords()
  const { values, change, errors, currencyError } = props
  const choices = useMemo(
    () => ({
      country: countryChoices(language),
      currency: currencyChoices(language),
      timeZone: timeZoneChoices(),
    }),
    [language],
  )
  const choice = (field: 'country' | 'currency' | 'timeZone', hint: string, error?: string) => (
    <Field label={t(`settings.hotel.${field}`)} hint={hint} error={error ?? errors[field]}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          value={values[field]}
          options={choices[field]}
          onSelect={(value: string) => change({ [field]: value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="k-field-row">
        {choice('currency', t('settings.hotel.currencyHint'), currencyError)}
        {choice('country', t('settings.hotel.countryHint'))}
      </div>
      {choice('timeZone', t('settings.hotel.timeZoneHint'))}
    </>
  )
}

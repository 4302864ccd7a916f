import { Button, Radio } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '#renderer/ui/icons.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import { TextRow } from '../fields.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { useWrong } from './errors.tsx'
import { addedTier, movedTier, type ProgrammeForm, type TierForm, withoutTier } from './programme-form.ts'

type Props = {
  form: ProgrammeForm
  change: (patch: Partial<ProgrammeForm>) => void
  /** Members by tier code on file; undefined until they are known. */
  members: Readonly<Record<string, number>> | undefined
  editable: boolean
}

/** The tiers from the lowest up: names, what it takes to enter and to keep each, how many hold it. */
export function TiersEditor({ form, change, members, editable }: Props) {
  const { t } = useWords()
  const { tiers } = form
  const set = (at: number, patch: Partial<TierForm>) =>
    change({ tiers: tiers.map((tier, index) => (index === at ? { ...tier, ...patch } : tier)) })
  return (
    <Section title={t('settings.programme.tiers')} note={t('settings.programme.inPeriod')}>
      <ol>
        {tiers.map((tier, at) => (
          <li key={tier.key} className="s-tier">
            <TierHead
              tier={tier}
              at={at}
              last={at === tiers.length - 1}
              held={members && (members[tier.key] ?? 0)}
              set={(patch) => set(at, patch)}
              onMove={(by) => change({ tiers: movedTier(tiers, at, by) })}
              onRemove={() => change(withoutTier(form, at))}
              editable={editable}
            />
            {at === 0 ? (
              <p className="k-quiet">{t('settings.programme.everybody')}</p>
            ) : (
              <Conditions tier={tier} at={at} set={(patch) => set(at, patch)} />
            )}
          </li>
        ))}
      </ol>
      {editable && tiers.length < 12 && (
        <Button onClick={() => change({ tiers: addedTier(tiers) })}>{t('settings.programme.addTier')}</Button>
      )}
    </Section>
  )
}

type HeadProps = {
  tier: TierForm
  at: number
  last: boolean
  /** Members of the tier: while there may be some, its code stays. */
  held: number | undefined
  set: (patch: Partial<TierForm>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  editable: boolean
}

function TierHead({ tier, at, last, held, set, onMove, onRemove, editable }: HeadProps) {
  const { t, locale, language } = useWords()
  const wrong = useWrong()
  const name = inLanguage(tier, language) || tier.code
  return (
    <div className="s-tier-head">
      <TextRow
        label={t('settings.programme.tierCode')}
        value={tier.code}
        onChange={(code) => set({ code })}
        disabled={held !== 0 || !editable}
        error={wrong(`tiers.${at}.code`)}
      />
      <TextRow
        label={t('settings.fileName.zh')}
        value={tier.nameZh}
        onChange={(nameZh) => set({ nameZh })}
        error={wrong(`tiers.${at}.nameZh`)}
      />
      <TextRow
        label={t('settings.fileName.en')}
        value={tier.nameEn}
        onChange={(nameEn) => set({ nameEn })}
        error={wrong(`tiers.${at}.nameEn`)}
      />
      <TextRow
        label={t('settings.programme.bonus')}
        value={tier.bonus}
        onChange={(bonus) => set({ bonus })}
        error={wrong(`points.bonusPercent.${tier.code}`)}
        figures
      />
      <div className="s-tier-tools">
        <span className="k-quiet" title={held ? t('settings.programme.tierCodeFixed') : undefined}>
          {held !== undefined &&
            t('settings.programme.members', { count: held, shown: formatNumber(held, locale) })}
        </span>
        {editable && (
          <>
            <button
              type="button"
              className="s-mini"
              aria-label={t('settings.programme.up', { tier: name })}
              disabled={at === 0}
              onClick={() => onMove(-1)}
            >
              <ArrowUpIcon />
            </button>
            <button
              type="button"
              className="s-mini"
              aria-label={t('settings.programme.down', { tier: name })}
              disabled={last}
              onClick={() => onMove(1)}
            >
              <ArrowDownIcon />
            </button>
            <button
              type="button"
              className="s-mini"
              aria-label={t('settings.programme.removeTier', { tier: name })}
              disabled={held !== 0 || (at === 0 && last)}
              onClick={onRemove}
            >
              <DeleteIcon />
            </button>
          </>
        )}
      </div>
    </div>
  )
}

type ConditionsProps = { tier: TierForm; at: number; set: (patch: Partial<TierForm>) => void }

function Conditions({ tier, at, set }: ConditionsProps) {
  const { t } = useWords()
  const wrong = useWrong()
  if (!tier.entry) return null
  const entry = tier.entry
  return (
    <>
      <div className="s-rule">
        <span>{t('settings.programme.entry')}</span>
        <ConditionEditor
          label={`${tier.code}, ${t('settings.programme.entry')}`}
          form={entry}
          onChange={(next) => set({ entry: next })}
          wrong={wrong(`tiers.${at}.entry`)}
        />
      </div>
      <div className="s-rule">
        <span>{t('settings.programme.retention')}</span>
        <div>
          <Radio.Group
            size="small"
            aria-label={`${tier.code}, ${t('settings.programme.retention')}`}
            value={tier.retention === null ? 'same' : 'own'}
            options={[
              { value: 'same', label: t('settings.programme.asEntry') },
              { value: 'own', label: t('settings.programme.ownRetention') },
            ]}
            onChange={(event) =>
              set({ retention: event.target.value === 'own' ? structuredClone(entry) : null })
            }
          />
          {tier.retention && (
            <ConditionEditor
              label={`${tier.code}, ${t('settings.programme.retention')}`}
              form={tier.retention}
              onChange={(next) => set({ retention: next })}
              wrong={wrong(`tiers.${at}.retention`)}
            />
          )}
        </div>
      </div>
    </>
  )
}

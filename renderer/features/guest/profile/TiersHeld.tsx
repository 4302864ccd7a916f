import { useWords } from '#renderer/base/language.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { isKey, type Key } from '#shared/i18n/index.ts'
import { inLanguage } from '../../../parts/guest/words.ts'

type Step = { tier: string; nameEn: string; nameZh: string; from: string; reason: string; by: string }

/** The tiers that a member held, the last one first: from when on, and why. */
export function TiersHeld({ steps }: { steps: readonly Step[] }) {
  const { t, language } = useWords()
  if (steps.length === 0) return null
  return (
    <ol className="g-tiers" aria-label={t('guest.loyalty.history')}>
      {steps.toReversed().map((step) => (
        <li key={`${step.from}${step.tier}`} className="g-line g-small">
          <span className="g-tier-name">{inLanguage(step, language)}</span>
          <span className="g-line-text k-quiet">
            <DateText date={step.from} style="plain" /> · <Reason {...step} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function Reason({ reason, by }: Pick<Step, 'reason' | 'by'>) {
  const { t } = useWords()
  const key = `guest.loyalty.historyReason.${reason}`
  return isKey(key) ? t(key as Key) : `${reason} (${by})`
}

import './effect.css'
import { useWords } from '#renderer/base/language.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { fieldValue } from '../change/ChangeRows.tsx'

type Facts = OutputOf<'booking.previewChange'>['facts']

/** What is charged goes without saying where it follows the type. */
function told(facts: Facts): Facts {
  const type = facts.find(({ field }) => field === 'roomTypeId')
  return facts.filter(({ field, after }) => field !== 'chargedRoomTypeId' || after !== type?.after)
}

/** What happens to one booking, on a line: each fact from what to what, and the price where it changes. */
export function EffectLine({ effect }: { effect: OutputOf<'booking.previewChange'> }) {
  const { t, language } = useWords()
  const { facts, totalBeforeMinor, totalAfterMinor } = effect
  const isNew = effect.nightsBefore === 0
  const text = (field: string, value: string | number | null) =>
    value === null ? '—' : fieldValue(field, value)
  return (
    <span className="k-effect-line">
      {!isNew &&
        told(facts).map((fact) => (
          <span key={fact.field}>
            <span className="k-quiet">{fieldName([fact.field], language)}</span>{' '}
            {text(fact.field, fact.before)} → <b>{text(fact.field, fact.after)}</b>
          </span>
        ))}
      {totalBeforeMinor !== totalAfterMinor && (
        <span>
          <span className="k-quiet">{t('common.price')}</span>{' '}
          {!isNew && (
            <>
              <MoneyText minor={totalBeforeMinor} sign /> →{' '}
            </>
          )}
          <b>
            <MoneyText minor={totalAfterMinor} sign />
          </b>
        </span>
      )}
    </span>
  )
}

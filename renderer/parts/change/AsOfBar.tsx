import './as-of.css'
import { useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { onEnter } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { operationWords } from '#shared/i18n/index.ts'
import { isBusinessDate } from '#shared/values/business-date.ts'
import { DateField } from '../../ui/DateField.tsx'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { earlierActs } from './acts.ts'

export type AsOf = OutputOf<'guest.asOf'>['asOf']

/** Leaves the look at an earlier moment. */
export function backToNow(): void {
  setQuery({ asOf: undefined })
}

/**
 * Says that a page shows an earlier moment, and whose change was the last until then. Another date is typed in its place; the
 * key leads back to now.
 */
export function AsOfBar({ at, asOf }: { at: string; asOf: AsOf | undefined }) {
  const { t, language, locale } = useWords()
  const { timeZone } = useHotel()
  const isDate = isBusinessDate(at)
  const [typed, setTyped] = useState<string>(isDate ? at : '')
  const show = () => isBusinessDate(typed) && setQuery({ asOf: typed })
  const when = isDate ? formatDate(at, locale) : formatMoment(at, locale, timeZone)
  const last = asOf?.last
  return (
    <section className="k-as-of" aria-label={t('change.asOf.title', { when })}>
      <b role="status">{t('change.asOf.title', { when })}</b>
      <span>{t('change.asOf.readOnly')}</span>
      {asOf && (
        <span className="k-quiet k-cut">
          {last
            ? t('change.asOf.last', {
                what: operationWords(last.operation, language),
                by: last.actorName,
                moment: formatMoment(last.moment, locale, timeZone),
              })
            : t('change.asOf.beforeLog')}
          {' · '}
          {t('change.asOf.later', { count: asOf.later })}
          {asOf.erased && ` · ${t('change.asOf.erased')}`}
        </span>
      )}
      <span className="k-as-of-acts">
        <DateField
          key={at}
          autoFocus
          kind="past"
          aria-label={t('change.asOf.date')}
          value={typed}
          onChange={setTyped}
          onKeyDown={onEnter(show)}
        />
        <button type="button" className="k-tool" onClick={show}>
          {t('change.asOf.show')}
        </button>
        <button type="button" className="k-tool" onClick={backToNow}>
          {t('change.asOf.now')} <KeyHint keys={earlierActs.asOf.key} />
        </button>
      </span>
    </section>
  )
}

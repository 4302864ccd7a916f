import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { isBusinessDate } from '#shared/values/business-date.ts'
import { formatDate } from '../../ui/format.ts'

type Props = {
  failed: FailedReply
  operation: 'guest.asOf' | 'booking.asOf'
  onRetry: () => void
  /** The address of the page as of a date. */
  to: (asOf: string) => string
  /** Where to go where there never was such a thing. */
  list: { to: string; label: string }
}

/** Why there is nothing to show of a moment, and the date or the moment that there is something of. */
export function ThenTrouble({ failed, operation, onRetry, to, list }: Props) {
  const { t, locale } = useWords()
  const at = nearest(failed)
  const show = (asOf: string) =>
    isBusinessDate(asOf)
      ? t('change.asOf.showDate', { date: formatDate(asOf, locale) })
      : t('change.asOf.showBefore')
  const way = at === null ? list : { to: to(at), label: show(at) }
  return <Trouble failed={failed} operation={operation} onRetry={onRetry} way={way} />
}

/** The first date of what was not there yet, the last moment of what was gone, the business date instead of one ahead. */
function nearest(failed: FailedReply): string | null {
  if (!('refusal' in failed)) return null
  const { code, params } = failed.refusal
  if (code === 'GONE_BY_THEN') return String(params.before)
  const date = code === 'AS_OF_AHEAD' ? params.businessDate : params.since
  return isBusinessDate(date) ? date : null
}

import { Button } from 'antd'
import { useList } from '#renderer/api/use-list.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { withUndo } from '#renderer/parts/change/describe-change.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { GuestId } from '#shared/values/index.ts'
import { tellable, useChangeValues } from '../../../parts/change/change-values.tsx'
import { requestWords } from './request-words.ts'

/** Every change made to this guest's bookings and their requests: who, when, from what to what, why; with its undo. */
export function Changes({ id }: { id: GuestId }) {
  const { t, locale } = useWords()
  const changes = useList('guest.bookingChanges', { id })
  const valueText = useChangeValues()
  if (changes.failed && !changes.head)
    return <Trouble failed={changes.failed} operation="guest.bookingChanges" onRetry={changes.retry} />
  if (!changes.head) return <RowSkeleton rows={8} />
  const counted = changes.head.sourceCounted
  const wishes = wishesOf(changes.rows, t)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
    <section className="g-changes k-scroll" data-start tabIndex={0} aria-label={t('guest.section.changes')}>
      {changes.rows.length === 0 && <EmptyState>{t('guest.change.none')}</EmptyState>}
      <ChangeRows
        rows={tellable(withUndo(changes.rows))}
        valueText={valueText}
        subject={(change) => subjectOf(change, wishes)}
      />
      {changes.more && (
        <p className="g-more">
          <Button onClick={changes.loadMore} loading={changes.refreshing}>
            {t('guest.act.loadMore')}
          </Button>
        </p>
      )}
      {counted > 0 && (
        <p className="g-more k-quiet">
          {t('guest.change.sourceCounted', { count: counted, shown: formatNumber(counted, locale) })}
        </p>
      )}
    </section>
  )
}

/** What was asked for, of each request whose making is among these rows. */
function wishesOf(changes: readonly Change[], t: T): Map<number, string> {
  const made = changes.filter((change) => change.entity === 'request' && change.after?.kind)
  return new Map(made.map((change) => [change.entityId, requestWords(change.after as never, t)]))
}

/** The booking as a link; a request by what was asked for and its booking's number. */
function subjectOf(change: Change, wishes: ReadonlyMap<number, string>) {
  return change.entity === 'booking' ? (
    <Link to={href(paths.booking, { id: change.entityId })} className="k-code">
      {change.label}
    </Link>
  ) : (
    <>
      {change.entity === 'request' && wishes.get(change.entityId)}{' '}
      <span className="k-code">{change.label}</span>
    </>
  )
}

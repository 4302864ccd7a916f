import { Button } from 'antd'
import { useList } from '#renderer/api/use-list.ts'
import { useWords } from '#renderer/base/language.ts'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import { ChangeSubject } from '#renderer/parts/change/ChangeSubject.tsx'
import { rowsUntil } from '#renderer/parts/change/describe-change.ts'
import { shown, useLogValues } from '#renderer/parts/change/log-values.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { GuestId } from '#shared/values/index.ts'

type Props = {
  id: GuestId
  /** The earlier moment on screen, and the last change until then. */
  then?: { at: string; until: number }
}

/** Every change made to this guest and to their bookings: who, when, from what to what, why; with its undo. */
export function Changes({ id, then }: Props) {
  const { t, locale } = useWords()
  const changes = useList('guest.changes', { id, until: then?.until })
  const valueText = useLogValues()
  if (changes.failed && !changes.head)
    return <Trouble failed={changes.failed} operation="guest.changes" onRetry={changes.retry} />
  if (!changes.head) return <RowSkeleton rows={8} />
  const counted = changes.head.sourceCounted
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
    <section className="g-changes k-scroll" data-start tabIndex={0} aria-label={t('guest.section.changes')}>
      {changes.rows.length === 0 && <EmptyState>{t('guest.change.none')}</EmptyState>}
      <ChangeRows
        rows={rowsUntil(changes.rows, then?.until)}
        shown={shown}
        valueText={valueText}
        subject={(change, first) => <ChangeSubject change={change} first={first} on={id} asOf={then?.at} />}
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

import { useRef } from 'react'
import { useList } from '#renderer/api/use-list.ts'
import { useWords } from '#renderer/base/language.ts'
import { useScrollMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link, type ScreenProps } from '#renderer/base/route/route.tsx'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { withUndo } from '#renderer/parts/change/describe-change.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { ChangeFilters } from './ChangeFilters.tsx'
import './change.css'
import { filterInput, filtersOf, isNarrowed } from './filters.ts'
import { shown, useLogValues } from './log-values.tsx'

/** The change log, newest first; its filters live in the address. */
export function Page({ query }: ScreenProps<typeof paths.changes>) {
  const { t } = useWords()
  const filters = filtersOf(query)
  const changes = useList('change.list', { ...filterInput(filters), limit: 100 })
  return (
    <Rows heights="auto minmax(0, 1fr)">
      <ChangeFilters filters={filters} />
      <Pane
        main
        title={t('change.title')}
        note={changes.rows.length > 0 ? t('change.shown', { count: changes.rows.length }) : t('change.about')}
        scroll={false}
      >
        {changes.failed ? (
          <Trouble failed={changes.failed} operation="change.list" onRetry={changes.retry} />
        ) : changes.loading ? (
          <RowSkeleton />
        ) : changes.rows.length === 0 ? (
          <EmptyState>{t(isNarrowed(filters) ? 'change.none' : 'change.empty')}</EmptyState>
        ) : (
          <Log rows={changes.rows} more={changes.more} loadMore={changes.loadMore} />
        )}
      </Pane>
    </Rows>
  )
}

function Log({ rows, more, loadMore }: { rows: Change[]; more: boolean; loadMore: () => void }) {
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  useScrollMemory(scroller)
  const valueText = useLogValues()
  return (
    <div ref={scroller} className="k-scroll change-log">
      <ChangeRows
        rows={withUndo(rows)}
        shown={shown}
        valueText={valueText}
        subject={(change) => <Subject change={change} />}
      />
      {more && (
        <button type="button" className="k-tool change-more" onClick={loadMore}>
          {t('change.loadMore')}
        </button>
      )}
    </div>
  )
}

/** What was changed: its kind and what it is called, as a link where it has a screen. */
function Subject({ change }: { change: Change }) {
  const { t } = useWords()
  // Who signed in is the row's actor already
  if (change.entity === 'access' && change.label === change.actor) return null
  const kind = t(`change.kind.${change.entity}`)
  const address = addressOf(change)
  return (
    <span className="change-subject">
      {kind} {address ? <Link to={address}>{change.label || change.entityId}</Link> : change.label}
    </span>
  )
}

function addressOf(change: Change): string | null {
  if (change.label === '' && change.after === null) return null
  if (change.entity === 'guest') return href(paths.guest, { id: change.entityId })
  if (change.entity === 'booking') return href(paths.booking, { id: change.entityId })
  // There it is taken back.
  if (change.entity === 'import-batch') return href(paths.import, undefined, { batch: change.entityId })
  return null
}

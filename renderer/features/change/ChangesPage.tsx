import { useRef } from 'react'
import { type ListState, useList } from '#renderer/api/use-list.ts'
import { useDeskChoice } from '#renderer/base/desk-choice.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useScrollMemory } from '#renderer/base/route/memory.ts'
import type { paths } from '#renderer/base/route/paths.ts'
import type { ScreenProps } from '#renderer/base/route/route.tsx'
import { ChangeRows } from '#renderer/parts/change/ChangeRows.tsx'
import { ChangeSubject } from '#renderer/parts/change/ChangeSubject.tsx'
import { withUndo } from '#renderer/parts/change/describe-change.ts'
import { shown, useLogValues } from '#renderer/parts/change/log-values.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { foldActs } from './acts.ts'
import { ChangeFilters } from './ChangeFilters.tsx'
import './change.css'
import { filterInput, filtersOf, isNarrowed } from './filters.ts'

/** The change log, newest first; its filters live in the address. */
export function Page({ query }: ScreenProps<typeof paths.changes>) {
  const { t } = useWords()
  const filters = filtersOf(query)
  const input = filterInput(filters)
  const changes = useList('change.list', { ...input, limit: 100 })
  // Who asks for sign-ins sees each
  const [folding, setFolding] = useDeskChoice('change:sign-ins', ['folded', 'each'])
  const folded = folding === 'folded'
  const canFold = filters.entity !== 'access' && !filters.operation.startsWith('access.')
  return (
    <Rows heights="auto minmax(0, 1fr)">
      <ChangeFilters filters={filters} />
      <Pane
        main
        title={t('change.title')}
        note={changes.rows.length > 0 ? t('change.shown', { count: changes.rows.length }) : t('change.about')}
        tools={
          canFold && <EachSignIn on={!folded} onChange={(each) => setFolding(each ? 'each' : 'folded')} />
        }
        scroll={false}
      >
        {changes.failed ? (
          <Trouble failed={changes.failed} operation="change.list" onRetry={changes.retry} />
        ) : changes.loading ? (
          <RowSkeleton />
        ) : changes.rows.length === 0 ? (
          <EmptyState>{t(isNarrowed(filters) ? 'change.none' : 'change.empty')}</EmptyState>
        ) : (
          <Log changes={changes} input={input} fold={canFold && folded} />
        )}
      </Pane>
    </Rows>
  )
}

/** Whether each sign-in has a line of its own. */
function EachSignIn({ on, onChange }: { on: boolean; onChange: (each: boolean) => void }) {
  const { t } = useWords()
  const change = () => onChange(!on)
  useActs(foldActs, { signIns: change })
  return (
    <button type="button" className="k-chip" aria-pressed={on} onClick={change}>
      {t('change.eachSignIn')} <KeyHint keys={foldActs.signIns.key} />
    </button>
  )
}

type LogProps = {
  changes: ListState<'change.list'>
  input: ReturnType<typeof filterInput>
  fold: boolean
}

function Log({ changes, input, fold }: LogProps) {
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  useScrollMemory(scroller)
  const valueText = useLogValues()
  return (
    <div ref={scroller} className="k-scroll change-log">
      <ChangeRows
        rows={withUndo(changes.rows)}
        shown={shown}
        valueText={valueText}
        subject={(change, first) => <ChangeSubject change={change} first={first} />}
        input={input}
        fold={fold}
      />
      {changes.more && (
        <button type="button" className="k-tool change-more" onClick={changes.loadMore}>
          {t('change.loadMore')}
        </button>
      )}
    </div>
  )
}

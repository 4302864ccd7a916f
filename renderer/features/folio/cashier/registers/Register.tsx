import type { ReactNode, RefObject } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import type { Act } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { QueryName } from '#shared/contract/index.ts'
import type { Register as Name } from '../acts.ts'

/** A button above the list: an act on the row that the keys are on, or on none. */
export type Tool = { act: Act<never>; label: string; run: () => void; off?: boolean }

type Props<R> = {
  name: Name
  operation: QueryName
  list: {
    rows: readonly R[]
    loading: boolean
    failed: FailedReply | null
    retry: () => void
    more?: boolean
    loadMore?: () => void
  }
  columns: readonly Column<R>[]
  listRef: RefObject<HTMLDivElement | null>
  tools: readonly Tool[]
  /** What is searched for; absent where nothing is. */
  search?: { text: string; onSearch: (text: string) => void }
  /** Below the rows: sums. */
  note?: ReactNode
  onActive?: (row: R | undefined) => void
  onOpen?: (row: R) => void
}

/** One of the cashier's registers: its search, what is done with a row, its rows. */
export function Register<R extends { id: number }>(props: Props<R>) {
  const { name, operation, list, columns, listRef, tools, search, note, onActive, onOpen } = props
  const { t } = useWords()
  return (
    <div className="cashier-register">
      {(search || tools.length > 0) && (
        <div className="cashier-tools">
          {search && (
            <SearchField
              label={t(`cashierScreen.find.${name}`)}
              value={search.text}
              onSearch={search.onSearch}
              onClear={() => search.onSearch('')}
              onDown={() => listRef.current?.focus()}
            />
          )}
          {tools.map(({ act, label, run, off = false }) => (
            <Button key={act.key} disabled={off} onClick={run}>
              {label} <KeyHint keys={act.key} />
            </Button>
          ))}
        </div>
      )}
      {list.failed ? (
        <Trouble failed={list.failed} operation={operation} onRetry={list.retry} />
      ) : list.loading ? (
        <RowSkeleton />
      ) : (
        <DataList
          label={t(`cashierScreen.register.${name}`)}
          rows={list.rows}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={listRef}
          memory={name}
          {...(list.more && list.loadMore ? { more: true, loadMore: list.loadMore } : {})}
          {...(search ? { about: search.text } : {})}
          {...(onActive ? { onActive } : {})}
          {...(onOpen ? { onOpen } : {})}
          empty={
            <EmptyState>
              {search?.text.trim() ? t('cashierScreen.nothingFound') : t(`cashierScreen.empty.${name}`)}
            </EmptyState>
          }
        />
      )}
      {note && <p className="cashier-sums">{note}</p>}
    </div>
  )
}

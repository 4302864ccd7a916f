import { useMemo, useRef, useState } from 'react'
import { useTurning } from '#renderer/api/use-turning.ts'
import { namesOf, useActs } from '#renderer/base/keys/acts.ts'
import { useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, setQuery, useLocation } from '#renderer/base/route/route.tsx'
import { HouseDrawer, houseDrawerWidth } from '#renderer/parts/house/HouseDrawer.tsx'
import { DeclineDrawer } from '#renderer/parts/request/DeclineDrawer.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { boardDays, boardDepartments, boardSorts, boardStates } from '#shared/domain/request/board.ts'
import { isOpen } from '#shared/domain/request/request.ts'
import { askText } from '#shared/i18n/wish-text.ts'
import type { RequestId } from '#shared/values/index.ts'
import { boardActs, rowActs } from './acts.ts'
import { BoardBar } from './BoardBar.tsx'
import { DeclineSeveral } from './DeclineSeveral.tsx'
import './board.css'
import { useBoardColumns } from './columns.tsx'
import { type BoardRow, filtersOf, inputOf, keyOfRow, nextOf, rowsWith, show } from './filters.ts'
import { useBoardActs, useBoardPaper } from './use-board-acts.ts'

const noRows: readonly BoardRow[] = []
const none: ReadonlySet<string> = new Set()

/** What departments are to see to: requests of guests and traces, the overdue first; acknowledged, done or declined here. */
export function Page({ query }: ScreenProps<typeof paths.requests>) {
  const { t } = useWords()
  const filters = filtersOf(query)
  const board = useTurning('request.board', inputOf(filters), { keep: true })
  const all = board.data?.rows ?? noRows
  const { rows, text } = useTyped(all)
  const { chosen, setChosen, active, setActive, meant } = useChosen(rows)
  const acts = useBoardActs(meant, () => setChosen(none))
  const paper = useBoardPaper()
  const listRef = useRef<HTMLDivElement>(null)
  const rowRuns = {
    acknowledge: () => acts.act('acknowledge'),
    done: () => acts.act('done'),
    decline: () => declining(meant),
    reopen: () => acts.act('reopen'),
    change: () => active?.of === 'trace' && setQuery({ do: 'change', of: keyOfRow(active) }),
  }
  const tools = { ...rowRuns, add: () => setQuery({ do: 'add' }), print: () => paper.print(filters) }
  useActs(rowActs, rowRuns)
  useActs(boardActs, {
    choose: () => active && setChosen(toggled(chosen, keyOfRow(active))),
    all: () => setChosen(chosen.size === rows.length ? none : new Set(rows.map(keyOfRow))),
    state: () => show({ state: nextOf(boardStates, filters.state) }),
    day: () => show({ day: nextOf(boardDays, filters.day) }),
    sort: () => show({ sort: nextOf(boardSorts, filters.sort) }),
    add: tools.add,
    print: tools.print,
  })
  useChoiceKeys(boardDepartments, 'request.key.department', (department) => show({ department }))
  const columns = useBoardColumns(chosen, filters)
  const close = () => setQuery({ do: undefined, of: undefined })
  const trouble = acts.trouble ?? paper.trouble
  return (
    <Rows heights="auto minmax(0, 1fr)">
      <BoardBar
        filters={filters}
        text={text}
        work={board.data?.work ?? []}
        left={board.data?.left ?? 0}
        onDown={() => listRef.current?.focus()}
      />
      <Pane
        main
        title={t('request.title')}
        note={<Note count={rows.length} chosen={chosen.size} more={board.data?.more ?? false} />}
        tools={<Tools row={active} meant={meant} runs={tools} />}
        scroll={false}
      >
        {trouble && (
          <p className="k-trouble-line k-padded" role="alert">
            {trouble}
          </p>
        )}
        {board.failed && <Trouble failed={board.failed} operation="request.board" onRetry={board.retry} />}
        {board.loading && <RowSkeleton rows={10} />}
        {board.data && (
          <DataList
            label={t('request.title')}
            memory="requests"
            rows={rows}
            columns={columns}
            rowKey={keyOfRow}
            listRef={listRef}
            autoFocus
            onActive={setActive}
            onOpen={open}
            about={`${text} ${JSON.stringify(filters)}`}
            empty={<EmptyState>{t(noneOf(text, filters.state), { text })}</EmptyState>}
          />
        )}
      </Pane>
      <Beside doing={query.do} rows={named(all, query.of)} onClose={close} onDone={() => setChosen(none)} />
    </Rows>
  )
}

/** The rows that the address names. */
function named(all: readonly BoardRow[], keys = ''): readonly BoardRow[] {
  return all.filter((one) => keys.split(',').includes(keyOfRow(one)))
}

/** The rows that what is typed leaves. */
function useTyped(all: readonly BoardRow[]) {
  const { t, language } = useWords()
  const text = useLocation(({ typed }) => typed.text ?? '')
  const rows = useMemo(
    () =>
      rowsWith(all, text, (row) => `${askText(row, language)} ${t(`request.department.${row.department}`)}`),
    [all, text, language, t],
  )
  return { rows, text }
}

/** A trace is done or not; a wish may be declined. */
function isDeclinable({ of, status }: BoardRow): boolean {
  return of === 'request' && isOpen(status)
}

function declining(meant: readonly BoardRow[]): void {
  const wishes = meant.filter(isDeclinable).map(keyOfRow)
  if (wishes.length > 0) setQuery({ do: 'decline', of: wishes.join(',') })
}

/** A row's booking; a trace of the house is changed where it stands. */
function open(row: BoardRow): void {
  if (row.bookingId === null) setQuery({ do: 'change', of: keyOfRow(row) })
  else go(href(paths.booking, { id: row.bookingId }))
}

function noneOf(text: string, state: string) {
  if (text.trim() !== '') return 'request.notFound' as const
  if (state === 'left') return 'request.none.left' as const
  return state === 'closed' ? ('request.none.closed' as const) : ('request.none.board' as const)
}

/** The rows that are ticked, and the one under the mark: what an act means is the ticked ones, where there are some. */
function useChosen(rows: readonly BoardRow[]) {
  const [chosen, setChosen] = useState(none)
  const [active, setActive] = useState<BoardRow | undefined>(undefined)
  const ticked = useMemo(() => rows.filter((row) => chosen.has(keyOfRow(row))), [rows, chosen])
  const meant = ticked.length > 0 ? ticked : active ? [active] : []
  return { chosen, setChosen, active, setActive, meant }
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}

type NoteProps = { count: number; chosen: number; more: boolean }

/** How many there are, and how many of them are chosen. */
function Note({ count, chosen, more }: NoteProps) {
  const { t } = useWords()
  if (more) return t('request.more')
  return (
    <>
      {count} ·{' '}
      {chosen > 0 ? <b>{t('request.chosenCount', { count: chosen })}</b> : t(boardActs.choose.label)}{' '}
      <KeyHint keys={boardActs.choose.key} />
    </>
  )
}

type ToolProps = {
  /** The row under the mark; none where the board is empty. */
  row: BoardRow | undefined
  /** The rows that are chosen, else that one. */
  meant: readonly BoardRow[]
  /** By the names of the acts. */
  runs: Readonly<Record<keyof typeof rowActs | 'add' | 'print', () => unknown>>
}

/** What is done with what is chosen, with its keys; what a row can't be asked is not offered. */
function Tools({ row, meant, runs }: ToolProps) {
  const { t } = useWords()
  const open = row !== undefined && isOpen(row.status)
  const may = {
    acknowledge: meant.some(({ of, status }) => of === 'request' && status === 'open'),
    done: meant.some(({ status }) => isOpen(status)),
    decline: meant.some(isDeclinable),
    reopen: meant.some(({ status }) => status !== 'open'),
    change: open && row.of === 'trace',
    add: true,
    print: true,
  }
  const acts = { ...rowActs, add: boardActs.add, print: boardActs.print }
  return namesOf(acts).map((name) => (
    <button
      key={name}
      type="button"
      className="k-tool"
      disabled={!may[name]}
      onClick={() => void runs[name]()}
    >
      {t(`request.tool.${name}`)} <KeyHint keys={acts[name].key} />
    </button>
  ))
}

type BesideProps = {
  doing: string | undefined
  /** What it is done with. */
  rows: readonly BoardRow[]
  onClose: () => void
  onDone: () => void
}

/** The drawer of what is being done. */
function Beside({ doing, rows, onClose, onDone }: BesideProps) {
  if (doing === 'add') return <HouseDrawer thing="traces" onClose={onClose} />
  const [row] = rows
  if (!row) return null
  if (doing === 'decline' && rows.length > 1)
    return <DeclineSeveral rows={rows} onClose={onClose} onDone={onDone} />
  if (doing === 'change' && row.of === 'trace')
    return <HouseDrawer key={`change ${row.id}`} thing="traces" row={row} onClose={onClose} />
  if (doing !== 'decline' || row.kind === null) return null
  const request = { id: row.id as RequestId, version: row.version, kind: row.kind, text: row.text }
  return <DeclineDrawer key={row.id} request={request} width={houseDrawerWidth} onClose={onClose} />
}

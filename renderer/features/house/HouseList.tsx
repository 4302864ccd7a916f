import { type RefObject, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import type { HouseThing } from '#renderer/parts/house/fields.ts'
import { HouseDrawer } from '#renderer/parts/house/HouseDrawer.tsx'
import { useHousePaper } from '#renderer/parts/house/use-house-paper.ts'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { houseActs } from './acts.ts'
import { useHouseColumns } from './columns.tsx'
import { MarkDrawer } from './MarkDrawer.tsx'
import { type HouseRow, isOfList, type RowAction, reopen, ways } from './sections.ts'

const actKeys = ['first', 'second', 'third', 'fourth'] as const
type Doing = { action: RowAction | 'change'; row: HouseRow }
type Props = {
  thing: HouseThing
  text: string
  closed: boolean
  adding: boolean
  listRef: RefObject<HTMLDivElement | null>
}

/** One list of the house: its rows, what closes the chosen one, and a new one. */
export function HouseList({ thing, text, closed, adding, listRef }: Props) {
  const { t } = useWords()
  const way = ways[thing]
  const list = useQuery(
    way.list as 'house.traces',
    { view: closed ? 'closed' : 'open', text: text.trim() },
    { keep: true },
  )
  const columns = useHouseColumns(thing, closed)
  const [row, setRow] = useState<HouseRow | undefined>(undefined)
  const [doing, setDoing] = useState<Doing | null>(null)
  const actions = closed ? [reopen] : way.actions
  const { act, print, trouble } = useRowActs(thing, (action, of) => setDoing({ action, row: of }))
  const run = (at: number) => {
    const action = actions[at]
    if (row && action) act(row, action)
  }
  const printRow = () => print(row)
  useActs(houseActs, {
    add,
    first: () => run(0),
    second: () => run(1),
    third: () => run(2),
    fourth: () => run(3),
    print: printRow,
    closed: () => toggle(closed),
  })
  const rows = (list.data?.rows ?? []) as readonly HouseRow[]
  return (
    <Pane
      title={t(`house.section.${thing}`)}
      note={list.data?.more ? t('house.more') : undefined}
      scroll={false}
      tools={
        <Tools
          thing={thing}
          actions={actions}
          chosen={row !== undefined}
          closed={closed}
          onRun={run}
          onPrint={way.paper && printRow}
          onClosed={() => toggle(closed)}
        />
      }
    >
      {trouble && (
        <p className="k-trouble-line k-padded" role="alert">
          {trouble}
        </p>
      )}
      {list.failed && <Trouble failed={list.failed} operation={way.list} onRetry={list.retry} />}
      {list.loading && <RowSkeleton rows={8} />}
      {list.data && (
        <DataList
          label={t(`house.section.${thing}`)}
          memory={`house-${thing}-${closed ? 'closed' : 'open'}`}
          rows={rows}
          columns={columns}
          rowKey={(one) => one.id}
          listRef={listRef}
          autoFocus
          onActive={setRow}
          onOpen={(one) => (closed ? undefined : setDoing({ action: 'change', row: one }))}
          about={`${thing} ${text}`}
          empty={<Nothing thing={thing} text={text} />}
        />
      )}
      {adding && (
        <HouseDrawer key={`add ${thing}`} thing={thing} onClose={() => setQuery({ do: undefined })} />
      )}
      {doing && <Beside thing={thing} doing={doing} rows={rows} onClose={() => setDoing(null)} />}
    </Pane>
  )
}

function add(): void {
  setQuery({ do: 'add' })
}

function toggle(closed: boolean): void {
  setQuery({ closed: closed ? undefined : '1' })
}

/** What belongs in an empty list, and the key that makes it; or that nothing has what was typed. */
function Nothing({ thing, text }: { thing: HouseThing; text: string }) {
  const { t } = useWords()
  if (text.trim() !== '') return <EmptyState>{t('house.notFound', { text })}</EmptyState>
  const action = { label: t(`house.newOf.${thing}`), run: add, keys: houseActs.add.key }
  return <EmptyState action={action}>{t(`house.none.${thing}`)}</EmptyState>
}

type ToolProps = {
  thing: HouseThing
  actions: readonly RowAction[]
  /** Whether a row is chosen that they are for. */
  chosen: boolean
  closed: boolean
  onRun: (at: number) => void
  onPrint: (() => void) | undefined
  onClosed: () => void
}

/** What the list does, with its keys. */
function Tools({ thing, actions, chosen, closed, onRun, onPrint, onClosed }: ToolProps) {
  const { t } = useWords()
  const wholeList = isOfList(ways[thing].paper)
  return (
    <>
      {actions.map((action, at) => (
        <button
          key={action.action}
          type="button"
          className="k-tool"
          disabled={!chosen}
          onClick={() => onRun(at)}
        >
          {t(`house.action.${action.word}`)} <KeyHint keys={houseActs[actKeys[at] ?? 'first'].key} />
        </button>
      ))}
      {onPrint && (
        <button type="button" className="k-tool" disabled={!chosen && !wholeList} onClick={onPrint}>
          {t(wholeList ? 'house.action.printList' : 'house.action.print')}{' '}
          <KeyHint keys={houseActs.print.key} />
        </button>
      )}
      <button type="button" className="k-chip" aria-pressed={closed} onClick={onClosed}>
        {t('house.closed')} <KeyHint keys={houseActs.closed.key} />
      </button>
      <button type="button" className="k-tool" onClick={add}>
        {t(`house.newOf.${thing}`)} <KeyHint keys={houseActs.add.key} />
      </button>
    </>
  )
}

type BesideProps = { thing: HouseThing; doing: Doing; rows: readonly HouseRow[]; onClose: () => void }

/** The drawer of what is being done with a row. */
function Beside({ thing, doing, rows, onClose }: BesideProps) {
  const row = rows.find(({ id }) => id === doing.row.id) ?? doing.row
  if (doing.action === 'change')
    return <HouseDrawer key={`change ${thing} ${row.id}`} thing={thing} row={row} onClose={onClose} />
  return (
    <MarkDrawer
      key={`${doing.action.action} ${row.id}`}
      thing={thing}
      row={doing.row}
      action={doing.action}
      onClose={onClose}
    />
  )
}

/** What is done with a row at once; what asks for more opens beside. */
function useRowActs(thing: HouseThing, ask: (action: RowAction, row: HouseRow) => void) {
  const mark = useCommand(ways[thing].mark as 'house.markTrace')
  const { command, print } = useHousePaper()
  return {
    act: (row: HouseRow, action: RowAction) => {
      if (action.asks) return ask(action, row)
      void mark.run({ id: row.id as never, version: row.version, action: action.action as 'done' })
    },
    print: (row: HouseRow | undefined) => {
      const { paper } = ways[thing]
      if (paper && isOfList(paper)) void print(paper)
      else if (paper && row) void print(paper, row.id)
    },
    trouble: mark.trouble ?? command.trouble,
  }
}

import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { paths } from '#renderer/base/route/paths.ts'
import { go, Link, type ScreenProps, setQuery, setTyped, useLocation } from '#renderer/base/route/route.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { housekeepingStates } from '#shared/domain/room/room.ts'
import type { RoomId } from '#shared/values/index.ts'
import { boardActs, roomActs } from '../acts.ts'
import { type AsksByRoom, useAsks } from '../asks/use-asks.ts'
import { BoardDrawers } from './BoardDrawers.tsx'
import { useBoardColumns } from './columns.tsx'
import { QuickEntry } from './QuickEntry.tsx'
import { useRoomActs } from './use-room-acts.ts'
import { type Board, type BoardRoom, type BoardView, boardViews, countsOf, shownRooms } from './views.ts'
import '../housekeeping.css'

const noRooms: readonly BoardRoom[] = []
const none: ReadonlySet<RoomId> = new Set()

/** Every room by floor: who has it, what it is in, what is to be done and for whom by when. */
export function Page({ query }: ScreenProps<typeof paths.housekeeping>) {
  const { t } = useWords()
  const board = useQuery('housekeeping.board', {})
  const text = useLocation(({ typed }) => typed.text ?? '')
  const view = boardViews.find((one) => one === query.show) ?? 'all'
  const rooms = board.data?.rooms ?? noRooms
  const { byRoom: asks } = useAsks()
  const listRef = useRef<HTMLDivElement>(null)
  const quickRef = useRef<HTMLInputElement>(null)
  const [quick, setQuick] = useState('')
  const [chosen, setChosen] = useState(none)
  const [active, setActive] = useState<RoomId | null>(null)
  const shown = useShown({ rooms, asks }, view, text)
  const meant = useMemo(() => {
    const ticked = rooms.filter(({ id }) => chosen.has(id))
    return ticked.length > 0 ? ticked : rooms.filter(({ id }) => id === active)
  }, [rooms, chosen, active])
  const acts = useRoomActs(meant, () => setChosen(none))
  const open = (what: string) => () => (meant.length > 0 ? setQuery({ do: what }) : undefined)
  useActs(roomActs, {
    clean: () => acts.setState('clean'),
    dirty: () => acts.setState('dirty'),
    pickup: () => acts.setState('pickup'),
    inspected: () => acts.setState('inspected'),
    disturb: () => acts.noteVisit('do-not-disturb'),
    refused: () => acts.noteVisit('refused'),
    close: open('close'),
    give: open('give'),
    seen: open('seen'),
    charge: open('charge'),
    ticket: open('ticket'),
    asks: open('asks'),
  })
  useActs(boardActs, {
    choose: () => active !== null && setChosen((now) => toggled(now, active)),
    all: () => setChosen(chosen.size === shown.length ? none : new Set(shown.map(({ id }) => id))),
    quick: () => quickRef.current?.focus(),
    share: () => setQuery({ do: 'share' }),
    notes: () => go(paths.housekeepingNotes),
    forecast: () => go(paths.housekeepingForecast),
    mine: () => go(paths.myRooms),
    rules: () => setQuery({ do: 'rules' }),
  })
  useChoiceKeys(boardViews, 'housekeeping.key.show', showView)
  if (board.failed)
    return <Trouble failed={board.failed} operation="housekeeping.board" onRetry={board.retry} />
  return (
    <>
      <Rows heights="auto auto minmax(0, 1fr) auto">
        <QuickEntry rooms={rooms} text={quick} onText={setQuick} fieldRef={quickRef} />
        <BoardBar view={view} text={text} rooms={rooms} asks={asks} listRef={listRef} />
        <BoardList
          board={board.data}
          rooms={shown}
          chosen={chosen}
          asks={asks}
          view={view}
          text={text}
          listRef={listRef}
          onActive={setActive}
        />
        <p className="hk-foot" role={acts.trouble ? 'alert' : undefined}>
          {acts.trouble ? (
            <span className="k-trouble-line">{acts.trouble}</span>
          ) : (
            <RoomKeys count={chosen.size} room={meant[0]} t={t} />
          )}
        </p>
      </Rows>
      <BoardDrawers
        what={query.do}
        who={query.who}
        rooms={meant}
        board={board.data}
        asks={asks}
        onClose={() => setQuery({ do: undefined })}
      />
    </>
  )
}

function toggled(chosen: ReadonlySet<RoomId>, id: RoomId): ReadonlySet<RoomId> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

function showView(view: BoardView): void {
  setQuery({ show: view })
}

function useShown(of: { rooms: readonly BoardRoom[]; asks: AsksByRoom }, view: BoardView, text: string) {
  const { t } = useWords()
  const wordOf = useCallback(
    (room: BoardRoom) => [
      t(`shell.mark.${room.use}`),
      room.outOfOrder ? t('shell.mark.out-of-order') : t(`shell.mark.${room.state}`),
      ...(room.outOfService ? [t('shell.mark.out-of-service')] : []),
      t('housekeeping.floor', { floor: String(room.floor) }),
      ...(room.work ? [t(`housekeeping.work.${room.work.work}`)] : []),
    ],
    [t],
  )
  const { rooms, asks } = of
  return useMemo(() => shownRooms({ rooms, asks }, view, text, wordOf), [rooms, asks, view, text, wordOf])
}

type BarProps = {
  view: BoardView
  text: string
  rooms: readonly BoardRoom[]
  asks: AsksByRoom
  listRef: RefObject<HTMLDivElement | null>
}

/** What is looked for, which rooms are shown, how many each. */
function BoardBar({ view, text, rooms, asks, listRef }: BarProps) {
  const { t } = useWords()
  const counts = useMemo(() => countsOf(rooms, asks), [rooms, asks])
  return (
    <div className="hk-bar">
      <SearchField
        label={t('housekeeping.find')}
        placeholder={t('housekeeping.findHint')}
        value={text}
        onSearch={(next) => setTyped({ text: next })}
        onClear={() => setTyped({ text: '' })}
        onDown={() => listRef.current?.focus()}
      />
      <div className="k-usual" role="radiogroup" aria-label={t('housekeeping.show')}>
        {boardViews.map((name, at) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === view}
            className="k-chip hk-view"
            onClick={() => showView(name)}
          >
            {t(`housekeeping.view.${name}`)} <b>{counts[name]}</b> <KeyHint keys={choiceKey(at)} />
          </button>
        ))}
      </div>
      <button type="button" className="k-tool" onClick={() => setQuery({ do: 'share' })}>
        {t('housekeeping.share.title')} <KeyHint keys={boardActs.share.key} />
      </button>
      <Link to={paths.housekeepingNotes} className="k-tool">
        {t('housekeeping.notes.title')} <KeyHint keys={boardActs.notes.key} />
      </Link>
      <Link to={paths.housekeepingForecast} className="k-tool">
        {t('housekeeping.forecast.title')} <KeyHint keys={boardActs.forecast.key} />
      </Link>
      <Link to={paths.myRooms} className="k-tool">
        {t('housekeeping.my.title')} <KeyHint keys={boardActs.mine.key} />
      </Link>
      <button type="button" className="k-tool" onClick={() => setQuery({ do: 'rules' })}>
        {t('housekeeping.rules.title')} <KeyHint keys={boardActs.rules.key} />
      </button>
    </div>
  )
}

type ListProps = {
  board: Board | undefined
  rooms: readonly BoardRoom[]
  chosen: ReadonlySet<RoomId>
  asks: AsksByRoom
  view: BoardView
  text: string
  listRef: RefObject<HTMLDivElement | null>
  onActive: (id: RoomId | null) => void
}

function BoardList({ board, rooms, chosen, asks, view, text, listRef, onActive }: ListProps) {
  const { t } = useWords()
  const columns = useBoardColumns({ board, chosen, asks })
  const byFloor = view !== 'arrivals'
  return (
    <Pane
      main
      title={t('housekeeping.title')}
      note={<StateCounts rooms={board?.rooms ?? noRooms} />}
      scroll={false}
    >
      {!board && <RowSkeleton rows={12} />}
      {board && (
        <DataList
          label={t('housekeeping.title')}
          rows={rooms}
          columns={columns}
          rowKey={(room) => room.id}
          onActive={(room) => onActive(room?.id ?? null)}
          above={(room, before) =>
            byFloor && room.floor !== before?.floor
              ? [t('housekeeping.floor', { floor: String(room.floor) })]
              : []
          }
          listRef={listRef}
          autoFocus
          about={`${view} ${text}`}
          empty={
            <EmptyState>
              {t(text === '' ? `housekeeping.none.${view}` : 'housekeeping.notFound', { text })}
            </EmptyState>
          }
        />
      )}
    </Pane>
  )
}

/** How many rooms are in each state: what the next hours hold. */
function StateCounts({ rooms }: { rooms: readonly BoardRoom[] }) {
  const open = rooms.filter((room) => !room.outOfOrder)
  return (
    <span className="hk-counts">
      {housekeepingStates.map((state) => (
        <span key={state}>
          <StatusMark state={state} /> <b>{open.filter((room) => room.state === state).length}</b>
        </span>
      ))}
      <span>
        <StatusMark state="out-of-order" /> <b>{rooms.length - open.length}</b>
      </span>
    </span>
  )
}

type KeysProps = { count: number; room: BoardRoom | undefined; t: ReturnType<typeof useWords>['t'] }

/** What the keys do with what is chosen. */
function RoomKeys({ count, room, t }: KeysProps) {
  if (!room) return null
  return (
    <>
      <b>{count > 0 ? t('housekeeping.chosenCount', { count }) : room.number}</b>
      {Object.values(roomActs).map(({ key, label }) => (
        <span key={key}>
          <KeyHint keys={key} /> {t(label)}
        </span>
      ))}
      <span>
        <KeyHint keys={boardActs.choose.key} /> {t(boardActs.choose.label)}
      </span>
    </>
  )
}

import { score } from '#renderer/base/find/match.ts'
import { pinyinWords } from '#renderer/base/find/pinyin.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { AsksByRoom } from '../asks/use-asks.ts'

export type Board = OutputOf<'housekeeping.board'>
export type BoardRoom = Board['rooms'][number]

/** What the board shows: every room, what is to be done, what has to be ready for whom, what waits for inspection, what is closed. */
export const boardViews = ['all', 'work', 'arrivals', 'inspect', 'closed', 'notes'] as const
export type BoardView = (typeof boardViews)[number]

const fits: Readonly<Record<BoardView, (room: BoardRoom, asks: AsksByRoom) => boolean>> = {
  all: () => true,
  work: (room) => room.work !== null,
  arrivals: (room) => room.arrival !== null,
  inspect: (room) => room.state === 'clean' && room.use !== 'occupied' && !room.outOfOrder,
  closed: (room) => room.outOfOrder || room.outOfService || room.closure !== null,
  notes: (room, asks) =>
    room.discrepancy !== null || room.tickets > 0 || asks.has(room.id) || room.shutOutDays > 0,
}

/** How many rooms each view has. */
export function countsOf(rooms: readonly BoardRoom[], asks: AsksByRoom): Record<BoardView, number> {
  return Object.fromEntries(
    boardViews.map((view) => [view, rooms.filter((room) => fits[view](room, asks)).length]),
  ) as Record<BoardView, number>
}

/** The words of a room that a text is looked for in. */
function wordsOf(room: BoardRoom, wordOf: (room: BoardRoom) => readonly string[]): string[] {
  const names = [room.guest, room.arrival].flatMap((one) => (one ? [one.guestName, one.guestLatinName] : []))
  return [room.number, room.roomTypeCode, ...names, ...names.flatMap(pinyinWords), ...wordOf(room)]
}

/**
 * The rooms of a view with what was typed: every word of it is one of the room’s. What must be ready first is first
 * among arrivals: who waits already, the longest first, then by their time, who said none last.
 */
export function shownRooms(
  { rooms, asks }: { rooms: readonly BoardRoom[]; asks: AsksByRoom },
  view: BoardView,
  text: string,
  wordOf: (room: BoardRoom) => readonly string[],
): BoardRoom[] {
  const wanted = text.split(/\s+/u).filter(Boolean)
  const found = rooms
    .filter((one) => fits[view](one, asks))
    .filter((room) => {
      if (wanted.length === 0) return true
      const words = wordsOf(room, wordOf)
      return wanted.every((want) => score({ id: room.number, words }, want) > 0)
    })
  return view === 'arrivals' ? found.toSorted(byTime) : found
}

const byTime = (a: BoardRoom, b: BoardRoom): number =>
  Number(a.ready) - Number(b.ready) || timeOf(a).localeCompare(timeOf(b))

function timeOf({ arrival }: BoardRoom): string {
  return arrival?.arrivedAt ? `0 ${arrival.arrivedAt}` : `1 ${arrival?.expectedTime ?? '99'}`
}

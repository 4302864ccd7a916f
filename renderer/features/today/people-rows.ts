import { pinyinWords } from '#renderer/base/find/pinyin.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type PeopleView, peopleViews } from '#shared/domain/today/day-people.ts'

export type PersonRow = OutputOf<'today.read'>['rows'][number]

/** What is behind a figure of the day, or the notes of the shifts: each has an address of its own. */
export type Opened = PeopleView | 'notes'

/** What an address opens on Today; null where it names nothing that there is. */
export function openedBy(list: string | undefined): Opened | null {
  return [...peopleViews, 'notes' as const].find((one) => one === list) ?? null
}

export const peopleSorts = ['name', 'room', 'arrival', 'departure', 'waiting'] as const
export type PeopleSort = (typeof peopleSorts)[number]
export type Sorting = { by: PeopleSort; down: boolean }

/** What a list is sorted by: as its address says, `-room` the other way round. Who waits longest is first in the queue. */
export function sortingBy(asked: string | undefined, view: PeopleView): Sorting {
  const by = peopleSorts.find((one) => asked === one || asked === `-${one}`)
  if (by === undefined || (by === 'waiting' && view !== 'queue'))
    return { by: view === 'queue' ? 'waiting' : 'name', down: false }
  return { by, down: asked?.startsWith('-') === true }
}

/** The address of the next sorting by a column: the same column once more is the other way round. */
export function nextSorting({ by, down }: Sorting, column: PeopleSort): string {
  return by === column && !down ? `-${column}` : column
}

const keyOf: Readonly<Record<Exclude<PeopleSort, 'name'>, (row: PersonRow) => string | null>> = {
  // 99 before 101: a shorter number is the lesser one
  room: ({ roomNumber }) => roomNumber && `${String(roomNumber.length).padStart(3)} ${roomNumber}`,
  arrival: ({ arrival }) => arrival,
  departure: ({ departure }) => departure,
  waiting: ({ waitingSince }) => waitingSince,
}

/** Rows in an order; they come by name, and those that have nothing of the column are last either way. */
export function sortPeople(rows: readonly PersonRow[], { by, down }: Sorting): readonly PersonRow[] {
  if (by === 'name') return down ? rows.toReversed() : rows
  const key = keyOf[by]
  return rows.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === other) return 0
    if (one === null || other === null) return one === null ? 1 : -1
    return one < other === down ? 1 : -1
  })
}

/** Rows that have every word that is typed: names in either script or pinyin, rooms, confirmation numbers, alerts. */
export function findPeople(rows: readonly PersonRow[], text: string): readonly PersonRow[] {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (typed.length === 0) return rows
  return rows.filter(({ guestName, guestLatinName, roomNumber, confirmationNo, alerts }) => {
    const names = [guestName, guestLatinName, ...pinyinWords(guestName)]
    const words = [...names, roomNumber ?? '', confirmationNo, ...alerts.map((alert) => alert.text)]
    return typed.every((word) => words.some((one) => one.toLowerCase().includes(word)))
  })
}

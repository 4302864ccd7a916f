import type { OutputOf } from '#shared/contract/index.ts'

type FreeRoom = OutputOf<'room.free'>[number]
/** A room as it is listed: a free one, or the one that the booking has, whose habit is not asked for. */
export type ListedRoom = Omit<FreeRoom, 'meets' | 'ready' | 'stays' | 'floorStays' | 'occupied'> &
  Partial<Pick<FreeRoom, 'stays' | 'floorStays' | 'occupied'>>
/** Nothing chosen yet: the room the booking has, else the best free one; `none` takes the assignment off. */
export type Choice = number | 'best' | 'none'

/** Rooms whose number begins as typed: the one that the booking has, whether or not it is of the type, then the free ones. */
export function listedRooms<R extends ListedRoom>(
  free: readonly R[],
  assigned: ListedRoom | undefined,
  typed: string,
): ListedRoom[] {
  const others = free.filter((room) => room.id !== assigned?.id)
  return [...(assigned ? [assigned] : []), ...others].filter((room) =>
    room.number.toLowerCase().startsWith(typed),
  )
}

type Chosen = { choice: Choice; typed: string; named: number | null; assigned: number | null }

/** The room that is marked: what is typed is looked for, and means another than the one the booking has. */
export function chosenRoom(
  { choice, typed, named, assigned }: Chosen,
  offered: readonly Pick<ListedRoom, 'id'>[],
): number | null {
  if (choice === 'none') return null
  if (choice !== 'best' && offered.some((room) => room.id === choice)) return choice
  if (typed === '' && assigned !== null) return assigned
  return named ?? offered.find((room) => room.id !== assigned)?.id ?? null
}

import type { MadeBookings } from './made.ts'

/**
 * How many rooms were booked on the same day for the same stay through the same accounts and segment: a party, or a block
 * of an agency. Known at the end of the day on which it was made; later bookings have no effect.
 */
export function countTogether(made: MadeBookings): void {
  const rooms = new Map<string, number>()
  const keys = Array.from({ length: made.count }, (_, row) => keyOf(made, row))
  for (const key of keys) rooms.set(key, (rooms.get(key) ?? 0) + 1)
  for (const [row, key] of keys.entries()) made.numbers.roomsTogether[row] = rooms.get(key) as number
}

function keyOf({ createdOn, arrival, numbers, codes }: MadeBookings, row: number): string {
  return `${createdOn[row]} ${arrival[row]} ${numbers.nights[row]} ${codes.agency[row]} ${codes.company[row]} ${codes.segment[row]}`
}

/** The rows as blocks of rooms booked together, with the mean of their probabilities. */
export function blocksOf(
  made: MadeBookings,
  rows: readonly number[],
  probabilities: ArrayLike<number>,
): { rooms: number; probability: number }[] {
  const blocks = new Map<string, { rooms: number; sum: number }>()
  for (const [at, row] of rows.entries()) {
    const key = keyOf(made, row)
    const block = blocks.get(key) ?? { rooms: 0, sum: 0 }
    block.rooms += 1
    block.sum += probabilities[at] as number
    blocks.set(key, block)
  }
  return [...blocks.values()].map(({ rooms, sum }) => ({ rooms, probability: Math.min(1, sum / rooms) }))
}

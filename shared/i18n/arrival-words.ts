/** For when a room is needed: on the housekeeper's card and on the sheet. */
import type { Key } from './index.ts'

type Say = (key: Key, params: Record<string, string | number>) => string

/** “Arrival 14:30, 2 persons”; the time is left out where none is known. */
export function arrivalWords(say: Say, arrival: { expectedTime: string | null; persons: number }): string {
  const { expectedTime: time, persons: count } = arrival
  return time === null
    ? say('housekeeping.sheet.arrivalUntimed', { count })
    : say('housekeeping.sheet.arrival', { time, count })
}

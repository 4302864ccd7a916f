import type { FactTable } from './catalogue.ts'
import { type History, NONE } from './history.ts'

/** Of five: who gives this or less was not content. */
export const lowMarkTo = 2
/** A wait for the room that is worth a word to the guest. */
export const longWaitFrom = 30

/** What went wrong at a stay: a wait and a mark only where they are worth a word. */
export type Troubles<Wish> = {
  declined: Wish[]
  /** Minutes. */
  waited: number | null
  mark: number | null
  markText: string
}

/** Of a stay's wait in minutes and its mark what is worth a word. */
export function troublesOf(minutes: number, mark: number | null): Pick<Troubles<never>, 'waited' | 'mark'> {
  return {
    waited: minutes >= longWaitFrom ? minutes : null,
    mark: mark !== null && mark <= lowMarkTo ? mark : null,
  }
}

/** How long the guest waited for rooms, and how they marked their stays, by the end of the table's day. */
export function writeFelt({ felt }: History, { day, numbers }: FactTable, row: number, g: number): void {
  let longest = Number.NaN
  let marks = 0
  let sum = 0
  let low = 0
  for (let at = felt.from[g] as number; at < (felt.from[g + 1] as number); at++) {
    const waitedOn = felt.waitedOn[at] as number
    const minutes = felt.minutes[at] as number
    if (waitedOn !== NONE && waitedOn <= day && !(longest >= minutes)) longest = minutes
    const markedOn = felt.markedOn[at] as number
    if (markedOn === NONE || markedOn > day) continue
    const mark = felt.mark[at] as number
    marks += 1
    sum += mark
    if (mark <= lowMarkTo) low += 1
  }
  numbers.longestWait[row] = longest
  // 0 / 0 is NaN: no stay was marked
  numbers.markMean[row] = sum / marks
  numbers.lowMarks[row] = low
}

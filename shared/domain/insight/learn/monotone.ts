import type { Binned } from './bins.ts'

/** Per column's name: 1 where the answer may only rise with the value, −1 where only fall. Numbers only. */
export type Monotone = Readonly<Record<string, 1 | -1>>

/** The same per column's place. A name that is not a number's column is a defect of the caller. */
export function monotoneOf({ columns }: Binned, monotone: Monotone = {}): Int8Array {
  const directions = new Int8Array(columns.length)
  for (const [name, direction] of Object.entries(monotone)) {
    const place = columns.findIndex((column) => column.name === name && column.kind === 'number')
    if (place < 0) throw new Error(`no number column to be monotone in: ${name}`)
    directions[place] = direction
  }
  return directions
}

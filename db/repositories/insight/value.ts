import { classKinds, rfmSegments } from '#shared/domain/insight/value/classes.ts'
import type { GuestValues } from '#shared/domain/insight/value/guest-values.ts'
import { classFields } from '#shared/domain/insight/value/summary.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import { packClasses, revenueIndex, scores, type ValueTableName } from '../../insight/value.ts'

type Pulse = (done: number, total: number) => void

/** Writes all guests' values in the place of those there: as of the business date, or of the earlier date asked for last. */
export function writeGuestValues(
  file: InsightFile,
  table: ValueTableName,
  guests: GuestValues,
  pulse: Pulse,
): void {
  const raw = rawOf(file)
  raw.exec(`delete from ${table}_rows; drop index ${table}_by_revenue`)
  const insert = raw.prepare(`insert into ${table}_rows values (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const parts = [...scores, ...classKinds.map((kind) => classFields[kind])].map((name) => guests[name])
  for (let at = 0; at < guests.count; at++) {
    if (at % 20_000 === 0) pulse(at, guests.count)
    const days = guests.recencyDays[at] as number
    insert.run(
      guests.id[at],
      days < 0 ? null : days,
      guests.frequency[at],
      guests.monetaryMinor[at],
      guests.otherMinor[at],
      guests.contributionMinor[at],
      guests.currentMinor[at],
      guests.potentialMinor[at],
      packClasses(parts, at),
    )
  }
  raw.exec(revenueIndex(table))
}

export type Move = { id: number; from: number; to: number }

/** Writes who went where; `from` and `to` are places in `rfmSegments` plus 1, 0 for no stay by then. */
export function writeMoves(file: InsightFile, moves: Iterable<Move>): void {
  const raw = rawOf(file)
  raw.exec('delete from guest_moves')
  const insert = raw.prepare('insert into guest_moves values (?, ?, ?)')
  const word = (place: number) => (place > 0 ? rfmSegments[place - 1] : '')
  for (const { id, from, to } of moves) insert.run(id, word(from), word(to))
}

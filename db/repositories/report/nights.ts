import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { ReportFile } from '../../handles.ts'
import { nightsNow } from '../../report/nights.ts'

/** Which rows of `nights` are to be made again: nights of bookings, and the nights whose sums change with them. */
export type Stale = { add: (night: string, bookingId: number) => void; write: () => void }

/** Collects what changes make stale, and makes it again from the versions. */
export function openNights(file: ReportFile): Stale {
  const raw = rawOf(file)
  const remove = raw.prepare('delete from nights where night = ? and booking_id = ?')
  const insert = raw.prepare(`insert into nights ${nightsNow('n.night = ? and n.booking_id = ?')}`)
  const removeSums = raw.prepare('delete from night_sums where night = ?')
  const insertSums = raw.prepare(`insert into night_sums ${sumsOf('night = ?')}`)
  const stale = new Map<string, Set<number>>()
  return {
    add: (night, bookingId) => {
      const bookings = stale.get(night)
      if (bookings) bookings.add(bookingId)
      else stale.set(night, new Set([bookingId]))
    },
    write: () => {
      for (const [night, bookings] of stale) {
        for (const booking of bookings) {
          remove.run(night, booking)
          insert.run(night, booking)
        }
        removeSums.run(night)
        insertSums.run(night)
      }
      stale.clear()
    },
  }
}

function sumsOf(which: string): string {
  return `select night, room_type_id, status, given, count(*), sum(rate_minor), sum(adults + children + infants)
    from nights where ${which} group by night, room_type_id, status, given`
}

/** The next nights after one that have any, as they are filled: at most `count`; the last of them, null when there is none. */
export function fillNights(file: ReportFile, after: string, count: number): string | null {
  const raw = rawOf(file)
  const last = raw
    .prepare(
      `select max(night) from (select distinct night from night_versions where night > ? order by night limit ?)`,
    )
    .pluck()
    .get(after, count) as string | null
  if (last === null) return null
  const between = 'night > ? and night <= ?'
  raw
    .prepare(`insert into nights ${nightsNow(`n.${between}`)} order by n.night, n.booking_id`)
    .run(after, last)
  raw.prepare(`insert into night_sums ${sumsOf(between)}`).run(after, last)
  return last
}

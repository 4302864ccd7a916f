import type { BusinessDate } from '#shared/values/index.ts'
import { type BulkAccess, type BulkRow, lazily } from '../../dialect/sqlite/bulk.ts'
import { type ChangeEntry, type ChangeHead, type ChangeHeader, changeRow } from '../change/repository.ts'

/**
 * Writing in bulk inside the one write transaction (`Store.exclusively`): imports and the demo hotel.
 * All of it is synchronous, 2–5 µs a row; anyone who writes much gives way now and then (see core's `breather`).
 * Ids come from `nextId`. Change rows of such a transaction all go through `insertChange`, never beside it
 * through `appendChanges`: the head is kept here until the end.
 */
export type Bulk = {
  nextId: BulkAccess['nextId']
  /** Plain inserts by table: `into.rooms(row)`, every column named. */
  into: BulkAccess['into']
  isEmpty: BulkAccess['isEmpty']
  keys: BulkAccess['keys']
  pile: BulkAccess['pile']
  /** Whether a room is taken on a night (by a booking or a closure). */
  roomTaken: (roomId: number, night: string) => boolean
  guestByDocument: (kind: string, country: string, number: string) => number | undefined
  guestByMembership: (number: string) => number | undefined
  /** Who a guest is, by names and date of birth. */
  guestPerson: (id: number) => BulkPerson | undefined
  /** Only for a store that was empty before: an index over rows on file is not cheap to build again. */
  withoutIndexes: BulkAccess['withoutIndexes']
  withSearchInOneRun: BulkAccess['withSearchInOneRun']
  /** `tokens` '' (an unnamed guest) leaves the guest out of the search. */
  insertGuest: (row: BulkRow<'guests'>, tokens: string) => void
  insertAccount: (row: BulkRow<'accounts'>) => void
  insertBooking: (row: BulkRow<'bookings'>) => void
  insertNight: (row: BulkRow<'room_nights'>) => void
  insertCompanion: (row: BulkRow<'booking_companions'>) => void
  insertRequest: (row: BulkRow<'requests'>) => void
  insertMembership: (row: BulkRow<'memberships'>, tiers: readonly BulkRow<'membership_tiers'>[]) => void
  /**
   * One row of the change log, chained to the one before; answers with its sequence. `command` is the sequence of
   * its command's first row: left out, the row is a command of its own.
   */
  insertChange: (header: ChangeHeader, entry: ChangeEntry, command?: number) => number
  /** The newest change row so far. */
  head: () => ChangeHead
  /** Writes the head; `Store.exclusively` calls it before it commits. */
  finish: () => void
  release: () => void
}

export type BulkPerson = {
  nativeName: string
  familyName: string
  givenName: string
  birthDate: BusinessDate | null
}

export function bulkOver(access: BulkAccess): Bulk {
  const { into } = access
  let head: ChangeHead | null = null
  let moved = false
  const headNow = () => {
    head ??= access.readHead()
    return head
  }
  const taken = lazily(() =>
    access.ask<{ found: number }>(
      'select 1 as found from room_nights where room_id = ? and night = ? and live = 1 limit 1',
    ),
  )
  const byDocument = lazily(() =>
    access.ask<{ id: number }>(
      'select guest_id as id from guest_documents where kind = ? and country = ? and number = ?',
    ),
  )
  const byMembership = lazily(() =>
    access.ask<{ id: number }>('select guest_id as id from memberships where number = ?'),
  )
  const person = lazily(() =>
    access.ask<BulkPerson>(
      'select native_name as nativeName, family_name as familyName, given_name as givenName, birth_date as birthDate from guests where id = ?',
    ),
  )
  return {
    nextId: access.nextId,
    into,
    isEmpty: access.isEmpty,
    keys: access.keys,
    pile: access.pile,
    roomTaken: (roomId, night) => taken()(roomId, night) !== undefined,
    guestByDocument: (kind, country, number) => byDocument()(kind, country, number)?.id,
    guestByMembership: (number) => byMembership()(number)?.id,
    guestPerson: (id) => person()(id),
    withoutIndexes: access.withoutIndexes,
    withSearchInOneRun: access.withSearchInOneRun,
    insertGuest: (row, tokens) => {
      into.guests(row)
      if (tokens !== '') access.searchTokens(row.id, tokens)
    },
    insertAccount: into.accounts,
    insertBooking: into.bookings,
    insertNight: into.room_nights,
    insertCompanion: into.booking_companions,
    insertRequest: into.requests,
    insertMembership: (row, tiers) => {
      into.memberships(row)
      for (const tier of tiers) into.membership_tiers(tier)
    },
    insertChange: (header, entry, command) => {
      const last = headNow()
      const row = changeRow(last, header, entry, command ?? last.seq + 1)
      into.changes(row)
      head = { seq: row.seq, hash: row.hash }
      moved = true
      return row.seq
    },
    head: headNow,
    finish: () => {
      if (moved) access.writeHead(headNow())
    },
    release: access.release,
  }
}

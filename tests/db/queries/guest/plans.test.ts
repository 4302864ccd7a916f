import type { CompiledQuery, Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handleOf, readWith } from '#db/dialect/building.ts'
import { handleOver, openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { Reader, Writer } from '#db/handles.ts'
import { readBookingRows, readDayLines, readRoomUsers } from '#db/queries/booking/list.ts'
import { readChangesOfBookings, readChangesOfThings } from '#db/queries/change/changes.ts'
import { readFormer } from '#db/queries/change/former.ts'
import { readGuestBookings, readGuestChanges, readGuestRequests } from '#db/queries/guest/bookings.ts'
import { readFigures } from '#db/queries/guest/figures.ts'
import { type GuestFilter, readFilters } from '#db/queries/guest/filter.ts'
import { readGuestList } from '#db/queries/guest/list.ts'
import { readRoles } from '#db/queries/guest/roles.ts'
import { readGuestRows } from '#db/queries/guest/rows.ts'
import { searchGuests } from '#db/queries/search/guests.ts'
import { readBookingsByNumber, readRoomsByNumber } from '#db/queries/search/palette.ts'
import { loadGuest, ownersOfNumber } from '#db/repositories/guest/repository.ts'
import { readMemberships } from '#db/repositories/loyalty/memberships.ts'
import type { Database } from '#db/schema/database.ts'
import { parseSearch } from '#shared/domain/search/query.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

/**
 * The plans of what runs at every key and at every opened profile: no table that grows with the hotel is read from end
 * to end. A plan is asked of every statement as it is run, with the values it is run with.
 */
let t: TestApp
let raw: RawDatabase
let statements: { sql: string; parameters: readonly unknown[] }[] = []
let db: Reader
const on = '2026-03-02' as BusinessDate
const id = 1 as GuestId
const none: GuestFilter = { inHouse: false, openRequests: false }

beforeAll(async () => {
  t = await openTestApp()
  await t.must('guest.create', { nativeName: '张伟', contacts: [{ kind: 'mobile', value: '13800138000' }] })
  raw = openRaw(t.file, { readonly: true })
  const watched = (readWith(handleOver(raw)) as Kysely<Database>).withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  })
  db = handleOf(watched)
  const executor = watched.getExecutor() as { executeQuery: (query: CompiledQuery) => unknown }
  const run = executor.executeQuery.bind(executor)
  executor.executeQuery = (query) => {
    statements.push({ sql: query.sql, parameters: query.parameters })
    return run(query)
  }
})
afterAll(async () => {
  raw.close()
  await t.close()
})

/** Tables that grow by the million. An index walked in order with a limit is a walk, not a scan: those are named. */
const growing =
  /^SCAN (g|guests|b|bookings|room_nights|n|requests|r|changes|guest_contacts|guest_documents|memberships|m)\b/

function scans(allowed: RegExp): string[] {
  return statements.flatMap(({ sql, parameters }) =>
    sql.startsWith('pragma')
      ? []
      : raw
          .prepare(`explain query plan ${sql}`)
          .all(...(parameters as unknown[]))
          .map((row) => (row as { detail: string }).detail)
          .filter((detail) => growing.test(detail) && !allowed.test(detail)),
  )
}

/** In-house bookings and open requests have indexes of their own, as small as the house is. */
const smallIndex = /USING (COVERING )?INDEX (bookings_in_house|requests_open|rooms)/
const due = { view: 'due-in', date: on, businessDate: on } as const
const walk = /USING (COVERING )?INDEX guests_by_(name|nationality)/

test.each<[string, () => Promise<unknown>, number, RegExp?]>([
  ['search by characters', () => search('张伟'), 8],
  ['search by letters', () => search('zhang wei'), 10],
  ['search in vain, with similar names', () => search('zhagn wei'), 15],
  ['search by digits', () => search('13800138000'), 9],
  ['search narrowed by a tag', () => search('zhang', { tag: 'vip' }), 15],
  [
    'search narrowed by all',
    () =>
      search('zhang', { tag: 'vip', tier: 'gold', nationality: 'CHN', inHouse: true, openRequests: true }),
    16,
  ],
  ['the list', () => readGuestList(db, none, null, 50), 2, walk],
  ['the list from a key on', () => readGuestList(db, none, { sortKey: 'zhang', id: 1 }, 50), 2, walk],
  ['the list of a nationality', () => readGuestList(db, { ...none, nationality: 'CHN' }, null, 50), 3, walk],
  ['the list of those in the house', () => readGuestList(db, { ...none, inHouse: true }, null, 50), 4],
  ['the list of open requests', () => readGuestList(db, { ...none, openRequests: true }, null, 50), 4],
  ['the list of a tier', () => readGuestList(db, { ...none, tier: 'gold' }, null, 50), 4],
  ['the list of a tag', () => readGuestList(db, { ...none, tag: 'vip' }, null, 50), 4],
  ['rows', () => readGuestRows(db, [id], on), 4],
  ['filters', () => readFilters(db), 2],
  ['a profile', () => loadGuest(db, id), 8],
  ['whose document it is', () => ownersOfNumber(db as Writer, { kind: 'passport', number: 'E1' }), 1],
  ['bookings in any role', () => readRoles(db, id), 1],
  ['figures', async () => readFigures(db, await readRoles(db, id)), 2],
  ['bookings', async () => readGuestBookings(db, id, await readRoles(db, id), null, 50), 3],
  ['requests', async () => readGuestRequests(db, await readRoles(db, id), 0), 3],
  [
    'changes of bookings',
    () => readGuestChanges(db, id, { bookings: [1], memberships: [1] }, undefined, 50),
    1,
  ],
  ['memberships', () => readMemberships(db, id), 1],
  // Few changes take a companion off: they are looked through in an index of theirs
  ['what was the guest’s before', () => readFormer(db, id), 1, /COVERING INDEX changes_from_companions/],
  ['changes of some bookings', () => readChangesOfBookings(db, [1, 2]), 1],
  ['changes of some things', () => readChangesOfThings(db, 'membership', [1, 2]), 1],
  ['bookings by number', () => readBookingsByNumber(db, '1000', 5), 1],
  ['who is due in', () => readDayLines(db, due, { rooms: true }), 1],
  ['those of a page', () => readBookingRows(db, [1 as BookingId], on), 1],
  ['who is in which room', () => readRoomUsers(db, on), 2],
  ['rooms by number', () => readRoomsByNumber(db, '1', on, 5), 1],
])('%s: no scan, and few statements', async (_what, run, most, allowed) => {
  statements = []
  await run()
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.length).toBeLessThanOrEqual(most)
  expect(scans(allowed ?? smallIndex).filter((detail) => !smallIndex.test(detail))).toEqual([])
})

test('a planted scan is seen', async () => {
  statements = []
  await readWith(db).selectFrom('guests').select('id').where('gender', '=', 'female').execute()
  expect(scans(smallIndex)).toHaveLength(1)
})

function search(text: string, filter: Partial<GuestFilter> = {}) {
  return searchGuests(
    db,
    { typed: parseSearch(text), filter: { ...none, ...filter }, businessDate: on },
    null,
    50,
  )
}

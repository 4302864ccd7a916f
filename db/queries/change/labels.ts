import { sql } from 'kysely'
import { type GuestNames, latinName, wholeName } from '#shared/domain/name/name.ts'
import type { GuestId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { Database } from '../../schema/database.ts'
import type { Flag } from '../../schema/flag.ts'
import type { HouseTable } from '../../schema/house.ts'

/** Reads what things of one kind are called. */
type LabelReader = (
  db: Reader,
  ids: readonly number[],
  language: string,
) => Promise<{ id: number; label: string }[]>

const labelReaders: Record<string, LabelReader> = {
  guest: guestLabels,
  booking: labelsIn('bookings', 'confirmation_no'),
  request: ofBookingLabels('requests'),
  trace: ofBookingLabels('traces'),
  stay: labelsIn('bookings', 'confirmation_no'),
  'day-use': labelsIn('bookings', 'confirmation_no'),
  'guest-message': ofBookingLabels('guest_messages'),
  'wake-call': ofBookingLabels('wake_calls'),
  parcel: ofBookingLabels('parcels'),
  'found-item': ofBookingLabels('found_items'),
  'key-log': ofBookingLabels('key_logs'),
  luggage: ofBookingLabels('luggage'),
  room: labelsIn('rooms', 'number'),
  'desk-devices': labelsIn('desk_devices', 'workstation'),
  closure: roomLabelsIn('closures'),
  attendant: labelsIn('attendants', 'name'),
  'housekeeping-task': roomLabelsIn('housekeeping_tasks'),
  discrepancy: roomLabelsIn('discrepancies'),
  ticket: labelsIn('tickets', 'id'),
  'room-type': labelsIn('room_types', 'code'),
  'rate-plan': labelsIn('rate_plans', 'code'),
  account: labelsIn('accounts', 'name'),
  programme: labelsIn('programmes', 'code'),
  membership: labelsIn('memberships', 'number'),
  user: labelsIn('users', 'login'),
  role: labelsIn('roles', 'code'),
  access: labelsIn('users', 'login'),
  'import-batch': labelsIn('import_batches', 'file_name'),
  'import-word': labelsIn('import_words', 'word'),
  'guest-kind': labelsIn('guest_kinds', 'name'),
  'report-favourite': labelsIn('report_favourites', 'name'),
  'report-schedule': labelsIn('report_schedules', 'name'),
  explore: labelsIn('explores', 'name'),
  'report-memory': labelsIn('users', 'login'),
  commission: labelsIn('accounts', 'name'),
  budget: labelsIn('budgets', 'id'),
  'comp-set': labelsIn('comp_sets', 'id'),
  'ledger-account': labelsIn('ledger_accounts', 'code'),
  tax: labelsIn('taxes', 'code'),
  'tax-rule': labelsIn('tax_rules', 'code'),
  'transaction-code': labelsIn('transaction_codes', 'code'),
  package: labelsIn('packages', 'code'),
  'fee-policy': labelsIn('fee_policies', 'code'),
  'exchange-rate': labelsIn('exchange_rates', 'currency'),
  folio: labelsIn('folios', 'id'),
  posting: labelsIn('postings', 'id'),
  deposit: labelsIn('deposits', 'slip_no'),
  voucher: labelsIn('vouchers', 'number'),
  shift: labelsIn('shifts', 'id'),
  'paper-series': labelsIn('paper_series', 'code'),
  paper: labelsIn('papers', 'label'),
  fapiao: labelsIn('fapiao', 'id'),
  registration: ofBookingLabels('registrations'),
  'minor-sheet': ofBookingLabels('minor_sheets'),
  registrant: guestLabels,
  visitor: labelsIn('visitors', 'name'),
  close: labelsIn('closes', 'business_date'),
  segment: segmentLabels(),
  'segment-tags': segmentLabels(),
}

/**
 * What things are called now, by kind and id as they are in the log: `guest:12` → 张伟 Zhang Wei (as the language orders them), `booking:7` → its
 * confirmation number. One statement per kind that occurs; what has no name, or is deleted, is not among them.
 */
export async function readLabels(
  db: Reader,
  things: Iterable<string>,
  language = 'en',
): Promise<Map<string, string>> {
  const idsOf = new Map<string, Set<number>>()
  for (const thing of things) {
    const [kind = '', id] = thing.split(':')
    const ids = idsOf.get(kind) ?? new Set()
    idsOf.set(kind, ids.add(Number(id)))
  }
  const labels = new Map<string, string>()
  for (const [kind, ids] of idsOf) {
    const found = (await labelReaders[kind]?.(db, [...ids], language)) ?? []
    for (const { id, label } of found) labels.set(`${kind}:${id}`, label)
  }
  return labels
}

function labelsIn(table: keyof Database, column: string): LabelReader {
  const query = preparedSql(
    (at: { ids: string }) => sql<{ id: number; label: string }>`
      select id, cast(${sql.ref(column)} as text) as label from ${sql.table(table)} where id in ${listedIn(at.ids)}`,
  )
  return (db, ids) => query.all(db, { ids: JSON.stringify(ids) })
}

/** What is about a room is called by its number. */
function roomLabelsIn(table: 'closures' | 'housekeeping_tasks' | 'discrepancies'): LabelReader {
  const query = preparedSql(
    (at: { ids: string }) => sql<{ id: number; label: string }>`
      select t.id, r.number as label from ${sql.table(table)} t join rooms r on r.id = t.room_id
      where t.id in ${listedIn(at.ids)}`,
  )
  return (db, ids) => query.all(db, { ids: JSON.stringify(ids) })
}

/** A segment is called by the name of the reader's language, where it has one. */
function segmentLabels(): LabelReader {
  const query = preparedSql(
    (at: { ids: string }) => sql<{ id: number; en: string; zh: string }>`
      select id, name_en as en, name_zh as zh from segments where id in ${listedIn(at.ids)}`,
  )
  return async (db, ids, language) =>
    (await query.all(db, { ids: JSON.stringify(ids) })).map(({ id, en, zh }) => ({
      id,
      label: (language === 'zh' ? zh || en : en || zh) || String(id),
    }))
}

/** A request, or a thing of the house, is known by its booking's number; one that belongs to no booking by its own. */
function ofBookingLabels(table: 'requests' | 'registrations' | 'minor_sheets' | HouseTable): LabelReader {
  const query = preparedSql(
    (at: { ids: string }) => sql<{ id: number; label: string }>`
      select r.id, coalesce(b.confirmation_no, cast(r.id as text)) as label
      from ${sql.table(table)} r left join bookings b on b.id = r.booking_id
      where r.id in ${listedIn(at.ids)}`,
  )
  return (db, ids) => query.all(db, { ids: JSON.stringify(ids) })
}

const guestNames = preparedSql(
  (at: { ids: string }) => sql<GuestNames & { id: GuestId }>`
    select id, native_name as nativeName, family_name as familyName, given_name as givenName
    from guests where id in ${listedIn(at.ids)}`,
)

/** Names by guest; for what is not on file there is none. */
export async function readGuestNames(db: Reader, ids: readonly GuestId[]): Promise<Map<GuestId, GuestNames>> {
  if (ids.length === 0) return new Map()
  return new Map((await guestNames.all(db, { ids: JSON.stringify(ids) })).map((row) => [row.id, row]))
}

async function guestLabels(db: Reader, ids: readonly number[], language: string) {
  return [...(await readGuestNames(db, ids as GuestId[]))].map(([id, names]) => ({
    id,
    label: wholeName(names.nativeName, latinName(names), language),
  }))
}

/** What the user of a login is called. */
export type NameOf = (login: string) => string

const users = preparedSql(() => sql<{ login: string; name: string }>`select login, name from users`)

/**
 * What people are called who sign in by a login; who is no user (a command line, a demo) is called by it. A hotel has
 * tens of users: all are read at once.
 */
export async function readUserNames(db: Reader): Promise<NameOf> {
  const names = new Map((await users.all(db, {})).map(({ login, name }) => [login, name]))
  return (login) => names.get(login) ?? login
}

/** The guest of a booking, a request or a membership; of a request also what is asked. */
export type Whose = GuestNames & {
  id: number
  guestId: GuestId
  kind?: string
  text?: string
  fromPreference?: Flag
}

const ofBookings = preparedSql(
  (at: { ids: string }) => sql<Whose>`
    select b.id, g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from bookings b join guests g on g.id = b.guest_id where b.id in ${listedIn(at.ids)}`,
)
const ofRequests = preparedSql(
  (at: { ids: string }) => sql<Whose>`
    select r.id, r.kind, r.text, r.from_preference as fromPreference,
      g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from requests r join bookings b on b.id = r.booking_id join guests g on g.id = b.guest_id
    where r.id in ${listedIn(at.ids)}`,
)
const ofMemberships = preparedSql(
  (at: { ids: string }) => sql<Whose>`
    select m.id, g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from memberships m join guests g on g.id = m.guest_id where m.id in ${listedIn(at.ids)}`,
)
const ofLeavingCases = preparedSql(
  (at: { ids: string }) => sql<Whose>`
    select c.id, g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from leaving_cases c join guests g on g.id = c.guest_id where c.id in ${listedIn(at.ids)}`,
)
const ofJudgements = preparedSql(
  (at: { ids: string }) => sql<Whose>`
    select j.id, g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from guest_judgements j join guests g on g.id = j.guest_id where j.id in ${listedIn(at.ids)}`,
)
/** The guest of the booking that a thing of the house is for. */
function ofHouse(table: HouseTable) {
  return preparedSql(
    (at: { ids: string }) => sql<Whose>`
    select t.id, g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from ${sql.table(table)} t join bookings b on b.id = t.booking_id join guests g on g.id = b.guest_id
    where t.id in ${listedIn(at.ids)}`,
  )
}
const ofRegistrations = preparedSql(
  (at: { ids: string }) => sql<Whose>`
    select r.id, g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from registrations r join guests g on g.id = r.guest_id where r.id in ${listedIn(at.ids)}`,
)
const ofMinorSheets = preparedSql(
  (at: { ids: string }) => sql<Whose>`
    select s.id, g.id as guestId, g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName
    from minor_sheets s join guests g on g.id = s.guest_id where s.id in ${listedIn(at.ids)}`,
)
const guestsOf = {
  booking: ofBookings,
  trace: ofHouse('traces'),
  'guest-message': ofHouse('guest_messages'),
  'wake-call': ofHouse('wake_calls'),
  parcel: ofHouse('parcels'),
  'found-item': ofHouse('found_items'),
  'key-log': ofHouse('key_logs'),
  luggage: ofHouse('luggage'),
  request: ofRequests,
  stay: ofBookings,
  'day-use': ofBookings,
  membership: ofMemberships,
  'leaving-case': ofLeavingCases,
  'guest-judgement': ofJudgements,
  registration: ofRegistrations,
  'minor-sheet': ofMinorSheets,
} as const

/** The guest whom a booking, a request or a membership is for, by kind and id as they are in the log: `booking:7`. */
export async function readWhom(db: Reader, things: Iterable<string>): Promise<Map<string, Whose>> {
  const all = new Set(things)
  const whom = new Map<string, Whose>()
  for (const [kind, query] of Object.entries(guestsOf)) {
    const ids = [...all].filter((thing) => thing.startsWith(`${kind}:`)).map((thing) => thing.split(':')[1])
    if (ids.length === 0) continue
    for (const row of await query.all(db, { ids: JSON.stringify(ids.map(Number)) }))
      whom.set(`${kind}:${row.id}`, row)
  }
  return whom
}

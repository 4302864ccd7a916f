/** stay.checkIn by hand: one transaction with all that the command reads and writes, committed at synchronous=FULL. */
import { randomBytes } from 'node:crypto'
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { changeColumns, insertOf, parted, sha256 } from './floor-booking.ts'

export type ComingGuest = { requestId: string; id: number; version: number }

const stayColumns =
  'booking_id room_id arrived_at checked_in_at checked_in_on checked_in_by checked_out_at checked_out_on checked_out_by do_not_disturb incognito accepted signature signed_at feedback_mark feedback_text feedback_at feedback_by version'.split(
    ' ',
  )
const registrationColumns =
  'id booking_id guest_id event room_id at business_date made_by state state_at state_by failure withdrawn data guest_version registrant_version version'.split(
    ' ',
  )

const keyColumns =
  'id booking_id status created_at created_by status_at status_by keys returned to_name note version'.split(
    ' ',
  )

type Booked = {
  version: number
  guest_id: number
  room_id: number
  guest_version: number
  arrival: string
  departure: string
  adults: number
  children: number
  infants: number
  native_name: string
  family_name: string
  given_name: string
  gender: string
  birth_date: string | null
  nationality: string
}
type Document = { kind: string; number: string; country: string }

/** What a check-in reads and writes. */
function statementsOf(raw: RawDatabase) {
  const begin = raw.prepare('begin immediate')
  const commit = raw.prepare('commit')
  const receipt = raw.prepare('select asked from receipts where request_id = ?')
  const booked = raw.prepare(
    `select b.*, g.*, b.version, b.guest_id, g.version as guest_version, n.room_id from bookings b join guests g on g.id = b.guest_id
     left join room_nights n on n.booking_id = b.id and n.night = ? where b.id = ?`,
  )
  const readOf = [
    'select * from stays where booking_id = ?',
    'select * from room_nights where booking_id = ?',
    'select * from booking_companions where booking_id = ?',
    'select * from stay_persons where booking_id = ?',
    'select * from minor_sheets where booking_id = ?',
    `select * from guest_contacts where guest_id = (select guest_id from bookings where id = ?)`,
    `select * from registrants where id = (select guest_id from bookings where id = ?)`,
    `select * from guest_alerts where guest_id = (select guest_id from bookings where id = ?)`,
    `select id from bookings where status = 'in-house' and guest_id = (select guest_id from bookings where id = ?)`,
    'select * from registrations where booking_id = ?',
  ].map((sql) => raw.prepare(sql))
  const documents = raw.prepare('select * from guest_documents where guest_id = ? order by id')
  const terms = raw.prepare('select * from stay_settings')
  const uses = raw.prepare('select * from day_uses where room_id = ?')
  const room = raw.prepare('select * from rooms where id = ?')
  const occupant = raw.prepare(
    'select booking_id from stays where room_id = ? and checked_in_at is not null and checked_out_at is null',
  )
  const ids = raw.prepare(
    `select 1 + max(coalesce((select max(id) from registrations), 0),
       coalesce((select max(entity_id) from changes where entity = 'registration'), 0))`,
  )
  const booking = raw.prepare("update bookings set status = 'in-house', version = version + 1 where id = ?")
  const stay = raw.prepare(insertOf('stays', stayColumns))
  const registration = raw.prepare(insertOf('registrations', registrationColumns))
  const keyIds = raw.prepare(
    `select 1 + max(coalesce((select max(id) from key_logs), 0),
       coalesce((select max(entity_id) from changes where entity = 'key-log'), 0))`,
  )
  const keys = raw.prepare(insertOf('key_logs', keyColumns))
  const change = raw.prepare(insertOf('changes', changeColumns))
  const head = raw.prepare('select seq, hash from change_head where id = 1')
  const setHead = raw.prepare('update change_head set seq = ?, hash = ? where id = 1')
  const answer = raw.prepare('insert into receipts (request_id, asked, change, output) values (?, ?, ?, ?)')
  return {
    begin,
    commit,
    receipt,
    booked,
    readOf,
    documents,
    terms,
    uses,
    room,
    occupant,
    ids,
    booking,
    stay,
    registration,
    keyIds,
    keys,
    change,
    head,
    setHead,
    answer,
  }
}

function imageOf(columns: readonly string[], values: readonly unknown[]): object {
  return Object.fromEntries(columns.map((name, at) => [name, values[at]]))
}

/** What the police want to know of a guest. */
function registrationOf(found: Booked, document: Document | undefined): object {
  return {
    nativeName: found.native_name,
    familyName: found.family_name,
    givenName: found.given_name,
    gender: found.gender,
    birthDate: found.birth_date,
    nationality: found.nationality,
    documentKind: document?.kind,
    documentNumber: document?.number,
    documentCountry: document?.country,
    travellers: String(found.adults + found.children + found.infants),
    arrival: found.arrival,
    departure: found.departure,
  }
}

/** Answers with what the command answers with. */
export function checkInFloor(
  raw: RawDatabase,
  today: BusinessDate,
): (input: ComingGuest) => { id: number; version: number } {
  const sql = statementsOf(raw)
  let last = sql.head.get() as { seq: number; hash: string }

  return ({ requestId, id, version }) => {
    const now = new Date().toISOString()
    const command = last.seq + 1
    const log = (entity: string, entityId: number, before: object | null, after: object) => {
      const { open, personal } = parted(after)
      const salt = randomBytes(16).toString('base64url')
      const was = before && JSON.stringify(before)
      const digest = sha256([salt, null, personal, null, requestId])
      const who = ['cli:bench', 'BENCH', 'stay.checkIn']
      const row = [last.seq + 1, command, now, today, ...who, entity, entityId, id, was, open]
      const hash = sha256([last.hash, ...row, null, null, null, digest])
      sql.change.run(...row, null, requestId, null, hash, personal, salt)
      last = { seq: last.seq + 1, hash }
    }
    sql.begin.run()
    if (sql.receipt.get(requestId)) throw new Error('done before')
    const found = sql.booked.get(today, id) as Booked
    for (const read of sql.readOf) read.all(id)
    const document = sql.documents.get(found.guest_id) as Document | undefined
    sql.terms.get()
    sql.uses.all(found.room_id)
    sql.room.get(found.room_id)
    if (sql.occupant.get(found.room_id) || found.version !== version) throw new Error('refused')
    const flags = [0, 0, '["not-registered"]', null, null, null, null, null, null]
    const came = [id, found.room_id, null, now, today, 'cli:bench', null, null, null, ...flags, 1]
    sql.booking.run(id)
    sql.stay.run(...came)
    log('booking', id, { status: 'confirmed' }, { status: 'in-house' })
    log('stay', id, null, { ...imageOf(stayColumns.slice(1, -1), came.slice(1)), persons: {} })
    const number = sql.ids.pluck().get() as number
    const data = registrationOf(found, document)
    const told = [
      id,
      found.guest_id,
      'arrival',
      found.room_id,
      now,
      today,
      'cli:bench',
      'to-send',
      now,
      'cli:bench',
    ]
    const rest = ['', 0, JSON.stringify(data), found.guest_version, 0]
    sql.registration.run(number, ...told, ...rest, 1)
    log('registration', number, null, {
      ...imageOf(registrationColumns.slice(1, -1), [...told, ...rest]),
      data,
    })
    const given = [id, 'open', now, 'cli:bench', now, 'cli:bench', 1, 0, '', '']
    const key = sql.keyIds.pluck().get() as number
    sql.keys.run(key, ...given, 1)
    log('key-log', key, null, imageOf(keyColumns.slice(2, -1), given.slice(1)))
    sql.setHead.run(last.seq, last.hash)
    const output = { id, version: version + 1 }
    sql.answer.run(
      requestId,
      sha256(['stay.checkIn', JSON.stringify({ id, version })]),
      command,
      JSON.stringify(output),
    )
    sql.commit.run()
    return output
  }
}

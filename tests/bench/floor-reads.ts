/** booking.get, change.list, room.availability and room.free by hand. */

import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { rowsOfCommand } from '#db/queries/change/commands.ts'
import { type GuestNames, latinName, wholeName } from '#shared/domain/name/name.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import { type BusinessDate, nightsOf } from '#shared/values/index.ts'

export type FloorBooking = {
  id: number
  version: number
  status: string
  nights: number
  totalMinor: number
  guest: string
  people: number
  requests: number[]
}

export function bookingGetFloor(raw: RawDatabase): (id: number) => FloorBooking {
  const booking = raw.prepare(
    `select b.*, a.name as agency_name, c.name as company_name from bookings b
     left join accounts a on a.id = b.agency_id left join accounts c on c.id = b.company_id where b.id = ?`,
  )
  const nights = raw.prepare(
    `select n.night, n.room_type_id, n.room_id, r.number, n.rate_minor from room_nights n
     left join rooms r on r.id = n.room_id where n.booking_id = ? order by n.night`,
  )
  const people = raw.prepare(
    `select g.id, g.native_name, g.family_name, g.given_name, g.nationality,
       (select m.tier from memberships m where m.guest_id = g.id limit 1) as tier,
       (select count(*) from guest_alerts a where a.guest_id = g.id) as alerts
     from guests g where g.id in (?, ?) or g.id in (select guest_id from booking_companions where booking_id = ?)`,
  )
  const requests = raw.prepare('select * from requests where booking_id = ? order by id')
  return (id) => {
    const row = booking.get(id) as {
      version: number
      status: string
      guest_id: number
      booker_id: number | null
    }
    const slept = nights.all(id) as { rate_minor: number }[]
    const party = people.all(row.guest_id, row.booker_id, id) as {
      id: number
      native_name: string
      given_name: string
      family_name: string
    }[]
    const guest = party.find((one) => one.id === row.guest_id)
    return {
      id,
      version: row.version,
      status: row.status,
      nights: slept.length,
      totalMinor: slept.reduce((sum, night) => sum + night.rate_minor, 0),
      guest: guest?.native_name || `${guest?.given_name} ${guest?.family_name}`,
      people: party.length,
      requests: (requests.all(id) as { id: number }[]).map((one) => one.id),
    }
  }
}

export type FloorChange = {
  seq: number
  label: string
  before: unknown
  after: unknown
  undoneBy: number | null
}

const houseTables = {
  registration: 'registrations',
  'minor-sheet': 'minor_sheets',
  trace: 'traces',
  'guest-message': 'guest_messages',
  'wake-call': 'wake_calls',
  parcel: 'parcels',
  'found-item': 'found_items',
  'key-log': 'key_logs',
  luggage: 'luggage',
}

/** What things are called, by the word the log has for them. */
function labelStatements(raw: RawDatabase): Record<string, ReturnType<RawDatabase['prepare']>> {
  const labels: Record<string, ReturnType<RawDatabase['prepare']>> = {
    guest: raw.prepare(
      'select id, native_name as nativeName, family_name as familyName, given_name as givenName from guests where id in (select value from json_each(?))',
    ),
    ...Object.fromEntries(
      (['closures', 'housekeeping_tasks', 'discrepancies'] as const).map((table, at) => [
        ['closure', 'housekeeping-task', 'discrepancy'][at] as string,
        raw.prepare(
          `select t.id, r.number as label from ${table} t join rooms r on r.id = t.room_id where t.id in (select value from json_each(?))`,
        ),
      ]),
    ),
    registrant: raw.prepare(
      'select id, native_name as nativeName, family_name as familyName, given_name as givenName from guests where id in (select value from json_each(?))',
    ),
    request: raw.prepare(
      'select r.id, b.confirmation_no as label from requests r join bookings b on b.id = r.booking_id where r.id in (select value from json_each(?))',
    ),
  }
  for (const [kind, table] of Object.entries(houseTables))
    labels[kind] = raw.prepare(
      `select r.id, coalesce(b.confirmation_no, cast(r.id as text)) as label from ${table} r
       left join bookings b on b.id = r.booking_id where r.id in (select value from json_each(?))`,
    )
  const named = {
    booking: ['bookings', 'confirmation_no'],
    stay: ['bookings', 'confirmation_no'],
    'day-use': ['bookings', 'confirmation_no'],
    room: ['rooms', 'number'],
    'room-type': ['room_types', 'code'],
    'rate-plan': ['rate_plans', 'code'],
    account: ['accounts', 'name'],
    commission: ['accounts', 'name'],
    programme: ['programmes', 'code'],
    membership: ['memberships', 'number'],
    user: ['users', 'login'],
    role: ['roles', 'code'],
    'ledger-account': ['ledger_accounts', 'code'],
    'transaction-code': ['transaction_codes', 'code'],
    'exchange-rate': ['exchange_rates', 'currency'],
    voucher: ['vouchers', 'number'],
    'desk-devices': ['desk_devices', 'workstation'],
    // Anyone who signed in: the page's benchmark does, on the same store.
    access: ['users', 'login'],
    budget: ['budgets', 'cast(id as text)'],
    'comp-set': ['comp_sets', 'cast(id as text)'],
    attendant: ['attendants', 'name'],
    ticket: ['tickets', 'cast(id as text)'],
    folio: ['folios', 'cast(id as text)'],
    posting: ['postings', 'cast(id as text)'],
    deposit: ['deposits', 'slip_no'],
    shift: ['shifts', 'cast(id as text)'],
    paper: ['papers', 'label'],
    fapiao: ['fapiao', 'cast(id as text)'],
    close: ['closes', 'business_date'],
    visitor: ['visitors', 'name'],
    segment: ['segments', "coalesce(nullif(name_zh, ''), name_en)"],
  } as const
  for (const [kind, [table, label]] of Object.entries(named))
    labels[kind] = raw.prepare(
      `select id, ${label} as label from ${table} where id in (select value from json_each(?))`,
    )
  return labels
}

/** A page of the log after a sequence, with what things are called and what was undone. */
export function changeListFloor(
  raw: RawDatabase,
): (input: { before: number; entity?: string; limit: number }) => FloorChange[] {
  const all = raw.prepare('select * from changes where seq < ? order by seq desc')
  const ofEntity = raw.prepare('select * from changes where entity = ? and seq < ? order by seq desc')
  const undone = raw.prepare(
    'select undoes, command from changes where undoes in (select value from json_each(?)) order by seq',
  )
  const labels = labelStatements(raw)
  type Labelled = { id: number } & ({ label: string } | GuestNames)
  type Row = {
    seq: number
    command: number
    entity: string
    entity_id: number
    before: string | null
    after: string | null
    personal_before: string | null
    personal_after: string | null
  }
  return ({ before, entity, limit }) => {
    const rows: Row[] = []
    const rowsRead = new Map<number, number>()
    for (const one of entity ? ofEntity.iterate(entity, before) : all.iterate(before)) {
      const row = one as Row
      const read = rowsRead.get(row.command) ?? 0
      if (rowsRead.size === limit && read === 0) break
      rowsRead.set(row.command, read + 1)
      if (read < rowsOfCommand) rows.push(row)
    }
    const names = new Map<string, string>()
    for (const [kind, statement] of Object.entries(labels)) {
      const ids = rows.filter((row) => row.entity === kind).map((row) => row.entity_id)
      if (ids.length === 0) continue
      for (const one of statement.all(JSON.stringify(ids)) as Labelled[])
        names.set(
          `${kind}:${one.id}`,
          'label' in one ? one.label : wholeName(one.nativeName, latinName(one), 'zh'),
        )
    }
    const undoers = new Map<number, number>()
    const commands = JSON.stringify(rows.map((row) => row.command))
    for (const row of undone.all(commands) as { undoes: number; command: number }[])
      undoers.set(row.undoes, row.command)
    return rows.map((row) => ({
      seq: row.seq,
      label: names.get(`${row.entity}:${row.entity_id}`) ?? '',
      before: wholeOf(row.before, row.personal_before),
      after: wholeOf(row.after, row.personal_after),
      undoneBy: undoers.get(row.command) ?? null,
    }))
  }
}

function wholeOf(open: string | null, personal: string | null): object | null {
  if (open === null && personal === null) return null
  return { ...(open ? JSON.parse(open) : {}), ...(personal ? JSON.parse(personal) : {}) }
}

export type FloorStock = {
  roomTypeId: number
  left: number
  nights: { night: string; sold: number; left: number }[]
}

export function availabilityFloor(
  raw: RawDatabase,
): (arrival: BusinessDate, departure: BusinessDate) => FloorStock[] {
  const types = raw.prepare(
    `select t.id, t.overbooking, (select count(*) from rooms r where r.room_type_id = t.id and r.active = 1) as rooms
     from room_types t where t.active = 1 order by t.position, t.code`,
  )
  const taken = raw.prepare(
    `select night, room_type_id, count(booking_id) as sold, count(*) - count(booking_id) as closed from room_nights
     where live = 1 and night >= ? and night < ? group by night, room_type_id`,
  )
  type Taken = { night: string; room_type_id: number; sold: number; closed: number }
  return (arrival, departure) => {
    const by = new Map(
      (taken.all(arrival, departure) as Taken[]).map((row) => [`${row.room_type_id} ${row.night}`, row]),
    )
    const dates = nightsOf(arrival, departure)
    return (types.all() as { id: number; overbooking: number; rooms: number }[]).map((type) => {
      const nights = dates.map((night) => {
        const { sold = 0, closed = 0 } = by.get(`${type.id} ${night}`) ?? {}
        return { night, sold, left: type.rooms - closed + type.overbooking - sold }
      })
      return { roomTypeId: type.id, nights, left: Math.min(...nights.map(({ left }) => left)) }
    })
  }
}

/** Numbers of the rooms that are free, in no order that wishes would make. */
export function freeRoomsFloor(
  raw: RawDatabase,
): (arrival: BusinessDate, departure: BusinessDate) => string[] {
  const free = raw.prepare(
    `select * from rooms where active = 1 and id not in (select room_id from room_nights
       where live = 1 and night >= @arrival and night < @departure and room_id is not null)
     and id not in (select d.room_id from bookings b join day_uses d on d.booking_id = b.id
       where b.arrival between @arrival and @departure and b.departure = b.arrival and b.status in ('confirmed', 'in-house')
         and d.room_id is not null and (b.arrival > @arrival or d.to_time > @arriveFrom) and (b.arrival < @departure or d.from_time < @departBy))
     order by number`,
  )
  const terms = (raw.prepare('select terms from stay_settings').pluck().get() ?? '{}') as string
  const { arriveFrom, departBy } = { ...usualTerms, ...JSON.parse(terms) }
  return (arrival, departure) =>
    (free.all({ arrival, departure, arriveFrom, departBy }) as { number: string; features: string }[]).map(
      (room) => {
        JSON.parse(room.features)
        return room.number
      },
    )
}

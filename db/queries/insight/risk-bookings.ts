/**
 * Bookings as they were on the day they were made, for the risk of arrivals: the newest ones whose outcome is known and all that
 * are still to come. What was changed later is taken back by the log's row of the making.
 */
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { countEarlier } from '#shared/domain/insight/risk/earlier.ts'
import {
  createCoder,
  createMade,
  type MadeBookings,
  NO_DAY,
  outcomeCame,
  outcomeCancelled,
  outcomeNoShow,
  outcomeOpen,
  type ProtectedRiskFact,
  type RiskCategory,
  riskCategories,
  setDays,
} from '#shared/domain/insight/risk/made.ts'
import { countTogether } from '#shared/domain/insight/risk/together.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { createDays } from './columns.ts'

type Pulse = (done: number, total: number) => void

export type RiskBookings = {
  made: MadeBookings
  /** As it is on file now, row by row. */
  now: BookingNow[]
  /** Bookings whose facts were taken back to those of the day they were made. */
  takenBack: number
}

export type BookingNow = {
  guestId: number
  arrival: string
  departure: string
  /** Was still to come on the date. */
  open: boolean
  guarantee: string
  totalMinor: number
  /** Whose account pays, by the guarantee. */
  accountId: number | null
  depositMinor: number | null
  depositDueOn: string | null
}

export type RiskAsked = {
  /** What was known at the beginning of this date. */
  today: string
  /** At most so many with a known outcome, the latest arrivals. */
  most: number
  /** Read only where the settings allow it. */
  allowed: readonly ProtectedRiskFact[]
  pulse?: Pulse
}

const columns = `b.id, b.guest_id as guestId, b.status, b.created_on as createdOn, b.arrival, b.departure,
  b.cancelled_on as cancelledOn, b.adults, b.children + b.infants as children, b.total_minor as totalMinor, b.meal, b.segment,
  b.channel, b.guarantee, b.charged_room_type_id as roomTypeId, b.rate_plan_id as ratePlanId, b.agency_id as agencyId,
  b.company_id as companyId, b.deposit_minor as depositMinor, b.deposit_due_on as depositDueOn, b.source`

type Row = {
  id: number
  guestId: number
  status: string
  createdOn: string
  arrival: string
  departure: string
  cancelledOn: string | null
  adults: number
  children: number
  totalMinor: number
  meal: string
  segment: string
  channel: string
  guarantee: string
  roomTypeId: number
  ratePlanId: number | null
  agencyId: number | null
  companyId: number | null
  depositMinor: number | null
  depositDueOn: string | null
  source: string | null
}

/** What is read of a booking to know its facts: of its row, or of the log's image of its making. */
type Facts = Omit<Row, 'id' | 'guestId' | 'status' | 'cancelledOn' | 'depositMinor' | 'depositDueOn'>

/** Read within a read transaction. */
export function readRiskBookings(
  raw: RawDatabase,
  { today, most, allowed, pulse = () => undefined }: RiskAsked,
): RiskBookings {
  const ended = raw
    .prepare(
      `select ${columns} from bookings b
        where b.arrival < ? and b.status in ('checked-out', 'in-house', 'cancelled', 'no-show')
        order by b.arrival desc, b.id desc limit ?`,
    )
    .all(today, most) as Row[]
  const open = raw
    .prepare(
      `select ${columns} from bookings b
        where b.arrival >= ? and b.created_on <= ? and b.status not in ('enquiry', 'waitlisted')
          and (b.status <> 'cancelled' or b.cancelled_on > ?)
        order by b.arrival, b.id`,
    )
    .all(today, today, today) as Row[]
  const rows = [...ended.reverse(), ...open]
  const made = createMade(rows.length)
  const put = createPut(raw, made)
  const takenBack = readMakings(raw, rows)
  const total = rows.length * 3
  for (const [row, one] of rows.entries()) {
    const isOpen = row >= ended.length
    put(row, isOpen ? { ...one, status: 'confirmed', cancelledOn: null } : one, takenBack.get(one.id) ?? one)
    if (row % 10_000 === 0) pulse(row, total)
  }
  countTogether(made)
  pulse(rows.length, total)
  putEarlier(raw, made, rows, (done, all) => pulse(rows.length + (rows.length * 2 * done) / all, total))
  if (allowed.length > 0) putProtected(raw, made, rows, allowed)
  return {
    made,
    now: rows.map((one, row) => ({
      guestId: one.guestId,
      arrival: one.arrival,
      departure: one.departure,
      open: row >= ended.length,
      guarantee: one.guarantee,
      totalMinor: one.totalMinor,
      accountId: one.guarantee === 'company' ? (one.companyId ?? one.agencyId) : null,
      depositMinor: one.depositMinor,
      depositDueOn: one.depositDueOn,
    })),
    takenBack: takenBack.size,
  }
}

const outcomes: Record<string, number> = {
  'checked-out': outcomeCame,
  'in-house': outcomeCame,
  cancelled: outcomeCancelled,
  'no-show': outcomeNoShow,
}

/** Puts one booking into its row, its facts from `facts`. */
function createPut(raw: RawDatabase, made: MadeBookings): (row: number, one: Row, facts: Facts) => void {
  const days = createDays()
  const coders = Object.fromEntries(
    riskCategories.map(({ name }) => [name, createCoder(made.words[name])]),
  ) as Record<RiskCategory, (word: string) => number>
  const codesOf = (table: string) =>
    new Map(raw.prepare(`select id, code from ${table}`).raw().all() as [number, string][])
  const types = codesOf('room_types')
  const plans = codesOf('rate_plans')
  return (row, one, facts) => {
    const { numbers } = made
    const nights = days(facts.departure) - days(facts.arrival)
    made.id[row] = one.id
    setDays(made, row, { createdOn: days(facts.createdOn), arrival: days(facts.arrival), nights })
    made.outcome[row] = outcomes[one.status] ?? outcomeOpen
    made.cancelledOn[row] = one.cancelledOn === null ? NO_DAY : days(one.cancelledOn)
    numbers.adults[row] = facts.adults
    numbers.children[row] = facts.children
    numbers.rate[row] = facts.totalMinor / Math.max(1, nights)
    const source = facts.source === null ? {} : (JSON.parse(facts.source) as Record<string, unknown>)
    const words: Partial<Record<RiskCategory, string>> = {
      meal: facts.meal,
      segment: facts.segment,
      channel: facts.channel,
      guarantee: facts.guarantee,
      roomType: types.get(facts.roomTypeId) ?? '',
      ratePlan: facts.ratePlanId === null ? '' : (plans.get(facts.ratePlanId) ?? ''),
      agency: String(facts.agencyId ?? ''),
      company: String(facts.companyId ?? ''),
      customerKind: typeof source.customerType === 'string' ? source.customerType : '',
    }
    for (const [name, word] of Object.entries(words) as [RiskCategory, string][])
      made.codes[name][row] = coders[name](word)
    // A guest without a name has one booking here; what the source counted before it is all that is known
    if (typeof source.previousStays === 'number') numbers.earlierStays[row] = source.previousStays
    if (typeof source.previousCancellations === 'number')
      numbers.earlierCancellations[row] = source.previousCancellations
  }
}

/** What changes a fact of a booking; what happens to every booking (room, arrival, departure, cancellation) changes none. */
const changing = [
  'booking.changeDates',
  'booking.changeRoomType',
  'booking.changeRate',
  'booking.changeGuests',
  'booking.changeDetails',
  'booking.changeTogether',
  'change.undo',
  'import.start',
]

/** Facts on the day of making, of the rows that were changed since and whose making is in the log. */
function readMakings(raw: RawDatabase, rows: readonly Row[]): Map<number, Facts> {
  const changed = new Set(
    raw
      .prepare(
        `select distinct entity_id from changes where operation in (${changing.map(() => '?').join(', ')})
          and entity = 'booking' and before is not null`,
      )
      .pluck()
      .all(changing) as number[],
  )
  const making = raw
    .prepare(
      `select after from changes where entity = 'booking' and entity_id = ? and before is null and after is not null
        order by seq limit 1`,
    )
    .pluck()
  const makings = new Map<number, Facts>()
  for (const row of rows) {
    if (!changed.has(row.id)) continue
    const text = making.get(row.id) as string | undefined
    if (text !== undefined) makings.set(row.id, factsOf(JSON.parse(text) as BookingImage, row))
  }
  return makings
}

function factsOf(image: BookingImage, row: Row): Facts {
  const { arrival, departure, createdOn, adults, meal, segment, channel, guarantee } = image
  return {
    arrival,
    departure,
    createdOn,
    adults,
    children: image.children + image.infants,
    meal,
    segment,
    channel,
    guarantee,
    totalMinor: Object.values(image.nights).reduce((sum, { rateMinor }) => sum + rateMinor, 0),
    roomTypeId: image.chargedRoomTypeId,
    ratePlanId: image.ratePlanId,
    agencyId: image.agencyId,
    companyId: image.companyId,
    source: row.source,
  }
}

/** What each guest had done before. All bookings of all guests are read once, in the order of an index that has it all. */
function putEarlier(raw: RawDatabase, made: MadeBookings, rows: readonly Row[], pulse: Pulse): void {
  const { numbers } = made
  const guests = new Set(rows.map(({ guestId }) => guestId))
  const rowOf = new Map(rows.map(({ id }, row) => [id, row]))
  const days = createDays()
  const all = raw.prepare('select count(*) from bookings').pluck().get() as number
  let own: OneBooking[] = []
  const finish = () => {
    for (const { row, earlier } of earlierOf(own, rowOf)) {
      // A source's own counts of an unnamed guest stay
      if (Number.isNaN(numbers.earlierStays[row])) numbers.earlierStays[row] = earlier.stays
      if (Number.isNaN(numbers.earlierCancellations[row]))
        numbers.earlierCancellations[row] = earlier.cancellations
      numbers.earlierNoShows[row] = earlier.noShows
    }
    own = []
  }
  let guest = 0
  let read = 0
  for (const [id, guestId, createdOn, arrival, departure, status, cancelledOn] of raw
    .prepare(
      `select id, guest_id, created_on, arrival, departure, status, cancelled_on from bookings indexed by bookings_by_guest
        where guest_id > 0 order by guest_id`,
    )
    .raw()
    .iterate() as Iterable<[number, number, string, string, string, string, string | null]>) {
    if (++read % 50_000 === 0) pulse(read, all)
    if (!guests.has(guestId)) continue
    if (guestId !== guest) finish()
    guest = guestId
    own.push({
      id,
      createdOn: days(createdOn),
      arrival: days(arrival),
      departure: days(departure),
      outcome: outcomes[status] ?? outcomeOpen,
      cancelledOn: cancelledOn === null ? NO_DAY : days(cancelledOn),
    })
  }
  finish()
}

type OneBooking = {
  id: number
  createdOn: number
  arrival: number
  departure: number
  outcome: number
  cancelledOn: number
}

function earlierOf(own: readonly OneBooking[], rowOf: ReadonlyMap<number, number>) {
  const found: { row: number; earlier: { stays: number; cancellations: number; noShows: number } }[] = []
  const column = (of: (one: OneBooking) => number) => Int32Array.from(own, of)
  const bookings = {
    from: Int32Array.of(0, own.length),
    createdOn: column((one) => one.createdOn),
    arrival: column((one) => one.arrival),
    departure: column((one) => one.departure),
    cancelledOn: column((one) => one.cancelledOn),
    outcomeOf: (at: number) => (own[at] as OneBooking).outcome,
  }
  countEarlier(bookings, 0, (at, earlier) => {
    const row = rowOf.get((own[at] as OneBooking).id)
    if (row !== undefined) found.push({ row, earlier })
  })
  return found
}

/** Traits of the guests, only those that the settings allow. */
function putProtected(
  raw: RawDatabase,
  made: MadeBookings,
  rows: readonly Row[],
  allowed: readonly ProtectedRiskFact[],
): void {
  const days = createDays()
  const read = raw.prepare(
    'select nationality, gender, language, birth_date as born from guests where id = ?',
  )
  const named = ['nationality', 'gender', 'language'] as const
  const coders = named.map((name) => createCoder(made.words[name]))
  for (const [row, { guestId }] of rows.entries()) {
    const guest = read.get(guestId) as Record<(typeof named)[number], string> & { born: string | null }
    for (const [at, name] of named.entries())
      if (allowed.includes(name))
        made.codes[name][row] = (coders[at] as (word: string) => number)(guest[name])
    if (allowed.includes('age') && guest.born !== null)
      made.numbers.age[row] = Math.floor(((made.createdOn[row] as number) - days(guest.born)) / 365.25)
  }
}

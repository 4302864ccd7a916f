/**
 * Value and course of guests worked out anew from rows of the store and the definitions of the glossary and the settings, with
 * nothing of our own code: what the engines say must be found again here.
 */
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { excludedGuests } from './insight.ts'

export type ReckonedBooking = {
  id: number
  guest: number
  status: string
  arrival: number
  departure: number
  created: number
  cancelled: number | null
  /** Room revenue as booked. */
  booked: number
  /** Total revenue known at the end of the day: by the ledger's entries where its nights were posted. */
  total: number
  adults: number
  children: number
  segment: string
  channel: string
  meal: string
  roomType: string
  company: number | null
  requests: number
}
type Stay = { arrival: number; end: number }

export type Reckoned = {
  id: number
  stays: Stay[]
  /** With the one that goes on in the house. */
  visits: Stay[]
  bookings: ReckonedBooking[]
  done: ReckonedBooking[]
  revenue: number
  revenue12: number
  yearly: number
  need: string
  lifecycle: string
  behaviour: string
}

/** The settings as they are when nobody has changed them. */
const silentDays = 365
const lostDays = 548
const longStayNights = 7
const transitLeadDays = 1

const dayOfSql = (column: string) => `cast(julianday(${column}) - 2440587.5 as integer)`

const ofOthers = `e.account_id not in (select account_id from transaction_codes
  where revenue_group = 'room' and kind in ('charge', 'allowance') and account_id is not null)`

/**
 * Total revenue of a booking known at the end of the date @on: what accounts of revenue were credited for it, where its nights
 * were posted; else room revenue as booked and what else was credited. `b`: the name of the table of bookings.
 */
export function totalRevenueSql(b: string): string {
  const credited = (which: string) => `(select coalesce(-sum(e.amount_minor), 0) from ledger_entries e
    join ledger_accounts a on a.id = e.account_id join postings p on p.id = e.posting_id
    where a.class = 'revenue' and p.business_date <= @on and ${which} and e.posting_id in (
      select l.posting_id from folio_lines l where l.booking_id = ${b}.id))`
  return `iif(${b}.arrival >= (select min(business_date) from postings)
      and exists (select 1 from folio_lines l join transaction_codes c on c.id = l.code_id
        where l.booking_id = ${b}.id and c.revenue_group = 'room' and l.business_date <= ${b}.departure),
    ${credited('true')}, ${b}.total_minor + ${credited(ofOthers)})`
}

/** Every guest with a name who may be judged, as known at the end of a day; `everybody`: those too who are left out. */
export function reckonGuests(raw: RawDatabase, on: string, everybody = false): Map<number, Reckoned> {
  const day = raw
    .prepare(`select ${dayOfSql('?')}`)
    .pluck()
    .get(on) as number
  const guests = raw
    .prepare(
      `select id from guests g where unnamed = 0
         and (@everybody or id not in (${excludedGuests}))
         and (date(created_at) <= @on
         or exists (select 1 from bookings b where b.guest_id = g.id and b.created_on <= @on)) order by id`,
    )
    .pluck()
    .all({ on, everybody: everybody ? 1 : 0 }) as number[]
  const rows = raw
    .prepare(
      `select id, guest_id as guest, status, ${dayOfSql('arrival')} as arrival, ${dayOfSql('departure')} as departure,
         ${dayOfSql('created_on')} as created, ${dayOfSql('cancelled_on')} as cancelled, total_minor as booked,
         ${totalRevenueSql('bookings')} as total,
         adults, children, segment, channel, meal, company_id as company,
         (select code from room_types where id = room_type_id) as roomType,
         (select count(*) from requests r where r.booking_id = bookings.id and date(r.created_at) <= @on) as requests
       from bookings where created_on <= @on order by arrival, departure, id`,
    )
    .all({ on }) as ReckonedBooking[]
  const byGuest = Map.groupBy(rows, ({ guest }) => guest)
  return new Map(guests.map((id) => [id, reckon(id, byGuest.get(id) ?? [], day)]))
}

function reckon(id: number, bookings: ReckonedBooking[], day: number): Reckoned {
  const done = bookings.filter(({ status, departure }) => status === 'checked-out' && departure <= day)
  const here = bookings.filter(
    ({ status, arrival, departure }) =>
      (status === 'in-house' || (status === 'checked-out' && departure > day)) && arrival <= day,
  )
  const isToCome = ({ status, arrival, cancelled }: ReckonedBooking) =>
    arrival >= day &&
    (status === 'confirmed' ||
      (['in-house', 'checked-out', 'no-show'].includes(status) && arrival > day) ||
      (status === 'cancelled' && (cancelled ?? arrival) > day))
  const stays = staysOf(done)
  // Who is in the house has a stay that goes on: with what it touches it is one
  const withHere = staysOf([...done, ...here])
  const coming = bookings.some(isToCome)
  const recent = done.filter(({ departure }) => departure > day - 3 * 365)
  const years = Math.min(3, Math.max(1, (day - (stays[0]?.arrival ?? day)) / 365))
  return {
    id,
    stays,
    visits: withHere,
    bookings,
    done,
    revenue: sum(done),
    revenue12: sum(done.filter(({ departure }) => departure > day - 365)),
    yearly: Math.round(sum(recent) / years),
    need: needOf(done),
    lifecycle: lifecycleOf(stays, withHere, here.length > 0, day),
    behaviour: behaviourOf(stays, withHere, here.length > 0, coming, day),
  }
}

function sum(bookings: ReckonedBooking[]): number {
  return bookings.reduce((all, { total }) => all + total, 0)
}

/** Bookings that touch or overlap are one stay. */
function staysOf(bookings: ReckonedBooking[]): Stay[] {
  const stays: Stay[] = []
  for (const { arrival, departure } of bookings.toSorted(
    (a, b) => a.arrival - b.arrival || a.departure - b.departure,
  )) {
    const last = stays.at(-1)
    if (last && arrival <= last.end) last.end = Math.max(last.end, departure)
    else stays.push({ arrival, end: departure })
  }
  return stays
}

/** What most stays were for; of two that are level the one of the later stay. */
function needOf(done: ReckonedBooking[]): string {
  const counts = new Map<string, number>()
  let found = ''
  for (const booking of done) {
    const need = needOfBooking(booking)
    if (need === '') continue
    counts.set(need, (counts.get(need) ?? 0) + 1)
    if ((counts.get(need) as number) >= (counts.get(found) ?? 0)) found = need
  }
  return found
}

function needOfBooking({
  arrival,
  departure,
  created,
  adults,
  children,
  segment,
  channel,
  company,
}: ReckonedBooking) {
  const nights = departure - arrival
  const weekdays = Array.from({ length: nights }, (_, at) =>
    new Date((arrival + at) * 86_400_000).getUTCDay(),
  )
  if (segment === 'group') return 'group'
  if (children > 0) return 'family'
  if (nights >= longStayNights) return 'long-stay'
  if (company !== null || segment === 'corporate' || channel === 'corporate') return 'business'
  if (segment === 'aviation' || (nights <= 1 && arrival - created <= transitLeadDays)) return 'transit'
  if (adults === 2) return 'couple'
  const onWorkingDays = !weekdays.includes(5) && !weekdays.includes(6)
  return adults === 1 && onWorkingDays && nights >= 1 && nights <= 4 ? 'business' : ''
}

function lifecycleOf(stays: Stay[], withHere: Stay[], isHere: boolean, day: number): string {
  if (withHere.length === 0) return 'prospect'
  const away = isHere ? 0 : day - (stays.at(-1) as Stay).end
  if (away >= lostDays) return 'lost'
  const breaks = withHere.slice(1).map(({ arrival }, at) => ({
    arrival,
    days: arrival - (withHere[at] as Stay).end,
  }))
  if (breaks.some(({ arrival, days }) => arrival > day - 365 && days >= lostDays)) return 'won-back'
  if (withHere.length === 1) return away < silentDays ? 'new' : 'declining'
  const now = withHere.filter(({ end }) => end > day - 365).length
  const before = withHere.filter(({ end }) => end > day - 730 && end <= day - 365).length
  if (now >= 2 && now > before) return 'growing'
  return now < before || away >= silentDays ? 'declining' : 'mature'
}

function behaviourOf(stays: Stay[], withHere: Stay[], isHere: boolean, coming: boolean, day: number): string {
  const last = stays.at(-1)
  if (!isHere && !coming && !(last && day - last.end < silentDays)) return 'silent'
  return Math.max(withHere.length, stays.length + (coming ? 1 : 0)) >= 2 ? 'active' : 'potential'
}

import type { Outcome, Work } from '#shared/domain/housekeeping/work.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Department } from '#shared/domain/request/request.ts'
import { type StayTerms, usualTerms } from '#shared/domain/stay/terms.ts'
import type { BookingId, BusinessDate, Moment, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { rowsWithin } from './rows-within.ts'
import { nightsSql, type Source } from './source.ts'

/** Work given to an attendant in a room. */
export type TaskFact = {
  day: BusinessDate
  attendantId: number | null
  work: Work
  credits: number
  outcome: Outcome | null
  floor: number
}

/** What of [from, to) is not after the date of the source: what follows was not known then. */
function rowsOf<T>(store: LongReader, source: Source, { from, to }: Period, sql: string): T[] {
  const rows = rawOf(store).prepare(sql).iterate({ from, to, today: source.today }) as Iterable<T>
  return rowsWithin(rows)
}

export function readTaskFacts(store: LongReader, source: Source, period: Period): TaskFact[] {
  return rowsOf(
    store,
    source,
    period,
    `select t.on_date as day, t.attendant_id as attendantId, t.work, t.credits, t.outcome, r.floor
     from housekeeping_tasks t join rooms r on r.id = t.room_id
     where t.on_date >= @from and t.on_date < @to and t.on_date <= @today
     order by t.on_date, t.id`,
  )
}

/** A room that was passed as inspected on a day, with what was to be done in it that day. */
export type InspectionFact = Pick<TaskFact, 'day' | 'floor' | 'attendantId'> & { work: Work | null }

/** Rooms inspected, each once a day, by the log; what was undone is left out. The log's dates go in its order. */
export function readInspectionFacts(store: LongReader, source: Source, period: Period): InspectionFact[] {
  return rowsOf(
    store,
    source,
    period,
    `with passed as materialized (
       select distinct c.business_date as day, c.entity_id as roomId from changes c
       where c.entity = 'room' and c.after ->> '$.housekeeping' = 'inspected' and c.undoes is null
         and c.seq >= (select seq from changes where business_date >= @from order by business_date, seq limit 1)
         and c.business_date >= @from and c.business_date < @to and c.business_date <= @today
         and not exists (select 1 from changes u where u.undoes = c.command))
     select p.day, t.attendant_id as attendantId, t.work, r.floor
     from passed p join rooms r on r.id = p.roomId
       left join housekeeping_tasks t on t.on_date = p.day and t.room_id = p.roomId
     order by p.day, p.roomId`,
  )
}

/** A closure with its nights in the period. */
export type ClosureFact = { reason: string; nights: number }

export function readClosureFacts(store: LongReader, source: Source, period: Period): ClosureFact[] {
  return rowsOf(
    store,
    source,
    period,
    `select c.reason, (select count(*) from room_nights n where n.closure_id = c.id and n.night >= @from and n.night < @to) as nights
     from closures c
     where c.kind = 'out-of-order' and c.from_night < @to and c.to_night > @from and c.from_night <= @today
     order by c.id`,
  )
}

/** Where housekeeping saw something else in a room than the desk had on file. */
export type DiscrepancyFact = { kind: string; settled: 0 | 1 }

export function readDiscrepancyFacts(store: LongReader, source: Source, period: Period): DiscrepancyFact[] {
  return rowsOf(
    store,
    source,
    period,
    `select kind, settled_at is not null as settled from discrepancies
     where on_date >= @from and on_date < @to and on_date <= @today order by id`,
  )
}

/** A guest who came or went: `waitedSince` where they stood in the queue. */
export type PassageFact = {
  bookingId: BookingId
  side: 'in' | 'out'
  day: BusinessDate
  at: Moment
  user: string
  waitedSince: Moment | null
  roomTypeId: RoomTypeId
}

/** Check-ins and check-outs that were done on business dates of the period. */
export function readPassages(store: LongReader, source: Source, period: Period): PassageFact[] {
  const side = (of: 'in' | 'out', waited: string) =>
    `select s.booking_id as bookingId, '${of}' as side, s.checked_${of}_on as day, s.checked_${of}_at as at,
       coalesce(s.checked_${of}_by, '') as user, ${waited} as waitedSince, b.room_type_id as roomTypeId
     from stays s join bookings b on b.id = s.booking_id
     where s.checked_${of}_on >= @from and s.checked_${of}_on < @to and s.checked_${of}_on <= @today`
  const sql = `${side('in', 's.arrived_at')} union all ${side('out', 'null')} order by day, at, bookingId`
  return rowsOf(store, source, period, sql)
}

/** The hotel's clock, and from when and until when its rooms are its guests'. */
export function readClockTerms(store: LongReader): { timeZone: string; terms: StayTerms } {
  const raw = rawOf(store)
  const { timeZone } = raw.prepare('select time_zone as timeZone from settings').get() as { timeZone: string }
  const kept = raw.prepare('select terms from stay_settings').get() as { terms: string } | undefined
  return { timeZone, terms: { ...usualTerms, ...(kept ? JSON.parse(kept.terms) : {}) } }
}

/** An event that the authorities are told of. */
export type RegistrationFact = {
  bookingId: BookingId
  event: string
  day: BusinessDate
  at: Moment
  state: string
  stateAt: Moment
  user: string
  country: string | null
  documentKind: string | null
}

export function readRegistrationFacts(store: LongReader, source: Source, period: Period): RegistrationFact[] {
  return rowsOf(
    store,
    source,
    period,
    `select booking_id as bookingId, event, business_date as day, at, state, state_at as stateAt, made_by as user,
       data ->> '$.nationality' as country, data ->> '$.documentKind' as documentKind
     from registrations
     where business_date >= @from and business_date < @to and business_date <= @today and withdrawn = 0
     order by business_date, id`,
  )
}

/** What a department was to see to on a day. */
export type TraceFact = {
  bookingId: BookingId | null
  department: Department
  dueOn: BusinessDate
  status: string
  doneAt: Moment
  user: string
}

export function readTraceFacts(store: LongReader, source: Source, { from, to }: Period): TraceFact[] {
  const sql = `select booking_id as bookingId, department, due_on as dueOn, status, status_at as doneAt, status_by as user
    from traces where due_on >= @from and due_on < @to and date(created_at) <= @today order by due_on, id`
  return rowsOf(store, source, { from, to }, sql)
}

/** A night of a booking in a room, with the room of the night before where that was another. */
export type RoomNightFact = {
  bookingId: BookingId
  roomId: RoomId
  roomTypeId: RoomTypeId
  floor: number
  night: BusinessDate
  movedFrom: RoomId | null
}

/** Nights that guests slept in rooms, by what is known of them as of the source. */
export function readRoomNights(store: LongReader, source: Source, { from, to }: Period): RoomNightFact[] {
  const sql = `with ${nightsSql(source)},
    slept as (
      select booking_id, room_id, room_type_id, night, lag(room_id) over (partition by booking_id order by night) as before
      from nights where room_id is not null and status in ('in-house', 'checked-out') and night <= @today
    )
    select s.booking_id as bookingId, s.room_id as roomId, s.room_type_id as roomTypeId, r.floor, s.night,
      case when s.before <> s.room_id then s.before end as movedFrom
    from slept s join rooms r on r.id = s.room_id order by s.night, s.booking_id`
  return rowsOf(store, source, { from, to }, sql)
}

import { sql } from 'kysely'
import type { OfferRule } from '#shared/domain/insight/suggest/offers.ts'
import type { ClassKind } from '#shared/domain/insight/value/classes.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { NameOf } from '../change/labels.ts'
import { isExtraSql } from './extras.ts'

const rules = preparedSql(
  () => sql<{ id: number; given: string; adds: string; confidence: number; lift: number; stays: number }>`
    select id, given, adds, confidence, lift, stays_given as stays from insight.offer_rules order by id`,
)

/** The rules of the newest refresh, five hundred at most. */
export async function readOfferRules(db: Reader): Promise<OfferRule[]> {
  return (await rules.all(db, {})).map(({ given, ...rule }) => ({
    ...rule,
    given: JSON.parse(given) as string[],
  }))
}

/** A booking as its items are read from it; features of its last room and requests as JSON. */
export type ItemRow = {
  id: BookingId
  guestId: GuestId
  status: string
  roomType: string
  meal: string
  plan: string | null
  adults: number
  children: number
  infants: number
  arrival: BusinessDate
  departure: BusinessDate
  expectedTime: string | null
  features: string | null
  /** Codes of what was bought beside the room, as JSON. */
  extras: string
  /** What was asked and not declined: [kind, text, status, dueOn, dueTime]. */
  requests: string
}

/** What an item row is selected of, with `b` the booking and `t` its charged room type. */
export const itemColumns = sql`b.id, b.guest_id as guestId, b.status, t.code as roomType, b.meal, p.code as plan, b.adults, b.children,
  b.infants, b.arrival, b.departure, b.expected_time as expectedTime, r.features,
  (select json_group_array(json_array(q.kind, q.text, q.status, q.due_on, q.due_time)) from requests q
    where q.booking_id = b.id and q.status <> 'declined') as requests,
  (select json_group_array(code) from (select c.code from folio_lines l join transaction_codes c on c.id = l.code_id
      join postings p on p.id = l.posting_id where l.booking_id = b.id and ${sql.raw(isExtraSql)}
    group by c.id having sum(l.gross_minor) > 0 order by c.code)) as extras
  from bookings b join room_types t on t.id = b.charged_room_type_id left join rate_plans p on p.id = b.rate_plan_id
  left join rooms r on r.id = b.last_room_id`

const lastStays = preparedSql(
  (at: { guestId: GuestId }) => sql<ItemRow>`
    select ${itemColumns} where b.guest_id = ${at.guestId} and b.status = 'checked-out'
    order by b.arrival desc, b.id desc limit 10`,
)
const nextBooking = preparedSql(
  (at: { guestId: GuestId }) => sql<ItemRow>`
    select ${itemColumns} where b.guest_id = ${at.guestId} and b.status in ('in-house', 'confirmed')
    order by b.arrival, b.id limit 1`,
)
const oneBooking = preparedSql(
  (at: { id: BookingId }) => sql<ItemRow>`select ${itemColumns} where b.id = ${at.id}`,
)

/** The last ten stays of a guest, newest first. */
export async function readLastStays(db: Reader, guestId: GuestId): Promise<ItemRow[]> {
  return lastStays.all(db, { guestId })
}

/** The booking that the guest is in the house on, or that comes next. */
export async function readNextBooking(db: Reader, guestId: GuestId): Promise<ItemRow | null> {
  return (await nextBooking.first(db, { guestId })) ?? null
}

export async function readItemBooking(db: Reader, id: BookingId): Promise<ItemRow | null> {
  return (await oneBooking.first(db, { id })) ?? null
}

const person = preparedSql(
  (at: { guestId: GuestId }) => sql<{
    birthDate: BusinessDate | null
    excluded: number
    preferences: string
  }>`
    select g.birth_date as birthDate,
      coalesce((select j.excluded from guest_judgements j where j.guest_id = g.id), 0) as excluded,
      (select json_group_array(json_array(f.category, f.value)) from guest_preferences f where f.guest_id = g.id) as preferences
    from guests g where g.id = ${at.guestId}`,
)

/** What offers need of a person; null for who is not on file. */
export async function readAsked(db: Reader, guestId: GuestId) {
  return (await person.first(db, { guestId })) ?? null
}

const noted = preparedSql(
  (at: { guestId: GuestId; since: BusinessDate }) => sql<{
    item: string
    outcome: string
    bookingId: BookingId | null
    notedOn: BusinessDate
  }>`select item, outcome, booking_id as bookingId, noted_on as notedOn from offers
    where guest_id = ${at.guestId} and noted_on >= ${at.since}`,
)

/** Offers that were noted since a day. */
export async function readOfferNotes(db: Reader, guestId: GuestId, since: BusinessDate) {
  return noted.all(db, { guestId, since })
}

const votes = preparedSql(
  (at: { votedBy: string }) => sql<{ kind: string; vote: string }>`
    select kind, vote from suggestion_votes where voted_by = ${at.votedBy}`,
)

/** A user's thumbs. */
export async function readVotes(db: Reader, votedBy: string) {
  return votes.all(db, { votedBy })
}

const sellable = preparedSql(
  () => sql<{ group: string; value: string; max: number }>`
    select 'room-type' as "group", code as value, max_persons as max from room_types where active = 1
    union all select 'plan', code, 99 from rate_plans where active = 1 and kind = 'sold' and account_kind is null
    union all select 'extra', code, 99 from transaction_codes
      where active = 1 and kind = 'charge' and revenue_group in ('food', 'other')
    union all select distinct 'feature', f.value, 99
      from (select distinct features from rooms where active = 1) r, json_each(r.features) f`,
)

/** What the hotel sells: room types with the persons they take, plans that need no account, features that some room has, extras by their codes. */
export async function readSellable(db: Reader) {
  return sellable.all(db, {})
}

const freeTypes = preparedSql(
  (at: { arrival: BusinessDate; departure: BusinessDate; booking: BookingId | 0 }) => sql<{ code: string }>`
    with taken as materialized (
        select room_type_id, count(*) as rooms from room_nights
        where live = 1 and night >= ${at.arrival} and night < ${at.departure} and booking_id is distinct from ${at.booking}
        group by night, room_type_id),
      most as materialized (select room_type_id, max(rooms) as rooms from taken group by room_type_id),
      there as materialized (select room_type_id, count(*) as rooms from rooms where active = 1 group by room_type_id)
    select t.code from room_types t join there on there.room_type_id = t.id left join most on most.room_type_id = t.id
    where t.active = 1 and there.rooms > coalesce(most.rooms, 0)`,
)

/** Types of which a room is left on every night of a stay, without overbooking. */
export async function readFreeTypes(
  db: Reader,
  stay: { arrival: BusinessDate; departure: BusinessDate; booking: BookingId | 0 },
): Promise<Set<string>> {
  return new Set((await freeTypes.all(db, stay)).map(({ code }) => code))
}

const outcomes = preparedSql(
  () => sql<{ rule: string | null; basis: string; offered: number; taken: number }>`
    select rule, basis, count(*) as offered, sum(outcome = 'taken') as taken from offers group by basis, rule`,
)

/** How often was offered by each reason and rule, and how often taken. */
export async function readOutcomes(db: Reader) {
  return outcomes.all(db, {})
}

const listed = preparedSql(
  () => sql<{
    id: number
    given: string
    adds: string
    support: number
    confidence: number
    lift: number
    stays: number
    staysGiven: number
    staysAdds: number
  }>`select id, given, adds, support, confidence, lift, stays, stays_given as staysGiven, stays_adds as staysAdds
    from insight.offer_rules order by id`,
)

/** The rules of the newest refresh with all their figures, in order of rank. */
export async function readRuleList(db: Reader) {
  return (await listed.all(db, {})).map(({ given, ...rule }) => ({
    ...rule,
    given: JSON.parse(given) as string[],
  }))
}

const newest = preparedSql(
  () => sql<{ asOf: BusinessDate; moment: string }>`
    select as_of as asOf, moment from insight.runs where kind = 'rules' and params = '{}' and output is not null
    order by moment desc limit 1`,
)

/** The run that the rules are of; null where none ended with rules. */
export async function readRulesRun(db: Reader) {
  return (await newest.first(db, {})) ?? null
}

type JudgedRow = {
  frequency: number | null
  recencyDays: number | null
  monetaryMinor: number | null
  otherMinor: number | null
  rfm: string | null
  matrix: string | null
  level: string | null
  daysSince: number | null
  usualDays: number | null
  asOf: BusinessDate | null
  moment: string | null
  reason: string | null
} & Record<
  `${'computed' | 'said'}_${'value' | 'need' | 'lifecycle' | 'behaviour' | 'relation'}`,
  string | null
>

const judged = preparedSql(
  (at: { guestId: GuestId }) => sql<JudgedRow>`
    select v.frequency, v.recency_days as recencyDays, v.monetary_minor as monetaryMinor, v.other_minor as otherMinor,
      v.segment as rfm, v.matrix,
      v.value_class as computed_value, v.need as computed_need, v.lifecycle as computed_lifecycle,
      v.behaviour as computed_behaviour, v.relation as computed_relation,
      j.value as said_value, j.need as said_need, j.lifecycle as said_lifecycle, j.behaviour as said_behaviour,
      j.relation as said_relation, j.reason,
      l.level, l.days_since as daysSince, l.own_interval as usualDays,
      n.as_of as asOf, n.moment
    from guests g left join insight.guest_value v on v.guest_id = g.id left join guest_judgements j on j.guest_id = g.id
      left join insight.guest_leaving l on l.guest_id = g.id
      left join insight.runs n on n.kind = 'value' and n.params = '{}' and n.output is not null
        and n.as_of = (select max(as_of) from insight.runs where kind = 'value' and params = '{}')
    where g.id = ${at.guestId}`,
)

/** Each change of what a person said of a guest, the newest first, with the classes before and after. */
const said = preparedSql(
  (at: { guestId: GuestId }) => sql<{
    actor: string
    on: BusinessDate
    before: string | null
    after: string | null
  }>`select c.actor, c.business_date as "on", c.before, c.after
    from guest_judgements j join changes c on c.entity = 'guest-judgement' and c.entity_id = j.id
    where j.guest_id = ${at.guestId} order by c.seq desc`,
)

/** Who gave a guest the classes that are set by hand, and on which business date. */
async function readSetters(db: Reader, guestId: GuestId, nameOf: NameOf) {
  const classIn = (image: string | null, kind: ClassKind) =>
    image === null ? '' : ((JSON.parse(image) as Partial<Record<ClassKind, string>>)[kind] ?? '')
  const changes = await said.all(db, { guestId })
  return (kind: ClassKind) => {
    const set = changes.find(({ before, after }) => classIn(before, kind) !== classIn(after, kind))
    return set ? { by: nameOf(set.actor), on: set.on } : null
  }
}

/** What was computed of a guest and what a person said instead; null where nothing was computed. */
export async function readJudged(db: Reader, guestId: GuestId, nameOf: NameOf) {
  const row = await judged.first(db, { guestId })
  if (!row || row.rfm === null || row.asOf === null) return null
  const setterOf = row.reason === null ? () => null : await readSetters(db, guestId, nameOf)
  const classOf = (kind: ClassKind, computed: string | null, byPerson: string | null) =>
    byPerson === null || byPerson === ''
      ? { kind, name: computed ?? '', byHand: null }
      : { kind, name: byPerson, byHand: setterOf(kind) }
  return {
    asOf: row.asOf,
    moment: row.moment ?? '',
    stays: row.frequency ?? 0,
    daysSince: row.recencyDays,
    revenueMinor: row.monetaryMinor ?? 0,
    otherMinor: row.otherMinor ?? 0,
    classes: [
      classOf('rfm', row.rfm, null),
      classOf('value', row.computed_value, row.said_value),
      classOf('matrix', row.matrix, null),
      classOf('need', row.computed_need, row.said_need),
      classOf('lifecycle', row.computed_lifecycle, row.said_lifecycle),
      classOf('behaviour', row.computed_behaviour, row.said_behaviour),
      classOf('relation', row.computed_relation, row.said_relation),
    ].filter(({ name }) => name !== ''),
    reason: row.reason ?? '',
    leaving:
      row.level === null
        ? null
        : { level: row.level, daysSince: row.daysSince ?? 0, usualDays: Math.round(row.usualDays ?? 0) },
  }
}

import { liveStatuses } from '../../report/nights.ts'

/** After which change; null for now. */
type Then = { seq: number | null }

/**
 * The store's tables as they were after a change, as what selects them. They have the columns that reports read and no others.
 * Closures and names are as they are now: the log has none of the former.
 */
export function tablesThen({ seq }: Then): Readonly<Record<string, string>> {
  const isSo = (row: string) => `${row}.from_seq <= ${seq} and ${row}.to_seq > ${seq}`
  return {
    bookings: `select b.booking_id as id, cast(10000000 + b.booking_id as text) as confirmation_no, b.status, b.arrival, b.departure,
        b.guest_id, b.agency_id, b.company_id, b.room_type_id, b.charged_room_type_id, b.rate_plan_id, b.adults, b.children,
        b.infants, b.meal, b.segment, b.channel, b.guarantee, b.created_on, b.cancelled_on, b.total_minor, b.last_room_id,
        b.lead_days, b.nights as stay_nights
      from report.booking_versions b where ${isSo('b')}`,
    room_nights: `select n.night, n.booking_id, n.room_type_id, n.room_id, n.rate_minor,
        (select b.status in (${liveStatuses}) from report.booking_versions b where b.booking_id = n.booking_id and ${isSo('b')}) as live
      from report.night_versions n where ${isSo('n')}`,
    guests: `select g.guest_id as id, g.country as nationality, g.unnamed from report.guest_versions g where ${isSo('g')}`,
    guest_preferences: `select p.preference_id as id, p.guest_id, p.category, p.value, p.source, p.noted_on
      from report.preference_versions p where ${isSo('p')}`,
    requests: `select q.request_id as id, q.booking_id, q.kind, q.department, q.due_on, q.due_time, q.status, q.from_preference,
        q.created_at, q.created_by, q.status_at, q.status_by
      from report.request_versions q where ${isSo('q')}`,
    memberships: `select m.membership_id as id, m.guest_id, m.programme_id, m.tier, m.tier_since, m.overridden, m.joined_on
      from report.membership_versions m where ${isSo('m')}`,
    membership_tiers: `select t.membership_id, t.position, t.tier, t.since from report.tier_versions t where ${isSo('t')}`,
    rooms: `select r.room_id as id, r.number, r.room_type_id, r.floor, r.features, r.out_of_service, r.active
      from report.room_versions r where ${isSo('r')}`,
    rate_plans: `select p.rate_plan_id as id, p.code, p.kind, p.meal, p.qualifies, p.active
      from report.rate_plan_versions p where ${isSo('p')}`,
  }
}

/**
 * Those tables under their own names: what begins with these reads them instead of the store's, whatever it joins. Of now, they
 * are the store's.
 */
export function tablesSql(source: Then): string {
  if (source.seq === null) return 'as_now as (select 1)'
  return Object.entries(tablesThen(source))
    .map(([name, sql]) => `${name} as not materialized (${sql})`)
    .join(',\n')
}

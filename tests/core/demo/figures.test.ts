import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeLog } from '#tests/support/whole-log.ts'
import { clearAway, liveThrough, raw } from './life.ts'

/**
 * The same seed and language give the same hotel: its figures stand in figures.json, so that a change of the demo shows
 * what it changes. Written anew with UPDATE_DEMO=1; what differs is to be looked at before it is committed.
 */
const file = new URL('./figures.json', import.meta.url)
beforeAll(liveThrough)
afterAll(clearAway)

/** How many rows each value has, and the sum of what is measured of them. */
const counted: Record<string, string> = {
  'bookings by status': 'select status, count(*), sum(total_minor) from bookings group by 1',
  'bookings by arrival': 'select substr(arrival, 1, 7), count(*), sum(total_minor) from bookings group by 1',
  'bookings by length':
    'select cast(julianday(departure) - julianday(arrival) as integer), count(*), sum(total_minor) from bookings group by 1',
  'bookings by lead':
    'select cast((julianday(arrival) - julianday(created_on)) / 7 as integer), count(*), sum(adults) from bookings group by 1',
  'bookings by channel': 'select channel, count(*), sum(total_minor) from bookings group by 1',
  'bookings by segment': 'select segment, count(*), sum(total_minor) from bookings group by 1',
  'bookings by meal': 'select meal, count(*), sum(children) from bookings group by 1',
  'bookings by guarantee': 'select guarantee, count(*), sum(infants) from bookings group by 1',
  'bookings by persons':
    "select adults || '/' || children || '/' || infants, count(*), sum(total_minor) from bookings group by 1",
  'bookings by rate plan': 'select rate_plan_id, count(*), sum(total_minor) from bookings group by 1',
  'bookings by room type':
    'select room_type_id, count(*), sum(charged_room_type_id) from bookings group by 1',
  'bookings by account':
    'select coalesce(agency_id, -company_id), count(*), sum(total_minor) from bookings group by 1',
  'bookings by booker': 'select booker_id is null, count(*), sum(booker_id) from bookings group by 1',
  'bookings by reason': 'select cancel_reason, count(*), sum(total_minor) from bookings group by 1',
  'nights by room': 'select room_id, count(*), sum(rate_minor) from room_nights group by 1',
  'guests by nationality': 'select nationality, count(*), sum(length(given_name)) from guests group by 1',
  'guests by salutation':
    "select salutation || '/' || coalesce(gender, ''), count(*), sum(length(family_name)) from guests group by 1",
  'guests by birth':
    'select substr(birth_date, 1, 3), count(*), sum(length(native_name)) from guests group by 1',
  'contacts by kind': 'select kind, count(*), sum(agency_masked) from guest_contacts group by 1',
  'documents by kind': 'select kind, count(*), count(expires_on) from guest_documents group by 1',
  'preferences by value':
    "select category || '/' || value || '/' || source, count(*), sum(guest_id) from guest_preferences group by 1",
  tags: 'select tag, count(*), sum(guest_id) from guest_tags group by 1',
  notes: 'select text, count(*), sum(guest_id) from guest_notes group by 1',
  alerts: "select area || '/' || blocks, count(*), sum(guest_id) from guest_alerts group by 1",
  consents: "select channel || '/' || granted, count(*), sum(guest_id) from guest_consents group by 1",
  companions: 'select booking_id, count(*), sum(guest_id) from booking_companions group by 1',
  'members by tier': 'select tier, count(*), sum(guest_id) from memberships group by 1',
  'steps of members':
    "select tier || '/' || reason, count(*), sum(membership_id) from membership_tiers group by 1",
  'requests by kind': "select kind || '/' || status, count(*), sum(booking_id) from requests group by 1",
  'requests by department':
    'select department, count(due_time), sum(from_preference) from requests group by 1',
  'leaving cases':
    "select coalesce(outcome, 'open') || '/' || coalesce(offer, ''), count(*), sum(guest_id) from leaving_cases group by 1",
  offers: "select basis || '/' || outcome || '/' || item, count(*), sum(guest_id) from offers group by 1",
  playbooks: "select class_kind || '/' || class, count(*), sum(cost_minor) from playbooks group by 1",
  judgements:
    "select excluded || '/' || value || need || lifecycle || behaviour || relation, count(*), sum(guest_id) from guest_judgements group by 1",
  votes: "select kind || '/' || vote, count(*), min(voted_by) from suggestion_votes group by 1",
  'postings by kind': 'select kind, count(*), sum(id) from postings group by 1',
  'lines by code':
    'select c.code, count(*), sum(l.gross_minor) from folio_lines l join transaction_codes c on c.id = l.code_id group by 1',
  'payments by method': 'select method, count(*), sum(amount_minor) from payments group by 1',
  'folios by state': "select kind || '/' || status, count(*), count(skipped_on) from folios group by 1",
  'stays that waited':
    'select substr(arrived_at, 12, 2), count(*), sum(do_not_disturb) from stays where arrived_at is not null group by 1',
  'own dates': 'select to_date, count(*), sum(guest_id) from stay_persons group by 1',
  traces: "select department || '/' || status, count(*), count(booking_id) from traces group by 1",
  messages: 'select status, count(*), sum(booking_id) from guest_messages group by 1',
  'wake-up calls': 'select status, count(*), sum(tries) from wake_calls group by 1',
  parcels: 'select status, count(*), sum(pieces) from parcels group by 1',
  'lost property': 'select status, count(*), sum(room_id) from found_items group by 1',
  keys: 'select status, count(*), sum(returned) from key_logs group by 1',
  luggage: 'select status, count(*), sum(pieces) from luggage group by 1',
  registrations: "select event || '/' || state, count(*), sum(guest_id) from registrations group by 1",
  registrants: "select residence || '/' || visa_kind, count(*), sum(id) from registrants group by 1",
  "minors' sheets": 'select guardian_relation, count(*), sum(guest_id) from minor_sheets group by 1',
  "minors' entries": 'select kind, count(*), sum(sheet_id) from minor_entries group by 1',
  visitors: 'select purpose, count(*), sum(room_id) from visitors group by 1',
  'rooms by state': 'select housekeeping, count(*), sum(version) from rooms group by 1',
  tasks:
    "select work || '/' || coalesce(outcome, ''), count(*), sum(credits) from housekeeping_tasks group by 1",
  closures: 'select kind, count(*), sum(room_id) from closures group by 1',
  closes: 'select status, count(*), min(business_date) from closes group by 1',
  "shifts' notes": 'select created_by, count(*), count(ticked_at) from shift_notes group by 1',
  'changes by operation':
    "select operation || '/' || entity, count(*), sum(entity_id) from changes group by 1",
  'changes by hour': 'select substr(moment, 12, 2), count(*), sum(seq) from changes group by 1',
  'changes by actor': `select actor || '/' || workstation, count(*), sum(length(after)) from ${wholeLog} group by 1`,
}

test('a demo hotel of one seed has the figures that it had', () => {
  const figures = Object.fromEntries(
    Object.entries(counted).map(([name, sql]) => [
      name,
      Object.fromEntries(
        (raw.prepare(`${sql} order by 1`).raw().all() as [unknown, number, number][]).map(
          ([key, rows, sum]) => [String(key), `${rows} · ${sum}`],
        ),
      ),
    ]),
  )
  if (process.env.UPDATE_DEMO) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
  expect(figures).toEqual(JSON.parse(readFileSync(file, 'utf8')))
})

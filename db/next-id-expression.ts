import { sql } from 'kysely'
import type { Database } from './schema/database.ts'

/** Tables whose things are named in the change log. */
export type Numbered = keyof Database &
  (
    | 'guests'
    | 'memberships'
    | 'programmes'
    | 'bookings'
    | 'requests'
    | 'rooms'
    | 'room_types'
    | 'closures'
    | 'attendants'
    | 'housekeeping_tasks'
    | 'discrepancies'
    | 'tickets'
    | 'rate_plans'
    | 'accounts'
    | 'import_words'
    | 'leaving_cases'
    | 'insight_settings'
    | 'playbooks'
    | 'guest_judgements'
    | 'offers'
    | 'suggestion_votes'
    | 'guest_kinds'
    | 'segments'
    | 'report_favourites'
    | 'explores'
    | 'report_schedules'
    | 'ledger_accounts'
    | 'taxes'
    | 'tax_rules'
    | 'transaction_codes'
    | 'packages'
    | 'fee_policies'
    | 'exchange_rates'
    | 'folios'
    | 'postings'
    | 'deposits'
    | 'holds'
    | 'vouchers'
    | 'shifts'
    | 'paper_series'
    | 'papers'
    | 'fapiao'
    | 'traces'
    | 'registrations'
    | 'minor_sheets'
    | 'visitors'
    | 'desk_devices'
    | 'closes'
    | 'guest_messages'
    | 'wake_calls'
    | 'parcels'
    | 'found_items'
    | 'key_logs'
    | 'luggage'
    | 'roles'
    | 'shift_notes'
  )

const entityOf: Record<Numbered, string> = {
  guests: 'guest',
  memberships: 'membership',
  programmes: 'programme',
  bookings: 'booking',
  requests: 'request',
  rooms: 'room',
  room_types: 'room-type',
  closures: 'closure',
  attendants: 'attendant',
  housekeeping_tasks: 'housekeeping-task',
  discrepancies: 'discrepancy',
  tickets: 'ticket',
  rate_plans: 'rate-plan',
  accounts: 'account',
  import_words: 'import-word',
  leaving_cases: 'leaving-case',
  insight_settings: 'insight-setting',
  playbooks: 'playbook',
  guest_judgements: 'guest-judgement',
  offers: 'offer',
  suggestion_votes: 'suggestion-vote',
  guest_kinds: 'guest-kind',
  segments: 'segment',
  report_favourites: 'report-favourite',
  explores: 'explore',
  report_schedules: 'report-schedule',
  ledger_accounts: 'ledger-account',
  taxes: 'tax',
  tax_rules: 'tax-rule',
  transaction_codes: 'transaction-code',
  packages: 'package',
  fee_policies: 'fee-policy',
  exchange_rates: 'exchange-rate',
  folios: 'folio',
  postings: 'posting',
  deposits: 'deposit',
  holds: 'hold',
  vouchers: 'voucher',
  shifts: 'shift',
  paper_series: 'paper-series',
  papers: 'paper',
  fapiao: 'fapiao',
  traces: 'trace',
  registrations: 'registration',
  minor_sheets: 'minor-sheet',
  visitors: 'visitor',
  desk_devices: 'desk-devices',
  closes: 'close',
  guest_messages: 'guest-message',
  wake_calls: 'wake-call',
  parcels: 'parcel',
  found_items: 'found-item',
  key_logs: 'key-log',
  luggage: 'luggage',
  roles: 'role',
  shift_notes: 'shift-note',
}

/**
 * The next number of a thing. A number is never given twice: one whose making was undone is in the change log
 * for ever, and a second booking under it would share its story.
 */
export function nextIdExpression(table: Numbered) {
  const ids = sql.table(table)
  return sql<number>`1 + max(
    coalesce((select max(id) from ${ids}), 0),
    coalesce((select max(entity_id) from changes where entity = ${sql.lit(entityOf[table])}), 0)
  )`
}

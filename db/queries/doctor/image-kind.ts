import type { Image } from '#shared/domain/change/change.ts'

/** A kind of thing whose rows must be what the log left them as. */
export type Kind = {
  entity:
    | 'settings'
    | 'user'
    | 'role'
    | 'shift-note'
    | 'room-type'
    | 'room'
    | 'closure'
    | 'housekeeping-setting'
    | 'attendant'
    | 'housekeeping-task'
    | 'discrepancy'
    | 'ticket'
    | 'rate-plan'
    | 'account'
    | 'programme'
    | 'membership'
    | 'leaving-case'
    | 'guest-kind'
    | 'import-mapping'
    | 'import-word'
    | 'insight-setting'
    | 'playbook'
    | 'guest-judgement'
    | 'offer'
    | 'suggestion-vote'
    | 'segment'
    | 'segment-tags'
    | 'report-favourite'
    | 'explore'
    | 'report-memory'
    | 'report-setting'
    | 'commission'
    | 'budget'
    | 'comp-set'
    | 'report-schedule'
    | 'folio-setting'
    | 'ledger-account'
    | 'tax'
    | 'tax-rule'
    | 'transaction-code'
    | 'package'
    | 'fee-policy'
    | 'exchange-rate'
    | 'paper-series'
    | 'folio'
    | 'posting'
    | 'deposit'
    | 'hold'
    | 'voucher'
    | 'shift'
    | 'paper'
    | 'fapiao'
    | 'registrant'
    | 'registration'
    | 'minor-sheet'
    | 'visitor'
    | 'registration-setting'
    | 'desk-devices'
    | 'close'
    | 'close-setting'
    | 'request'
    | 'trace'
    | 'stay'
    | 'day-use'
    | 'stay-setting'
    | 'guest-message'
    | 'wake-call'
    | 'parcel'
    | 'found-item'
    | 'key-log'
    | 'luggage'
    | 'guest'
    | 'booking'
  table: string
  /**
   * SQL for the image of a row of `t` as JSON, its fields in the order in which the log has them: that of the program's own
   * images where mostly nothing of them is personal (bookings, requests), else the open ones first.
   */
  text: string
  /** What a thing has that its first change does not name. */
  defaults?: Image
  /** Which rows the log does not know is another check's question. */
  loggedElsewhere?: true
}

/** SQL for an object of JSON: its fields with the expression of each. */
export function object(fields: Record<string, string>): string {
  return `json_object(${Object.entries(fields)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ')})`
}

/** SQLite has no booleans. */
export function flag(column: string): string {
  return `json(iif(${column} = 1, 'true', 'false'))`
}

/** JSON kept in a column as text; what is none is a text, which differs from what the log has. */
export function json(column: string): string {
  return `iif(json_valid(${column}), json(${column}), ${column})`
}

/** The rows of a thing's collection, each under its key, in the order in which an object of the program has them. */
export function collection(
  table: string,
  owner: string,
  key: string,
  fields: Record<string, string>,
): string {
  return `(select json_group_object(${key}, ${object(fields)} order by ${key}) from ${table} where ${owner} = t.id)`
}

/** The triggers that keep the change log what it is. */
const refusal = "begin select raise(abort, 'the change log is append-only'); end"

export const keepChanges = `create trigger changes_keep before delete on changes ${refusal}`

/** Before personal values were kept apart (formats 1 to 5). */
export const stayAsWritten = `create trigger changes_stay before update on changes ${refusal}`

const lasting = [
  'seq',
  'command',
  'moment',
  'business_date',
  'actor',
  'workstation',
  'operation',
  'entity',
  'entity_id',
  'booking_id',
  'before',
  'after',
  'undoes',
  'hash',
]
const erasable = ['personal_before', 'personal_after', 'reason', 'request_id', 'salt']

/**
 * The one update of a row: its sealed values go all together, once, and leave their digest. No comparison may be null, or
 * the trigger would not fire.
 */
export const stayButErased = guardOf(lasting)

/** The same where who approved an act is kept. */
export const stayButErasedApproved = guardOf([...lasting, 'approved_by'])

function guardOf(columns: readonly string[]): string {
  return `create trigger changes_stay before update on changes when not (
  old.salt is not null and old.erased is null and coalesce(length(new.erased), 0) = 43
  and ${erasable.map((column) => `new.${column} is null`).join(' and ')}
  and ${columns.map((column) => `new.${column} is old.${column}`).join(' and ')}
) ${refusal}`
}

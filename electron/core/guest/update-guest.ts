import { edit } from '../aggregate.ts'
import { writes } from '../handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { checkPerson } from './rules.ts'

/** Changes names, salutation, gender, birth date, nationality or language; a name given to an unnamed guest names it. */
export const updateGuest = writes('guest.update', async (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, guestAggregate, id, version, (guest) =>
    checkPerson(guest, { ...guest, ...present(fields) }, ctx.businessDate),
  ),
)

/** The fields that were sent: an absent one leaves what is on file. */
function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

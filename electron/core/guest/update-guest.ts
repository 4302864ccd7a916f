import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { present } from '../kernel/present.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { checkPerson } from './rules.ts'

/** Changes names, salutation, gender, birth date, nationality or language; a name given to an unnamed guest names it. */
export const updateGuest = writes('guest.update', async (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, guestAggregate, id, version, (guest) =>
    checkPerson(guest, { ...guest, ...present(fields) }, ctx.businessDate),
  ),
)

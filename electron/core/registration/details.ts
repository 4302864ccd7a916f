import { guestExists } from '#db/repositories/guest/repository.ts'
import { loadRegistrant } from '#db/repositories/registration/registrants.ts'
import type { RegistrantImage } from '#shared/domain/registration/registration.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { conflict } from '../kernel/outcome.ts'
import { registrantAggregate } from './aggregates.ts'

/** Writes down what the authorities ask of a guest; whoever writes it has just asked, so it is confirmed today. */
export const saveDetails = writes('registration.saveDetails', async (tx, ctx, input) => {
  const { guestId, version, ...fields } = input
  if (!(await guestExists(tx, guestId))) return refuse('GUEST_UNKNOWN', { id: guestId })
  if (fields.entryOn && fields.entryOn > ctx.businessDate)
    return refuse('ENTRY_FUTURE', { entryOn: fields.entryOn, today: ctx.businessDate })
  const image: RegistrantImage = { confirmedOn: ctx.businessDate, ...fields }
  if (await loadRegistrant(tx, guestId))
    return edit(tx, ctx, registrantAggregate, guestId, version, () => ok(image))
  if (version !== 0) return conflict('registrant', guestId)
  return create(tx, ctx, registrantAggregate, guestId, image)
})

/** It was asked, and nothing has changed. */
export const confirmDetails = writes('registration.confirmDetails', (tx, ctx, { guestId, version }) =>
  edit(tx, ctx, registrantAggregate, guestId, version, (image) =>
    ok({ ...image, confirmedOn: ctx.businessDate }),
  ),
)

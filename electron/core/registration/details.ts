import { guestExists } from '#db/repositories/guest/repository.ts'
import { loadRegistrant } from '#db/repositories/registration/registrants.ts'
import { noDetails, type RegistrantImage } from '#shared/domain/registration/registration.ts'
import { refuse } from '#shared/values/index.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { saveUnder } from '../kernel/save.ts'
import { registrantAggregate } from './aggregates.ts'
import { saveProfile } from './profile.ts'

/** Writes down what the authorities ask of a guest; whoever writes it has just asked, so it is confirmed today. */
export const saveDetails = writes('registration.saveDetails', async (tx, ctx, input) => {
  const { guestId, version, profile, ...fields } = input
  if (!(await guestExists(tx, guestId))) return refuse('GUEST_UNKNOWN', { id: guestId })
  if (fields.entryOn && fields.entryOn > ctx.businessDate)
    return refuse('ENTRY_FUTURE', { entryOn: fields.entryOn, today: ctx.businessDate })
  const image: RegistrantImage = { confirmedOn: ctx.businessDate, ...fields }
  const told = profile ? await saveProfile(tx, ctx, guestId, profile) : done(null, [])
  if (!('done' in told)) return told
  const kept = await saveUnder<RegistrantImage, never>(tx, ctx, registrantAggregate, guestId, version, image)
  return 'done' in kept ? { ...kept, changes: [...told.changes, ...kept.changes] } : kept
})

/** It was asked, and nothing has changed. Of a guest of whom nothing is kept for the authorities, that it was asked is kept. */
export const confirmDetails = writes('registration.confirmDetails', async (tx, ctx, { guestId, version }) => {
  if (!(await guestExists(tx, guestId))) return refuse('GUEST_UNKNOWN', { id: guestId })
  const found = (await loadRegistrant(tx, guestId))?.image ?? noDetails
  const image: RegistrantImage = { ...found, confirmedOn: ctx.businessDate }
  return saveUnder(tx, ctx, registrantAggregate, guestId, version, image)
})

import { insertClose, loadClose, readOpenClose } from '#db/repositories/audit/closes.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { type CloseImage, isRolled, noCounts, refusalOfClose } from '#shared/domain/audit/close.ts'
import { type CloseId, refuse } from '#shared/values/index.ts'
import { readActorNames } from '../change/public.ts'
import { writes } from '../kernel/handler.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { changeOf, done } from '../kernel/outcome.ts'
import { blockedBy, readDay } from './blocked.ts'
import { putClose } from './close-aggregate.ts'
import { closeSettings } from './settings.ts'

/** Begins a close, or goes on with one that stopped: from its first step, which finds what is left to do. */
export const begin = writes('audit.begin', async (tx, ctx, { from }) => {
  const open = await readOpenClose(tx)
  if (open?.image.status === 'running') {
    const nameOf = await readActorNames(tx, ctx.language)
    return refuse('CLOSE_RUNNING', { by: nameOf(open.image.startedBy), date: open.image.businessDate })
  }
  const image: CloseImage = {
    businessDate: from,
    status: 'running',
    startedBy: ctx.actor,
    startedAt: ctx.moment,
    finishedAt: null,
    troubles: [],
  }
  // What is left after the roll needs no more than to be done
  if (open && isRolled(open.step))
    return done({ id: open.id }, await putClose(tx, open, { status: 'running', troubles: [] }, { cursor: 0 }))
  const settings = await closeSettings.read(tx)
  const refused =
    refusalOfClose(from, ctx.businessDate, settings.earliest, hotelClock(ctx)) ??
    blockedBy(await readDay(tx, ctx, settings))
  if (refused) return refused
  if (open) return done({ id: open.id }, await putClose(tx, open, image, { step: 'holds', cursor: 0 }))
  const id = (await nextId(tx, 'closes')) as CloseId
  await insertClose(tx, id, image, { step: 'holds', cursor: 0, counts: noCounts })
  return done({ id }, changeOf('close', id, null, image))
})

/** Stops a close before the roll. `trouble`: a defect that the program met in it. */
export const stop = writes('audit.stop', async (tx, _ctx, { id, trouble }) => {
  const close = await loadClose(tx, id)
  if (!close) return refuse('CLOSE_UNKNOWN', { id })
  if (close.image.status !== 'running') return refuse('CLOSE_NOT_RUNNING', { status: close.image.status })
  if (isRolled(close.step) && !trouble) return refuse('CLOSE_ROLLED', { date: close.image.businessDate })
  const troubles = trouble ? [{ ...trouble, bookingId: null }] : []
  return done({ id }, await putClose(tx, close, { status: 'stopped', troubles }))
})

import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { reads } from '../../kernel/handler.ts'
import { bookingRows, maxBookings } from '../booking-rows.ts'
import { askUnderName, askWorker } from '../running.ts'
import { questionOf } from './question.ts'
import { deleteOne, listExplores, saveOne } from './saved.ts'
import type { CellAsked } from './tasks.ts'

const run = reads('explore.run', async (db, { run, ...input }, ctx) => {
  const question = await questionOf(db, ctx, input)
  if (!question.ok) return question
  const found = await askUnderName<OutputOf<'explore.run'>>(ctx, run, 'explore.run', question.value)
  return found.ok ? found.value : found
})

const drill = reads('explore.drill', async (db, { at, ...input }, ctx) => {
  const question = await questionOf(db, ctx, input)
  if (!question.ok) return question
  const asked = { ...question.value, at, limit: maxBookings + 1 } satisfies CellAsked
  const found = await askWorker<BookingId[]>(ctx, 'explore.bookings', asked)
  return found.ok ? bookingRows(db, ctx, found.value, question.value.withoutRevenue) : found
})

export const exploreHandlers = {
  'explore.list': listExplores,
  'explore.save': saveOne,
  'explore.delete': deleteOne,
  'explore.run': run,
  'explore.drill': drill,
}

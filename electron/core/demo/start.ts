import { roomsAndYearsFor } from '#core/demo/data/scale.ts'
import { holdsHotel } from '#db/queries/setup/is-empty.ts'
import { refuse } from '#shared/values/index.ts'
import { refusalOfPassword } from '../access/public.ts'
import { works } from '../kernel/handler.ts'
import { generateDemo } from './generate.ts'

const usual = { rooms: 120, years: 3 }

/** Fills an empty store; a size that does not fit ends the job with its code. */
export const startDemo = works('job.startDemo', async (ctx, input) => {
  if (await holdsHotel(ctx.store.reader)) return refuse('NOT_EMPTY')
  const { rooms, years, ...rest } = input
  // One that is stated is no demo's own: whoever states it means to keep it.
  const weak = input.password === undefined ? null : refusalOfPassword(input.password, ['manager', 'clerk'])
  if (weak) return weak
  const fitting = input.bookings === undefined ? usual : roomsAndYearsFor(input.bookings)
  const options = {
    ...rest,
    rooms: rooms ?? fitting.rooms,
    years: years ?? fitting.years,
    language: ctx.hotel.language,
  }
  const job = ctx.jobs.start('demo', (handle) => generateDemo(ctx.store, options, handle))
  return job ? { job } : refuse('JOB_RUNNING')
})

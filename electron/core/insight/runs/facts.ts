import { countGuests } from '#db/queries/insight/counts.ts'
import type { Run } from '../run.ts'

/** The facts of every guest with a name. */
export const facts: Run<'facts'> = {
  kind: 'facts',
  standing: 0,
  run: ({ store, pulse }) => {
    pulse(0, 1)
    const { named, unnamed, bookings } = countGuests(store)
    return { output: { guests: named, unnamed: { guests: unnamed, bookings }, read: named, rebuilt: true } }
  },
}

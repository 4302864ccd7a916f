/** Lifetime value: the models, and the guests who are expected to bring most. */
import { z } from 'zod'
import { guestGroups } from '../domain/insight/future/fit-guests.ts'
import { aheadWays } from '../domain/insight/future/guests-ahead.ts'
import type { GuestId } from '../values/index.ts'
import { businessDate, empty, id, moment, nextPage, pageBy, sortedKey } from './fields.ts'
import { futureOutput } from './insight-future-runs.ts'
import { query } from './operation.ts'

const minor = z.number().int()

/** What is expected of one guest; null where too little is on file to say. */
const figures = {
  group: z.enum(guestGroups),
  way: z.enum(aheadWays),
  stays: z.number().int(),
  lastDeparture: businessDate,
  pAlive: z.number().nullable(),
  expected12: z.number().nullable(),
  expected36: z.number().nullable(),
  stayValueMinor: minor.nullable(),
  value12Minor: minor.nullable(),
  value36Minor: minor.nullable(),
}

export const summary = query({
  name: 'future.summary',
  about:
    'The models of repeat stays and spending, how they hold for a year held out, and sums of what is expected.',
  input: empty,
  output: z
    .strictObject({
      asOf: businessDate,
      moment,
      output: futureOutput.nullable(),
      /** Why there is no output. */
      said: z
        .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
        .nullable(),
      /** Who is left out for half of all stays. */
      collective: z
        .strictObject({ id: id<GuestId>(), guestName: z.string(), guestLatinName: z.string() })
        .nullable(),
    })
    .nullable(),
  permission: 'manager',
  reads: ['insight', 'guest'],
})

export const guests = query({
  name: 'future.guests',
  about: 'Guests by the value expected of them in 36 months, the greatest first.',
  input: z.strictObject({ ...pageBy(sortedKey('number', 'number')) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ id: id<GuestId>(), guestName: z.string(), guestLatinName: z.string(), ...figures }),
    ),
    next: nextPage,
  }),
  permission: 'manager',
  reads: ['insight', 'guest'],
})

export const ofGuest = query({
  name: 'future.ofGuest',
  about: 'What is expected of one guest, as of the newest computation; null where nothing is.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.strictObject({ asOf: businessDate, ...figures }).nullable(),
  permission: 'clerk',
  reads: ['insight', 'guest'],
})

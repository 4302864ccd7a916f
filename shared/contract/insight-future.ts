/** Lifetime value: the models, and the guests who are expected to bring most. */
import { z } from 'zod'
import { guestGroups } from '../domain/insight/future/fit-guests.ts'
import { aheadWays } from '../domain/insight/future/guests-ahead.ts'
import { visitModels } from '../domain/insight/future/model.ts'
import { leavingLevels } from '../domain/insight/leaving/risk.ts'
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
  permission: 'insight',
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
  permission: 'insight',
  reads: ['insight', 'guest'],
})

export const ofGuest = query({
  name: 'future.ofGuest',
  about: 'What is expected of one guest, as of the newest computation; null where nothing is.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.strictObject({ asOf: businessDate, ...figures }).nullable(),
  permission: 'insight-hints',
  reads: ['insight', 'guest'],
})

export const asOfDay = query({
  name: 'future.asOf',
  about:
    'Everybody’s future and who is due, as known at the end of a day and by a model: for the command line. Kept nowhere, and long.',
  input: z.strictObject({
    asOf: businessDate.optional(),
    model: z.enum(visitModels, { error: 'invalid.choice' }).default('mbg-nbd'),
  }),
  output: z.strictObject({
    asOf: businessDate,
    models: z.array(
      z.strictObject({
        group: z.enum(guestGroups),
        parameters: z.record(z.string(), z.number()).nullable(),
        logLikelihood: z.number().nullable(),
        /** Why there is no model; null where there is one. */
        failure: z.string().nullable(),
        spending: z.strictObject({ p: z.number(), q: z.number(), v: z.number() }).nullable(),
      }),
    ),
    guests: z.array(
      z.strictObject({
        id: id<GuestId>(),
        pAlive: z.number().nullable(),
        expected12: z.number().nullable(),
        value12Minor: minor.nullable(),
        /** Null while the next stay is not due. */
        level: z.enum(leavingLevels).nullable(),
        risk: z.number().nullable(),
        daysSince: z.number().int(),
        ownInterval: z.number().nullable(),
        overdue: z.number().nullable(),
        atRiskMinor: minor.nullable(),
      }),
    ),
  }),
  refusals: ['AS_OF_AHEAD', 'NO_STAYS_YET'],
  permission: 'insight',
  reads: ['booking', 'guest', 'guest-judgement'],
})

import { z } from 'zod'
import { classKinds, rfmSegments } from '../domain/insight/value/classes.ts'
import { mapDays, mapStays } from '../domain/insight/value/summary.ts'
import type { GuestId } from '../values/index.ts'
import { businessDate, id, moment, nextPage, pageBy, sortedKey } from './fields.ts'
import { query } from './operation.ts'

const place = (most: number) => z.number({ error: 'invalid.number' }).int('invalid.number').min(0).max(most)
const segment = z.enum(['', ...rfmSegments], { error: 'invalid.choice' })
const money = z.number().int()

/** A guest's value and classes; a class set by hand is the one that counts, and `byHand` names its kind. */
const guestValue = {
  id: id<GuestId>(),
  recencyDays: z.number().int().nullable(),
  frequency: z.number().int(),
  /** Total revenue, and of it what is not of the room. */
  monetaryMinor: money,
  otherMinor: money,
  r: z.number().int(),
  f: z.number().int(),
  m: z.number().int(),
  contributionMinor: money,
  currentMinor: money,
  potentialMinor: money,
  rfm: z.string(),
  value: z.string(),
  matrix: z.string(),
  need: z.string(),
  lifecycle: z.string(),
  behaviour: z.string(),
  relation: z.string(),
  byHand: z.array(z.enum(classKinds as [(typeof classKinds)[number], ...typeof classKinds])),
}

export const valueGuests = query({
  name: 'insight.valueGuests',
  about:
    'Guests of a class, of a field of the map or of a move between two dates, those who brought most first.',
  input: z.strictObject({
    /** The earlier date that was computed last; else as of the newest refresh. */
    earlier: z.boolean().default(false),
    of: z.discriminatedUnion(
      'by',
      [
        z.strictObject({ by: z.literal('all') }),
        z.strictObject({
          by: z.literal('class'),
          kind: z.enum(classKinds as [(typeof classKinds)[number], ...typeof classKinds]),
          class: z.string().max(32),
        }),
        z.strictObject({
          by: z.literal('map'),
          days: place(mapDays.length),
          stays: place(mapStays.length),
        }),
        z.strictObject({ by: z.literal('move'), from: segment, to: segment }),
      ],
      { error: 'invalid.choice' },
    ),
    sort: z.enum(['revenue', 'recency', 'frequency'], { error: 'invalid.choice' }).default('revenue'),
    ...pageBy(sortedKey('number', 'number')),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ name: z.string(), latinName: z.string(), unnamed: z.boolean(), ...guestValue }),
    ),
    next: nextPage,
  }),
  permission: 'insight',
  reads: ['insight', 'guest', 'guest-judgement'],
})

export const guestClasses = query({
  name: 'insight.guestClasses',
  about: 'The value and classes of one guest with the moment they were computed; null while there are none.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z
    .strictObject({
      asOf: businessDate,
      moment,
      excluded: z.boolean(),
      guest: z.strictObject(guestValue).nullable(),
    })
    .nullable(),
  permission: 'insight-hints',
  reads: ['insight', 'guest-judgement'],
})

/** Kinds of guests that were found and named, and who among newcomers is like the best. */
import { z } from 'zod'
import { firstFacts } from '../domain/insight/groups/first-stay.ts'
import { alikeGroups } from '../domain/insight/groups/likest.ts'
import type { GuestId, GuestKindId } from '../values/index.ts'
import { businessDate, empty, id, line, moment, nextPage, pageBy, saved, version } from './fields.ts'
import { insightRuns } from './insight-runs.ts'
import { command, query } from './operation.ts'

const number = z
  .number({ error: 'invalid.number' })
  .int('invalid.number')
  .min(1, 'invalid.tooSmall')
  .max(99, 'invalid.tooLarge')
const given = z.strictObject({ id: id<GuestKindId>(), version, name: z.string() })

const person = { id: id<GuestId>(), name: z.string(), latinName: z.string() }

export const list = query({
  name: 'kinds.list',
  about:
    'The kinds of guests of the last refresh, with the names that managers gave them. Null before there are any.',
  input: empty,
  output: z
    .strictObject({
      asOf: businessDate,
      moment,
      found: insightRuns.kinds.output,
      /** By number of the kind; a kind without a name is not among them. */
      names: z.record(z.string(), given),
      /** Named kinds that no kind of now is like. */
      gone: z.array(given),
    })
    .nullable(),
  permission: 'insight',
  reads: ['insight', 'guest-kind'],
})

export const name = command({
  name: 'kinds.name',
  about: 'Gives a kind of the last refresh a name, or another one; later kinds like it have it too.',
  input: z.strictObject({ number, name: line(40) }),
  output: saved<GuestKindId>(),
  refusals: ['KIND_UNKNOWN', 'CODE_TAKEN'],
  permission: 'insight',
  undoable: true,
})

export const unname = command({
  name: 'kinds.unname',
  about: 'Takes the name from a kind of guests.',
  input: z.strictObject({ id: id<GuestKindId>(), version }),
  output: saved<GuestKindId>(),
  refusals: ['KIND_UNKNOWN'],
  permission: 'insight',
  undoable: true,
})

export const guests = query({
  name: 'kinds.guests',
  about: 'Guests of one kind of the last refresh, the most typical first.',
  input: z.strictObject({ number, ...pageBy(/^\d{1,12}(\.\d{1,20})?(e-\d{1,3})?:[1-9]\d{0,14}$/) }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        ...person,
        /** From the middle of the kind, in standard deviations. */
        distance: z.number(),
        stays: z.number().int(),
        lastDeparture: businessDate.nullable(),
        revenueMinor: z.number().int(),
      }),
    ),
    next: nextPage,
  }),
  permission: 'insight',
  reads: ['insight', 'guest'],
})

export const alike = query({
  name: 'kinds.alike',
  about:
    'Who among one-time guests, those who only asked and silent ones is like the best guests were at first, with why.',
  input: z.strictObject({
    group: z.enum(alikeGroups, { error: 'invalid.choice' }),
    ...pageBy(/^[1-9]\d{0,5}$/),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        ...person,
        place: z.number().int(),
        likeness: z.number(),
        reasons: z.array(z.strictObject({ fact: z.enum(firstFacts), word: z.string(), weight: z.number() })),
        stays: z.number().int(),
        lastDeparture: businessDate.nullable(),
      }),
    ),
    next: nextPage,
  }),
  permission: 'insight',
  reads: ['insight', 'guest'],
})

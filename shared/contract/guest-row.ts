import { z } from 'zod'
import { matchFields } from '../domain/search/match-field.ts'
import type { GuestId } from '../values/index.ts'
import { businessDate, id } from './fields.ts'

/** A guest as the list shows it. */
export const guestRow = z.strictObject({
  id: id<GuestId>(),
  /** 张伟, or the Latin name where there is no other; empty for an unnamed guest. */
  name: z.string(),
  latinName: z.string(),
  unnamed: z.boolean(),
  nationality: z.string(),
  tier: z.string().nullable(),
  tags: z.array(z.string()),
  phone: z.string(),
  stays: z.number().int(),
  lastStay: businessDate.nullable(),
  /** Next arrival still to come. */
  nextArrival: businessDate.nullable(),
  inHouseRoom: z.string().nullable(),
  inHouse: z.boolean(),
  openRequests: z.number().int(),
  alerts: z.number().int(),
  /** The field and the text that matched, when something was searched for; `ranges` are start and length of what to mark. */
  match: z
    .strictObject({
      field: z.enum([...matchFields, 'room', 'paper']),
      text: z.string(),
      ranges: z.array(z.tuple([z.number().int(), z.number().int()])),
    })
    .nullable(),
  /** What was typed is not in the name, only something similar: a sound or one slip of the fingers apart. */
  similar: z.boolean(),
})

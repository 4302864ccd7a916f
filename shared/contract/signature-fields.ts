import { z } from 'zod'
import type { GuestId } from '../values/index.ts'
import { id } from './fields.ts'

/** The drawing of a signature: strokes of `x,y` points in a box of 1000 × 300, strokes parted by `;`. */
const signature = z
  .string({ error: 'invalid.text' })
  .max(20_000, 'invalid.tooLong')
  .regex(/^\d{1,4},\d{1,4}( \d{1,4},\d{1,4})+(;\d{1,4},\d{1,4}( \d{1,4},\d{1,4})+)*$/, 'invalid.signature')

/** Who signed the registration card on the screen; who signed before keeps what was drawn then. */
export const signatures = z
  .array(z.strictObject({ guestId: id<GuestId>(), signature }))
  .max(50)
  .default([])

import { z } from 'zod'

/** A part of the settings of Insight: what it begins with, its shape, and what must fit together in it. */
export type Section<S> = {
  defaults: S
  /** Messages are codes, worded under `insight.refusal.SETTINGS_INVALID.<code>`. */
  shape: z.ZodType<S>
  /** What the shape can't say: the field and the code; null when all fits. */
  problem?: (settings: S) => { field: string; why: string } | null
}

/** A whole number within bounds; both are said where it is refused. */
export const whole = (min: number, max: number) =>
  z.number({ error: 'number' }).int('number').min(min, 'number').max(max, 'number')

/** An amount in minor units, zero or more. */
export const amount = z.number({ error: 'amount' }).int('amount').min(0, 'amount').max(1e12, 'amount')

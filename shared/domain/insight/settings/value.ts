import { z } from 'zod'
import type { MatrixCut } from '../value/matrix.ts'
import type { CutRule } from '../value/rfm.ts'
import { amount, type Section, whole } from './section.ts'

export type ValueSettings = {
  /** Where high begins in RFM; by hand in days, stays and minor units. */
  cut: CutRule
  /** Per cent of all revenue up to which guests are of high value, and of middle value. */
  shares: { high: number; middle: number }
  matrix: MatrixCut
  /** What a night given free and a night in a better room cost the hotel; null: not known, and nothing is taken off. */
  costs: { givenNightMinor: number | null; upgradedStayMinor: number | null }
  need: { longStayNights: number; transitLeadDays: number }
  /** Days since the last stay from which a guest is silent, and lost. */
  lifecycle: { silentDays: number; lostDays: number }
}

export const valueSection: Section<ValueSettings> = {
  defaults: {
    cut: { kind: 'mean' },
    shares: { high: 80, middle: 95 },
    matrix: { kind: 'mean' },
    costs: { givenNightMinor: null, upgradedStayMinor: null },
    need: { longStayNights: 7, transitLeadDays: 1 },
    lifecycle: { silentDays: 365, lostDays: 548 },
  },
  shape: z.strictObject({
    cut: z.discriminatedUnion(
      'kind',
      [
        z.strictObject({ kind: z.literal('mean') }),
        z.strictObject({ kind: z.literal('quintile') }),
        z.strictObject({
          kind: z.literal('hand'),
          recencyDays: whole(0, 36_500),
          frequency: whole(1, 10_000),
          monetary: amount,
        }),
      ],
      { error: 'choice' },
    ),
    shares: z.strictObject({ high: whole(1, 99), middle: whole(2, 100) }),
    matrix: z.discriminatedUnion(
      'kind',
      [
        z.strictObject({ kind: z.literal('mean') }),
        z.strictObject({ kind: z.literal('hand'), currentMinor: amount, potentialMinor: amount }),
      ],
      { error: 'choice' },
    ),
    costs: z.strictObject({
      givenNightMinor: amount.nullable(),
      upgradedStayMinor: amount.nullable(),
    }),
    need: z.strictObject({ longStayNights: whole(2, 365), transitLeadDays: whole(0, 30) }),
    lifecycle: z.strictObject({ silentDays: whole(1, 3650), lostDays: whole(2, 7300) }),
  }),
  problem: ({ shares, lifecycle }) => {
    if (shares.middle <= shares.high) return { field: 'shares.middle', why: 'sharesOrder' }
    if (lifecycle.lostDays <= lifecycle.silentDays) return { field: 'lifecycle.lostDays', why: 'daysOrder' }
    return null
  },
}

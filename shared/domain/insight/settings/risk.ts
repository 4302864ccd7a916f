import { z } from 'zod'
import { type ProtectedRiskFact, protectedRiskFacts } from '../risk/made.ts'
import { amount, type Section } from './section.ts'

export type RiskSettings = {
  /** What a walked guest and an empty room cost, in minor units; null: worked out from the mean rate, and said so. */
  costs: { walkedMinor: number | null; emptyMinor: number | null }
  /** Traits of a person that the model may use. */
  allowed: ProtectedRiskFact[]
}

export const riskSection: Section<RiskSettings> = {
  defaults: { costs: { walkedMinor: null, emptyMinor: null }, allowed: [] },
  shape: z.strictObject({
    costs: z.strictObject({ walkedMinor: amount.nullable(), emptyMinor: amount.nullable() }),
    allowed: z
      .array(z.enum(protectedRiskFacts, { error: 'choice' }), { error: 'choice' })
      .max(protectedRiskFacts.length, 'choice'),
  }),
}

import type { OutputOf } from '#shared/contract/index.ts'

type Effect = OutputOf<'booking.previewChange'>

/**
 * The effect as the desk feels it. A cancelled booking keeps its nights on file, but the hotel no longer holds them:
 * cancelling gives them up, reinstating takes them again, and confirming makes nights count that took no room before.
 */
export function heldEffect(effect: Effect, kind: string): Effect {
  if (kind === 'cancel' && effect.refusal === null) {
    return {
      ...effect,
      nights: effect.nights.map((night) => ({
        ...night,
        change: 'removed',
        rateAfterMinor: null,
      })),
      nightsAfter: 0,
      totalAfterMinor: 0,
    }
  }
  if (kind === 'reinstate' && effect.refusal?.code !== 'NOT_CANCELLED') {
    return {
      ...effect,
      nights: effect.nights.map((night) => ({ ...night, change: 'added', rateBeforeMinor: null })),
      nightsBefore: 0,
      totalBeforeMinor: 0,
    }
  }
  if (kind === 'confirm') {
    return { ...effect, nights: effect.nights.map((night) => ({ ...night, change: 'changed' })) }
  }
  return effect
}

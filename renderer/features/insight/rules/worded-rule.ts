import type { OutputOf } from '#shared/contract/index.ts'

export type OfferRule = OutputOf<'insight.offerRules'>['rules'][number]
/** A rule with its two sides in words. */
export type WordedRule = OfferRule & { givenText: string; addsText: string }

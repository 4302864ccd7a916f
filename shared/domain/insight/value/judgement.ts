import type { GuestId } from '../../../values/index.ts'
import { type JudgedKind, judgedKinds } from './classes.ts'

/**
 * What a person decided about the judgements that the program makes of a guest: none at all (`excluded`), or another class
 * than the computed one. Empty: as computed. PIPL art. 24: a person may refuse to be judged by a machine alone.
 */
export type JudgementImage = {
  guestId: GuestId
  excluded: boolean
  value: string
  need: string
  lifecycle: string
  behaviour: string
  relation: string
  reason: string
}

/** Whether nothing is decided by hand any more: the row goes then. */
export function isPlainJudgement(image: JudgementImage): boolean {
  return !image.excluded && judgedKinds.every((kind) => image[kind] === '')
}

/** The class that counts: the one set by hand where there is one. */
export function effectiveClass(
  kind: JudgedKind,
  computed: string,
  judgement: Pick<JudgementImage, JudgedKind> | null,
): { name: string; byHand: boolean } {
  const set = judgement?.[kind] ?? ''
  return set === '' ? { name: computed, byHand: false } : { name: set, byHand: true }
}

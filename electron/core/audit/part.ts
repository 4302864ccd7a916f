import type { CloseCounts, CloseImage } from '#shared/domain/audit/close.ts'
import type { Change } from '../kernel/outcome.ts'

/**
 * What a small part of a step did. `cursor`: the last thing of it; null: the step has come to its end. `image`: what
 * becomes of the close itself.
 */
export type Part = {
  changes: Change[]
  cursor: number | null
  counts?: Partial<CloseCounts>
  image?: Partial<CloseImage>
}

/** Small enough that a desk whose turn is next does not notice. */
export const partSize = 1

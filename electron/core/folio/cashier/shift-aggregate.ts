import { readOpenShift } from '#db/queries/folio/read.ts'
import { isShiftUsed, standsOnShift } from '#db/queries/folio/shift.ts'
import { loadShift, saveShift } from '#db/repositories/folio/shift.ts'
import type { ShiftImage } from '#shared/domain/folio/shift.ts'
import { refuse, type ShiftId } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'
import { dependentExists } from '../../kernel/outcome.ts'

/**
 * A cashier's shift. Its opening can be taken back while nothing but the float was posted in it; where the ledger names it,
 * it stays as one that ended at once. What is closed stays closed: its difference is known.
 */
export const shiftAggregate: Aggregate<ShiftImage> = {
  entity: 'shift',
  unknown: 'SHIFT_UNKNOWN',
  load: (tx, id) => loadShift(tx, id as ShiftId),
  save: (tx, id, before, after) => saveShift(tx, id as ShiftId, before, after),
  check: async (tx, _ctx, id, before, after) => {
    if (before?.status === 'closed' && !isUnopened(before)) return refuse('SHIFT_CLOSED')
    if (after?.status === 'open' && before?.status !== 'open')
      return (await readOpenShift(tx, after.userId)) ? refuse('SHIFT_OPEN') : null
    const ends = before?.status === 'open' && after?.status !== 'open'
    return ends && (await isShiftUsed(tx, id as ShiftId)) ? dependentExists('posting') : null
  },
  remains: async (tx, id, image) =>
    (await standsOnShift(tx, id as ShiftId))
      ? { ...image, status: 'closed', closedAt: image.openedAt, closedOn: image.businessDate }
      : null,
}

/** Whether the opening of a shift was taken back: it was never counted. */
export function isUnopened(image: Pick<ShiftImage, 'status' | 'counted'>): boolean {
  return image.status === 'closed' && image.counted === null
}

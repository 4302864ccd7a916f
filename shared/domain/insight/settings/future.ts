import { z } from 'zod'
import { type LevelsFrom, usualLevels } from '../leaving/risk.ts'
import { type Section, whole } from './section.ts'

export type FutureSettings = {
  /** Per cent a year by which later value counts less. */
  discountPercent: number
  /** Per cent of risk from which on a guest is late, leaving and lost. */
  levels: LevelsFrom
}

export const futureSection: Section<FutureSettings> = {
  defaults: { discountPercent: 10, levels: usualLevels },
  shape: z.strictObject({
    discountPercent: whole(0, 50),
    levels: z.strictObject({ late: whole(1, 97), leaving: whole(2, 98), lost: whole(3, 99) }),
  }),
  problem: ({ levels: { late, leaving, lost } }) => {
    if (leaving <= late) return { field: 'levels.leaving', why: 'levelsOrder' }
    return lost <= leaving ? { field: 'levels.lost', why: 'levelsOrder' } : null
  },
}

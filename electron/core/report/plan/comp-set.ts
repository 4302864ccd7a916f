import { loadCompSet, saveCompSet } from '#db/repositories/report/comp-sets.ts'
import { type CompSetImage, checkCompSet } from '#shared/domain/report/comp-set.ts'
import { ok } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'
import { reads, writes } from '../../kernel/handler.ts'
import { saveUnder } from '../../kernel/save.ts'

/** The competitor set of a year, which is its id. */
export const compSetAggregate: Aggregate<CompSetImage> = {
  entity: 'comp-set',
  unknown: 'CHANGE_UNKNOWN',
  load: loadCompSet,
  save: saveCompSet,
  check: async (_tx, _ctx, year, _before, after) => {
    const checked = after ? checkCompSet(year, after) : ok(null)
    return checked.ok ? null : checked
  },
}

export const getSet = reads('compSet.get', async (db, { year }) => {
  const found = await loadCompSet(db, year)
  return { year, hotels: '', cells: {}, ...found?.image, version: found?.version ?? 0 }
})

export const saveSet = writes('compSet.save', async (tx, ctx, { year, version, hotels, cells }) => {
  // A period of nothing was typed empty
  const filled = Object.entries(cells)
    .filter(
      ([, { roomsAvailable, roomsSold, revenueMinor }]) => roomsAvailable + roomsSold + revenueMinor > 0,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const image = { hotels, cells: Object.fromEntries(filled) }
  return saveUnder(tx, ctx, compSetAggregate, year, version, image)
})

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { factRows, factRowsOnDay, refreshInsight } from '#tests/support/insight.ts'
import { acts, done, everyAct, openHotelOfActs, step, today } from '../import/desk-acts.ts'
import { closeHotel, hotel, rowsOf } from '../import/lists.ts'

beforeEach(openHotelOfActs)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

test('whatever is done between, the table that only reads who was touched is the one that reads all', async () => {
  await refreshInsight(hotel.app)
  const read: boolean[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { act, pick, other } of steps) await acts[act]?.(pick, other)
      await refreshInsight(hotel.app)
      const stored = await hotel.app.must('insight.output', { kind: 'facts' })
      const output = stored?.output as RunOutputOf<'facts'>
      read.push(output.rebuilt)
      expect(factRows(hotel.app.file)).toEqual(factRowsOnDay(hotel.app.file, today))
      expect(output.unnamed).toEqual(unnamedNow())
    }),
    // Few acts are read alone; every act at once has all read again
    { numRuns: 10, examples: [[[{ act: 'cancel', pick: 0, other: 0 }]], [everyAct]], endOnFailure: true },
  )
  expect(read).toContain(false)
  expect(Object.keys(done).length).toBeGreaterThan(8)
})

function unnamedNow() {
  const [found] = rowsOf(
    `select (select count(*) from guests where unnamed = 1) as guests,
       (select count(*) from bookings join guests g on g.id = guest_id where g.unnamed = 1) as bookings`,
  )
  return found
}

import { afterEach, beforeEach, expect, test } from 'vitest'
import { stayButErasedApproved } from '#db/change-guards.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { reportFileOf } from '#db/report/file.ts'
import { erasePersonalOf } from '#db/repositories/change/erase.ts'
import type { GuestId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type SmallHotel, smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp & { made: SmallHotel }
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterEach(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const parameters = { from: '2026-03-02', to: '2026-03-20' }
const totalAsOf = async (asOf: string) =>
  (await t.must('report.run', { name: 'occupancy', parameters, asOf })).tables[0].total

function look<T>(file: string, sql: string): T[] {
  const raw = openRaw(file, { readonly: true })
  const rows = raw.prepare(sql).all() as T[]
  raw.close()
  return rows
}

/** Writes over a row of the log, as a hand or a broken disk would. */
function writeOver(seq: number, column: string, text: string) {
  const raw = openRaw(t.file, { readonly: false })
  raw.exec('drop trigger changes_stay')
  raw.prepare(`update changes set ${column} = ? where seq = ?`).run(text, seq)
  raw.exec(stayButErasedApproved)
  raw.close()
}

const seqsOf = (entity: string, id: number) =>
  look<{ seq: number; moment: string }>(
    t.file,
    `select seq, moment from changes where entity = '${entity}' and entity_id = ${id} order by seq`,
  )

const damages = [
  ['no JSON', '{"status":'],
  ['an image that is none of a booking', '{"status":"confirmed"}'],
  ['a field of another kind', '{"status":7}'],
  ['a list', '[]'],
] as const

test.each(damages)(
  'a booking whose first change is %s is taken as it is now, all others as they were',
  async (_what, text) => {
    const whole = seqsOf('booking', 5).at(-1)?.moment ?? ''
    await t.must('booking.cancel', { id: 1 as never, version: 1, reason: 'plans' })
    writeOver(seqsOf('booking', 1)[0]?.seq ?? 0, 'after', text)
    // Without the damage they were 12, of which the cancelled booking has 2
    expect(await totalAsOf(whole)).toMatchObject({ nightsOccupied: 10 })
    expect(await totalAsOf('2026-03-02')).toMatchObject({ nightsOccupied: 10 })
    expect(look(reportFileOf(t.file), 'select entity, entity_id as id from unreadable')).toEqual([
      { entity: 'booking', id: 1 },
    ])
  },
)

// A change that is one of a booking, and not what was done, is found by doctor alone
const unreadable = damages.filter(([, text]) => text !== '{"status":"confirmed"}')
test.each(unreadable)('before a later change that is %s the booking is as it was', async (_what, text) => {
  const whole = seqsOf('booking', 5).at(-1)?.moment ?? ''
  await t.must('booking.cancel', { id: 1 as never, version: 1, reason: 'plans' })
  writeOver(seqsOf('booking', 1)[1]?.seq ?? 0, 'after', text)
  expect(await totalAsOf(whole)).toMatchObject({ nightsOccupied: 12 })
  expect(await totalAsOf('2026-03-02')).toMatchObject({ nightsOccupied: 10 })
})

const byCountry = async (asOf: string) => {
  const { tables } = await t.must('report.run', {
    name: 'occupancy',
    parameters: { ...parameters, by: 'country' },
    asOf,
  })
  return Object.fromEntries(tables[0].rows.map(({ country, nightsOccupied }) => [country, nightsOccupied]))
}

test('nights go with their guest’s country of the moment, and with what the guest is after an erasure', async () => {
  const id = t.made.guests.anna as GuestId
  const before = seqsOf('booking', 5).at(-1)?.moment ?? ''
  expect(await byCountry(before)).toMatchObject({ DEU: 4 })
  const { version } = (await t.must('guest.profile', { id })).guest
  await t.must('guest.update', { id, version, nationality: 'AUT' })
  expect(await byCountry(before)).toMatchObject({ DEU: 4 })
  expect(await byCountry('2026-03-02')).toMatchObject({ AUT: 4 })
  await t.app.store.exclusively((tx) => erasePersonalOf(tx, id))
  // What is logged next of the guest has it all read again
  await t.must('guest.saveNote', { guestId: id, version: version + 1, text: 'erased' })
  const erased = await byCountry(before)
  expect(erased).toMatchObject({ null: 4 })
  expect(erased.DEU).toBeUndefined()
  expect(await byCountry('2026-03-02')).toMatchObject({ AUT: 4 })
})

test('a plan whose nights are not sold any more changes what is sold from then on', async () => {
  const before = seqsOf('booking', 5).at(-1)?.moment ?? ''
  const plan = {
    id: t.made.plan,
    code: 'BAR',
    nameEn: 'Best available',
    nameZh: '门市价',
    meal: 'room-only',
  } as const
  expect(await totalAsOf('2026-03-02')).toMatchObject({ roomsSold: 12, houseUse: 0 })
  await t.must('rate.save', { ...plan, version: 1, kind: 'house-use' })
  const now = await t.must('report.run', { name: 'occupancy', parameters })
  expect(now.tables[0].total).toMatchObject({ roomsSold: 0, houseUse: 12 })
  expect(await totalAsOf(before)).toMatchObject({ roomsSold: 12, houseUse: 0 })
})

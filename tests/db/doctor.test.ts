import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/connection.ts'
import { examineChain, examineNights, type Finding } from '#db/queries/examine.ts'
import { openBookingHotel } from '#tests/core/booking-hotel.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
afterEach(() => folder.remove())

async function storeWithLog(): Promise<string> {
  folder = tempFolder()
  const t: TestApp = await openTestApp({ file: join(folder.path, 'log.keyrack') })
  for (let version = 1; version <= 6; version += 1)
    await t.must('hotel.updateSettings', { version, phone: `${version}` })
  await t.close()
  return t.file
}

/** What somebody with a database tool and no scruples would do. */
function tamper(file: string, statement: string): Finding[] {
  const raw = openRaw(file, { readonly: false })
  raw.exec(`drop trigger changes_keep; drop trigger changes_stay; ${statement}`)
  const findings = examineChain(raw, () => undefined)
  raw.close()
  return findings
}

test('an untouched log is whole', async () => {
  expect(tamper(await storeWithLog(), 'select 1')).toEqual([])
})

test.each([
  [
    'an edited row',
    `update changes set actor = 'somebody else' where seq = 4`,
    { code: 'CHANGE_EDITED', params: { seq: 4 } },
  ],
  [
    'an edited amount',
    `update changes set after = '{"phone":"7"}' where seq = 5`,
    { code: 'CHANGE_EDITED', params: { seq: 5 } },
  ],
  [
    'a deleted row',
    `delete from changes where seq = 3`,
    { code: 'CHANGE_MISSING', params: { from: 3, to: 3 } },
  ],
  ['a log cut short', `delete from changes where seq > 5`, { code: 'CHANGE_HEAD', params: { found: 5 } }],
  [
    'two rows that changed places',
    `update changes set seq = 1000 where seq = 3; update changes set seq = 3 where seq = 4; update changes set seq = 4 where seq = 1000`,
    { params: { seq: 3 } },
  ],
])('%s is found', async (_what, statement, expected) => {
  expect(tamper(await storeWithLog(), statement)[0]).toMatchObject(expected)
})

test('the store itself refuses to edit or delete a row of the log', async () => {
  const raw = openRaw(await storeWithLog(), { readonly: false })
  expect(() => raw.exec('delete from changes where seq = 3')).toThrow('append-only')
  expect(() => raw.exec(`update changes set actor = 'x' where seq = 3`)).toThrow('append-only')
  raw.close()
})

test('a booking that holds another sum or room than its room-nights is found', async () => {
  const t = await openBookingHotel()
  const [right, dear, moved] = [await t.book({ roomId: t.rooms['101'] }), await t.book(), await t.book()]
  const raw = openRaw(t.file, { readonly: false })
  expect(examineNights(raw)).toEqual([])
  expect(raw.prepare('select total_minor, last_room_id from bookings where id = ?').get(right)).toEqual({
    total_minor: 100_000,
    last_room_id: t.rooms['101'],
  })
  raw.prepare('update bookings set total_minor = total_minor + 1 where id = ?').run(dear)
  raw.prepare('update bookings set last_room_id = ? where id = ?').run(t.rooms['102'], moved)
  expect(examineNights(raw)).toMatchObject([{ code: 'SUMS_DIFFER' }, { code: 'SUMS_DIFFER' }])
  raw.close()
  await t.close()
})

import { expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

/**
 * The fields of whole images as the first version logged them. A field that came later is not added: it is in no row of the
 * log from before.
 */
const firstFields: Readonly<Record<string, string>> = {
  settings: 'hotelName language currency timeZone country businessDate',
  user: 'login name role language active',
  account: 'kind code name active',
  'room-type': 'code nameEn nameZh maxPersons overbooking baseRateMinor position active',
  room: 'number roomTypeId floor features housekeeping outOfService active',
  'rate-plan': 'code nameEn nameZh meal kind qualifies active prices',
  guest:
    'nativeName familyName givenName salutation gender birthDate nationality language unnamed createdAt contacts documents preferences tags notes alerts consents',
  booking:
    'confirmationNo status arrival departure guestId bookerId agencyId companyId roomTypeId chargedRoomTypeId ratePlanId adults children infants meal segment channel guarantee comment createdOn cancelledOn cancelReason source importBatchId nights companions',
  request:
    'bookingId kind text department dueOn dueTime status reason fromPreference createdAt createdBy statusAt statusBy',
}

type Row = { seq: number; entity: string; before: string | null; after: string | null }

/** Takes out of the log's whole images what its first version did not write. */
function makeOlder(raw: RawDatabase) {
  raw.exec('drop trigger changes_keep; drop trigger changes_stay')
  const put = raw.prepare('update changes set before = ?, after = ? where seq = ?')
  const whole = 'select seq, entity, before, after from changes where before is null or after is null'
  for (const { seq, entity, before, after } of raw.prepare(whole).all() as Row[]) {
    const fields = firstFields[entity]?.split(' ')
    const older = (text: string | null) => {
      if (text === null || !fields) return text
      const entries = Object.entries(JSON.parse(text))
      return JSON.stringify(Object.fromEntries(entries.filter(([field]) => fields.includes(field))))
    }
    put.run(older(before), older(after), seq)
  }
}

const t = eachBookingHotel()

test.each<[OperationName, (bookingId: number) => object]>([
  ['account.save', () => ({ kind: 'agency', code: 'CT', name: 'City Travel' })],
  [
    'room.saveType',
    () => ({ code: 'SUI', nameEn: 'Suite', nameZh: '套房', maxPersons: 2, baseRateMinor: 90_000 }),
  ],
  ['room.save', () => ({ number: '301', roomTypeId: t.std, floor: 3 })],
  ['rate.save', () => ({ code: 'RO', nameEn: 'Room only', nameZh: '不含早', meal: 'room-only' })],
  ['guest.create', () => ({ nativeName: '王芳' })],
  ['booking.create', () => t.draft()],
  ['request.create', (bookingId) => ({ bookingId, kind: 'quiet' })],
])('what %s made in the first version is brought back by an undo of its undo', async (operation, inputOf) => {
  const input = inputOf(await t.book()) as InputOf<typeof operation>
  const made = await t.call(operation, input)
  const undone = await t.call('change.undo', { change: (made.ok && made.change) || 0 })
  const raw = openRaw(t.file, { readonly: false })
  makeOlder(raw)
  raw.close()
  expect(await t.call('change.undo', { change: (undone.ok && undone.change) || 0 })).toMatchObject({
    ok: true,
  })
})

test('doctor finds nothing wrong with what the first version logged', async () => {
  const bookingId = await t.book()
  await t.must('request.create', { bookingId, kind: 'quiet' })
  const raw = openRaw(t.file, { readonly: false })
  makeOlder(raw)
  expect(examineImages(raw, () => undefined)).toEqual([])
  raw.close()
})

import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import type { BookingHotel } from '../booking/hotel.ts'
import { eachInHouse, zone } from './house.ts'

const house = eachInHouse()
let t: BookingHotel
let bookingId: BookingId
let hans: GuestId
let kid: GuestId
beforeEach(() => {
  ;({ t, bookingId, hans, kid } = house)
})

describe('is refused', () => {
  const refused = async <N extends OperationName>(name: N, input: InputOf<N>, code: string) =>
    expect(await t.call(name, input)).toMatchObject({ ok: false, refusal: { code } })

  test.each<[string, () => Promise<void>]>([
    [
      'a booking that is not',
      () => refused('registration.persons', { bookingId: 999 as BookingId }, 'BOOKING_UNKNOWN'),
    ],
    [
      'text without a document',
      () => refused('registration.readDocument', { text: 'hello' }, 'DOCUMENT_UNREADABLE'),
    ],
    [
      'a guest who is not',
      () => refused('registration.readDocument', { text: zone, guestId: 999 as GuestId }, 'GUEST_UNKNOWN'),
    ],
    [
      'a zone that contradicts itself',
      () =>
        refused(
          'registration.takeDocument',
          { guestId: t.anna, version: 1, text: zone.replace('F120', 'F130') },
          'DOCUMENT_FAULTY',
        ),
    ],
    [
      'a visa as a document',
      () =>
        refused(
          'registration.takeDocument',
          {
            guestId: t.anna,
            version: 1,
            text: 'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<',
          },
          'DOCUMENT_INVALID',
        ),
    ],
    [
      'an entry to come',
      () =>
        refused(
          'registration.saveDetails',
          { guestId: hans, version: 0, entryOn: '2026-03-03' },
          'ENTRY_FUTURE',
        ),
    ],
    [
      'details of nobody',
      () => refused('registration.saveDetails', { guestId: 999 as GuestId, version: 0 }, 'GUEST_UNKNOWN'),
    ],
    [
      'a card number as an address',
      () =>
        refused(
          'registration.saveDetails',
          { guestId: hans, version: 0, address: '4111 1111 1111 1111' },
          'CARD_NUMBER',
        ),
    ],
    [
      'failing without a reason',
      async () => {
        await t.must('registration.record', { bookingId })
        await refused(
          'registration.mark',
          { rows: [{ id: 1 as never, version: 1 }], as: 'failed' },
          'REASON_NEEDED',
        )
      },
    ],
    [
      'what was sent and is so still',
      async () => {
        await t.must('registration.record', { bookingId })
        await t.must('registration.mark', { rows: [{ id: 1 as never, version: 1 }], as: 'sent' })
        await refused(
          'registration.mark',
          { rows: [{ id: 1 as never, version: 2 }], as: 'sent' },
          'REGISTRATION_SENT',
        )
      },
    ],
    [
      'a registration that is not',
      () =>
        refused(
          'registration.mark',
          { rows: [{ id: 99 as never, version: 1 }], as: 'sent' },
          'REGISTRATION_UNKNOWN',
        ),
    ],
    [
      'who is registered already',
      async () => {
        await t.must('registration.record', { bookingId })
        await refused('registration.record', { bookingId }, 'REGISTRATION_RECORDED')
      },
    ],
    [
      'a booking that did not come',
      async () => {
        const later = await t.book()
        await refused('registration.record', { bookingId: later }, 'NOT_IN_HOUSE')
      },
    ],
    [
      'an adult on a sheet of minors',
      () => refused('registration.saveMinor', { bookingId, guestId: hans, version: 0 }, 'NOT_A_MINOR'),
    ],
    [
      'somebody of another booking on a sheet',
      () => refused('registration.saveMinor', { bookingId, guestId: t.li, version: 0 }, 'NOT_IN_BOOKING'),
    ],
    [
      'a guardian without a telephone',
      () =>
        refused(
          'registration.saveMinor',
          { bookingId, guestId: kid, version: 0, guardianName: 'x' },
          'PHONE_NEEDED',
        ),
    ],
    [
      'an entry on no sheet',
      () =>
        refused(
          'registration.noteMinor',
          { id: 9 as never, version: 1, kind: 'visit', text: 'x' },
          'MINOR_SHEET_UNKNOWN',
        ),
    ],
    [
      'a visitor to a vacant room',
      () =>
        refused(
          'registration.noteVisitor',
          { name: 'x', documentKind: 'passport', documentNumber: 'E1234567', roomNumber: '101' },
          'ROOM_VACANT',
        ),
    ],
    [
      'a visitor to no room',
      () =>
        refused(
          'registration.noteVisitor',
          { name: 'x', documentKind: 'passport', documentNumber: 'E1234567', roomNumber: '999' },
          'ROOM_UNKNOWN',
        ),
    ],
    [
      'a visitor with a wrong number',
      () =>
        refused(
          'registration.noteVisitor',
          { name: 'x', documentKind: 'resident-id', documentNumber: '110105194912310021', roomNumber: '201' },
          'DOCUMENT_INVALID',
        ),
    ],
    [
      'a file of nothing',
      () =>
        refused(
          'registration.file',
          { ids: [99 as never], format: 'csv', language: 'en' },
          'REGISTRATION_UNKNOWN',
        ),
    ],
    [
      'a card of somebody else',
      () => refused('registration.card', { bookingId, guestId: t.li }, 'NOT_IN_BOOKING'),
    ],
  ])('%s', (_what, ask) => ask())
})

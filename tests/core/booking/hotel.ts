import { afterEach, beforeEach, expect } from 'vitest'
import type { ComposeOptions } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { Finding } from '#db/queries/doctor/finding.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { examineNights } from '#db/queries/doctor/nights.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, GuestId, RatePlanId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'

export type BookingHotel = TestApp & {
  std: RoomTypeId
  dlx: RoomTypeId
  /** 101, 102, 103 of STD; 201, 202 of DLX. */
  rooms: Record<'101' | '102' | '103' | '201' | '202', RoomId>
  bar: RatePlanId
  breakfast: RatePlanId
  zhang: GuestId
  anna: GuestId
  li: GuestId
  draft: (over?: Partial<InputOf<'booking.create'>>) => InputOf<'booking.create'>
  book: (over?: Partial<InputOf<'booking.create'>>) => Promise<BookingId>
  /** Runs a command on the booking at its version now. */
  version: (id: BookingId) => Promise<number>
}

/** A hotel of its own for each test of a file; after each nothing went wrong, and what is on file is what the log says. */
export function eachBookingHotel(): BookingHotel {
  const hotel = {} as BookingHotel
  beforeEach(async () => {
    Object.assign(hotel, await openBookingHotel())
  })
  afterEach(async () => {
    expect(hotel.defects).toEqual([])
    const raw = openRaw(hotel.file, { readonly: true })
    expect(examineImages(raw, () => undefined)).toEqual([])
    expect(examineNights(raw)).toEqual([])
    raw.close()
    await hotel.close()
  })
  return hotel
}

/** Two types, five rooms, two plans, three guests; business date 2026-03-02. */
export async function openBookingHotel(
  more: Pick<ComposeOptions, 'devices' | 'printer'> = {},
): Promise<BookingHotel> {
  const { made, ...app } = await openFilledApp(import.meta.filename, fillHotel, more)
  const { must } = app
  const draft: BookingHotel['draft'] = (over) => ({
    guestId: made.zhang,
    arrival: '2026-03-10',
    departure: '2026-03-12',
    roomTypeId: made.std,
    ratePlanId: made.bar,
    ...over,
  })
  return {
    ...app,
    ...made,
    draft,
    book: async (over) => (await must('booking.create', draft(over))).id,
    version: async (id) => (await must('booking.get', { id })).version,
  }
}

async function fillHotel({ must }: TestApp) {
  const type = async (code: string, baseRateMinor: number, maxPersons: number) =>
    (await must('room.saveType', { code, nameEn: code, nameZh: code, maxPersons, baseRateMinor })).id
  const std = await type('STD', 50_000, 2)
  const dlx = await type('DLX', 80_000, 3)
  const room = async (number: string, roomTypeId: RoomTypeId) =>
    (await must('room.save', { number, roomTypeId, floor: Number(number[0]) })).id
  const rooms = {
    '101': await room('101', std),
    '102': await room('102', std),
    '103': await room('103', std),
    '201': await room('201', dlx),
    '202': await room('202', dlx),
  }
  const bar = (await must('rate.save', { code: 'BAR', nameEn: 'Best', nameZh: '门市价', meal: 'room-only' }))
    .id
  const breakfast = (
    await must('rate.save', {
      code: 'BB',
      nameEn: 'Breakfast',
      nameZh: '含早',
      meal: 'breakfast',
      prices: [{ roomTypeId: std, amountMinor: 56_000 }],
    })
  ).id
  const guest = async (nativeName: string, familyName: string, givenName: string) =>
    (await must('guest.create', { nativeName, familyName, givenName })).id
  const zhang = await guest('张伟', 'Zhang', 'Wei')
  const anna = await guest('', 'Müller', 'Anna')
  const li = await guest('李娜', 'Li', 'Na')
  return { std, dlx, rooms, bar, breakfast, zhang, anna, li }
}

/** What doctor finds of bookings whose kept total, room or open requests are not those of their nights and requests. */
export function sumsThatDiffer(t: BookingHotel): Finding[] {
  const raw = openRaw(t.file, { readonly: true })
  const found = examineNights(raw).filter(({ code }) => code === 'SUMS_DIFFER')
  raw.close()
  return found
}

import { afterEach, beforeEach, expect } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

export type RegistrationHouse = {
  t: BookingHotel
  bookingId: BookingId
  hans: GuestId
  kid: GuestId
  sql: (statement: string) => void
}

export const zone =
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const own = ['registrant', 'registration', 'minor-sheet', 'visitor', 'registration-setting']

/** A booking in the house with a Chinese guest, a German and a child of ten; what is on file is compared with the log at the end. */
export function eachInHouse(): RegistrationHouse {
  const house = {} as RegistrationHouse
  house.sql = (statement) => {
    const raw = openRaw(house.t.file, { readonly: false })
    raw.exec(statement)
    raw.close()
  }
  beforeEach(async () => {
    const t = await openBookingHotel()
    const hans = (
      await t.must('guest.create', { familyName: 'Weber', givenName: 'Hans', nationality: 'DEU' })
    ).id
    const kid = (
      await t.must('guest.create', { nativeName: '王小明', birthDate: '2015-05-01', nationality: 'CHN' })
    ).id
    const bookingId = await t.book({
      arrival: '2026-03-02',
      departure: '2026-03-04',
      roomId: t.rooms['201'],
      roomTypeId: t.dlx,
      companions: [hans, kid],
      adults: 2,
      children: 1,
    })
    Object.assign(house, { t, hans, kid, bookingId })
    // As somebody who came before the program kept stays
    house.sql(`update bookings set status = 'in-house' where id = ${bookingId}`)
  })
  afterEach(async () => {
    expect(house.t.defects).toEqual([])
    const raw = openRaw(house.t.file, { readonly: true })
    const found = examineImages(raw, () => undefined).filter(({ params }) =>
      own.includes(String(params?.entity)),
    )
    raw.close()
    expect(found).toEqual([])
    await house.t.close()
  })
  return house
}

import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { checkInQuestions } from '#shared/domain/stay/stay.ts'
import type { BookingId, BusinessDate, RoomId, RoomTypeId } from '#shared/values/index.ts'
import type { TestApp } from './app.ts'
import { type FolioHotel, folioHotel } from './folio.ts'

/** The small hotel with a chart, a no-show fee of the first night, and days that may be closed at any time. */
export async function closingHotel(app: TestApp): Promise<FolioHotel> {
  const hotel = await folioHotel(app)
  await app.must('chart.saveFeePolicy', {
    code: 'STD',
    nameEn: 'Standard',
    nameZh: '标准',
    active: true,
    terms: {
      ratePlanIds: [],
      cancellation: [],
      noShow: { kind: 'nights', nights: 1 },
      earlyDeparture: { kind: 'none' },
    },
  })
  await closeAtAnyTime(app)
  return hotel
}

/** Days may be closed whatever the clock says. */
export async function closeAtAnyTime({ must }: Pick<TestApp, 'must'>): Promise<void> {
  const { version, ...settings } = await must('audit.settings', {})
  await must('audit.saveSettings', { ...settings, earliest: null, version })
}

/** Guests come: each into the room of the booking, else into a free one of its type. */
export async function checkIn(
  { must, file }: Pick<TestApp, 'must' | 'file'>,
  ids: readonly BookingId[],
): Promise<void> {
  for (const id of ids) {
    const { version, nights, arrival, departure, roomTypeId } = await must('booking.get', { id })
    const roomId = nights[0]?.roomId ?? freeRoom(file, roomTypeId, arrival, departure)
    await must('stay.checkIn', { id, version, roomId, accept: [...checkInQuestions] })
  }
}

/** A room of a type that nobody has in these nights; undefined where there is none. */
export function freeRoom(
  file: string,
  type: RoomTypeId,
  arrival: string,
  departure: string,
): RoomId | undefined {
  const raw = openRaw(file, { readonly: true })
  try {
    return raw
      .prepare(
        `select id from rooms r where room_type_id = ? and active = 1
          and not exists (select 1 from room_nights n where n.room_id = r.id and n.live = 1 and n.night >= ? and n.night < ?)
          and not exists (select 1 from bookings b where b.status = 'in-house' and b.last_room_id = r.id) order by id limit 1`,
      )
      .pluck()
      .get(type, arrival, departure) as RoomId | undefined
  } finally {
    raw.close()
  }
}

/** Begins the close of the open date and waits for its end. */
export async function closeDay(app: TestApp): Promise<BusinessDate> {
  const { businessDate } = await app.must('audit.day', {})
  await app.must('audit.begin', { from: businessDate })
  await app.app.closer.idle()
  return (await app.must('hotel.state', {})).businessDate
}

/** Who is due and not in house, by booking. */
export async function dueIn({ must }: Pick<TestApp, 'must'>): Promise<{ id: BookingId; version: number }[]> {
  const { arrivals } = await must('audit.day', {})
  return arrivals.map(({ id, version }) => ({ id, version }))
}

import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
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

/** Guests come into the house: a status beside the program, with a room where they have none. */
export function putInHouse(file: string, ids: readonly number[]): void {
  const raw = openRaw(file, { readonly: false })
  try {
    for (const id of ids) {
      const { type, arrival, departure } = raw
        .prepare('select room_type_id as type, arrival, departure from bookings where id = ?')
        .get(id) as { type: number; arrival: string; departure: string }
      const room = raw
        .prepare(
          `select id from rooms where room_type_id = ? and active = 1 and id not in (select room_id from room_nights
            where live = 1 and room_id is not null and night >= ? and night < ? and booking_id <> ?) order by id limit 1`,
        )
        .pluck()
        .get(type, arrival, departure, id)
      raw.prepare('update room_nights set room_id = coalesce(room_id, ?) where booking_id = ?').run(room, id)
      raw
        .prepare(
          "update bookings set status = 'in-house', last_room_id = coalesce(last_room_id, ?), version = version + 1 where id = ?",
        )
        .run(room, id)
    }
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

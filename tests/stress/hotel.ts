/** The little hotel that is written to until the process dies, and that rooms are raced for in. */
import { compose, type OpenDesk } from '#core/compose.ts'
import { businessDateOf } from '#shared/values/index.ts'

/** Ids as a new store gives them, in this order. */
export const stressHotel = {
  businessDate: businessDateOf('2026-03-02'),
  types: [1, 2],
  rooms: [1, 2, 3, 4, 5, 6, 7, 8],
  plan: 1,
  guests: [1, 2, 3],
  administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
}

/** Makes the store with two types of four rooms, a rate plan and three guests. */
export async function makeStressHotel(file: string): Promise<void> {
  const app = await compose({
    file,
    mode: 'new',
    log: {
      defect: (_incident, error) => {
        throw error
      },
      info: () => undefined,
    },
  })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const desk = app.desk({ workstation: 'STRESS', language: 'en' })
  await must(desk, 'setup.run', {
    hotelName: 'Stress Hotel',
    language: 'en',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    country: 'CHN',
    businessDate: stressHotel.businessDate,
    administrator: stressHotel.administrator,
  })
  for (const type of stressHotel.types) {
    await must(desk, 'room.saveType', {
      code: `T${type}`,
      nameEn: `Type ${type}`,
      nameZh: `房型${type}`,
      maxPersons: 2,
      baseRateMinor: 50_000,
    })
  }
  for (const room of stressHotel.rooms) {
    await must(desk, 'room.save', { number: `${100 + room}`, roomTypeId: room <= 4 ? 1 : 2, floor: 1 })
  }
  await must(desk, 'rate.save', { code: 'BAR', nameEn: 'Best rate', nameZh: '门市价', meal: 'room-only' })
  for (const guest of stressHotel.guests) {
    await must(desk, 'guest.create', { nativeName: `客${guest}`, familyName: 'Ke', givenName: `${guest}` })
  }
  await app.close()
}

async function must(desk: OpenDesk, operation: string, input: object): Promise<unknown> {
  const reply = await desk.call(operation, input)
  if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`)
  return reply.output
}

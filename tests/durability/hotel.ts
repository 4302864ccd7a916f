import { compose, type OpenDesk } from '#core/compose.ts'
import type { InputOf, OperationName, OutputOf, Reply } from '#shared/contract/index.ts'
import type { GuestId, RatePlanId, RoomId, RoomTypeId } from '#shared/values/index.ts'

export type SmallHotel = { types: RoomTypeId[]; rooms: RoomId[]; plan: RatePlanId; guests: GuestId[] }

/** Opens a store for a test; throws where it can't be opened. */
export async function openHotel(file: string) {
  const defects: unknown[] = []
  const app = await compose({
    file,
    mode: 'either',
    log: { defect: (_incident, error) => defects.push(error), info: () => undefined },
  })
  if ('trouble' in app) throw new Error(JSON.stringify(app.trouble))
  const user = { id: null, login: 'test', name: 'Test', role: 'administrator', language: 'en' } as const
  return { app, desk: app.desk({ workstation: 'TEST-PC', language: 'en', user }), defects }
}

export async function must<N extends OperationName>(
  desk: OpenDesk,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const reply: Reply = await desk.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
  return reply.output as OutputOf<N>
}

/** One room type with some rooms, one plan, and as many guests as there will be contenders. */
export async function furnish(desk: OpenDesk, rooms: number, guests: number): Promise<SmallHotel> {
  await must(desk, 'setup.run', {
    hotelName: 'Test Hotel',
    language: 'en',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    businessDate: '2026-03-02',
    administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
  })
  const type = await must(desk, 'room.saveType', {
    code: 'STD',
    nameEn: 'Standard',
    nameZh: '标准间',
    maxPersons: 2,
    baseRateMinor: 50_000,
  })
  const plan = await must(desk, 'rate.save', {
    code: 'BAR',
    nameEn: 'Best',
    nameZh: '门市价',
    meal: 'room-only',
  })
  const hotel: SmallHotel = { types: [type.id], rooms: [], plan: plan.id, guests: [] }
  for (let n = 1; n <= rooms; n += 1) {
    const room = await must(desk, 'room.save', { number: String(100 + n), roomTypeId: type.id, floor: 1 })
    hotel.rooms.push(room.id)
  }
  for (let n = 1; n <= guests; n += 1) {
    hotel.guests.push(
      (await must(desk, 'guest.create', { familyName: 'Guest', givenName: `Number ${n}` })).id,
    )
  }
  return hotel
}

import type { GuestId, RatePlanId, RoomTypeId } from '#shared/values/index.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { type TestApp, testBusinessDate } from './app.ts'

export type SmallHotel = {
  guests: Record<string, GuestId>
  types: Record<string, RoomTypeId>
  plan: RatePlanId
}

/** In the order they are made; the first is the one that journeys follow. */
const people = [
  {
    key: 'zhangWei',
    nativeName: '张伟',
    familyName: 'Zhang',
    givenName: 'Wei',
    nationality: 'CHN',
    phone: '13800138000',
  },
  {
    key: 'zhangMin',
    nativeName: '张敏',
    familyName: 'Zhang',
    givenName: 'Min',
    nationality: 'CHN',
    phone: '13911112222',
  },
  {
    key: 'liNa',
    nativeName: '李娜',
    familyName: 'Li',
    givenName: 'Na',
    nationality: 'CHN',
    phone: '13622223333',
  },
  {
    key: 'ouyangXue',
    nativeName: '欧阳雪',
    familyName: 'Ouyang',
    givenName: 'Xue',
    nationality: 'CHN',
    phone: '13533334444',
  },
  {
    key: 'shanLei',
    nativeName: '单磊',
    familyName: 'Shan',
    givenName: 'Lei',
    nationality: 'CHN',
    phone: '13733335555',
  },
  {
    key: 'anna',
    nativeName: '',
    familyName: 'Müller',
    givenName: 'Anna',
    nationality: 'DEU',
    phone: '+49 30 901820',
  },
  {
    key: 'tanaka',
    nativeName: '田中 博',
    familyName: 'Tanaka',
    givenName: 'Hiroshi',
    nationality: 'JPN',
    phone: '+81 3-3501-1511',
  },
  {
    key: 'smith',
    nativeName: '',
    familyName: 'Smith',
    givenName: 'John',
    nationality: 'GBR',
    phone: '+44 20 7946 0018',
  },
] as const

/** A hotel made by calling operations as a desk would: two room types, twelve rooms, eight guests, bookings to come. */
export async function smallHotel({ must }: TestApp): Promise<SmallHotel> {
  const types = {
    DLX: await roomType(must, 'DLX', 'Deluxe', '豪华间', 68_000, 1),
    STE: await roomType(must, 'STE', 'Suite', '套房', 128_000, 2),
  }
  for (let number = 1; number <= 12; number++) {
    const roomTypeId = number <= 9 ? types.DLX : types.STE
    await must('room.save', {
      number: `8${String(number).padStart(2, '0')}`,
      roomTypeId,
      floor: 8,
      features: [],
      housekeeping: 'clean',
    })
  }
  const plan = await must('rate.save', {
    code: 'BAR',
    nameEn: 'Best available',
    nameZh: '门市价',
    meal: 'room-only',
  })
  const guests: Record<string, GuestId> = {}
  for (const { key, phone, ...names } of people) {
    const { id } = await must('guest.create', {
      ...names,
      // Those from abroad gave the number of a line
      contacts: [{ kind: phone.startsWith('+') ? 'phone' : 'mobile', value: phone, primary: true }],
    })
    guests[key] = id
  }
  const stays = [
    ['zhangWei', 0, 2, 'DLX'],
    ['zhangWei', 10, 3, 'STE'],
    ['liNa', 0, 1, 'DLX'],
    ['anna', 1, 4, 'DLX'],
    ['tanaka', 5, 2, 'STE'],
  ] as const
  for (const [key, from, nights, type] of stays) {
    const arrival = addDays(testBusinessDate as BusinessDate, from)
    await must('booking.create', {
      guestId: guests[key] as GuestId,
      arrival,
      departure: addDays(arrival, nights),
      roomTypeId: types[type],
      ratePlanId: plan.id,
    })
  }
  return { guests, types, plan: plan.id }
}

async function roomType(
  must: TestApp['must'],
  code: string,
  nameEn: string,
  nameZh: string,
  baseRateMinor: number,
  position: number,
): Promise<RoomTypeId> {
  const saved = await must('room.saveType', { code, nameEn, nameZh, maxPersons: 3, baseRateMinor, position })
  return saved.id
}

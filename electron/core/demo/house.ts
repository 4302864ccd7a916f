/** Founds the demo hotel: its settings, room types, rooms, rate plans, accounts and programme, each with its change row. */

import {
  type DemoPlan,
  type DemoPlanCode,
  demoAccounts,
  demoPlans,
  demoPrice,
  demoRooms,
  demoRoomTypes,
  onlineAgencies,
} from '#core/demo/data/hotel.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import type { Writer } from '#db/handles.ts'
import { saveAccount } from '#db/repositories/account/repository.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { saveRatePlan } from '#db/repositories/rate/repository.ts'
import { saveRoom } from '#db/repositories/room/repository.ts'
import { saveRoomType } from '#db/repositories/room/room-types.ts'
import type { AccountImage } from '#shared/domain/account/account.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { RatePlanImage } from '#shared/domain/rate/rate-plan.ts'
import type { RoomImage, RoomTypeImage } from '#shared/domain/room/room.ts'
import {
  type AccountId,
  type Currency,
  minorDigits,
  type RatePlanId,
  type RoomId,
  type RoomTypeId,
} from '#shared/values/index.ts'

export type House = {
  currency: string
  types: readonly { id: RoomTypeId; code: string; maxPersons: number; price: number; share: number }[]
  rooms: readonly { id: RoomId; type: number; image: RoomImage }[]
  plans: Readonly<Record<DemoPlanCode, DemoPlan & { id: RatePlanId }>>
  companies: readonly AccountId[]
  online: readonly AccountId[]
  agencies: readonly AccountId[]
  accountNames: ReadonlyMap<AccountId, string>
  /** Minor units of a night of a type on a plan, `ofDay` the day's price against the mean. */
  price: (type: number, plan: DemoPlanCode, ofDay: number) => number
}

export type HouseOptions = { seed: number; rooms: number; currency: string; language: DemoLanguage }
/** Writes the row that says that something was made. */
export type Made = (entity: 'room-type' | 'room' | 'rate-plan' | 'account', id: number, image: Image) => void

/** Makes all that bookings refer to; `made` writes the change rows. */
export async function createHouse(tx: Writer, bulk: Bulk, options: HouseOptions, made: Made): Promise<House> {
  const unit = 10 ** minorDigits(options.currency as Currency)
  const types = await makeTypes(tx, bulk, options, unit, made)
  const rooms = await makeRooms(tx, bulk, options, types, made)
  const plans = await makePlans(tx, bulk, options, unit, types, made)
  const accounts = await makeAccounts(tx, bulk, options, made)
  return {
    currency: options.currency,
    types,
    rooms,
    plans,
    ...accounts,
    price: (type, plan, ofDay) => {
      const { factor } = plans[plan]
      const { price } = types[type] as House['types'][number]
      return factor === 0 ? 0 : demoPrice(price * factor * ofDay, options.currency, unit)
    },
  }
}

async function makeTypes(tx: Writer, bulk: Bulk, options: HouseOptions, unit: number, made: Made) {
  const types: House['types'][number][] = []
  for (const [position, type] of demoRoomTypes(options.rooms).entries()) {
    const id = bulk.nextId('room_types') as RoomTypeId
    const image: RoomTypeImage = {
      code: type.code,
      nameEn: type.nameEn,
      nameZh: type.nameZh,
      maxPersons: type.maxPersons,
      overbooking: 0,
      baseRateMinor: demoPrice(type.price, options.currency, unit),
      position,
      active: true,
    }
    await saveRoomType(tx, id, null, image)
    made('room-type', id, image)
    types.push({ id, code: type.code, maxPersons: type.maxPersons, price: type.price, share: type.share })
  }
  return types
}

async function makeRooms(
  tx: Writer,
  bulk: Bulk,
  options: HouseOptions,
  types: House['types'],
  made: Made,
): Promise<House['rooms'][number][]> {
  const rooms: House['rooms'][number][] = []
  for (const { type, number, floor, features } of demoRooms(options.seed, options.rooms)) {
    const id = bulk.nextId('rooms') as RoomId
    const roomTypeId = (types[type] as House['types'][number]).id
    const image: RoomImage = {
      number,
      roomTypeId,
      floor,
      features,
      housekeeping: 'clean',
      outOfService: false,
      active: true,
    }
    await saveRoom(tx, id, null, image)
    made('room', id, image as unknown as Image)
    rooms.push({ id, type, image })
  }
  return rooms
}

async function makePlans(
  tx: Writer,
  bulk: Bulk,
  options: HouseOptions,
  unit: number,
  types: House['types'],
  made: Made,
): Promise<House['plans']> {
  const plans: Partial<Record<DemoPlanCode, DemoPlan & { id: RatePlanId }>> = {}
  for (const plan of demoPlans) {
    const id = bulk.nextId('rate_plans') as RatePlanId
    const prices = types.map((type) => [type.id, demoPrice(type.price * plan.factor, options.currency, unit)])
    const image: RatePlanImage = {
      code: plan.code,
      nameEn: plan.nameEn,
      nameZh: plan.nameZh,
      meal: plan.meal,
      kind: plan.kind,
      qualifies: plan.qualifies,
      active: true,
      prices: Object.fromEntries(prices),
      ...plan.terms,
    }
    await saveRatePlan(tx, id, null, image)
    made('rate-plan', id, image)
    plans[plan.code] = { ...plan, id }
  }
  return plans as House['plans']
}

async function makeAccounts(tx: Writer, bulk: Bulk, options: HouseOptions, made: Made) {
  const companies: AccountId[] = []
  const all: AccountId[] = []
  const accountNames = new Map<AccountId, string>()
  for (const account of demoAccounts(options.seed, options.rooms, options.language)) {
    const id = bulk.nextId('accounts') as AccountId
    const image: AccountImage = { ...account, active: true }
    await saveAccount(tx, id, null, image)
    made('account', id, image)
    accountNames.set(id, account.name)
    if (account.kind === 'company') companies.push(id)
    else all.push(id)
  }
  return {
    companies,
    accountNames,
    online: all.slice(0, onlineAgencies),
    agencies: all.slice(onlineAgencies),
  }
}

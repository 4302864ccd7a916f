import { useMemo } from 'react'
import { readOneAhead, useQuery } from '#renderer/api/use-query.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { priceOf } from '#shared/domain/rate/rate-plan.ts'
import type { RatePlan, RoomType } from './words.ts'

export type Room = OutputOf<'room.list'>[number]

export type House = {
  types: readonly RoomType[]
  plans: readonly RatePlan[]
  rooms: readonly Room[]
  typeOf: (id: number | null | undefined) => RoomType | undefined
  planOf: (id: number | null | undefined) => RatePlan | undefined
  roomOf: (id: number | null | undefined) => Room | undefined
}

/** Room types, rate plans and rooms, by id: read once and kept until one of them changes. */
export function useHouse(): House {
  const types = useQuery('room.listTypes', {}).data
  const plans = useQuery('rate.list', {}).data
  const rooms = useQuery('room.list', {}).data
  return useMemo(() => {
    const type = byId(types)
    const plan = byId(plans)
    const room = byId(rooms)
    return {
      types: types ?? [],
      plans: plans ?? [],
      rooms: rooms ?? [],
      typeOf: (id) => type.get(id as number),
      planOf: (id) => plan.get(id as number),
      roomOf: (id) => room.get(id as number),
    }
  }, [types, plans, rooms])
}

/** Begins to read them. */
export function readHouseAhead(): Promise<unknown> {
  return Promise.all([
    readOneAhead('room.listTypes', {}),
    readOneAhead('rate.list', {}),
    readOneAhead('room.list', {}),
  ])
}

function byId<R extends { id: number }>(rows: readonly R[] | undefined): Map<number, R> {
  return new Map((rows ?? []).map((row) => [row.id, row]))
}

/** What a night of a type costs by a plan; null while the type is unknown, and for who is given no prices. */
export function planPrice(plan: RatePlan | undefined, type: RoomType | undefined): number | null {
  if (!type) return null
  const { id, baseRateMinor } = type
  if (baseRateMinor === null) return null
  const prices = plan?.prices.map(({ roomTypeId, amountMinor }) => [roomTypeId, amountMinor])
  return priceOf(prices && { prices: Object.fromEntries(prices) }, { id, baseRateMinor })
}

import type { Reader } from '#db/handles.ts'
import {
  type ItemRow,
  readAsked,
  readFreeTypes,
  readLastStays,
  readOfferNotes,
  readOfferRules,
  readSellable,
} from '#db/queries/insight/next.ts'
import { itemOf, itemsOfStay } from '#shared/domain/insight/rules/items.ts'
import { type Asker, type Offer, offersFor, restDays } from '#shared/domain/insight/suggest/offers.ts'
import { itemOfPreference } from '#shared/domain/insight/suggest/preferred.ts'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  type GuestId,
  toDayNumber,
} from '#shared/values/index.ts'

/** What a guest is known by for offers; null for who is not on file. */
export type Known = {
  excluded: boolean
  birthDate: BusinessDate | null
  stays: (ItemRow & { items: string[] })[]
  preferences: Asker['preferences']
}

export type AskedRequest = [
  kind: string,
  text: string,
  status: string,
  dueOn: BusinessDate,
  dueTime: string | null,
]

export function requestsIn(row: ItemRow): AskedRequest[] {
  return JSON.parse(row.requests) as AskedRequest[]
}

/** A booking's items as rules read them. */
export function itemsOfRow(row: ItemRow): string[] {
  return itemsOfStay({
    ...row,
    features: row.features === null ? [] : (JSON.parse(row.features) as string[]),
    extras: JSON.parse(row.extras) as string[],
    requests: requestsIn(row).map(([kind, text]) => ({ kind, text })),
    arrival: toDayNumber(row.arrival),
    departure: toDayNumber(row.departure),
  })
}

export async function readKnown(db: Reader, guestId: GuestId): Promise<Known | null> {
  const person = await readAsked(db, guestId)
  if (!person) return null
  const stays = await readLastStays(db, guestId)
  const preferences = JSON.parse(person.preferences) as [group: string, value: string][]
  return {
    excluded: person.excluded === 1,
    birthDate: person.birthDate,
    stays: stays.map((row) => ({ ...row, items: itemsOfRow(row) })),
    preferences: preferences.flatMap(([group, value]) => {
      const item = itemOfPreference(group, value)
      return item ? [{ group, value, item }] : []
    }),
  }
}

/** Groups whose values are names of the hotel's own: what it no longer has is not offered. */
const named: ReadonlySet<string> = new Set(['plan', 'feature', 'extra'])

export type Wanted = {
  guestId: GuestId | null
  known: Known | null
  /** Items of the booking. */
  now: readonly string[]
  persons: number
  /** Null where no dates are known: no room type is offered then. */
  stay: { arrival: BusinessDate; departure: BusinessDate; booking: BookingId | 0 } | null
}

/** What to offer, of what the hotel sells and has left. */
export async function offersOf(
  db: Reader,
  businessDate: BusinessDate,
  { guestId, known, now, persons, stay }: Wanted,
): Promise<Offer[]> {
  if (known?.excluded) return []
  const sellable = await readSellable(db)
  const sold = new Map(sellable.map(({ group, value, max }) => [`${group}:${value}`, max]))
  const noted = guestId === null ? [] : await readOfferNotes(db, guestId, addDays(businessDate, -restDays))
  const resting = noted.filter(({ outcome, bookingId, notedOn }) => {
    const ofThis = bookingId === null ? notedOn === businessDate : bookingId === (stay?.booking ?? null)
    return outcome === 'declined' || ofThis
  })
  const asker: Asker = {
    now: new Set(now),
    stays: known?.stays.map(({ items }) => items) ?? [],
    preferences: known?.preferences ?? [],
    resting: new Set(resting.map(({ item }) => item)),
  }
  const rules = await readOfferRules(db)
  const offers = (free: ReadonlySet<string> | null) =>
    offersFor(asker, rules, ({ group, value }) => {
      if (group === 'room-type') {
        const fits = (sold.get(`${group}:${value}`) ?? 0) >= persons
        return stay !== null && fits && free?.has(value) !== false
      }
      return !named.has(group) || sold.has(`${group}:${value}`)
    })
  const found = offers(null)
  // Which types are left is asked only where one would be offered
  if (!stay || !found.some(({ item }) => itemOf(item)?.group === 'room-type')) return found
  return offers(await readFreeTypes(db, stay))
}

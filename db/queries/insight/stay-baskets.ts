import { type Baskets, collectBaskets } from '#shared/domain/insight/rules/baskets.ts'
import { itemsOfRequests, itemsOfTerms } from '#shared/domain/insight/rules/items.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { createDays } from './columns.ts'

type StayRow = [
  id: number,
  arrival: string,
  departure: string,
  type: number,
  plan: number | null,
  meal: string,
  adults: number,
  children: number,
  infants: number,
  room: number | null,
]
type RequestRow = [booking: number, kind: string, text: string]

/** Stays between two looks at whether the job was cancelled. */
const between = 20_000

/**
 * What each stay that ended by a date bought and asked for; of guests who are left out of judgements, nothing. Asked for in
 * a read transaction. Most stays are of the same few terms, whose items are worked out once.
 */
export function readStayBaskets(
  store: LongReader,
  asOf: BusinessDate,
  pulse: (done: number, total: number) => void,
): Baskets {
  const raw = rawOf(store)
  const total = Number(raw.prepare('select max(id) from bookings').pluck().get() ?? 0)
  const baskets = collectBaskets()
  const codes = codesIn(store)
  const days = createDays()
  const termsOf = new Map<string, number[]>()
  const featuresOf = new Map<number, number[]>()
  for (const [room, features] of codes.features) featuresOf.set(room, features.map(baskets.placeOf))
  const requests = requestsOf(store)
  const stays = raw
    .prepare(
      `select id, arrival, departure, charged_room_type_id, rate_plan_id, meal, adults, children, infants, last_room_id
       from bookings where status = 'checked-out' and departure <= ?
         and guest_id not in (select guest_id from guest_judgements where excluded = 1) order by id`,
    )
    .raw()
    .iterate(asOf) as Iterable<StayRow>
  let read = 0
  try {
    for (const [id, arrival, departure, type, plan, meal, adults, children, infants, room] of stays) {
      if (read++ % between === 0) pulse(id, total)
      const from = days(arrival)
      const nights = days(departure) - from
      const key = `${type} ${plan} ${meal} ${adults} ${children} ${infants} ${nights} ${from % 7}`
      let terms = termsOf.get(key)
      if (!terms) {
        const stay = { meal, adults, children, infants, arrival: from, departure: from + nights }
        terms = itemsOfTerms({
          ...stay,
          roomType: codes.types.get(type) ?? '',
          plan: plan === null ? null : (codes.plans.get(plan) ?? null),
        }).map(baskets.placeOf)
        termsOf.set(key, terms)
      }
      const asked = requests.of(id)
      const features = room === null ? undefined : featuresOf.get(room)
      if (asked.length === 0 && !features) baskets.add(terms)
      else baskets.add([...terms, ...(features ?? []), ...itemsOfRequests(asked).map(baskets.placeOf)])
    }
  } finally {
    requests.close()
  }
  return baskets.done()
}

function codesIn(store: LongReader) {
  const raw = rawOf(store)
  const codes = (table: string) =>
    new Map(raw.prepare(`select id, code from ${table}`).raw().all() as [number, string][])
  const rooms = raw.prepare('select id, features from rooms').raw().all() as [number, string][]
  return {
    types: codes('room_types'),
    plans: codes('rate_plans'),
    features: rooms.map(([id, features]): [number, string[]] => [
      id,
      (JSON.parse(features) as string[]).map((feature) => `feature:${feature}`),
    ]),
  }
}

/** The requests of one booking after another, ids rising: both lists are read side by side. */
function requestsOf(store: LongReader) {
  const rows = rawOf(store)
    .prepare("select booking_id, kind, text from requests where status <> 'declined' order by booking_id")
    .raw()
    .iterate() as IterableIterator<RequestRow>
  let next = rows.next()
  return {
    of: (booking: number) => {
      const found: { kind: string; text: string }[] = []
      while (!next.done && next.value[0] <= booking) {
        const [of, kind, text] = next.value
        if (of === booking) found.push({ kind, text })
        next = rows.next()
      }
      return found
    },
    /** What is read and not to its end keeps the connection busy: no other task could begin after a cancelled one. */
    close: () => void rows.return?.(),
  }
}

import { type Baskets, collectBaskets } from '#shared/domain/insight/rules/baskets.ts'
import { itemsOfExtras, itemsOfRequests, itemsOfTerms } from '#shared/domain/insight/rules/items.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { createDays } from './columns.ts'
import { isExtraSql } from './extras.ts'

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
type ExtraRow = [booking: number, code: string]

/** Stays between two looks at whether the job was cancelled. */
const between = 20_000

/** The date of the first posting by a date: who arrived before may have bought what no folio has. Null: nothing was posted. */
export function readBooksBegan(store: LongReader, asOf: BusinessDate): BusinessDate | null {
  const statement = rawOf(store).prepare('select min(business_date) from postings where business_date <= ?')
  return statement.pluck().get(asOf) as BusinessDate | null
}

/**
 * What each stay that ended by a date asked for and, where it arrived on `since` or later, what it bought: stays before are then left
 * out. Of guests who are left out of judgements, nothing. Asked for in a read transaction. Most stays are of the same few
 * terms, whose items are worked out once.
 */
export function readStayBaskets(
  store: LongReader,
  { asOf, since }: { asOf: BusinessDate; since: BusinessDate | null },
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
  const extras = since === null ? null : extrasOf(store, asOf)
  const stays = raw
    .prepare(
      `select id, arrival, departure, charged_room_type_id, rate_plan_id, meal, adults, children, infants, last_room_id
       from bookings where status = 'checked-out' and departure <= ? and arrival >= ?
         and guest_id not in (select guest_id from guest_judgements where excluded = 1) order by id`,
    )
    .raw()
    .iterate(asOf, since ?? '') as Iterable<StayRow>
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
      const own = [
        ...itemsOfRequests(requests.of(id).map(([, kind, text]) => ({ kind, text }))),
        ...itemsOfExtras(extras?.of(id).map(([, code]) => code) ?? []),
      ]
      const features = room === null ? undefined : featuresOf.get(room)
      if (own.length === 0 && !features) baskets.add(terms)
      else baskets.add([...terms, ...(features ?? []), ...own.map(baskets.placeOf)])
    }
  } finally {
    requests.close()
    extras?.close()
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

function requestsOf(store: LongReader) {
  return sideBySide<RequestRow>(
    rawOf(store)
      .prepare("select booking_id, kind, text from requests where status <> 'declined' order by booking_id")
      .raw()
      .iterate() as IterableIterator<RequestRow>,
  )
}

/** Of what was charged by a date, and not taken off again by then. */
function extrasOf(store: LongReader, asOf: BusinessDate) {
  return sideBySide<ExtraRow>(
    rawOf(store)
      .prepare(
        `select l.booking_id, c.code from folio_lines l join transaction_codes c on c.id = l.code_id
           join postings p on p.id = l.posting_id
         where l.booking_id is not null and l.business_date <= ? and ${isExtraSql}
         group by l.booking_id, c.id having sum(l.gross_minor) > 0 order by l.booking_id`,
      )
      .raw()
      .iterate(asOf) as IterableIterator<ExtraRow>,
  )
}

/** The rows of one booking after another, ids rising: this list and that of the stays are read side by side. */
function sideBySide<R extends readonly [booking: number, ...rest: unknown[]]>(rows: IterableIterator<R>) {
  let next = rows.next()
  return {
    of: (booking: number) => {
      const found: R[] = []
      while (!next.done && next.value[0] <= booking) {
        if (next.value[0] === booking) found.push(next.value)
        next = rows.next()
      }
      return found
    },
    /** What is read and not to its end keeps the connection busy: no other task could begin after a cancelled one. */
    close: () => void rows.return?.(),
  }
}

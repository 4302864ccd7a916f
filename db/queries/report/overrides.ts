import type { Period } from '#shared/domain/report/period.ts'
import { type PriceHistory, type PriceSince, planKey } from '#shared/domain/report/price-history.ts'
import type { BookingId, BusinessDate, RatePlanId, RoomTypeId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { type LoggedBookingChange, readBookingChanges } from './booking-changes.ts'
import { countedSql, lastSeqOf } from './counted.ts'
import { givenSql } from './cube.ts'
import { rowsWithin } from './rows-within.ts'
import { nightsSql, type Source } from './source.ts'

/** A night that is sold; `ratePlanId` is null where the booking has no plan on file. */
export type SoldNight = {
  bookingId: BookingId
  night: BusinessDate
  rateMinor: number
  ratePlanId: RatePlanId | null
  chargedTypeId: RoomTypeId
  roomTypeId: RoomTypeId
  channel: string
}

/** Nights of [from, to) that are sold, in the order of nights and bookings. */
export function readSoldNights(store: LongReader, source: Source, { from, to }: Period): SoldNight[] {
  const rows = rawOf(store)
    .prepare(
      `with ${nightsSql(source)}
       select n.booking_id as bookingId, n.night, n.rate_minor as rateMinor, n.rate_plan_id as ratePlanId,
         n.charged_room_type_id as chargedTypeId, n.room_type_id as roomTypeId, n.channel
       from nights n left join rate_plans plan on plan.id = n.rate_plan_id
       where ${countedSql('n')} and ${givenSql('n')} = 0
       order by n.night, n.booking_id`,
    )
    .iterate({ from, to, today: source.today }) as Iterable<SoldNight>
  return rowsWithin(rows)
}

/** Every price of rate plans and every base rate that the log knows of. */
export function readPriceHistory(store: LongReader, source: Source): PriceHistory {
  const rows = rawOf(store)
    .prepare(
      `select entity, entity_id as id, iif(before is null, 0, seq) as seq, after from changes
       where entity in ('rate-plan', 'room-type') and after is not null and seq <= ? order by seq`,
    )
    .iterate(lastSeqOf(source)) as Iterable<{ entity: string; id: number; seq: number; after: string }>
  const plans = new Map<string, PriceSince[]>()
  const types = new Map<number, PriceSince[]>()
  for (const { entity, id, seq, after } of rows) {
    const part = JSON.parse(after) as { prices?: Record<string, number | null>; baseRateMinor?: number }
    if (entity === 'room-type') {
      if (part.baseRateMinor !== undefined) add(types, id, { seq, minor: part.baseRateMinor })
    } else
      for (const [type, minor] of Object.entries(part.prices ?? {}))
        add(plans, planKey(id, Number(type)), { seq, minor })
  }
  return { plans, types }
}

function add<K>(to: Map<K, PriceSince[]>, key: K, one: PriceSince): void {
  const known = to.get(key)
  if (known) known.push(one)
  else to.set(key, [one])
}

/** The row of the log that gave a night its rate, and whose it is. */
export type Setter = { seq: number; actor: string }
/** Who gave a booking's nights their rates: where nobody did so apart, who made it. */
export type Setters = { made: Setter; nights: Map<string, Setter> }

/** Operations that give a night another rate, or a stay another night. */
const givesRates = (operation: string) =>
  /^(booking\.change(Rate|Dates|RoomType|Together)|booking\.reinstate|change\.undo|stay\.checkOut|import\..*)$/.test(
    operation,
  )

/** Who gave the nights of these bookings their rates. */
export function readSetters(
  store: LongReader,
  source: Source,
  bookings: ReadonlySet<BookingId>,
): Map<BookingId, Setters> {
  const found = new Map<BookingId, Setters>()
  let first = Number.MAX_SAFE_INTEGER
  for (const [id, seq, actor] of readMakers(store, bookings)) {
    found.set(id, { made: { seq, actor }, nights: new Map() })
    first = Math.min(first, seq)
  }
  if (found.size === 0) return found
  for (const change of readBookingChanges(store, { first, last: lastSeqOf(source) }, givesRates)) {
    const setters = found.get(change.bookingId)
    if (!setters) continue
    const { seq, actor } = change
    for (const night of ratedNights(change)) setters.nights.set(night, { seq, actor })
  }
  return found
}

/** The first row of each booking. */
function readMakers(
  store: LongReader,
  bookings: Iterable<BookingId>,
): Iterable<[id: BookingId, seq: number, actor: string]> {
  return rawOf(store)
    .prepare(
      `select j.value, c.seq, c.actor from json_each(?) j
       join changes c on c.seq = (
         select min(seq) from changes where entity = 'booking' and entity_id = j.value
       )`,
    )
    .raw()
    .iterate(JSON.stringify([...bookings])) as Iterable<[BookingId, number, string]>
}

/** The nights that got another rate, or came to the stay. */
function ratedNights({
  before: { nights: from = {} },
  after: { nights: to = {} },
}: LoggedBookingChange): string[] {
  return Object.keys(to).filter((night) => to[night] && to[night].rateMinor !== from[night]?.rateMinor)
}

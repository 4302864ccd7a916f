import {
  readPriceHistory,
  readSetters,
  readSoldNights,
  type SoldNight,
} from '#db/queries/report/overrides.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { isOnePrice, type PriceHistory, priceAt } from '#shared/domain/report/price-history.ts'
import type { Cell, Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import type { RatePlanId, RoomTypeId } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { bookingsIn, groupBy, sumOf } from '../group.ts'
import { emptyNote, onBooksNote, partialNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, namesIn, ownColumn } from '../table.ts'

type PricedNight = SoldNight & { ratePlanId: RatePlanId }
/** A night of another rate than its plan's; `user` is who gave it, where that was asked. */
type Override = PricedNight & { user: string | null; priceMinor: number }
type Found = { priced: PricedNight[]; overrides: Override[]; withoutPlan: number }

const cuts = ['user', 'ratePlan', 'roomType', 'channel', 'month'] as const
type Cut = (typeof cuts)[number]

/** Nights sold at another rate than their plan's price when the rate was given. */
export const overrides: Report = {
  run: (desk, read) => {
    const by = read.by as Cut
    const period = read.period as Period
    const found = readOverrides(desk, period, by === 'user')
    const priced = new Map(
      groupBy(found.priced, (night) => keyOf(night, by)).map(({ key, of }) => [key, of.length]),
    )
    const rows = groupBy(found.overrides, (night) => keyOf(night, by)).map(({ key, of }) => ({
      [by]: key,
      ...cellsOf(of, priced.get(key) ?? 0),
    }))
    const table = makeTable({
      key: 'main',
      by: by === 'user' ? ownColumn('user') : dimensionColumn(by),
      columns: by === 'user' ? figures : [...figures, ...shares],
      rows,
      most: 'overridden',
      total: cellsOf(found.overrides, found.priced.length),
    })
    return {
      tables: [table],
      says: rows.length === 0 ? null : saysOf(table),
      notes: notesOf(desk, table, by, period, found),
      charts: [chartOf(table, 'bars', 'overridden')],
      names: namesIn(desk.store, [table]),
    }
  },
  bookings: (desk, { by, period }, row, limit) => {
    const cut = by as Cut
    const found = readOverrides(desk, period as Period, cut === 'user')
    return bookingsIn(
      found.overrides.filter((night) => row[cut] === undefined || keyOf(night, cut) === row[cut]),
      limit,
    )
  },
}

/** Where a plan's price never changed, it does not matter when a rate was given: the log is read of the other bookings alone. */
function readOverrides({ store, source, pulse }: ReportDesk, period: Period, withUser: boolean): Found {
  const nights = readSoldNights(store, source, period)
  const priced = nights.filter((night): night is PricedNight => night.ratePlanId !== null)
  const history = readPriceHistory(store, source)
  const pricesOf = pricesNow(history)
  const possible = priced.filter((night) => {
    const { isOne, newest } = pricesOf(night)
    return !isOne || night.rateMinor !== newest
  })
  const asked = withUser ? possible : possible.filter((night) => !pricesOf(night).isOne)
  const setters = readSetters(store, source, new Set(asked.map(({ bookingId }) => bookingId)))
  const found: Override[] = []
  for (const [at, night] of possible.entries()) {
    pulse(at, possible.length)
    const its = setters.get(night.bookingId)
    const setter = its?.nights.get(night.night) ?? its?.made
    const priceMinor = setter
      ? priceAt(history, night.ratePlanId, night.chargedTypeId, setter.seq)
      : pricesOf(night).newest
    if (night.rateMinor !== priceMinor) found.push({ ...night, user: setter?.actor ?? null, priceMinor })
  }
  return { priced, overrides: found, withoutPlan: nights.length - priced.length }
}

/** The newest price of a plan and a type, and whether it is the only one: worked out once for the many nights that ask. */
function pricesNow(history: PriceHistory) {
  const known = new Map<RatePlanId, Map<RoomTypeId, { isOne: boolean; newest: number }>>()
  return ({ ratePlanId, chargedTypeId }: PricedNight) => {
    let ofPlan = known.get(ratePlanId)
    if (!ofPlan) known.set(ratePlanId, (ofPlan = new Map()))
    const found = ofPlan.get(chargedTypeId)
    if (found) return found
    const made = {
      isOne: isOnePrice(history, ratePlanId, chargedTypeId),
      newest: priceAt(history, ratePlanId, chargedTypeId, Number.MAX_SAFE_INTEGER),
    }
    ofPlan.set(chargedTypeId, made)
    return made
  }
}

function keyOf(night: PricedNight & { user?: string | null }, by: Cut): Cell {
  if (by === 'user') return night.user ?? null
  if (by === 'ratePlan') return night.ratePlanId
  if (by === 'roomType') return night.roomTypeId
  return by === 'channel' ? night.channel : night.night.slice(0, 7)
}

const figures: readonly Column[] = [
  figureColumn('overridden', 'count'),
  figureColumn('givenAway', 'money'),
  figureColumn('gainedOver', 'money'),
  figureColumn('overrideDifference', 'money'),
]
/** By user not known: a rate that is the plan's was given by nobody apart. */
const shares: readonly Column[] = [
  figureColumn('pricedNights', 'count'),
  figureColumn('overriddenShare', 'share'),
]

function cellsOf(nights: readonly Override[], pricedNights: number): Row {
  const differences = nights.map(({ rateMinor, priceMinor }) => rateMinor - priceMinor)
  const gained = sumOf(differences.filter((one) => one > 0))
  const given = sumOf(differences.filter((one) => one < 0).map((one) => -one))
  return {
    overridden: nights.length,
    givenAway: given,
    gainedOver: gained,
    overrideDifference: gained - given,
    pricedNights,
    overriddenShare: ratioOf(nights.length, pricedNights),
  }
}

function saysOf(table: Table): Sentence {
  return {
    code: 'overrides',
    params: {
      count: totalOf(table, 'overridden'),
      given: totalOf(table, 'givenAway'),
      gained: totalOf(table, 'gainedOver'),
    },
  }
}

function notesOf(
  desk: ReportDesk,
  table: Table,
  by: Cut,
  period: Period,
  { withoutPlan }: Found,
): Sentence[] {
  return [
    ...partialNote(table, by, period),
    ...onBooksNote(period, desk.source.today),
    ...emptyNote(table, 'noOverrides'),
    { code: 'planPrices', params: {} },
    ...(withoutPlan === 0 ? [] : [{ code: 'withoutPlan', params: { count: withoutPlan } }]),
  ]
}

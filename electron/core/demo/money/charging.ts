/** What is charged in a demo hotel: nights at the audit, what guests buy, fees. */

import { confirmationNoOf } from '#shared/domain/booking/booking.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import { negationOf } from '#shared/domain/folio/posting.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { chargeLines, nightLines, originOfNight, routedLines } from '../../folio/public.ts'
import { departureOf, roomOn, type Stay } from '../stay.ts'
import type { Bill } from './bill.ts'
import type { Act, BookedPosting } from './books.ts'
import type { MoneyDesk } from './desk.ts'
import { type ExtraCode, extras, moneyTruth } from './terms.ts'

/** A booking as posting knows it; `room`: its number on that night. */
export function stayFacts({ world, diary }: MoneyDesk, stay: Stay, day: number) {
  const { house } = world
  const room = house.rooms[roomOn(stay, day)]
  return {
    id: stay.id as BookingId,
    confirmationNo: confirmationNoOf(stay.id),
    status: stay.status,
    arrival: diary.date(stay.arrival),
    departure: diary.date(departureOf(stay)),
    guestId: stay.guest,
    adults: stay.adults,
    children: stay.children,
    segment: stay.segment,
    meal: stay.meal,
    ratePlanId: house.plans[stay.plan].id,
    cancelledOn: stay.cancelledOn === null ? null : diary.date(stay.cancelledOn),
    roomNo: room?.image.number ?? '',
  }
}

/** Posts room and tax of a night, once. */
export function postNight(desk: MoneyDesk, bill: Bill, act: Act, day: number): number {
  const stay = bill.stay as Stay
  const { chart, packages } = desk.terms
  const facts = stayFacts(desk, stay, day)
  const night: BusinessDate = desk.diary.date(day)
  const { rateMinor = 0 } = stay.nights[day - stay.arrival] ?? {}
  const made = nightLines(
    { chart, packages, stay: facts, folios: bill.sharer ? [bill, bill.sharer] : [bill] },
    { night, rateMinor, roomNo: facts.roomNo },
  )
  if (!made.ok) throw new Error(`booking ${stay.id}: ${made.refusal.code}`)
  const lines = made.value.flatMap(({ folio, lines: own }) => routedLines(chart, folio.image, own))
  const posted = desk.books.post(bill, act, { kind: 'room', lines, origin: originOfNight(facts.id, night) })
  bill.charges.push(...posted.lines.filter(({ folioId }) => folioId === bill.id))
  return posted.lines.reduce((sum, { grossMinor }) => sum + grossMinor, 0)
}

export type Item = { code: string; unitMinor: number; quantity?: number; text?: string }

/** Charges items to a folio, each where its routings send it. */
export function charge(desk: MoneyDesk, bill: Bill, act: Act, items: readonly Item[]): BookedPosting | null {
  const lines = items.flatMap((item) => linesOf(desk, bill, act.when.day, item))
  if (lines.length === 0) return null
  const placed = routedLines(desk.terms.chart, bill.image, lines)
  const posted = desk.books.post(bill, act, { kind: 'charge', lines: placed })
  bill.charges.push(...posted.lines.filter(({ folioId }) => folioId === bill.id))
  return posted
}

export function linesOf(desk: MoneyDesk, bill: Bill, day: number, item: Item): LineDraft[] {
  const { code, unitMinor, quantity = 1000, text = '' } = item
  const place = {
    folioId: bill.id,
    window: 1,
    serviceDate: desk.diary.date(day),
    stay: bill.stay && stayFacts(desk, bill.stay, day),
  }
  const made = chargeLines(
    desk.terms.chart,
    { codeId: desk.terms.code(code).id, quantity, unitMinor, text },
    place,
  )
  if (!made.ok) throw new Error(`${code}: ${made.refusal.code}`)
  return made.value
}

/** Takes a charge of the same day off again. */
export function correct(desk: MoneyDesk, bill: Bill, act: Act, posted: BookedPosting): void {
  const lines = posted.lines.map(negationOf)
  const gone = new Set(posted.lines.map(({ id }) => id))
  desk.books.post(bill, act, { kind: 'correction', lines, reason: act.reason ?? null })
  bill.charges = bill.charges.filter(({ id }) => !gone.has(id))
}

/** What a guest of a stay will buy. Drawn in one order, so that one chance never shifts another. */
export function drawWants({ random, stay }: Pick<Bill, 'random' | 'stay'>): Set<ExtraCode> {
  const wants = new Set<ExtraCode>()
  const long = (stay?.nights.length ?? 0) >= moneyTruth.long
  const draw = (code: ExtraCode, chance: number) => {
    if (random.next() < chance) wants.add(code)
  }
  draw('BRKF', stay?.meal === 'room-only' ? moneyTruth.breakfast : 0)
  draw('REST', moneyTruth.restaurant)
  draw('BAR', moneyTruth.bar)
  draw('MINI', wants.has('BAR') ? moneyTruth.minibarWithBar : moneyTruth.minibar)
  draw('LAUN', long ? moneyTruth.laundryLong : moneyTruth.laundry)
  draw('PARK', moneyTruth.parking)
  draw('SHOP', moneyTruth.shop)
  draw('TEL', moneyTruth.telephone)
  draw('DAMG', moneyTruth.damage)
  return wants
}

/** One purchase of a code: an amount of its range, breakfast for each adult, parking for each night. */
export function itemOf(desk: MoneyDesk, { random, stay }: Bill, code: ExtraCode): Item {
  const [from, to] = extras[code].yuan
  const unitMinor = desk.terms.price(from === to ? from : random.between(from, to))
  if (code === 'BRKF') return { code, unitMinor, quantity: 1000 * (stay?.adults ?? 1) }
  if (code === 'PARK') return { code, unitMinor, quantity: 1000 * Math.max(1, stay?.nights.length ?? 1) }
  return { code, unitMinor }
}

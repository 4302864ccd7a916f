/** What the stay costs: night by night where the message says so, held against its total, its nights and its rooms. */
import { type BusinessDate, type Currency, nightsOf } from '../../values/index.ts'
import { findDates } from './dates.ts'
import { type Doubt, type Fact, firstDoubt } from './fact.ts'
import type { Label } from './labels.ts'
import type { Entry } from './lines.ts'
import { findAmounts, firstAmount } from './money.ts'
import { pickFact } from './pick.ts'
import type { Amount, NightAmount, Reading } from './reading.ts'

type Prices = Pick<Reading, 'rates' | 'total' | 'net' | 'commission'>
type Context = {
  lines: readonly string[]
  entries: readonly Entry[]
  currency: Currency
  today: BusinessDate
  arrival: Fact<BusinessDate> | null
  departure: Fact<BusinessDate> | null
  rooms: number
}

export function readPrices(context: Context): Prices {
  const { entries, currency } = context
  const net = amountOf(entries, ['net'], currency)
  const commission = pickFact(entries, ['commission'], ({ value }) =>
    /\d/.test(value) ? { value: value.slice(0, 40) } : null,
  )
  const guestTotal = amountOf(entries, ['total'], currency)
  const taxes = amountOf(entries, ['taxes'], currency)
  const rates = ratesOf(context, guestTotal, net)
  const total = guestTotal ?? null
  const doubt = firstDoubt(
    rates &&
      !agree(rates.value, total, context.rooms) &&
      !(net && agree(rates.value, net, context.rooms)) &&
      'totalDiffers',
    taxes && taxes.value.minor > 0 && total && 'taxesApart',
    net && total && net.value.minor !== total.value.minor && 'sellAndNet',
    net &&
      !total &&
      rates &&
      rates.line !== net.line &&
      !agree(rates.value, net, context.rooms) &&
      'sellAndNet',
  )
  return {
    rates: rates && { ...rates, doubt: firstDoubt(rates.doubt, total?.doubt, doubt) },
    total: total && { ...total, doubt: firstDoubt(total.doubt, doubt === 'totalDiffers' && doubt) },
    net,
    commission,
  }
}

/** An amount to which more comes. */
const WITHOUT_TAX = /\bexcl|\bplus\b|\+\s?(?:tax|vat)|before tax|net of|不含税|未含税|另加|税前/iu

function amountOf(
  entries: readonly Entry[],
  labels: readonly Label[],
  currency: Currency,
): Fact<Amount> | null {
  return pickFact(entries, labels, ({ value }) => {
    if (/^\D{0,20}\d{1,3}(?:[.,]\d+)?\s?%/.test(value)) return null
    const amount = firstAmount(value, currency)
    if (!amount) return null
    const { minor, currency: own, withCurrency } = amount
    // “Total: 2 nights” is none
    if (!withCurrency && /^\s*\d{1,3}\s*[\p{L}]/u.test(value)) return null
    return {
      value: { minor, currency: own },
      doubt: firstDoubt(
        amount.doubt,
        own !== currency && 'currencyOther',
        WITHOUT_TAX.test(value) && 'taxesApart',
      ),
    }
  })
}

/** By night as a table gives them, by the rate of a night, or the total in equal parts; null where another currency leaves none. */
function ratesOf(
  context: Context,
  total: Fact<Amount> | null,
  net: Fact<Amount> | null,
): Fact<NightAmount[]> | null {
  const { arrival, departure, rooms, entries, currency } = context
  if (!arrival || !departure || departure.value <= arrival.value) return null
  const nights = nightsOf(arrival.value, departure.value)
  const ofDates = firstDoubt(arrival.doubt, departure.doubt)
  const byNight = ratesByNight(context, nights)
  if (byNight) {
    return { ...byNight, doubt: firstDoubt(byNight.doubt, ofDates && !total && ofDates) }
  }
  const rate = amountOf(entries, ['rate'], currency) ?? timesNights(context)
  if (rate) return sameEach(rate, nights)
  const whole = total ?? net
  if (!whole || rooms < 1) return null
  if (whole.value.currency !== currency) return { value: [], line: whole.line, doubt: 'currencyOther' }
  const each = Math.floor(whole.value.minor / rooms / nights.length)
  const rest = Math.round(whole.value.minor / rooms) - each * nights.length
  const value = nights.map((night, index) => ({ night, minor: each + (index < rest ? 1 : 0) }))
  return { value, line: whole.line, doubt: firstDoubt(whole.doubt, total === null && 'netAlone', ofDates) }

  function sameEach({ value, line, doubt }: Fact<Amount>, all: readonly BusinessDate[]): Fact<NightAmount[]> {
    if (value.currency !== currency) return { value: [], line, doubt: 'currencyOther' }
    return { value: all.map((night) => ({ night, minor: value.minor })), line, doubt }
  }
}

/** Lines with one night of the stay and one amount, for every night of it. */
function ratesByNight(
  { lines, entries, currency, today }: Context,
  nights: readonly BusinessDate[],
): Fact<NightAmount[]> | null {
  const taken = new Set(
    entries
      .filter(({ label }) => !['rate', 'plan', 'roomType', 'meal'].includes(label))
      .map(({ line }) => line),
  )
  const found = new Map<BusinessDate, { minor: number; doubt: Doubt | null; line: number }[]>()
  for (const [index, line] of lines.entries()) {
    const dates = findDates(line, today)
    const day = dates[0]?.senses.map(({ date }) => date).find((date) => nights.includes(date))
    if (dates.length !== 1 || !day || taken.has(index + 1)) continue
    const rest = line.slice(dates[0]!.end)
    const amounts = findAmounts(rest, currency).filter(
      ({ withCurrency, minor }) => withCurrency || minor >= 1000,
    )
    const [amount] = amounts
    if (!amount || (amounts.length > 1 && amounts.some(({ minor }) => minor !== amount.minor && minor !== 0)))
      continue
    const doubt = firstDoubt(amount.currency !== currency && 'currencyOther', amount.doubt)
    found.set(day, [...(found.get(day) ?? []), { minor: amount.minor, doubt, line: index + 1 }])
  }
  const rows = nights.map((night) => found.get(night))
  const first = rows[0]?.[0]
  if (!first || rows.some((row) => !row)) return null
  const doubt = firstDoubt(
    ...rows.flatMap((row) => row!.map((one) => one.doubt)),
    rows.some((row) => new Set(row!.map(({ minor }) => minor)).size > 1) && 'several',
  )
  if (doubt === 'currencyOther') return { value: [], line: first.line, doubt }
  return {
    value: nights.map((night, at) => ({ night, minor: rows[at]![0]!.minor })),
    line: first.line,
    doubt,
  }
}

/** “¥680×2晚”, “CNY 680.00 x 2 nights”. */
function timesNights({ lines, currency }: Context): Fact<Amount> | null {
  for (const [index, line] of lines.entries()) {
    const match = /^(.*?\d)\s?(?:元)?\s?(?:\/晚)?\s?[x×*]\s?\d{1,3}\s?(?:晚|nights?)/iu.exec(line)
    const amount = match && findAmounts(match[1] ?? '', currency).at(-1)
    if (!amount) continue
    const { minor, currency: own, doubt } = amount
    return {
      value: { minor, currency: own },
      line: index + 1,
      doubt: firstDoubt(doubt, own !== currency && 'currencyOther'),
    }
  }
  return null
}

/** Whether the nights of all rooms come to the total; a cent a night is rounding. */
function agree(rates: readonly NightAmount[], total: Fact<Amount> | null, rooms: number): boolean {
  if (!total || rates.length === 0) return true
  const sum = rates.reduce((all, { minor }) => all + minor, 0) * rooms
  return Math.abs(sum - total.value.minor) <= rates.length * rooms
}

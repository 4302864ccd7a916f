/** How guests of a demo hotel pay: by what, from which card, in which drawer. */
import { type Random, weighted } from '#core/demo/data/random.ts'
import type { TransactionCode } from '#shared/domain/folio/chart.ts'
import type { PaymentDraft } from '#shared/domain/folio/posting.ts'
import type { AccountId } from '#shared/values/index.ts'
import { paymentLine } from '../../folio/public.ts'
import { type Bill, balanceOf, type PayWay } from './bill.ts'
import type { Act, BookedPosting } from './books.ts'
import type { MoneyDesk } from './desk.ts'
import { moneyTruth, type PaidBy, type PayWays } from './terms.ts'

const codes = {
  cash: 'CASH',
  card: 'CARD',
  transfer: 'TRANSFER',
  alipay: 'ALIPAY',
  wechat: 'WECHAT',
  account: 'CITY',
} as const

/** What a hotel takes: no cash where it must not, and what is used in its country. */
export function payWays(country: string, cashAllowed: boolean): PayWays {
  const inChina = country === 'CHN'
  const of = (weights: Record<PaidBy, number>) =>
    weighted(
      (Object.entries(weights) as [PaidBy, number][]).filter(([method]) => method !== 'cash' || cashAllowed),
    )
  return {
    home: of(inChina ? moneyTruth.methods : moneyTruth.methodsAbroad),
    abroad: of(moneyTruth.methodsAbroad),
    inChina,
  }
}

/** The way that a guest pays by, with the card where it is one. */
export function drawWay(random: Random, ways: PayWays, nationality: string): PayWay {
  const atHome = ways.inChina && nationality === 'CHN'
  const method = (atHome ? ways.home : ways.abroad).pick(random)
  return method === 'card' ? cardOf(random, atHome) : { method, brand: '', lastFour: '' }
}

export function cardOf(random: Random, atHome: boolean): PayWay {
  const brand = atHome
    ? random.chance(0.85)
      ? 'unionpay'
      : 'visa'
    : random.of(['visa', 'visa', 'mastercard', 'mastercard', 'amex', 'jcb', 'unionpay'])
  return { method: 'card', brand, lastFour: String(random.below(10_000)).padStart(4, '0') }
}

/** A payment of an amount (below zero: money given back), in the author's shift where they have a drawer. */
export function paymentOf(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  way: PayWay,
  amountMinor: number,
): { payment: PaymentDraft; codeId: ReturnType<MoneyDesk['terms']['code']>['id'] } {
  const { method, brand, lastFour } = way
  const { random } = bill
  const isCash = method === 'cash'
  const note = desk.terms.price(100)
  const tenderedMinor = isCash && amountMinor > 0 ? Math.ceil(amountMinor / note) * note : null
  const shiftId = desk.shifts.take(act, isCash ? amountMinor : null)
  return {
    codeId: desk.terms.code(codes[method]).id,
    payment: {
      method,
      amountMinor,
      currency: desk.currency,
      foreignMinor: null,
      rate: null,
      tenderedMinor,
      changeMinor: tenderedMinor === null ? null : tenderedMinor - amountMinor,
      brand,
      lastFour,
      reference: method === 'card' ? String(random.below(1_000_000)).padStart(6, '0') : '',
      accountId: null,
      voucherId: null,
      shiftId,
    },
  }
}

/** Pays an amount on a window, or gives it back below zero. */
export function payOn(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  way: PayWay,
  window: number,
  amountMinor: number,
): BookedPosting | null {
  if (amountMinor === 0) return null
  const { payment, codeId } = paymentOf(desk, bill, act, way, amountMinor)
  const line = paymentLine(bill, { id: codeId }, window, payment, today(desk, act), '')
  const kind = amountMinor > 0 ? 'payment' : 'refund'
  return desk.books.post(bill, act, { kind, lines: [line], shiftId: payment.shiftId })
}

/** Puts what a window owes on the account of a company or an agency. */
export function payOnAccount(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  window: number,
  accountId: AccountId,
): void {
  const amountMinor = balanceOf(bill, window)
  if (amountMinor === 0) return
  const items = desk.owing.get(accountId) ?? []
  desk.owing.set(accountId, [...items, { day: act.when.day, amountMinor }])
  const code = desk.terms.code(codes.account)
  const payment: PaymentDraft = {
    method: 'account',
    amountMinor,
    currency: desk.currency,
    foreignMinor: null,
    rate: null,
    tenderedMinor: null,
    changeMinor: null,
    brand: '',
    lastFour: '',
    reference: bill.stay === null ? (bill.image.code ?? '') : String(10_000_000 + bill.stay.id),
    accountId,
    voucherId: null,
    shiftId: desk.shifts.take(act, null),
  }
  const line = paymentLine(bill, code, window, payment, today(desk, act), '')
  desk.books.post(bill, act, {
    kind: amountMinor > 0 ? 'payment' : 'refund',
    lines: [line],
    shiftId: payment.shiftId,
  })
}

/** Cash of a foreign currency, as much as there is of whole notes in what is owed; the rest is paid otherwise. */
export function payAbroad(desk: MoneyDesk, bill: Bill, act: Act, currency: string): void {
  const rates = desk.terms.rates.get(currency) ?? []
  const rate = rates.findLast(({ day }) => day <= act.when.day)?.rate
  if (rate === undefined) return
  // Both currencies of the demo have two digits: one unit of either is a hundred of its minor units
  const notes = Math.floor(balanceOf(bill, 1) / Number(rate) / 1000) * 1000
  const amountMinor = notes > 0 ? desk.convert(notes, rate, currency) : 0
  if (amountMinor <= 0 || amountMinor > balanceOf(bill, 1)) return
  const shiftId = desk.shifts.take(act, 0, { currency, minor: notes, bookMinor: amountMinor })
  const payment: PaymentDraft = {
    method: 'cash',
    amountMinor,
    currency,
    foreignMinor: notes,
    rate,
    tenderedMinor: notes,
    changeMinor: 0,
    brand: '',
    lastFour: '',
    reference: '',
    accountId: null,
    voucherId: null,
    shiftId,
  }
  const line = paymentLine(bill, desk.terms.code(codes.cash), 1, payment, today(desk, act), '')
  desk.books.post(bill, act, { kind: 'payment', lines: [line], shiftId })
}

/** Cash that the desk gives out for a guest, who owes it then. */
export function payOutOf(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  code: Pick<TransactionCode, 'id'>,
  amountMinor: number,
): void {
  const shiftId = desk.shifts.take(act, -amountMinor)
  const payment: PaymentDraft = {
    method: 'cash',
    amountMinor: -amountMinor,
    currency: desk.currency,
    foreignMinor: null,
    rate: null,
    tenderedMinor: null,
    changeMinor: null,
    brand: '',
    lastFour: '',
    reference: '',
    accountId: null,
    voucherId: null,
    shiftId,
  }
  const reason = act.reason ?? null
  const line = paymentLine(bill, code, 1, payment, today(desk, act), reason ?? '')
  desk.books.post(bill, act, { kind: 'paid-out', lines: [line], shiftId, reason })
}

export function today(desk: MoneyDesk, { when }: Act) {
  return { businessDate: desk.diary.date(when.day) }
}

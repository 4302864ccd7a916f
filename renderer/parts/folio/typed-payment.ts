import type { Account } from '#renderer/parts/account/AccountPicker.tsx'
import type { InputOf } from '#shared/contract/index.ts'
import { roundCash } from '#shared/domain/folio/cash-rounding.ts'
import { convertMoney } from '#shared/domain/folio/convert.ts'
import { type BusinessDate, type Currency, minorToDecimal } from '#shared/values/index.ts'
import { foreignFor, readAmount } from './amounts.ts'
import type { Chart, Code } from './use-chart.ts'

/** A payment as it is typed; `amount` is in `currency`, which is empty for the hotel's own. */
export type TypedPayment = {
  codeId: number | null
  amount: string
  currency: string
  tendered: string
  brand: string
  lastFour: string
  reference: string
  voucherNo: string
  account: Account | null
  text: string
}

export const emptyPayment: TypedPayment = {
  codeId: null,
  amount: '',
  currency: '',
  tendered: '',
  brand: '',
  lastFour: '',
  reference: '',
  voucherNo: '',
  account: null,
  text: '',
}

export type PaymentInput = Omit<InputOf<'folio.pay'>, 'folioId' | 'window' | 'businessDate'>

/** What a typed payment comes to, as far as it is complete. */
export type ReadPayment = {
  code: Code | undefined
  /** In the hotel's currency; null while it is none. */
  minor: number | null
  /** In the currency that was chosen. */
  givenMinor: number | null
  rate: string | null
  /** Cash to give back, in the currency that it was given in; null where nothing was handed over. */
  changeMinor: number | null
  wrong: Partial<Record<keyof TypedPayment, 'amount' | 'short' | 'lastFour' | 'account' | 'voucher' | 'rate'>>
  input: PaymentInput | null
}

/** The desk that a payment is read at. */
export type PayDesk = { chart: Chart; currency: string; businessDate: BusinessDate }

/** Reads a payment: what it comes to, what is wrong with which field, and the input once it is whole. */
export function readPayment(typed: TypedPayment, { chart, currency, businessDate }: PayDesk): ReadPayment {
  const code = chart.codeOf(typed.codeId)
  const given = readAmount(typed.amount, typed.currency || currency)
  const rate = typed.currency === '' ? null : (chart.ratesOn(businessDate).get(typed.currency) ?? null)
  const minor =
    typed.currency === '' ? (given ?? null) : homeAmount(given ?? null, rate, typed.currency, currency)
  const isCash = code?.method === 'cash'
  const tendered = isCash ? readAmount(typed.tendered, typed.currency || currency) : undefined
  const wrong: ReadPayment['wrong'] = {}
  if (given === null || (given !== undefined && given <= 0)) wrong.amount = 'amount'
  if (typed.currency !== '' && rate === null) wrong.currency = 'rate'
  if (tendered === null) wrong.tendered = 'amount'
  else if (tendered !== undefined && given && tendered < given) wrong.tendered = 'short'
  if (code?.method === 'card' && !/^(\d{4})?$/.test(typed.lastFour.trim())) wrong.lastFour = 'lastFour'
  const lacks =
    (code?.method === 'account' && typed.account === null) ||
    (code?.method === 'voucher' && typed.voucherNo.trim() === '')
  const whole = code && minor !== null && minor > 0 && Object.keys(wrong).length === 0 && !lacks
  return {
    code,
    minor,
    givenMinor: given ?? null,
    rate,
    changeMinor: typeof tendered === 'number' && given ? tendered - given : null,
    wrong,
    input: whole ? inputOf(typed, code, minor, given ?? null, tendered ?? undefined) : null,
  }
}

function homeAmount(given: number | null, rate: string | null, from: string, to: string): number | null {
  if (given === null || rate === null) return null
  return convertMoney(given, rate, from as Currency, to as Currency)
}

function inputOf(
  typed: TypedPayment,
  code: Code,
  amountMinor: number,
  foreignMinor: number | null,
  tenderedMinor: number | undefined,
): PaymentInput {
  const isCard = code.method === 'card'
  return {
    codeId: code.id,
    amountMinor,
    ...(typed.currency !== '' && foreignMinor !== null ? { currency: typed.currency, foreignMinor } : {}),
    ...(tenderedMinor === undefined ? {} : { tenderedMinor }),
    brand: (isCard ? typed.brand : '') as PaymentInput['brand'],
    lastFour: isCard ? typed.lastFour.trim() : '',
    reference: typed.reference.trim(),
    voucherNo: code.method === 'voucher' ? typed.voucherNo.trim() : '',
    ...(code.method === 'account' && typed.account ? { accountId: typed.account.id } : {}),
    text: typed.text.trim(),
  }
}

/** What pays an amount by a code, as it is typed: cash in coins that there are, foreign money at the day's rate. */
export function suggestedAmount(
  minor: number,
  code: Code | undefined,
  foreign: string,
  { chart, currency, businessDate }: PayDesk,
): string {
  if (minor <= 0) return ''
  if (foreign !== '') {
    const rate = chart.ratesOn(businessDate).get(foreign)
    const amount = rate ? foreignFor(minor, rate, foreign, currency) : null
    return amount === null ? '' : minorToDecimal(amount, foreign as Currency)
  }
  const step = chart.view?.settings.cashStepMinor ?? 1
  const paid = code?.method === 'cash' ? roundCash(minor, step) : minor
  return minorToDecimal(paid, currency as Currency)
}

/** What is still owed of a balance once a payment is taken: what cash can't pay goes with it. */
export function leftAfter(balanceMinor: number, read: ReadPayment, { chart }: PayDesk): number {
  const paid = read.minor ?? 0
  const step = chart.view?.settings.cashStepMinor ?? 1
  if (read.code?.method === 'cash' && step > 1 && paid > 0 && roundCash(balanceMinor, step) === paid) return 0
  return balanceMinor - paid
}

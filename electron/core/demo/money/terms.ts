/** What is true of the money of a demo hotel: its prices, how often what is charged, and how guests pay. */
import type { Weighted } from '#core/demo/data/random.ts'
import type { PaymentMethod } from '#shared/domain/folio/chart.ts'
import type { Stay } from '../stay.ts'

/** What a guest may buy. `yuan`: from, to; the amount is one price, or drawn between. */
export const extras = {
  BRKF: { yuan: [68, 68] },
  REST: { yuan: [80, 420] },
  BAR: { yuan: [40, 260] },
  MINI: { yuan: [15, 90] },
  LAUN: { yuan: [35, 160] },
  PARK: { yuan: [30, 30] },
  SHOP: { yuan: [20, 300] },
  TEL: { yuan: [5, 40] },
  DAMG: { yuan: [50, 600] },
} as const satisfies { [code: string]: { yuan: readonly [number, number] } }
export type ExtraCode = keyof typeof extras

/**
 * Chances in a stay of at least a night. `minibarWithBar`: who has been at the bar opens the minibar the oftener, and who
 * stays `long` nights has something washed: rules that baskets find.
 */
export const moneyTruth = {
  minibar: 0.16,
  minibarWithBar: 0.5,
  bar: 0.12,
  laundry: 0.06,
  laundryLong: 0.4,
  long: 4,
  restaurant: 0.3,
  breakfast: 0.35,
  parking: 0.18,
  shop: 0.05,
  telephone: 0.03,
  damage: 0.004,
  /** Of those who pay themselves: how. */
  methods: { wechat: 0.38, alipay: 0.24, card: 0.22, cash: 0.13, transfer: 0.03 },
  methodsAbroad: { wechat: 0.04, alipay: 0.08, card: 0.62, cash: 0.22, transfer: 0.04 },
  /** Of those who pay themselves and by no card: who leaves a 押金; of those with a card: who has it authorised. */
  keyDeposit: 0.85,
  hold: 0.75,
  keyDepositYuan: 300,
  /** The 押金 pays a part of the bill, instead of being given back as a whole. */
  keyDepositApplied: 0.55,
  slipLost: 0.02,
  /** Of the deposits that a booking asks for: who has paid by the day. */
  depositPaid: 0.88,
  /** Of corporate bookings: whose room goes to the company's account. Of those who paid an agency: all. */
  onAccount: 0.7,
  /** Of group bookings: whose room goes to the agency's master account. */
  onMaster: 0.6,
  feeWaived: 0.2,
  allowance: 0.02,
  correction: 0.08,
  shared: 0.12,
  /**
   * Of two in a room who pay themselves and leave together: who has an own folio, and everybody on the last morning; of
   * those: who pays as much as the guest.
   */
  sharer: 0.45,
  evenParts: 0.75,
  twoMethods: 0.03,
  lateCharge: 0.012,
  refund: 0.006,
  /** Of those who stay over: for whom the desk pays a taxi. */
  paidOut: 0.02,
  /** Of those who leave a Chinese hotel: who asks for a 发票. */
  fapiao: 0.2,
  /** Of accounts, on the day that they pay on. */
  accountPays: 0.85,
  /** Of those who leave: whose windows get an invoice; every company's and agency's does. */
  invoice: 0.3,
  /** Shifts whose count is not what it should be. */
  miscount: 0.07,
  /** Days before today about which a guest leaves without paying. */
  skippers: [210, 96, 23],
  creditLimitYuan: 3000,
  companyLimitYuan: 20_000,
  /** Of those above the warning: who pays in between. */
  interim: 0.75,
  floatYuan: 2000,
  safeYuan: 100_000,
} as const

export type PaidBy = Exclude<PaymentMethod, 'voucher' | 'account'>

/** What guests of the country and those from abroad pay by. */
export type PayWays = { home: Weighted<PaidBy>; abroad: Weighted<PaidBy>; inChina: boolean }

/** Whether the guest's folio is paid by a company or an agency, or goes to a master account in part. */
export function isPaidAhead(stay: Stay): boolean {
  return stay.agency !== null && stay.guarantee === 'non-refundable'
}

/**
 * The chart of a hotel's money: ledger accounts, and the transaction codes that a desk posts by. A code says which account
 * the amount goes to, how it is taxed and in which revenue group it is reported; all of it is data, changed without code.
 */
import type { LedgerAccountId, TaxId, TaxRuleId, TransactionCodeId } from '../../values/index.ts'

export const accountClasses = ['asset', 'liability', 'equity', 'revenue', 'expense'] as const
export type AccountClass = (typeof accountClasses)[number]

/**
 * The accounts that the program posts to by itself, one of each: what guests owe, deposits before arrival and 押金 (both
 * liabilities), what accounts owe, vouchers sold, cash in drawers and in the safe, what a count was over or short, cash
 * rounding, paid-outs, and what the books began with.
 */
export const accountRoles = [
  'guest-ledger',
  'deposits',
  'key-deposits',
  'city-ledger',
  'vouchers',
  'cash',
  'safe',
  'over-short',
  'rounding',
  'opening',
] as const
export type AccountRole = (typeof accountRoles)[number]

/** `code` is the number that the hotel's bookkeeping knows the account by. */
export type LedgerAccountImage = {
  code: string
  nameEn: string
  nameZh: string
  class: AccountClass
  role: AccountRole | null
  active: boolean
}

export const revenueGroups = ['room', 'food', 'other', 'non-revenue'] as const
export type RevenueGroup = (typeof revenueGroups)[number]

/**
 * charge: revenue, or money that passes through (tips); package: a lump sum that is split to other codes; payment: how a
 * guest pays; paid-out: cash given for a guest; allowance: takes revenue of its group back after the day is closed; voucher:
 * a voucher sold (a liability, no revenue).
 */
export const codeKinds = ['charge', 'package', 'payment', 'paid-out', 'allowance', 'voucher'] as const
export type CodeKind = (typeof codeKinds)[number]

export const paymentMethods = ['cash', 'card', 'transfer', 'alipay', 'wechat', 'voucher', 'account'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** The codes that the program posts by itself, one of each; `rounding` takes what cash can't pay. */
export const codeRoles = [
  'room',
  'cancellation',
  'no-show',
  'early-departure',
  'early-arrival',
  'late-departure',
  'day-use',
  'rounding',
  'opening',
] as const
export type CodeRole = (typeof codeRoles)[number]

/** What a package code's lump sum is split to, in hundredths of a per cent that add up to 10000. */
export type CodePart = { codeId: TransactionCodeId; basisPoints: number }

/** `accountId` is null for packages alone, `taxRuleId` for what is neither a charge nor an allowance. */
export type TransactionCodeImage = {
  code: string
  nameEn: string
  nameZh: string
  kind: CodeKind
  group: RevenueGroup
  accountId: LedgerAccountId | null
  taxRuleId: TaxRuleId | null
  method: PaymentMethod | null
  role: CodeRole | null
  /** The usual price, minor units; null: typed each time. */
  priceMinor: number | null
  parts: CodePart[]
  /** What a tax platform calls it: the 商品和服务税收编码 in China; empty where none is asked. */
  invoiceItem: string
  active: boolean
}

/** A code as the ledger needs it. */
export type TransactionCode = TransactionCodeImage & { id: TransactionCodeId }

/** The taxes of a charge in the order in which they are computed. */
export type TaxRuleImage = { code: string; nameEn: string; nameZh: string; taxes: TaxId[]; active: boolean }

/** The accounts by role, as the ledger needs them. */
export type RoleAccounts = { [role in AccountRole]: LedgerAccountId }

/** A rule with its id. */
export type TaxRule = TaxRuleImage & { id: TaxRuleId }

/** The fields of what is logged of money, as personal-fields.ts has those of everything else. */
import type { LedgerAccountImage, TaxRuleImage, TransactionCodeImage } from '../folio/chart.ts'
import type { DepositImage, HoldImage, VoucherImage } from '../folio/deposit.ts'
import type { FapiaoImage } from '../folio/fapiao.ts'
import type { FeePolicyImage } from '../folio/fee-policy.ts'
import type { FolioImage } from '../folio/folio.ts'
import type { PackageImage } from '../folio/package.ts'
import type { PaperImage, PaperSeriesImage } from '../folio/paper.ts'
import type { PostingImage } from '../folio/posting.ts'
import type { FolioSettings } from '../folio/settings.ts'
import type { ExchangeRateImage, ShiftImage } from '../folio/shift.ts'
import type { TaxImage } from '../folio/tax.ts'
import type { Classes } from './classes.ts'

const folioSetting: Classes<FolioSettings> = {
  chart: 'open',
  taxRounding: 'open',
  cashStepMinor: 'open',
  cashAllowed: 'open',
  shiftRule: 'open',
  shiftExempt: 'open',
  creditLimitMinor: 'open',
  warnPercent: 'open',
  keyDepositMinor: 'open',
  holdDays: 'open',
  paperSize: 'open',
  eInvoice: 'open',
  sellerName: 'open',
  sellerAddress: 'open',
  sellerTaxNo: 'open',
  sellerRegistration: 'open',
  sellerBank: 'open',
  footer: 'open',
}

const named = { code: 'open', nameEn: 'open', nameZh: 'open', active: 'open' } as const

const ledgerAccount: Classes<LedgerAccountImage> = { ...named, class: 'open', role: 'open' }

const tax: Classes<TaxImage> = { ...named, accountId: 'open', terms: 'open' }

const taxRule: Classes<TaxRuleImage> = { ...named, taxes: 'open' }

const transactionCode: Classes<TransactionCodeImage> = {
  ...named,
  kind: 'open',
  group: 'open',
  accountId: 'open',
  taxRuleId: 'open',
  method: 'open',
  role: 'open',
  priceMinor: 'open',
  parts: 'open',
  invoiceItem: 'open',
}

const packageFields: Classes<PackageImage> = { ...named, terms: 'open' }

const feePolicy: Classes<FeePolicyImage> = { ...named, terms: 'open' }

const exchangeRate: Classes<ExchangeRateImage> = { currency: 'open', validFrom: 'open', rate: 'open' }

const folio: Classes<FolioImage> = {
  kind: 'open',
  code: 'open',
  name: 'personal',
  bookingId: 'open',
  guestId: 'open',
  status: 'open',
  openedOn: 'open',
  closedOn: 'open',
  skippedOn: 'open',
  creditLimitMinor: 'open',
  noPost: 'open',
  share: 'open',
  shareFrom: 'open',
  shareTo: 'open',
  windows: 'personal',
  routings: 'open',
}

// What stands on a line may name a guest; amounts, codes and dates stay
const posting: Classes<PostingImage> = {
  kind: 'open',
  businessDate: 'open',
  reverses: 'open',
  folioId: 'open',
  amountMinor: 'open',
  lines: 'open',
  texts: 'personal',
}

const deposit: Classes<DepositImage> = {
  kind: 'open',
  slipNo: 'open',
  folioId: 'open',
  bookingId: 'open',
  takenOn: 'open',
  codeId: 'open',
  amountMinor: 'open',
  heldMinor: 'open',
  slipLost: 'open',
  note: 'personal',
}

const hold: Classes<HoldImage> = {
  folioId: 'open',
  amountMinor: 'open',
  brand: 'personal',
  lastFour: 'personal',
  approval: 'personal',
  takenOn: 'open',
  expiresOn: 'open',
  status: 'open',
  capturedMinor: 'open',
  endedOn: 'open',
}

const voucher: Classes<VoucherImage> = {
  number: 'open',
  soldOn: 'open',
  expiresOn: 'open',
  amountMinor: 'open',
  leftMinor: 'open',
  lineId: 'open',
}

const shift: Classes<ShiftImage> = {
  userId: 'open',
  workstation: 'open',
  businessDate: 'open',
  openedAt: 'open',
  floatMinor: 'open',
  status: 'open',
  closedAt: 'open',
  closedOn: 'open',
  closedBy: 'open',
  counted: 'open',
  expectedMinor: 'open',
  overMinor: 'open',
  droppedMinor: 'open',
}

const paperSeries: Classes<PaperSeriesImage> = {
  code: 'open',
  kind: 'open',
  prefix: 'open',
  digits: 'open',
  active: 'open',
}

const paper: Classes<PaperImage> = {
  kind: 'open',
  label: 'open',
  issuedOn: 'open',
  folioId: 'open',
  window: 'open',
  postingId: 'open',
  language: 'open',
  payeeName: 'personal',
  netMinor: 'open',
  taxMinor: 'open',
  grossMinor: 'open',
  reverses: 'open',
}

const fapiao: Classes<FapiaoImage> = {
  folioId: 'open',
  kind: 'open',
  title: 'personal',
  taxNo: 'personal',
  details: 'personal',
  status: 'open',
  amountMinor: 'open',
  askedOn: 'open',
  exportedOn: 'open',
  number: 'open',
  issuedOn: 'open',
  redNumber: 'open',
  redOn: 'open',
}

/** By the word that the log has for the kind of thing. */
export const moneyFields: Readonly<Record<string, Classes>> = {
  'folio-setting': folioSetting,
  'ledger-account': ledgerAccount,
  tax,
  'tax-rule': taxRule,
  'transaction-code': transactionCode,
  package: packageFields,
  'fee-policy': feePolicy,
  'exchange-rate': exchangeRate,
  folio,
  posting,
  deposit,
  hold,
  voucher,
  shift,
  'paper-series': paperSeries,
  paper,
  fapiao,
}

import { isReceipt, type PaperContent, type PaperLine, type PaperTax } from '#shared/domain/folio/paper.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type BusinessDate, type Currency, minorDigits, minorToDecimal } from '#shared/values/index.ts'

/** An amount as it stands in a column, without its currency: 1,234.50. Halves of a currency's unit never arise. */
export function amountText(minor: number, currency: string, language: Language): string {
  const digits = minorDigits(currency as Currency)
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const decimal = minorToDecimal(minor, currency as Currency) as Intl.StringNumericLiteral
  // A minus that a dot-matrix printer has
  return new Intl.NumberFormat(localeOf(language), format).format(decimal).replace('−', '-')
}

/** The same with its currency, where it stands alone: CNY 1,234.50. */
export function sumText(minor: number, currency: string, language: Language): string {
  return `${currency}\u00a0${amountText(minor, currency, language)}`
}

/** Thousandths as they are counted: 1, 2.5. */
export function quantityText(thousandths: number, language: Language): string {
  const decimal = `${thousandths}e-3` as Intl.StringNumericLiteral
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 })
    .format(decimal)
    .replace('−', '-')
}

/** A day of paper: 3 Mar 2026, 2026/03/03. */
export function paperDay(date: BusinessDate, language: Language): string {
  return dayText(date, language, 'plain')
}

/** What the paper is called at its head. In China nothing of it is called an invoice. */
export function paperTitle({ kind, seller, language, paidMinor }: PaperContent): string {
  if (isReceipt(kind) && paidMinor < 0) return words(language, 'paper.refund')
  const inChina = kind === 'invoice' || kind === 'credit-note' || kind === 'pro-forma'
  if (inChina && seller.country === 'CN') return words(language, `paper.titleInChina.${kind}`)
  return words(language, `paper.title.${kind}`)
}

/** What a paper that is no invoice says of itself; null for the others. */
export function paperNotice({ kind, seller, language }: PaperContent): string | null {
  const keys: Partial<Record<PaperContent['kind'], Key>> = {
    bill: 'paper.notFinal.bill',
    'pro-forma': seller.country === 'CN' ? 'paper.notFinal.pro-formaInChina' : 'paper.notFinal.pro-forma',
    'key-deposit-slip': 'paper.keyTerms',
    'deposit-receipt': 'paper.depositTerms',
  }
  const key = keys[kind]
  return key ? words(language, key) : null
}

/** Which invoice a credit note takes back, and why; a reason that another paper has stands there too. Empty where there is none. */
export function paperReason({ reverses, reason, language }: PaperContent): string {
  const texts: string[] = []
  if (reverses) {
    const date = paperDay(reverses.issuedOn, language)
    texts.push(words(language, 'paper.reverses', { label: reverses.label, date }))
  }
  if (reason !== '') texts.push(words(language, 'paper.reason', { reason }))
  return texts.join(language === 'zh' ? '' : ' ')
}

/** The rates of a line in the order of its taxes: 6%, or 6% + 3%; a tax of fixed amounts by its name. */
export function ratesText(taxes: readonly PaperTax[]): string {
  return taxes.map(({ rate, name }) => (rate === '' ? name : `${rate}%`)).join(' + ')
}

/** How it was paid: foreign money and its rate, what was given and the change, the card's last four. */
export function paymentNotes({ payment }: PaperLine, { currency, language }: PaperContent): string[] {
  if (!payment) return []
  const notes: string[] = []
  const { foreignMinor, rate, tenderedMinor, changeMinor, brand, lastFour, reference } = payment
  if (foreignMinor !== null && payment.currency !== currency) {
    const amount = sumText(foreignMinor, payment.currency, language)
    notes.push(rate === null ? amount : words(language, 'paper.foreign', { amount, rate }))
  }
  if (tenderedMinor !== null && changeMinor !== null && changeMinor !== 0) {
    const tendered = sumText(tenderedMinor, payment.currency, language)
    notes.push(
      words(language, 'paper.tendered', {
        tendered,
        change: sumText(changeMinor, payment.currency, language),
      }),
    )
  }
  if (lastFour !== '') notes.push(words(language, 'paper.card', { brand, lastFour }).trim())
  if (reference !== '') notes.push(words(language, 'paper.reference', { reference }))
  return notes
}

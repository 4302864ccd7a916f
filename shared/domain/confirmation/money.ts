/** Amounts as mails write them: with a currency before or behind, points and commas by the habits of many countries. */
import { type Currency, decimalToMinor, isCurrency, minorDigits } from '../../values/index.ts'
import { type Doubt, firstDoubt } from './fact.ts'
import type { Amount } from './reading.ts'

export type FoundAmount = Amount & { at: number; end: number; doubt: Doubt | null; withCurrency: boolean }

const SIGNS: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  US$: 'USD',
  美元: 'USD',
  HK$: 'HKD',
  港币: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  A$: 'AUD',
  C$: 'CAD',
  '€': 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  원: 'KRW',
  円: 'JPY',
  日元: 'JPY',
  '฿': 'THB',
  '₫': 'VND',
  '₹': 'INR',
}
const SIGN = [...Object.keys(SIGNS), '¥', '$']
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace('$', '\\$'))
  .join('|')
const CODE = '(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])'
const NUMBER =
  "\\d{1,3}(?:([ ,.'’])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,3})?(?![\\d])"
const AMOUNT = new RegExp(
  `(?:(${SIGN}|${CODE})\\s?)?([-−]?)(?<![\\d.,:/-])(${NUMBER})(?:\\s?(${SIGN}|${CODE}))?`,
  'gu',
)

/**
 * Amounts in a text. What names no currency is the hotel's, with a doubt; so is a sign that several currencies share where
 * the hotel's own is not the usual one of it.
 */
export function findAmounts(text: string, hotel: Currency): FoundAmount[] {
  const found: FoundAmount[] = []
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, before, , number = '', , behind] = match
    const named = currencyOf(before, hotel) ?? currencyOf(behind, hotel)
    // “2 Adults”, “14:00”, “15%” and the digits of a date are no amounts
    if (!named && /^\s?[:%%年月日晚间份-]/.test(text.slice(match.index + whole.length))) continue
    const read = readNumber(number, named?.currency ?? hotel)
    if (!read) continue
    const currency = named?.currency ?? hotel
    const doubt = firstDoubt(named ? named.doubt : 'currencyUnclear', read.doubt)
    found.push({
      minor: read.minor,
      currency,
      at: match.index,
      end: match.index + whole.length,
      doubt,
      withCurrency: named !== null,
    })
  }
  return found
}

/** The amount that a label leads: the first with a currency, else the first at all. */
export function firstAmount(text: string, hotel: Currency): FoundAmount | null {
  const all = findAmounts(text, hotel)
  return all.find(({ withCurrency }) => withCurrency) ?? all[0] ?? null
}

function currencyOf(
  text: string | undefined,
  hotel: Currency,
): { currency: Currency; doubt: Doubt | null } | null {
  if (!text) return null
  const code = SIGNS[text] ?? text
  if (isCurrency(code)) return { currency: code, doubt: null }
  if (text === '¥') {
    const own = hotel === 'CNY' || hotel === 'JPY'
    return { currency: own ? hotel : ('CNY' as Currency), doubt: own ? null : 'currencyUnclear' }
  }
  if (text === '$') {
    return { currency: 'USD' as Currency, doubt: hotel === 'USD' ? null : 'currencyUnclear' }
  }
  return null
}

/** A last point or comma before one or two digits is the decimal sign; all others part thousands. */
function readNumber(text: string, currency: Currency): { minor: number; doubt: Doubt | null } | null {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const behind = last < 0 ? 0 : text.length - last - 1
  const isDecimal = behind === 1 || behind === 2
  const digits = (part: string) => part.replace(/\D/g, '')
  const plain = isDecimal ? `${digits(text.slice(0, last))}.${digits(text.slice(last))}` : digits(text)
  const minor = decimalToMinor(plain, minorDigits(currency))
  if (minor === null) return null
  // 1.234 may be a thousand of a country that groups by points, or a price with three decimals
  const open =
    behind === 3 && text.charAt(last) === '.' && text.split('.').length === 2 && !text.includes(',')
  const thirds = behind === 3 && minorDigits(currency) === 3
  return { minor, doubt: open || thirds ? 'amountForm' : null }
}

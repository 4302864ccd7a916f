/**
 * Money is a whole number of minor units (fen, cents); the currency is given once in the hotel's
 * settings. No amount ever passes through a fraction: 0.1 + 0.2 must not meet a guest's bill.
 */

declare const currency: unique symbol

export type Currency = string & { readonly [currency]: true }
/** The largest amount of one charge, in minor units. */
export const maxMinor = 1_000_000_000_00

export type Rounding = 'exact' | 'half-even' | 'half-up'

/**
 * ISO 4217 currencies (list one): those in circulation and the units of account that prices are stated in where such are
 * usual (CLF, UYI, UYW); no other funds codes, no metals.
 */
const CODES: ReadonlySet<unknown> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP ' +
    'GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD ' +
    'KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK ' +
    'NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD ' +
    'SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI UYU UYW UZS VED VES VND VUV ' +
    'WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
)

/** Every ISO 4217 currency whose minor unit is not a hundredth. */
const MINOR_DIGITS: Record<string, number> = {
  ...ofDigits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...ofDigits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...ofDigits(4, 'CLF UYW'),
}

const YUAN = new Set(['CNY', 'HKD', 'MOP', 'TWD'])

/** True for the code of a currency in circulation. */
export function isCurrency(value: unknown): value is Currency {
  return CODES.has(value)
}

/** All accepted codes in alphabetical order, as they are written above, for the settings. */
export function currencies(): Currency[] {
  return [...CODES] as Currency[]
}

/** Digits after the point: CNY 2, JPY 0, KWD 3. */
export function minorDigits(code: Currency): number {
  return MINOR_DIGITS[code] ?? 2
}

/**
 * Reads an amount as a clerk types it: `1234.5`, `1,234.50`, `-20`, `￥１，２３４．５０`, `CNY 80`.
 * Minor units, or null: more decimals than the currency has is a slip (1.000 may mean a thousand), never rounded.
 */
export function parseMoney(text: string, code: Currency): number | null {
  // NFKC makes ￥ １ ， ． ordinary; it leaves the minus sign and the Chinese full stop.
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll('。', '.').trim()
  const match =
    /^(-?)\s*(?:[¥$€£₩元]|[A-Z]{2,3}[¥$]?)?\s*(-?)([\d,]*(?:\.\d*)?)\s*(?:[元€]|[A-Z]{3})?$/i.exec(plain)
  if (!match || (match[1] && match[2]) || !namesOnly(plain, code)) return null
  const number = match[3] ?? ''
  const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(number)
  if (number.includes(',') && !grouped) return null
  const fraction = number.split('.')[1] ?? ''
  if (fraction.length > minorDigits(code)) return null
  return decimalToMinor((match[1] || match[2] || '') + number.replaceAll(',', ''), minorDigits(code))
}

/**
 * Turns a plain decimal ("75.5", "-0.07") into minor units by its digits, never through a float.
 * With rounding 'exact' (the default) null where a digit other than 0 would be lost; null for anything
 * that is not a decimal or goes beyond what integers keep exactly.
 */
export function decimalToMinor(text: string, digits = 2, rounding: Rounding = 'exact'): number | null {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text.trim())
  if (!match || (!match[2] && !match[3])) return null
  const fraction = match[3] ?? ''
  const kept = Number((match[2] ?? '') + fraction.slice(0, digits).padEnd(digits, '0'))
  const rest = fraction.slice(digits)
  const lost = /[1-9]/.test(rest)
  if (lost && rounding === 'exact') return null
  const up = lost && roundsUp(rest, kept, rounding)
  const minor = kept + (up ? 1 : 0)
  if (!Number.isSafeInteger(minor)) return null
  return match[1] && minor !== 0 ? -minor : minor
}

/** The plain decimal of an amount, for exports: 7550 CNY → "75.50", 80 JPY → "80". */
export function minorToDecimal(minor: number, code: Currency): string {
  const digits = minorDigits(code)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

const formats = new Map<string, Intl.NumberFormat>()

/** An amount as the reader's language writes it, with the currency's own sign (one currency per hotel). */
export function formatMoney(minor: number, code: Currency, locale: string): string {
  const key = `${locale} ${code}`
  let format = formats.get(key)
  if (!format) {
    const digits = minorDigits(code)
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: code,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    formats.set(key, format)
  }
  return format.format(minorToDecimal(minor, code) as Intl.StringNumericLiteral)
}

/** Sum of amounts in minor units; throws where integers stop being exact. */
export function sumMoney(amounts: Iterable<number>): number {
  let sum = 0
  for (const amount of amounts) sum += amount
  if (!Number.isSafeInteger(sum)) throw new RangeError('sum of money is not exact')
  return sum
}

/** numerator / denominator as a whole number, halves to the even neighbour (averages, no drift). */
export function roundHalfEven(numerator: number, denominator = 1): number {
  if (denominator === 0) throw new RangeError('division by zero')
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) {
    return roundFraction(numerator / denominator)
  }
  const negative = numerator < 0 !== denominator < 0
  const top = BigInt(Math.abs(numerator))
  const bottom = BigInt(Math.abs(denominator))
  const quotient = top / bottom
  const twice = (top % bottom) * 2n
  const up = twice > bottom || (twice === bottom && quotient % 2n !== 0n)
  const rounded = Number(quotient + (up ? 1n : 0n))
  return negative && rounded !== 0 ? -rounded : rounded
}

function roundFraction(value: number): number {
  const size = Math.abs(value)
  const floor = Math.floor(size)
  const rest = size - floor
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 === 1)
  const rounded = floor + (up ? 1 : 0)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

function roundsUp(rest: string, kept: number, rounding: Rounding): boolean {
  if (/^50*$/.test(rest)) return rounding === 'half-up' || kept % 2 === 1
  return rest >= '5'
}

/** Letters and signs in an amount must be the hotel's own currency's: "USD 80" is not 80 yuan. */
function namesOnly(text: string, code: Currency): boolean {
  const letters = text.toUpperCase().match(/[A-Z]+/g) ?? []
  const signs = text.match(/[¥$€£₩元]/g) ?? []
  return (
    letters.every((word) => code.startsWith(word)) &&
    signs.every((sign) => (sign === '元' ? YUAN.has(code) : signOf(code) === sign))
  )
}

function signOf(code: Currency): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? code
}

function ofDigits(digits: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, digits]))
}

/**
 * Columns that change what an amount or a count means: refunds, discounts, surcharges, taxes, commissions, rates of
 * exchange. None of them is imported, but a row in which one says something does not come in without a word.
 */
import { type Currency, parseMoney } from '../../values/index.ts'
import { fieldOfHeading } from './fields.ts'
import { isPlaceholder } from './placeholder.ts'

const ENGLISH =
  /\b(?:refund(?:s|ed)?|discounts?|rebates?|coupons?|vouchers?|surcharges?|supplements?|tax|taxes|vat|gst|fees?|commissions?|exchange rate|extra (?:bed|person|charge|guest)s?|adjustments?|deductions?|void(?:ed)?|free nights?|multiplier|cancel+ed (?:rooms|nights)|penalty)\b/i
const CHINESE =
  /退款|退房费|折扣|优惠|减免|抵扣|代金券|优惠券|立减|加收|附加费|加床|加人|税|服务费|手续费|佣金|汇率|免费房晚|赠送|调整|扣款|违约金|取消费/

/** Whether a heading is of such a column. */
export function weighs(heading: string): boolean {
  const plain = heading
    .normalize('NFKC')
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
  if (/\b(?:id|no|number|status|type|date|time|name|code|policy)$/i.test(plain)) return false
  return (ENGLISH.test(plain) || CHINESE.test(plain)) && !/[号码态型期间]$|名称$|政策$/.test(plain)
}

/** Columns beside those that are read, in which what a cell says has to be told. */
export function weighingColumns(headings: readonly string[], read: ReadonlySet<string>): number[] {
  return headings.flatMap((name, index) => (!read.has(name) && isTold(name) ? [index] : []))
}

/** A column of rooms, currency or cancelled rooms that a mapping leaves out changes the amounts too. */
function isTold(name: string): boolean {
  const field = fieldOfHeading(name)
  return weighs(name) || field === 'rooms' || field === 'cancelledRooms' || field === 'currency'
}

/** Whether such a cell says something; 0, one room, a hotel's own currency and “none” do not. */
export function saysSomething(heading: string, cell: string, currency: Currency): boolean {
  const plain = cell.normalize('NFKC').trim()
  if (
    plain === '' ||
    (isPlaceholder(plain) && !/\d/.test(plain)) ||
    /^[^\d\p{L}]*0+(?:[.,]0+)?\s*%?\D{0,3}$/u.test(plain)
  )
    return false
  const field = fieldOfHeading(heading)
  if (field === 'rooms') return !/^1(?:\.0+)?\D{0,6}$/.test(plain)
  return field === 'currency' ? !isCurrencyOf(plain, currency) : true
}

const currencyWords: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  人民币: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  EURO: 'EUR',
  英镑: 'GBP',
  港币: 'HKD',
  港元: 'HKD',
  澳门元: 'MOP',
  澳门币: 'MOP',
  新台币: 'TWD',
  台币: 'TWD',
  日元: 'JPY',
  韩元: 'KRW',
  韩币: 'KRW',
  泰铢: 'THB',
  新加坡元: 'SGD',
  新币: 'SGD',
}

/** Whether a cell names the hotel's currency: by its code, its sign before an amount (¥, $, 元) or its Chinese name. */
export function isCurrencyOf(cell: string, currency: Currency): boolean {
  const plain = cell.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  const [, code = plain] = /^[^()]*[(]([A-Z]{3})[)]$/.exec(plain) ?? []
  return parseMoney(`${code}1`, currency) !== null || (currencyWords[plain] ?? '') === currency
}

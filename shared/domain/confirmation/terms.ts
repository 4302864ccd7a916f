/** The room, the meal, who pays and on which conditions, and what the guest asks for. */
import { readMeal } from '../import/values.ts'
import { type Doubt, type Fact, firstDoubt } from './fact.ts'
import { saysAny } from './fold-words.ts'
import type { Entry } from './lines.ts'
import { pickFact } from './pick.ts'
import type { HotelType, Payment, Reading } from './reading.ts'
import { matchRoomType } from './room-type.ts'

type Terms = Pick<
  Reading,
  'roomType' | 'rooms' | 'meal' | 'payment' | 'nonRefundable' | 'requests' | 'arrivalTime'
>

export function readTerms(
  lines: readonly string[],
  entries: readonly Entry[],
  types: readonly HotelType[],
): Terms {
  return {
    roomType: readRoomType(lines, entries, types),
    rooms: readRooms(lines, entries),
    meal: readMeals(lines, entries),
    payment: readPayment(lines),
    nonRefundable: readNonRefundable(lines),
    requests: readRequests(entries),
    arrivalTime: readArrivalTime(entries),
  }
}

const ROOM_COUNT =
  /(?:[,，(（x×*]|\s|共|-|^)*\(?(\d{1,2})\s?(?:room\(s\)|rooms?\b|units?\b|zimmer|间|室|객실)\)?\s*$/iu
const COUNT_FIRST = /^(\d{1,2})\s?[x×*]\s+/iu
const COUNT_LAST = /\s?[x×*]\s?(\d{1,2})$/iu
/** “Room 2: …”, “房间2”: the message goes through them one by one. */
const ROOM_OF_MANY = /^\W{0,3}(?:room|unit|zimmer|房间|客房)\s?([2-9])(?=\s?[:.)#-]|$)/iu

function readRoomType(
  lines: readonly string[],
  entries: readonly Entry[],
  types: readonly HotelType[],
): Reading['roomType'] {
  const led = pickFact(
    entries,
    ['roomType', 'roomTypeAndRooms'],
    ({ value }) => {
      const words = value
        .replace(COUNT_FIRST, '')
        .replace(COUNT_LAST, '')
        .replace(ROOM_COUNT, '')
        .trim()
        .slice(0, 120)
      // A room's number and the price of one are no type
      if (!/\p{L}{2}/u.test(words)) return null
      const matched = matchRoomType(words, types)
      return { value: { words, id: matched.id }, doubt: matched.doubt }
    },
    { isText: true, same: (a, b) => a.words === b.words || (a.id !== null && a.id === b.id) },
  )
  return led ?? roomOfLine(lines, types)
}

/** “豪华大床房1间” and “1 x Deluxe King Room” say it without a label. */
function roomOfLine(lines: readonly string[], types: readonly HotelType[]): Reading['roomType'] {
  for (const [index, line] of lines.entries()) {
    for (const clause of line.split(/[,;。:]|\s{3,}|\t/)) {
      const han = /([\p{Script=Han}A-Za-z0-9()（）·-]{2,30}?[房间套])\s?(?:共|x|×)?\s?(\d{1,2})\s?间/u.exec(
        clause,
      )
      const latin =
        /^\s*(\d{1,2})\s?[x×]\s+(\p{L}.{3,80}(?:room|suite|apartment|villa|studio|twin|double|king|queen)\b.*)$/iu.exec(
          clause,
        )
      const words = (han?.[1] ?? latin?.[2])?.replace(ROOM_COUNT, '').trim()
      if (!words) continue
      const matched = matchRoomType(words, types)
      return { value: { words, id: matched.id }, line: index + 1, doubt: matched.doubt }
    }
  }
  return null
}

/** More than one is always looked at: the form makes one booking for one room. */
function readRooms(lines: readonly string[], entries: readonly Entry[]): Fact<number> | null {
  const labelled = pickFact(entries, ['rooms'], ({ value }) => {
    const match = /^(?:共)?(\d{1,2})(?!\d|\s?[-/.]\s?\d)/.exec(value)
    return match && Number(match[1]) > 0 ? { value: Number(match[1]) } : null
  })
  const fact = labelled ?? roomsOfType(entries) ?? roomsIn(lines) ?? roomsListed(lines)
  return fact && { ...fact, doubt: firstDoubt(fact.doubt, fact.value > 1 && 'severalRooms') }
}

/** “Room: 2 x Deluxe Twin”, “豪华双床房 × 2”. */
function roomsOfType(entries: readonly Entry[]): Fact<number> | null {
  return pickFact(entries, ['roomType', 'roomTypeAndRooms'], ({ value }) => {
    const count = COUNT_FIRST.exec(value)?.[1] ?? COUNT_LAST.exec(value)?.[1] ?? ROOM_COUNT.exec(value)?.[1]
    return count && Number(count) > 0 ? { value: Number(count) } : null
  })
}

function roomsListed(lines: readonly string[]): Fact<number> | null {
  const listed = lines.flatMap((line, index) => {
    const number = ROOM_OF_MANY.exec(line)?.[1]
    return number ? [{ value: Number(number), line: index + 1, doubt: null }] : []
  })
  return listed.toSorted((a, b) => b.value - a.value)[0] ?? null
}

function roomsIn(lines: readonly string[]): Fact<number> | null {
  const said = lines.flatMap((line, index) => {
    const match =
      /(?<![\d.])(\d{1,2})\s?间(?!夜)/u.exec(line) ??
      /(?<![\d.])(\d{1,2})\s?(?:room\(s\)|rooms?\b(?!\s?(?:left|type|night)))/iu.exec(line) ??
      /^\s*(\d{1,2})\s?[x×]\s+\p{L}.*\b(?:room|suite|apartment|villa|studio)/iu.exec(line)
    return match && Number(match[1]) > 0 ? [{ value: Number(match[1]), line: index + 1 }] : []
  })
  const [first] = said
  return first
    ? { ...first, doubt: said.some(({ value }) => value !== first.value) ? 'several' : null }
    : null
}

const WITH_BREAKFAST =
  /breakfast (?:is )?included|includ(?:es|ing|ed)\W+(?:\w+\W+){0,3}breakfast|with breakfast|breakfast for \d|bed (?:and|&) breakfast|\d\s?breakfasts?\b|free breakfast|buffet breakfast|[单双三四]早|[1-9]\s?份?(?:早餐|早(?!上|晨|班))|含早|早餐[::]?\s?(?:含|有|[1-9])|朝食付|frühstück inklusive|petit[- ]déjeuner (?:inclus|compris)|desayuno incluido/iu
const WITHOUT_MEAL =
  /room only|no breakfast|without breakfast|breakfast (?:is )?not included|breakfast excluded|no meals?|self[- ]catering|不含早|无早|不含餐|0\s?份?早|素泊|食事なし|ohne frühstück|sans petit/iu
const HALF_BOARD = /half[- ]board|半食宿|早晚餐|2食付|halbpension|demi[- ]pension/iu
const FULL_BOARD = /full[- ]board|all[- ]inclusive|全食宿|三餐|vollpension|pension complète/iu

function mealIn(text: string): string | null {
  if (saysAny(text, WITHOUT_MEAL)) return 'room-only'
  if (saysAny(text, HALF_BOARD)) return 'half-board'
  if (saysAny(text, FULL_BOARD)) return 'full-board'
  return saysAny(text, WITH_BREAKFAST) ? 'breakfast' : null
}

function readMeals(lines: readonly string[], entries: readonly Entry[]): Fact<string> | null {
  const labelled = pickFact(entries, ['meal'], ({ value }) => {
    const meal =
      mealIn(value) ??
      readMeal(value) ??
      (/^[1-9]\d?\s?(?:份|$)/.test(value) ? 'breakfast' : null) ??
      (/^(?:yes|是|有|含|included)$/iu.test(value) ? 'breakfast' : null) ??
      (/^(?:no|否|无|none|0份?)$/iu.test(value) ? 'room-only' : null)
    return meal ? { value: meal } : null
  })
  const wishes = new Set(entries.filter(({ label }) => label === 'requests').map(({ line }) => line))
  const elsewhere = lines.flatMap((line, index) => {
    const meal =
      wishes.has(index + 1) || /\?|可加|add(?:ed)? breakfast|breakfast (?:costs|available)/iu.test(line)
        ? null
        : mealIn(line)
    return meal ? [{ value: meal, line: index + 1 }] : []
  })
  const first = labelled ?? (elsewhere[0] && { ...elsewhere[0], doubt: null })
  if (!first) return null
  const doubt: Doubt | null = elsewhere.some(({ value }) => value !== first.value) ? 'several' : first.doubt
  return { ...first, doubt }
}

const PREPAID =
  /\bpre-?paid\b|expedia (?:group )?collects?\b|expedia virtual card|paid online|online payment|already (?:been )?paid|fully paid|paid in full|virtual credit card|booked and payable by|payments? by booking\.com|paid (?:to|by|via) (?:booking\.com|agoda|expedia|trip\.com)|\bprepay\b|预付|在线付|在线支付|已支付|已付款|已付清|房费已付|網上付款|事前決済|カード決済済|vorausbezahlt|prépayé/iu
const AT_HOTEL =
  /pay(?:ment)? at (?:the )?(?:hotel|property)|hotel collects?\b|property collects?\b|guest pays (?:at )?(?:the )?(?:hotel|property)|pay(?:s|ment)? on arrival|collect (?:payment )?from (?:the )?guest|no prepayment|paid at the (?:hotel|property)|到店付|到店支付|到付|现付|前台现付|酒店前台支付|面付|現地払い|現地決済|zahlung (?:im hotel|vor ort)|paiement (?:à l'hôtel|sur place)|pago en el hotel/iu
/** Paid through the agency after the stay: neither beforehand nor at the desk. */
const CREDIT = /信用住|闪住|后付/u

/** What is not paid, and what would become of a payment. */
const NOT_PAID =
  /unpaid|not (?:yet )?(?:been )?(?:pre-?)?paid|refunded|\bif\b|非预付|无需预付|未付|未支付|待支付|待付款|退款/iu

function readPayment(lines: readonly string[]): Fact<Payment> | null {
  const said = lines.flatMap((line, index): Fact<Payment>[] => {
    if (saysAny(line, NOT_PAID)) return []
    const at = { line: index + 1, doubt: null }
    if (saysAny(line, AT_HOTEL)) return [{ value: 'at-hotel', ...at }]
    if (saysAny(line, CREDIT)) return [{ value: 'prepaid', line: index + 1, doubt: 'several' }]
    return saysAny(line, PREPAID) ? [{ value: 'prepaid', ...at }] : []
  })
  const [first] = said
  return first
    ? { ...first, doubt: said.some(({ value }) => value !== first.value) ? 'several' : first.doubt }
    : null
}

const NON_REFUNDABLE =
  /non[- ]?refundable|no refund|不可取消|不可退|不能取消|不退款|返金不可|キャンセル不可|nicht erstattbar|non remboursable|no reembolsable/iu
const REFUNDABLE =
  /free cancellation|fully refundable|免费取消|可取消|限时取消|kostenlose stornierung|annulation gratuite|cancelación gratuita/iu

function readNonRefundable(lines: readonly string[]): Fact<boolean> | null {
  const said = lines.flatMap((line, index) => {
    if (saysAny(line, NON_REFUNDABLE)) return [{ value: true, line: index + 1 }]
    return saysAny(line, REFUNDABLE) ? [{ value: false, line: index + 1 }] : []
  })
  const [first] = said
  // “Free cancellation until …, then non-refundable” is refundable now
  const both = new Set(said.map(({ value }) => value)).size > 1
  return first ? { ...first, doubt: both ? 'several' : null } : null
}

const NO_WISH =
  /^(?:none|no|n\/?a|nil|-+|\/|无|没有|暂无|なし|keine|aucune?|ninguna?|no special requests?)[.。!]?$/iu

function readRequests(entries: readonly Entry[]): Fact<string> | null {
  const all = entries
    .filter(({ label, value, by }) => label === 'requests' && by !== 'inline' && !NO_WISH.test(value))
    .filter(({ by, words }) => by !== 'head' || /\p{Script=Han}/u.test(words))
  const [first] = all
  if (!first) return null
  const text = [...new Set(all.map(({ value }) => value))].join('; ').slice(0, 400)
  return { value: text, line: first.line, doubt: null }
}

function readArrivalTime(entries: readonly Entry[]): Fact<string> | null {
  return pickFact(entries, ['arrivalTime'], ({ value }) =>
    /\d/.test(value) && value.length <= 80 ? { value } : null,
  )
}

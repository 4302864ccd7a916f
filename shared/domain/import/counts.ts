/**
 * Counts as people write them: 2, 2.0, 2晚, 2 nights, 两晚, and 2大1小 for adults and children. Only what has one reading
 * is read: 2+1 may be two adults and a child, or two persons and an extra bed.
 */
import { bareNumber } from './armour.ts'

type PersonField = 'adults' | 'children' | 'infants'
export type CountField = PersonField | 'nights' | 'rooms' | 'cancelledRooms' | 'roomNights'
export type Persons = Partial<Record<PersonField, number>>

const digits = '\\d{1,4}(?:\\.0+)?'
const chinese = '零一二三四五六七八九十'
const anyNumber = `(${digits}|[一二三四五六七八九十两兩])`

/** Words behind the number of a column that counts one thing. */
const units: Record<CountField, string> = {
  nights: 'nights?|night\\(s\\)|nts?|n|个晚上|晚上|晚|夜|間夜|间夜|房晚|泊|박',
  rooms: 'rooms?|room\\(s\\)|units?|rms?|间房|间|間|套|客室|실',
  cancelledRooms: 'rooms?|room\\(s\\)|units?|间房|间|間|套',
  roomNights: 'room ?nights?|nights?|rns?|间夜|間夜|房晚|晚|夜',
  adults:
    'adults?|adult\\(s\\)|adl?|persons?|person\\(s\\)|people|pax|pers|guests?|guest\\(s\\)|[个名位]?(?:成人|大人|客人)|[个名位人大]',
  children: 'children|child|child\\(ren\\)|kids?|chd?|[个名位]?(?:儿童|兒童|小孩|孩子)|小',
  infants: 'infants?|infant\\(s\\)|babies|baby|inf|[个名位]?(?:婴儿|嬰兒)|婴',
}
const counted = Object.fromEntries(
  Object.entries(units).map(([field, words]) => [
    field,
    new RegExp(`^(?:(${digits})|${anyNumber} ?(?:${words}))$`, 'i'),
  ]),
) as Record<CountField, RegExp>
/** 3天2晚: three days, two nights. */
const daysAndNights = new RegExp(`^${anyNumber} ?(?:天|days?)[ ,/]*${anyNumber} ?(?:晚|夜|nights?)$`, 'i')

/** The count in a cell of one field; null where it is none, or has more than one reading. */
export function readCountText(text: string, field: CountField): number | null {
  const plain = plainCount(text)
  const found = counted[field].exec(plain)
  if (found) return numberOf(found[1] ?? found[2])
  const both = field === 'nights' ? daysAndNights.exec(plain) : null
  return both && numberOf(both[1]) === numberOf(both[2]) + 1 ? numberOf(both[2]) : null
}

const personWords: readonly (readonly [string, PersonField])[] = [
  ...wordsOf('adults', 'adult(s) adults adult adl ad a 成人 大人 大'),
  ...wordsOf('children', 'child(ren) children child kids kid chd ch c 儿童 兒童 小孩 孩子 小'),
  ...wordsOf('infants', 'infant(s) infants infant babies baby inf i 婴儿 嬰兒 婴'),
]
const fieldOfWord = new Map(personWords)
const anyWord = personWords.map(([word]) => word.replace(/[()]/g, '\\$&')).join('|')
const numberFirst = new RegExp(`^${anyNumber} ?[个名位]?(${anyWord})(?![a-z(])`, 'i')
const wordFirst = new RegExp(`^(${anyWord})[: ]*(${digits})(?!\\d)`, 'i')

/** Adults, children and infants in one cell (2大1小, 2 adults, 1 child, 2A1C); null where it says anything else. */
export function readPersonsText(text: string): Persons | null {
  const persons: Persons = {}
  let rest = plainCount(text)
  while (rest !== '') {
    const before = numberFirst.exec(rest)
    const behind = before ? null : wordFirst.exec(rest)
    const word = (before?.[2] ?? behind?.[1] ?? '').toLowerCase()
    const field = fieldOfWord.get(word)
    if (!field || persons[field] !== undefined) return null
    persons[field] = numberOf(before?.[1] ?? behind?.[2])
    rest = rest.slice((before ?? behind)?.[0].length).replace(/^(?:[\s,、+&/;]+|and )+/i, '')
  }
  return Object.keys(persons).length > 1 ? persons : null
}

function wordsOf(field: PersonField, words: string): (readonly [string, PersonField])[] {
  return words.split(' ').map((word) => [word, field] as const)
}

function numberOf(text = ''): number {
  if (/^\d/.test(text)) return Number(text)
  return /[两兩]/.test(text) ? 2 : chinese.indexOf(text)
}

function plainCount(text: string): string {
  return bareNumber(text.normalize('NFKC')).replace(/\s+/g, ' ')
}

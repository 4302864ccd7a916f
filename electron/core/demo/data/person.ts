/**
 * A guest of the demo hotel. Everything about a person follows from the seed and the guest's number, so that a
 * million of them need not be kept in mind. E-mail addresses are of domains kept for examples (RFC 2606);
 * resident IDs have a right check character, but districts that do not exist, so that they are nobody's.
 */

import { residentIdCheck } from '../../../../shared/domain/document/resident-id.ts'
import type { ContactKind } from '../../../../shared/domain/guest/choices.ts'
import type { GuestNames } from '../../../../shared/domain/name/name.ts'
import { suggestLatin } from '../../../../shared/domain/name/pinyin.ts'
import { type BusinessDate, fromDayNumber, yearOf } from '../../../../shared/values/index.ts'
import { chineseName, surnameOf } from './names-chinese.ts'
import { type Country, foreignCountries } from './names-foreign.ts'
import { type Random, randomOf, weighted } from './random.ts'

export type DemoContact = {
  kind: ContactKind
  value: string
  agencyMasked: boolean
}
export type DemoDocument = {
  kind: 'resident-id' | 'passport' | 'hk-macau-permit' | 'taiwan-permit'
  number: string
  country: string
  expiresOn: BusinessDate | null
}

/** How often somebody comes: once, now and then, regularly, all the time, every week. */
export type Habit = 'once' | 'occasional' | 'regular' | 'frequent' | 'weekly'

export type DemoPerson = GuestNames & {
  sex: 'male' | 'female'
  salutation: 'mr' | 'ms' | 'mrs' | 'dr' | 'prof' | ''
  gender: 'male' | 'female'
  birthDate: BusinessDate | null
  nationality: string
  language: string
  contacts: DemoContact[]
  /** What the hotel has on file. */
  documents: DemoDocument[]
  /** What they show at the desk, and when they were born by it. */
  carried: { document: DemoDocument; birthDate: BusinessDate }
  habit: Habit
  /** Travels for work: weekdays, short notice, often for a company. */
  business: boolean
}

/** Streams of chance: what is drawn for one purpose never shifts what is drawn for another. */
const PERSON = 11
const HABIT = 12
const CARRIED = 13

const habits = weighted<Habit>([
  ['once', 50],
  ['occasional', 31],
  ['regular', 14],
  ['frequent', 5],
  ['weekly', 0.22],
])
/** Years before the first stay that a guest was born: adults, most between 28 and 55. */
const ages = weighted([
  [18, 5],
  [24, 14],
  [30, 20],
  [36, 19],
  [42, 16],
  [48, 12],
  [54, 7],
  [60, 4],
  [66, 2],
  [72, 1],
])

export type PersonOptions = {
  seed: number
  /** 1, 2, 3 …: also what numbers of documents and telephones are made of. */
  number: number
  /** Day number of the day the guest becomes known. */
  day: number
  /** Somebody who travels with a known guest shares their country. */
  nationality?: string
  sex?: 'male' | 'female'
  /** Share of guests from the mainland. */
  domestic: number
  /** Whether the first stay is for work; drawn when left out. */
  business?: boolean
  /** Somebody of a guest's family, so many days old, who brings a document and leaves no address. */
  relative?: { days: number; of: GuestNames }
}

/** How often the person with that number comes. */
export function habitOf(seed: number, number: number): Habit {
  return habits.pick(randomOf(seed, HABIT, number))
}

/** The person with that number. */
export function personOf(options: PersonOptions): DemoPerson {
  const random = randomOf(options.seed, PERSON, options.number)
  const habit = habitOf(options.seed, options.number)
  const domestic = options.nationality ? options.nationality === 'CHN' : random.chance(options.domestic)
  const country = domestic ? null : foreignCountry(random, options.nationality)
  const sex = options.sex ?? (random.chance(0.56) ? 'male' : 'female')
  const { relative } = options
  const born = options.day - (relative?.days ?? ages.pick(random) * 365 + random.below(6 * 365))
  const names = country
    ? foreign(random, country, sex, relative?.of)
    : chinese(random, sex, yearOf(fromDayNumber(born)), relative?.of)
  const nationality = country?.code ?? 'CHN'
  const business = options.business ?? random.chance(0.5)
  const documents =
    !relative && random.chance(0.86) ? [documentOf(options, nationality, country, sex, born, random)] : []
  return {
    ...names,
    sex,
    gender: sex,
    salutation: relative ? '' : salutation(random, sex, options.day - born),
    birthDate: documents.length > 0 || (!relative && random.chance(0.5)) ? fromDayNumber(born) : null,
    nationality,
    language: country?.language ?? 'zh',
    contacts: relative ? [] : contactsOf(random, options.number, names, country),
    documents,
    carried: {
      document:
        documents[0] ??
        documentOf(options, nationality, country, sex, born, randomOf(options.seed, CARRIED, options.number)),
      birthDate: fromDayNumber(born),
    },
    habit,
    business,
  }
}

function foreignCountry(random: Random, code: string | undefined): Country {
  const known = code === undefined ? undefined : foreignCountries.values.find((one) => one.code === code)
  return known ?? foreignCountries.pick(random)
}

/** Names of a country; of a family by its own, where that sex has the same. */
function foreign(random: Random, country: Country, sex: 'male' | 'female', family?: GuestNames): GuestNames {
  if (!family) return country.name(random, sex)
  for (let tries = 0; tries < 200; tries++) {
    const names = country.name(random, sex)
    if (names.familyName === family.familyName) return names
  }
  return country.name(random, sex)
}

function chinese(random: Random, sex: 'male' | 'female', birthYear: number, family?: GuestNames): GuestNames {
  const own = family?.nativeName ? surnameOf(family.nativeName) : null
  const nativeName = chineseName(random, sex, birthYear, own)
  const latin = suggestLatin(nativeName, 'CHN')
  return { nativeName, familyName: latin?.family ?? '', givenName: latin?.given ?? '' }
}

function salutation(random: Random, sex: 'male' | 'female', age: number): DemoPerson['salutation'] {
  if (random.chance(0.03)) return random.chance(0.7) ? 'dr' : 'prof'
  if (random.chance(0.06)) return ''
  if (sex === 'male') return 'mr'
  return age > 45 * 365 && random.chance(0.4) ? 'mrs' : 'ms'
}

const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ')
/** Every number below it comes once: odd, and prime to the size of what it walks over. */
const STEP = 2_654_435_761

/** A number below `size` that no other guest below `size` has, in no visible order. */
function scattered(number: number, size: number): number {
  return Number((BigInt(number) * BigInt(STEP)) % BigInt(size))
}

function documentOf(
  { number, day }: PersonOptions,
  nationality: string,
  country: Country | null,
  sex: 'male' | 'female',
  born: number,
  random: Random,
): DemoDocument {
  const expiresOn = fromDayNumber(day + random.between(-200, 3_300))
  if (!country) {
    if (random.chance(0.97))
      return { kind: 'resident-id', number: residentId(number, sex, born), country: 'CHN', expiresOn: null }
    return {
      kind: 'passport',
      number: `E${padded(scattered(number, 100_000_000), 8)}`,
      country: 'CHN',
      expiresOn,
    }
  }
  if (nationality === 'HKG' || nationality === 'MAC') {
    const letter = nationality === 'HKG' ? 'H' : 'M'
    return {
      kind: 'hk-macau-permit',
      number: `${letter}${padded(scattered(number, 100_000_000), 8)}`,
      country: 'CHN',
      expiresOn,
    }
  }
  if (nationality === 'TWN') {
    return {
      kind: 'taiwan-permit',
      number: padded(scattered(number, 100_000_000), 8),
      country: 'CHN',
      expiresOn,
    }
  }
  return { kind: 'passport', number: filled(country.passport, number), country: country.code, expiresOn }
}

/** Districts 90 to 99 of prefecture-level codes are in use for a few counties only: 94 to 98 for none. */
function residentId(number: number, sex: 'male' | 'female', born: number): string {
  // Province, prefecture, district and half of the sequence number, all from the guest's own number.
  let rest = scattered(number, PROVINCES.length * 20 * 5 * 500)
  const take = (size: number) => {
    const part = rest % size
    rest = Math.floor(rest / size)
    return part
  }
  const province = PROVINCES[take(PROVINCES.length)]
  const prefecture = padded(take(20) + 1, 2)
  const district = 94 + take(5)
  const sequence = padded(take(500) * 2 + (sex === 'male' ? 1 : 0), 3)
  const digits = `${province}${prefecture}${district}${fromDayNumber(born).replaceAll('-', '')}${sequence}`
  return digits + residentIdCheck(digits)
}

/** A passport number by its pattern: # a digit, A a letter, all from the guest's number. */
function filled(pattern: string, number: number): string {
  const digits = pattern.replace(/[^#]/g, '').length
  let rest = scattered(number, 10 ** digits)
  return pattern.replace(/#/g, () => {
    const digit = rest % 10
    rest = Math.floor(rest / 10)
    return String(digit)
  })
}

const CHINA_MOBILES = weighted([
  ['138', 10],
  ['139', 10],
  ['135', 8],
  ['136', 8],
  ['137', 8],
  ['158', 6],
  ['159', 6],
  ['150', 5],
  ['151', 5],
  ['188', 6],
  ['187', 5],
  ['186', 6],
  ['185', 4],
  ['133', 4],
  ['189', 5],
  ['180', 4],
  ['177', 4],
  ['176', 3],
  ['199', 2],
  ['166', 2],
])
const EXAMPLES = ['example.com', 'example.com', 'example.net', 'example.org']

function contactsOf(
  random: Random,
  number: number,
  names: GuestNames,
  country: Country | null,
): DemoContact[] {
  const contacts: DemoContact[] = []
  const add = (kind: DemoContact['kind'], value: string, agencyMasked = false) => {
    contacts.push({ kind, value, agencyMasked })
  }
  if (random.chance(country ? 0.8 : 0.95)) add('mobile', mobile(random, country))
  if (random.chance(country ? 0.55 : 0.3)) add('email', email(random, names))
  if (random.chance(country ? 0.25 : 0.12))
    add('email', `${handle(names) || 'guest'}.${number}@guest.agency.example.com`, true)
  if (!country && random.chance(0.2))
    add('wechat', `wx_${handle(names).slice(0, 10) || 'guest'}${random.between(10, 999)}`)
  if (!country && random.chance(0.05)) add('phone', `+8610${random.between(60_000_000, 69_999_999)}`)
  if (random.chance(0.06)) add('address', country ? abroad(random, country.code) : address(random))
  return contacts
}

function mobile(random: Random, country: Country | null): string {
  if (!country) return `+86${CHINA_MOBILES.pick(random)}${padded(random.below(100_000_000), 8)}`
  return random.of(country.phones).replace(/#/g, () => String(random.below(10)))
}

/** Letters of the Latin name: zhangwei, anna.muller. */
function handle(names: GuestNames): string {
  return `${names.familyName}${names.givenName}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 20)
}

function email(random: Random, names: GuestNames): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
  const family = plain(names.familyName) || 'guest'
  const given = plain(names.givenName)
  const forms = [
    family + given,
    `${given}.${family}`.replace(/^\./, ''),
    `${given.charAt(0)}${family}`,
    given + random.between(60, 99),
  ]
  const end = random.chance(0.5) ? String(random.between(1, 999)) : ''
  return `${random.of(forms)}${end}@${random.of(EXAMPLES)}`
}

const CITIES = [
  '北京市朝阳区',
  '上海市静安区',
  '广州市天河区',
  '深圳市南山区',
  '成都市武侯区',
  '杭州市西湖区',
  '武汉市江汉区',
  '西安市雁塔区',
  '南京市鼓楼区',
  '重庆市渝中区',
]
const STREETS = ['示范路', '样例街', '演示大道', '试例巷']

/** An address in a mainland town that is nobody's. */
export function address(random: Random): string {
  return `${random.of(CITIES)}${random.of(STREETS)}${random.between(1, 300)}号${random.between(1, 28)}楼${random.between(101, 2808)}室`
}

function abroad(random: Random, country: string): string {
  return `${random.between(1, 300)} Example Street, ${country}`
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}

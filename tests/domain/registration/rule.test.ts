import { describe, expect, test } from 'vitest'
import {
  countryRegistrations,
  countryRuleOn,
  registrationOfCountry,
} from '#core/registration/country-rules.ts'
import {
  registrationColumns,
  registrationEvents,
  registrationFields,
} from '#shared/domain/registration/fields.ts'
import {
  type Bearer,
  classOf,
  deadlineOf,
  isMinor,
  isRegistered,
  missingFields,
  type RegistrationRule,
} from '#shared/domain/registration/rule.ts'
import { businessDateOf } from '#shared/values/index.ts'

const today = businessDateOf('2026-03-02')
const rule = (country: string, on = '2026-03-02') => {
  const found = countryRuleOn(country, businessDateOf(on))
  if (!found) throw new Error(`no rule of ${country}`)
  return found
}
const bearer = (nationality: string, ...kinds: string[]): Bearer => ({
  nationality,
  birthDate: null,
  documents: kinds.map((kind) => ({ kind: kind as 'passport', country: '' })),
})

describe('the files of countries', () => {
  test.each(countryRegistrations)(
    '$country has only words of the closed lists, dates in order, and sources',
    (file) => {
      expect(file.sources.length).toBeGreaterThan(0)
      for (const source of file.sources)
        expect(Object.values(source).every((text) => text.trim() !== '')).toBe(true)
      const dates = file.rules.map(({ validFrom }) => validFrom)
      expect(dates).toEqual([...dates].sort())
      for (const one of file.rules) {
        expect(businessDateOf(one.validFrom)).toBe(one.validFrom)
        expect(['everyone', 'foreign']).toContain(one.who)
        for (const event of one.events) expect(registrationEvents).toContain(event)
        for (const column of one.columns) expect(registrationColumns).toContain(column)
        for (const { field, or = [], of = [] } of one.fields) {
          for (const name of [field, ...or]) expect(registrationFields).toContain(name)
          for (const name of of) expect(['domestic', 'compatriot', 'foreign']).toContain(name)
        }
      }
    },
  )

  test('a country without a file registers nobody, and before its first rule neither', () => {
    expect(registrationOfCountry('JPN')).toBeNull()
    expect(countryRuleOn('ESP', businessDateOf('2024-12-01'))).toBeNull()
    expect(countryRuleOn('ESP', businessDateOf('2024-12-02'))?.signsFrom).toBe(14)
  })
})

test.each([
  ['China, Chinese', 'CHN', bearer('CHN', 'resident-id'), 'domestic'],
  ['China, nationality not on file but a resident ID', 'CHN', bearer('', 'resident-id'), 'domestic'],
  ['China, nothing on file', 'CHN', bearer(''), 'foreign'],
  ['China, from Hong Kong', 'CHN', bearer('HKG'), 'compatriot'],
  ['China, Chinese with a permit of Taiwan', 'CHN', bearer('CHN', 'taiwan-permit'), 'compatriot'],
  ['China, German', 'CHN', bearer('DEU', 'passport'), 'foreign'],
  ['Germany, German', 'DEU', bearer('DEU'), 'domestic'],
  ['Germany, from Hong Kong', 'DEU', bearer('HKG'), 'foreign'],
  ['Germany, Chinese with a resident ID alone', 'DEU', bearer('', 'resident-id'), 'foreign'],
])('%s', (_what, country, who, expected) => {
  expect(classOf(who, country)).toBe(expected)
})

describe('who is registered', () => {
  const adult = (guestClass: 'domestic' | 'foreign') => ({ class: guestClass, minor: false })
  const minor = { class: 'foreign' as const, minor: true }
  test.each<[string, RegistrationRule, { class: 'domestic' | 'foreign'; minor: boolean }, boolean, boolean]>([
    ['China: everyone', rule('CHN'), adult('domestic'), true, true],
    ['China: a minor by name', rule('CHN'), minor, true, true],
    ['Germany before 2025: everyone', rule('DEU', '2024-12-31'), adult('domestic'), true, true],
    ['Germany since 2025: not a German', rule('DEU', '2025-01-01'), adult('domestic'), true, false],
    ['Germany since 2025: a foreigner', rule('DEU', '2025-01-01'), adult('foreign'), true, true],
    ['Germany: a minor with an adult is counted', rule('DEU'), minor, true, false],
    ['Germany: a minor alone', rule('DEU'), minor, false, true],
    ['Spain: everyone, a minor too', rule('ESP'), minor, true, true],
  ])('%s', (_what, of, who, withAdult, expected) => {
    expect(isRegistered(of, who, withAdult)).toBe(expected)
  })
})

describe('what is missing', () => {
  const whole = {
    nativeName: '张伟',
    familyName: 'Zhang',
    givenName: 'Wei',
    gender: 'male',
    birthDate: '1990-01-01',
    nationality: 'CHN',
    documentKind: 'resident-id',
    documentNumber: '11010519491231002X',
    address: '北京市东城区',
  }
  const of = (
    guestClass: 'domestic' | 'compatriot' | 'foreign',
    birthDate: string | null = '1990-01-01',
  ) => ({
    class: guestClass,
    birthDate: birthDate === null ? null : businessDateOf(birthDate),
  })
  test.each([
    ['China, all there', 'CHN', of('domestic'), whole, []],
    ['China, no address', 'CHN', of('domestic'), { ...whole, address: '' }, ['address']],
    [
      'China, foreigner',
      'CHN',
      of('foreign'),
      { ...whole, address: '' },
      ['visaKind', 'entryOn', 'entryPort'],
    ],
    [
      'China, one name only',
      'CHN',
      of('foreign'),
      { givenName: 'Suharto' },
      [
        'gender',
        'birthDate',
        'nationality',
        'documentKind',
        'documentNumber',
        'visaKind',
        'entryOn',
        'entryPort',
      ],
    ],
    ['China, compatriot needs no visa', 'CHN', of('compatriot'), whole, ['entryOn', 'entryPort']],
    ['China, minor', 'CHN', of('domestic', '2012-01-01'), whole, ['guardianPhone', 'guardianRelation']],
    ['China, eighteen today', 'CHN', of('domestic', '2008-03-02'), whole, []],
    [
      'China, eighteen tomorrow',
      'CHN',
      of('domestic', '2008-03-03'),
      whole,
      ['guardianPhone', 'guardianRelation'],
    ],
    [
      'Germany, foreigner',
      'DEU',
      of('foreign'),
      whole,
      ['arrival', 'departure', 'city', 'residence', 'travellers'],
    ],
    [
      'Spain, a child of 13',
      'ESP',
      of('foreign', '2013-01-01'),
      { ...whole, documentKind: '', documentNumber: '' },
      ['city', 'residence', 'kinship', 'travellers', 'arrival', 'departure'],
    ],
    [
      'Spain, e-mail serves for the telephone',
      'ESP',
      of('domestic'),
      { ...whole, email: 'a@b.es' },
      ['documentSupport', 'city', 'residence', 'travellers', 'arrival', 'departure'],
    ],
    [
      'Spain, age not known: all of an adult',
      'ESP',
      of('foreign', null),
      {},
      [
        'familyName',
        'gender',
        'documentKind',
        'documentNumber',
        'nationality',
        'birthDate',
        'address',
        'city',
        'residence',
        'phone',
        'travellers',
        'arrival',
        'departure',
      ],
    ],
  ])('%s', (_what, country, who, data, expected) => {
    expect(missingFields(rule(country), who, data, today)).toEqual(expected)
  })
})

test('a minor is younger than eighteen on the business date, and nobody is one whose birth date is not known', () => {
  expect(isMinor(businessDateOf('2008-03-03'), rule('CHN'), today)).toBe(true)
  expect(isMinor(businessDateOf('2008-03-02'), rule('CHN'), today)).toBe(false)
  expect(isMinor(null, rule('CHN'), today)).toBe(false)
})

test('a guest from overseas is due 24 hours after the arrival, also over a change of clocks; others never', () => {
  expect(deadlineOf(rule('CHN'), 'foreign', '2026-03-28T23:30:00.000Z')).toBe('2026-03-29T23:30:00.000Z')
  expect(deadlineOf(rule('CHN'), 'domestic', '2026-03-28T23:30:00.000Z')).toBeNull()
})

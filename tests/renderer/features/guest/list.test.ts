import { describe, expect, it } from 'vitest'
import {
  filtersOf,
  isNarrowed,
  noFilters,
  queryOf,
  searchInput,
} from '#renderer/features/guest/list/filters.ts'
import { askedOf, isOnFile, onFile } from '#renderer/features/guest/list/on-file.ts'
import { coveredPhone, elsewhere, type GuestRow, pieces } from '#renderer/parts/guest/match.ts'
import { emptyGuest, guestFromSearch, refusedField } from '#renderer/parts/guest/typed-guest.ts'
import { countryName, countryOptions, inLanguage, languageName } from '#renderer/parts/guest/words.ts'

const row = {
  name: '张伟',
  latinName: 'Zhang Wei',
  match: null,
} as unknown as GuestRow

describe('filters of the guest list', () => {
  it('survive the way through the address, but for the text, which is never in it', () => {
    const filters = {
      text: '张',
      tier: 'gold',
      tag: '常客',
      nationality: 'CHN',
      segment: '7',
      inHouse: true,
      openRequests: true,
    }
    const query = Object.fromEntries(
      Object.entries(queryOf(filters)).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    expect(JSON.stringify(query)).not.toContain(filters.text)
    expect(filtersOf(query, { text: filters.text })).toEqual(filters)
    expect(filtersOf({ text: '张' }, {})).toEqual(noFilters)
  })

  it('ask only for what is set, text without spaces around and no longer than the contract takes', () => {
    expect(searchInput({ ...noFilters, text: ' zw ' })).toEqual({ text: 'zw' })
    expect(searchInput({ ...noFilters, text: 'x'.repeat(300) }).text).toHaveLength(100)
    expect(isNarrowed({ ...noFilters, text: 'zw' })).toBe(false)
    expect(isNarrowed({ ...noFilters, inHouse: true })).toBe(true)
    expect(searchInput({ ...noFilters, segment: '7' })).toEqual({ text: '', segment: 7 })
    expect(filtersOf({ segment: '7 or 1' }, {})).toEqual(noFilters)
  })
})

describe('what matched', () => {
  it('cuts a text at its hits, and takes ranges beyond its end', () => {
    expect(
      pieces('Zhang Wei', [
        [0, 1],
        [6, 3],
      ]),
    ).toEqual([
      { text: 'Z', hit: true },
      { text: 'hang ', hit: false },
      { text: 'Wei', hit: true },
    ])
    expect(pieces('张伟', [[1, 9]])).toEqual([
      { text: '张', hit: false },
      { text: '伟', hit: true },
    ])
    expect(pieces('张伟', [])).toEqual([{ text: '张伟', hit: false }])
  })

  it('covers the middle of a telephone number but for what was typed', () => {
    expect(coveredPhone('+8613800138000')).toBe('+86138****8000')
    expect(coveredPhone('+8613800138000', [[8, 6]])).toBe('+86138**138000')
    expect(coveredPhone('110')).toBe('110')
  })

  it('is told apart where no column shows it', () => {
    const ranges: [number, number][] = [[0, 2]]
    const byName = { ...row, match: { field: 'nativeName' as const, text: '张伟', ranges } }
    expect(elsewhere(byName)).toBeNull()
    const byMail = { ...row, match: { field: 'email' as const, text: 'zw@example.com', ranges } }
    expect(elsewhere(byMail)).toEqual(byMail.match)
    expect(elsewhere({ ...row, match: { field: 'phone' as const, text: '+861', ranges } })).toBeNull()
  })
})

describe('a new guest from what was searched in vain', () => {
  it('is a name in its script, a number, or an address', () => {
    expect(guestFromSearch('诸葛小明')).toEqual({ ...emptyGuest, nativeName: '诸葛小明' })
    expect(guestFromSearch('김지은').nativeName).toBe('김지은')
    expect(guestFromSearch('anna müller')).toMatchObject({
      givenName: 'Anna',
      familyName: 'Müller',
      latinTyped: true,
    })
    expect(guestFromSearch('138 0013 8000').mobile).toBe('138 0013 8000')
    expect(guestFromSearch('zw@example.com').email).toBe('zw@example.com')
    expect(guestFromSearch('  ')).toEqual(emptyGuest)
    expect(guestFromSearch('')).toEqual(emptyGuest)
    expect(guestFromSearch('张伟')).toMatchObject({ nativeName: '张伟', familyName: '' })
    expect(guestFromSearch(' John Ronald Smith ')).toMatchObject({
      givenName: 'John Ronald',
      familyName: 'Smith',
    })
    expect(guestFromSearch('zhang xiaoming')).toMatchObject({ familyName: 'Zhang', givenName: 'Xiaoming' })
  })

  it.each([
    ['李小龙 13800138000', { nativeName: '李小龙', mobile: '13800138000' }],
    ['李小龙13800138000', { nativeName: '李小龙', mobile: '13800138000' }],
    ['13800138000，李小龙', { nativeName: '李小龙', mobile: '13800138000' }],
    ['anna müller +49 (30) 901-820', { givenName: 'Anna', familyName: 'Müller', mobile: '+49 (30) 901-820' }],
    [
      '李娜 lina@example.com 139 1111 2222',
      { nativeName: '李娜', email: 'lina@example.com', mobile: '139 1111 2222' },
    ],
    ['1203', {}],
    ['+86 12', {}],
    ['E12345678', { nativeName: 'E12345678' }],
  ])('parts name, number and address: %s', (text, parts) => {
    const { latinTyped: _, ...guest } = guestFromSearch(text)
    const { latinTyped: _none, ...empty } = emptyGuest
    expect(guest).toEqual({ ...empty, ...parts })
  })

  it('shows a refusal beside the field it speaks of', () => {
    expect(refusedField({ code: 'CONTACT_INVALID', params: { kind: 'email' } })).toBe('email')
    expect(refusedField({ code: 'CONTACT_INVALID', params: { kind: 'mobile' } })).toBe('mobile')
    expect(refusedField({ code: 'NAME_NEEDED', params: {} })).toBe('nativeName')
    expect(refusedField({ code: 'CARD_NUMBER', params: { field: 'familyName' } })).toBe('familyName')
    expect(refusedField({ code: 'CARD_NUMBER', params: { field: 'value' } })).toBe('mobile')
    expect(refusedField({ code: 'SOMETHING', params: {} })).toBeNull()
  })
})

describe('a new guest who may be on file already', () => {
  const typed = { ...emptyGuest, nativeName: '张伟', mobile: '138 0013 8000', email: 'Zw@Example.com' }
  const found = (more: object) => ({ ...row, id: 7, ...more }) as GuestRow
  const hit = (field: string, text: string) => found({ name: '别人', match: { field, text, ranges: [] } })

  it('is asked for by number, address and whole name, not by what tells nobody apart', () => {
    expect(askedOf(typed)).toEqual({ phone: '138 0013 8000', email: 'Zw@Example.com', name: '张伟' })
    const little = { ...emptyGuest, nativeName: '张', familyName: 'Zhang', mobile: '8000', email: 'zw@' }
    expect(askedOf(little)).toEqual({ phone: '', email: '', name: '' })
    expect(askedOf({ ...emptyGuest, email: 'abc.123@guest.booking.com' }).email).toBe('')
    expect(askedOf({ ...emptyGuest, familyName: 'Müller', givenName: 'Anna' }).name).toBe('Anna Müller')
  })

  it.each([
    [hit('phone', '+8613800138000'), true],
    [hit('phone', '+8613800138001'), false],
    [hit('email', 'zw@example.com'), true],
    [hit('email', 'zw@example.com.cn'), false],
    [hit('document', '13800138000'), false],
    [found({ match: { field: 'nativeName', text: '张伟', ranges: [] } }), true],
    [found({ name: '张伟强', match: { field: 'nativeName', text: '张伟强', ranges: [] } }), false],
  ])('is the one found or not: %#', (one, is) => {
    expect(isOnFile(one, askedOf(typed))).toBe(is)
  })

  it('is told by a Latin name in either order, and by a number with the 0 of its country', () => {
    const anna = { ...emptyGuest, familyName: 'Muller', givenName: 'Anna', mobile: '030 901820' }
    expect(isOnFile(found({ name: 'Anna Müller', latinName: 'Anna Müller' }), askedOf(anna))).toBe(true)
    expect(isOnFile(hit('phone', '+4930901820'), askedOf(anna))).toBe(true)
    expect(onFile([[found({})], [found({})]], askedOf(typed))).toHaveLength(1)
  })
})

describe('names of countries, languages and tiers', () => {
  it('are the reader’s own; an unknown code stays as it is', () => {
    expect(countryName('DEU', 'en-GB')).toBe('Germany')
    expect(countryName('DEU', 'zh-CN')).toBe('德国')
    expect(countryName('HKG', 'zh-CN')).toBe('中国香港')
    expect(countryName('', 'en-GB')).toBe('')
    expect(countryName('XXX', 'en-GB')).toBe('XXX')
    expect(languageName('zh', 'en-GB')).toBe('Chinese')
    expect(languageName('', 'en-GB')).toBe('')
    expect(countryOptions('zh-CN').find(({ value }) => value === 'CHN')?.label).toBe('中国 CHN')
    expect(inLanguage({ nameEn: 'Gold', nameZh: '金卡' }, 'zh')).toBe('金卡')
    expect(inLanguage({ nameEn: 'Gold', nameZh: '' }, 'zh')).toBe('Gold')
  })
})

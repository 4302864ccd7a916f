import { describe, expect, test } from 'vitest'
import {
  checkDocumentNumber,
  contradictions,
  type DocumentFacts,
  isSameDocument,
  kindsWithZone,
  type PersonOnFile,
} from '#shared/domain/document/document.ts'
import type { DocumentKind } from '#shared/domain/document/kinds.ts'
import { mrzCheck, readMrz } from '#shared/domain/document/mrz.ts'
import { checkResidentId, residentIdCheck } from '#shared/domain/document/resident-id.ts'
import { businessDateOf, refuse } from '#shared/values/index.ts'

const today = businessDateOf('2026-03-05')

test.each<[string, string, DocumentKind[]]>([
  ['TD3', 'CHN', ['passport', 'other']],
  ['TD1', 'CHN', ['hk-macau-permit', 'taiwan-permit', 'residence-permit', 'other']],
  ['TD2', 'DEU', ['residence-permit', 'other']],
  ['IDFRA', 'FRA', ['other']],
])('a zone of %s from %s may be on %j', (format, issuer, kinds) => {
  expect(kindsWithZone({ format: format as 'TD1', issuer })).toEqual(kinds)
})

test.each<[string, string, boolean]>([
  ['passport E1 CHN', 'passport E1 CHN', true],
  ['passport E1 CHN', 'passport E1 ', true],
  ['passport E1 ', 'passport E1 ', true],
  ['passport E1 CHN', 'passport E1 SGP', false],
  ['passport E1 CHN', 'passport E2 CHN', false],
  ['passport E1 ', 'passport E2 ', false],
  ['passport E1 CHN', 'other E1 CHN', false],
  ['passport E1 ', 'other E1 CHN', false],
])('%s and %s are one document: %s', (one, another, same) => {
  const of = (text: string) => {
    const [kind = '', number = '', country = ''] = text.split(' ')
    return { kind: kind as DocumentKind, number, country }
  }
  expect(isSameDocument(of(one), of(another))).toBe(same)
  expect(isSameDocument(of(another), of(one))).toBe(same)
})

describe('a typed number', () => {
  const length = (of: number) => refuse('document.length', { length: of })
  const permit = refuse('document.permit')
  const residence = refuse('document.residencePermit')
  test.each<[DocumentKind, string, unknown]>([
    ['other', 'A12', length(3)],
    ['other', 'A123', null],
    ['other', 'A'.repeat(24), null],
    ['other', 'A'.repeat(25), length(25)],
    ['other', '张A123', refuse('document.characters')],
    ['other', 'A(1)/2', null],
    ['other', '11010519491231002X', null],
    ['hk-macau-permit', 'H1234567', null],
    ['hk-macau-permit', 'HA1234567', null],
    ['hk-macau-permit', 'C1234567890', null],
    ['hk-macau-permit', 'H12345678901', permit],
    ['hk-macau-permit', 'XH1234567', permit],
    ['hk-macau-permit', 'H1234567X', permit],
    ['hk-macau-permit', 'H123456', permit],
    ['taiwan-permit', '1234567890', null],
    ['taiwan-permit', 'L12345678', null],
    ['taiwan-permit', 'T12345678', null],
    ['taiwan-permit', 'X12345678', permit],
    ['taiwan-permit', '123456789', permit],
    ['taiwan-permit', '12345678X', permit],
    ['taiwan-permit', 'ABCDEFGHIJ', permit],
    ['hk-macau-permit', '810000199408230021', residence],
    ['hk-macau-permit', '82000019940823002X', residence],
    ['taiwan-permit', '830000199408230021', residence],
    ['taiwan-permit', '840000199408230021', permit],
    ['taiwan-permit', '800000199408230021', permit],
    ['taiwan-permit', '110105199408230021', permit],
    ['taiwan-permit', '8300001994082300210', permit],
    ['taiwan-permit', 'X830000199408230021', permit],
    ['taiwan-permit', '83000019940823002Y', permit],
    ['residence-permit', 'KAZ110090123105', null],
    ['residence-permit', 'X810000199408230021', null],
    ['residence-permit', '8100001994082300210', null],
    ['residence-permit', 'AB12345', null],
  ])('%s %s', (kind, text, refusal) => {
    expect(checkDocumentNumber(kind, text, today)).toEqual(
      refusal ?? { ok: true, value: { number: text, facts: {} } },
    )
  })
})

describe('a resident ID', () => {
  const whole = (digits: string) => digits + residentIdCheck(digits)
  test.each<[string, unknown]>([
    ['1101051949', refuse('residentId.length', { length: 10 })],
    ['X1010519491231002X', refuse('residentId.characters')],
    ['10010519491231002X', refuse('residentId.region', { region: '100105' })],
    ['110105194902300025', refuse('residentId.date', { date: '1949-02-30' })],
  ])('%s is refused by what is wrong', (text, refusal) => {
    expect(checkResidentId(text)).toEqual(refusal)
  })
  test.each<[string, string]>([
    ['001', 'male'],
    ['002', 'female'],
    ['999', 'male'],
  ])('of sequence %s is of a %s', (sequence, sex) => {
    expect(checkResidentId(whole(`11010519491231${sequence}`))).toMatchObject({ value: { sex } })
  })
  test('of who is born on the very day is right', () => {
    expect(checkResidentId(whole('11010520260305001'), today)).toMatchObject({ ok: true })
  })
})

describe('a document against the file', () => {
  const zhang: PersonOnFile = {
    nativeName: '张伟',
    familyName: 'Zhang',
    givenName: 'Wei',
    birthDate: businessDateOf('1990-01-01'),
    gender: 'male',
    nationality: 'CHN',
  }
  const nameless = { familyName: '', givenName: '' }
  const differs = (code: string, document: string, onFile: string) => [{ code, params: { document, onFile } }]
  test.each<[string, DocumentFacts, Partial<PersonOnFile>, unknown[]]>([
    [
      'another name',
      { familyName: 'Li', givenName: 'Na' },
      {},
      differs('document.nameDiffers', 'Li Na', 'Zhang Wei'),
    ],
    [
      'a name that the Chinese one does not read as',
      { familyName: 'Li', givenName: 'Na' },
      nameless,
      differs('document.nameDiffers', 'Li Na', '张伟'),
    ],
    ['a name that the Chinese one reads as', { familyName: 'Zhang', givenName: 'Wei' }, nameless, []],
    ['a name where the file has none', { familyName: 'Li' }, { ...nameless, nativeName: '' }, []],
    [
      'a name where the other script is not Chinese',
      { familyName: 'Li' },
      { ...nameless, nativeName: 'Иван' },
      [],
    ],
    ['one word of two', { familyName: 'Wei' }, {}, differs('document.nameDiffers', 'Wei', 'Zhang Wei')],
    ['the only word', { familyName: 'Wei' }, { familyName: 'Wei', givenName: '' }, []],
    ['the words in one', { familyName: 'Zhangwei' }, { familyName: 'Zhang Wei', givenName: '' }, []],
    ['more words than on file', { familyName: 'Zhang', givenName: 'Wei Ming' }, {}, []],
    [
      'a name cut short',
      { familyName: 'Zhang', givenName: 'Wei Mi', nameCut: true },
      { givenName: 'Wei Ming' },
      [],
    ],
    [
      'a name cut short, with more words than on file',
      { familyName: 'Dupont', givenName: 'Jean Pierre A', nameCut: true },
      { familyName: 'Dupont', givenName: 'Jean Alain' },
      [],
    ],
    [
      'another name cut short',
      { familyName: 'Zhang', givenName: 'Wei Mo', nameCut: true },
      { givenName: 'Wei Ming' },
      differs('document.nameDiffers', 'Zhang Wei Mo', 'Zhang Wei Ming'),
    ],
    [
      'a short name that is not cut',
      { familyName: 'Zhang', givenName: 'Wei Mi', nameCut: false },
      { givenName: 'Wei Ming' },
      differs('document.nameDiffers', 'Zhang Wei Mi', 'Zhang Wei Ming'),
    ],
    [
      'a short name on file, the document’s not the beginning of it',
      { familyName: 'Zhang', givenName: 'Wei Ming', nameCut: true },
      { givenName: 'Wei Mi' },
      differs('document.nameDiffers', 'Zhang Wei Ming', 'Zhang Wei Mi'),
    ],
    [
      'the beginning of one word alone',
      { familyName: 'Zha', nameCut: true },
      {},
      differs('document.nameDiffers', 'Zha', 'Zhang Wei'),
    ],
    [
      'one name that is on file',
      { familyName: '', givenName: 'Suresh' },
      { familyName: 'Suresh', givenName: '' },
      [],
    ],
    [
      'one name of two on file',
      { familyName: 'Suresh', givenName: '' },
      { familyName: 'Suresh', givenName: 'Kumar' },
      differs('document.nameDiffers', 'Suresh', 'Suresh Kumar'),
    ],
    [
      'a short name of a zone that says nothing of cutting',
      { familyName: 'Zhang', givenName: 'Wei Mi' },
      { givenName: 'Wei Ming' },
      differs('document.nameDiffers', 'Zhang Wei Mi', 'Zhang Wei Ming'),
    ],
    [
      'more words than on file, and not all of those',
      { familyName: 'Zhang', givenName: 'Wei Ming' },
      { givenName: 'Na' },
      differs('document.nameDiffers', 'Zhang Wei Ming', 'Zhang Na'),
    ],
    [
      'one name written twice',
      { familyName: 'Suresh', givenName: 'Suresh' },
      { familyName: 'Suresh', givenName: 'Kumar' },
      differs('document.nameDiffers', 'Suresh Suresh', 'Suresh Kumar'),
    ],
    ['the Chinese name', { nativeName: '张伟' }, {}, []],
    ['a Chinese name where the file has none', { nativeName: '张伟' }, { nativeName: '' }, []],
    ['another Chinese name', { nativeName: '张玮' }, {}, differs('document.nameDiffers', '张玮', '张伟')],
    ['a gender where the file says other', { gender: 'female' }, { gender: 'other' }, []],
    ['a gender where the file has none', { gender: 'female' }, { gender: '' }, []],
    ['the nationality', { nationality: 'CHN' }, {}, []],
    ['a nationality where the file has none', { nationality: 'CHN' }, { nationality: '' }, []],
    [
      'an expired one',
      { expiresOn: businessDateOf('2026-03-04') },
      {},
      [{ code: 'document.expired', params: { expiresOn: '2026-03-04', on: today } }],
    ],
    ['one without an expiry', { expiresOn: null }, {}, []],
  ])('%s', (_what, facts, over, warnings) => {
    expect(contradictions(facts, { ...zhang, ...over }, today)).toEqual(warnings)
  })
  test('without a day nothing has expired', () => {
    expect(contradictions({ expiresOn: businessDateOf('1990-01-01') }, zhang)).toEqual([])
  })
})

describe('a machine-readable zone', () => {
  const withCheck = (field: string) => field + mrzCheck(field)
  const dates = { born: withCheck('740812'), until: withCheck('310415') }

  /** A card of two lines of 36. */
  function td2({
    code = 'I<',
    issuer = 'UTO',
    number = 'D23145890',
    nationality = 'UTO',
    sex = 'F',
    name = '',
  }) {
    const { born, until } = dates
    const first = `${code}${issuer}${name || 'ERIKSSON<<ANNA'}`.padEnd(36, '<')
    const data = withCheck(number)
    const composite = mrzCheck(`${data}${born}${until}<<<<<<<`)
    return `${first}${data}${nationality}${born}${sex}${until}<<<<<<<${composite}`
  }
  /** A card of three lines of 30 with those fields behind its number's check digit and in the second line. */
  function td1(number: string, numberCheck: string, optional: string, second = '<<<<<<<<<<<') {
    const { born, until } = dates
    const first = `I<UTO${number}${numberCheck}${optional.padEnd(15, '<')}`
    const composite = mrzCheck(`${first.slice(5)}${born}${until}${second}`)
    return `${first}${born}F${until}UTO${second}${composite}${'ERIKSSON<<ANNA'.padEnd(30, '<')}`
  }

  test.each(['A<', 'C<', 'I<', 'P<', 'AC'])('of a card begins with %s', (code) => {
    expect(readMrz(td2({ code }), today)).toMatchObject({ value: { kind: 'card', number: 'D23145890' } })
  })
  test.each<[string, string, unknown]>([
    ['no kind that there is', td2({ code: 'X<' }), refuse('mrz.kind', { kind: 'X' })],
    ['a visa', td2({ code: 'V<' }), refuse('mrz.visa')],
    ['an unknown issuer', td2({ issuer: 'QQQ' }), refuse('mrz.issuer', { value: 'QQQ' })],
    ['an unknown nationality', td2({ nationality: 'QQQ' }), refuse('mrz.nationality', { value: 'QQQ' })],
    ['an unknown sex', td2({ sex: 'K' }), refuse('mrz.sex', { value: 'K' })],
    ['no number', td2({ number: '<<<<<<<<<' }), refuse('mrz.number')],
    ['a sign before it', `张${td2({})}`, refuse('mrz.characters')],
    ['a sign behind it', `${td2({})}张`, refuse('mrz.characters')],
    ['too few signs', 'I<UTO', refuse('mrz.length', { length: 5 })],
    ['digits in the name', td2({ name: 'ERIKSSON<<ANN4' }), refuse('mrz.name')],
    ['a wrong long number', td1('D23145890', '<', '7348'), refuse('mrz.number')],
    ['a long number without digits', td1('D23145890', '<', ''), refuse('mrz.number')],
  ])('with %s is refused', (_what, zone, refusal) => {
    expect(readMrz(zone, today)).toEqual(refusal)
  })
  test.each<[string, string, object]>([
    ['fillers inside its number', td2({ number: 'D2<145<<<' }), { number: 'D2 145' }],
    ['fillers before its number', td2({ number: '<<D231458' }), { number: 'D231458' }],
    [
      'fillers between its names',
      td2({ name: 'VAN<DER<<<ANNA' }),
      { familyName: 'Van Der', givenName: 'Anna' },
    ],
    ['a name that fills its field', td2({ name: 'ERIKSSON<<'.padEnd(31, 'A') }), { nameCut: true }],
    [
      'a long number alone',
      td1('D23145890', '<', `734${mrzCheck('D23145890734')}`),
      { number: 'D23145890734', optional: '' },
    ],
    [
      'a long number and other data',
      td1('D23145890', '<', `734${mrzCheck('D23145890734')}<AB`, 'XY<<<<<<<<<'),
      { number: 'D23145890734', optional: 'AB        XY' },
    ],
    [
      'other data',
      td1('D23145890', mrzCheck('D23145890'), 'AB', 'XY<<<<<<<<<'),
      { number: 'D23145890', optional: 'AB             XY' },
    ],
  ])('with %s is read', (_what, zone, value) => {
    expect(readMrz(zone, today)).toMatchObject({ ok: true, value })
  })
})

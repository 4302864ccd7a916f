import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mrzCheck } from '#shared/domain/document/mrz.ts'
import { readDocument } from '#shared/domain/document/read-document.ts'
import type { ReadDocument } from '#shared/domain/document/reading.ts'
import { residentIdCheck } from '#shared/domain/document/resident-id.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { compareDocument } from '#shared/domain/registration/compare-document.ts'
import { businessDateOf } from '#shared/values/index.ts'

const today = businessDateOf('2026-03-02')
const read = (text: string): ReadDocument => {
  const found = readDocument(text, today)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}
const passport = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
]
const [first = '', second = ''] = passport
const replaced = (at: number, sign: string) =>
  `${first}\n${second.slice(0, at)}${sign}${second.slice(at + 1)}`

describe('a zone', () => {
  test.each([
    [
      'TD3, ICAO 9303-4',
      passport.join('\n'),
      {
        kind: 'passport',
        number: 'L898902C3',
        familyName: 'Eriksson',
        givenName: 'Anna Maria',
        birthDate: '1974-08-12',
        expiresOn: '2012-04-15',
        gender: 'female',
        nationality: 'UTO',
        optional: 'ZE184226B',
      },
    ],
    [
      'TD1, ICAO 9303-5',
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
      { kind: 'other', number: 'D23145890', familyName: 'Eriksson' },
    ],
    [
      'TD2, ICAO 9303-6',
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
      { kind: 'other', number: 'D23145890' },
    ],
    [
      'MRV-A, ICAO 9303-7',
      'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<',
      {
        kind: null,
        number: 'L8988901C',
        nationality: 'XXX',
        birthDate: '1940-09-07',
        expiresOn: '1996-12-10',
      },
    ],
    [
      'MRV-B, ICAO 9303-7',
      'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<',
      { kind: null, number: 'L8988901C' },
    ],
    [
      'an ID card of Germany, old state D',
      'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0',
      { country: 'DEU', nationality: 'DEU', familyName: 'Mustermann' },
    ],
    [
      'an ID card of Finland',
      'I<FINXA10000585010195<112X<<<<\n9501016F2803135FIN<<<<<<<<<<<7\nSPECIMEN<TRAVEL<<VILMA<SOFIA<<',
      { number: 'XA1000058', familyName: 'Specimen Travel', optional: '010195<112X'.replaceAll('<', ' ') },
    ],
    [
      'an ID card of Sweden',
      'I<SWE59000002<8198703142391<<<\n8703145M1701027SWE<<<<<<<<<<<8\nSPECIMEN<<SVEN<<<<<<<<<<<<<<<<',
      { number: '59000002' },
    ],
    [
      'a passport of Canada',
      'P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<\nZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08',
      { number: 'ZE000509' },
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toMatchObject({ source: 'zone', faults: [], ...expected })
  })

  test.each([
    ['one line', passport.join('')],
    ['Windows line breaks', `${passport.join('\r\n')}\r\n`],
    ['blanks at the ends', passport.map((line) => `  ${line} `).join('\n')],
    ['small letters', passport.join('\n').toLowerCase()],
    ['full-width signs', passport.join('\n').replaceAll('<', '＜')],
    ['below a heading', `PASSPORT\nUtopia\n\n${passport.join('\n')}\n`],
    ['broken in the middle of a line', `${first.slice(0, 20)}\n${first.slice(20)}\n${second}`],
  ])('in %s', (_what, text) => {
    expect(read(text)).toMatchObject({ number: 'L898902C3', faults: [] })
  })

  test('a letter for a digit is reported with what it may be, and stays as it was read', () => {
    // L898902C3: the 0 at place 5 read as O
    const { number, faults } = read(replaced(5, 'O'))
    expect(number).toBe('L8989O2C3')
    expect(faults).toEqual([
      { field: 'number', code: 'read.confusion', read: 'L8989O2C3', likely: 'L898902C3' },
    ])
    expect(read(replaced(13, 'Z')).faults).toMatchObject([{ field: 'birthDate' }])
    expect(read(replaced(15, 'O')).faults).toEqual([
      { field: 'birthDate', code: 'read.confusion', read: '74O812', likely: '740812' },
    ])
    const birth = read(`${first}\n${second.slice(0, 13)}74081Z${second.slice(19)}`)
    expect(birth.faults).toEqual([
      { field: 'birthDate', code: 'read.confusion', read: '74081Z', likely: '740812' },
    ])
  })

  test('0 for O in a name', () => {
    expect(read(`${first.replace('ERIKSSON', 'ERIKSS0N')}\n${second}`).faults).toEqual([
      {
        field: 'familyName',
        code: 'read.confusion',
        read: 'ERIKSS0N<<ANNA<MARIA',
        likely: 'Eriksson Anna Maria',
      },
    ])
  })

  test('each field that contradicts itself is named', () => {
    expect(read(replaced(9, '5')).faults).toMatchObject([{ field: 'number' }])
    expect(read(replaced(27, '1')).faults).toMatchObject([{ field: 'expiresOn' }])
    expect(read(replaced(20, 'Q')).faults).toMatchObject([{ field: 'gender', code: 'read.unknown' }])
    expect(read(replaced(10, '7')).faults).toMatchObject([{ field: 'nationality', code: 'read.unknown' }])
    expect(read(replaced(43, '5')).faults).toEqual([
      { field: 'zone', code: 'read.composite', read: '5', likely: '0' },
    ])
    expect(read(replaced(42, '3')).faults).toMatchObject([{ field: 'optional' }])
  })

  test('a zone with a wrong digit anywhere says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 43 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const sign = second.charAt(at)
        fc.pre(/\d/.test(sign))
        expect(read(replaced(at, String((Number(sign) + by) % 10))).faults.length).toBeGreaterThan(0)
      }),
    )
  })

  test('whatever names, number and dates a passport has are read back', () => {
    const letters = fc.stringMatching(/^[A-Z]{1,8}$/)
    fc.assert(
      fc.property(
        letters,
        letters,
        fc.stringMatching(/^[A-Z0-9]{9}$/),
        fc.integer({ min: 1, max: 28 }),
        (family, given, number, day) => {
          const birth = `8005${String(day).padStart(2, '0')}`
          const expiry = `3105${String(day).padStart(2, '0')}`
          const data = `${number}${mrzCheck(number)}`
          const born = birth + mrzCheck(birth)
          const until = expiry + mrzCheck(expiry)
          const optional = `${'<'.repeat(14)}0`
          const line = `${data}FRA${born}F${until}${optional}${mrzCheck(data + born + until + optional)}`
          const one = read(`${`P<FRA${family}<<${given}`.padEnd(44, '<')}\n${line}`)
          expect(one.faults).toEqual([])
          expect(one.number).toBe(number)
          expect(one.familyName.toUpperCase()).toBe(family)
          expect(one.birthDate).toBe(`1980-05-${String(day).padStart(2, '0')}`)
        },
      ),
    )
  })
})

describe('the worked cases', () => {
  const lines = readFileSync(new URL('../../../../shared/cases/worked.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const cases = lines.map((line) => JSON.parse(line)).filter(({ id }) => /^(id|mrz)-/.test(id))
  test.each(cases.filter(({ inputs }) => inputs.zone).map((one) => [one.id, one]))(
    '%s',
    (_id, { inputs, right }) => {
      const zone = read(inputs.zone.join('\n'))
      expect(zone.faults.length === 0).toBe(right.valid)
      if (right.number) expect(zone.number).toBe(right.number)
      if (right.surname) expect(zone.familyName.toUpperCase()).toBe(right.surname)
      if (right.given) expect(zone.givenName.toUpperCase()).toBe(right.given)
      if (right.sex) expect(zone.gender).toBe(right.sex === 'M' ? 'male' : 'female')
      if (right.birth) expect(zone.birthDate?.slice(2).replaceAll('-', '')).toBe(right.birth)
      if (right.expiry) expect(zone.expiresOn?.slice(2).replaceAll('-', '')).toBe(right.expiry)
    },
  )
  test.each(cases.filter(({ inputs }) => inputs.residentId).map((one) => [one.id, one]))(
    '%s',
    (_id, { inputs, right }) => {
      const found = readDocument(inputs.residentId, today)
      if (right.valid === false) {
        if (found.ok) expect(found.value.faults.length).toBeGreaterThan(0)
      } else if (right.valid)
        expect(found.ok && found.value).toMatchObject({ birthDate: right.birthDate, gender: right.sex })
    },
  )
})

describe('Chinese cards', () => {
  const number = '11010519491231002X'
  const whole = {
    nativeName: '张伟',
    gender: 'female',
    birthDate: '1949-12-31',
    ethnicity: '汉',
    number,
    nationality: 'CHN',
    address: '北京市朝阳区建国路1号',
    kind: 'resident-id',
    faults: [],
  }
  test.each([
    [
      'labelled lines',
      `姓名：张伟\n性别：女\n民族：汉族\n出生：1949年12月31日\n住址：北京市朝阳区建国路1号\n公民身份号码：${number}\n签发机关：北京市公安局朝阳分局\n有效期限：2010.01.01-2030.01.01`,
      { ...whole, expiresOn: '2030-01-01' },
    ],
    [
      'labelled in one line',
      `姓名:张伟 性别:女 民族:汉 出生:19491231 住址:北京市朝阳区建国路1号 身份证号:${number} 有效期:2010.01.01-长期`,
      { ...whole, expiresOn: null },
    ],
    [
      'in order, by bars',
      `张伟|女|汉|19491231|北京市朝阳区建国路1号|${number}|北京市公安局朝阳分局|20100101|20300101`,
      { ...whole, expiresOn: '2030-01-01' },
    ],
    ['in order, by commas', `张伟,女,汉族,1949-12-31,北京市朝阳区建国路1号,${number.toLowerCase()}`, whole],
    [
      'JSON of a reader',
      `{"name":"张伟","sex":"女","nation":"汉","birth":"1949-12-31","address":"北京市朝阳区建国路1号","number":"${number}"}`,
      whole,
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toMatchObject(expected)
  })

  test('the number alone, typed with blanks', () => {
    expect(read('110105 19491231 002x')).toMatchObject({
      source: 'number',
      number,
      gender: 'female',
      birthDate: '1949-12-31',
    })
  })
  test('15 digits are read, and named as void', () => {
    expect(read('110105491231002')).toMatchObject({
      number: '110105491231002',
      birthDate: '1949-12-31',
      gender: 'female',
      faults: [{ code: 'read.fifteen', likely: number }],
    })
  })
  test('what contradicts the number is named', () => {
    expect(read(`姓名:张伟 性别:男 出生:19491230 身份证号:${number}`).faults).toEqual([
      { field: 'birthDate', code: 'read.contradicts', read: '1949-12-30', likely: '1949-12-31' },
      { field: 'gender', code: 'read.contradicts', read: 'male', likely: 'female' },
    ])
  })
  test('two digits that changed places', () => {
    expect(read('11010519491213002X').faults).toMatchObject([{ field: 'number', code: 'read.check' }])
  })
  test('a permit of Hong Kong is named as what it is, its number unchecked', () => {
    expect(read('CRH12345678<<<')).toMatchObject({
      kind: 'hk-macau-permit',
      number: 'H12345678',
      faults: [{ code: 'read.permit' }],
    })
  })
  test('a residence permit of Hong Kong has no nationality', () => {
    const digits = '81000019900101001'
    expect(read(digits + residentIdCheck(digits))).toMatchObject({
      kind: 'residence-permit',
      nationality: '',
      faults: [],
    })
  })
})

test.each([
  ['', 'read.empty'],
  ['  \n ', 'read.empty'],
  ['good morning', 'read.nothing'],
  ['13800138000', 'read.nothing'],
  [first, 'read.length'],
  [`${passport.join('\n')}<`, 'read.length'],
  [`${passport.join('')}${passport.join('')}`, 'read.twice'],
  [[...passport.join('')].map((sign) => sign + sign).join(''), 'read.twice'],
  [passport.join('').replaceAll('<', ';'), 'read.layout'],
])('%j is answered with %s', (text, code) => {
  expect(readDocument(text, today)).toMatchObject({ ok: false, refusal: { code } })
})

test('any text is answered: read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      expect(typeof readDocument(text, today).ok).toBe('boolean')
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9<]{72}$|^[A-Z0-9<]{88}$|^[A-Z0-9<]{90}$/), (text) => {
      expect(typeof readDocument(text, today).ok).toBe('boolean')
    }),
  )
})

describe('beside the file', () => {
  const guest: GuestImage = {
    nativeName: '',
    familyName: 'Eriksson',
    givenName: 'Anna Maria',
    salutation: '',
    gender: '',
    birthDate: businessDateOf('1974-08-13'),
    nationality: 'SWE',
    language: 'en',
    unnamed: false,
    createdAt: '',
    contacts: {},
    documents: { 1: { kind: 'passport', number: 'X1', country: 'UTO', expiresOn: null } },
    preferences: {},
    tags: {},
    notes: {},
    alerts: {},
    consents: {},
  }
  test('every field in the order of a card', () => {
    expect(compareDocument(read(passport.join('\n')), guest, null, today)).toEqual([
      {
        field: 'latinName',
        document: 'Eriksson Anna Maria',
        onFile: expect.stringContaining('Anna'),
        state: 'same',
      },
      { field: 'birthDate', document: '1974-08-12', onFile: '1974-08-13', state: 'differs' },
      { field: 'gender', document: 'female', onFile: '', state: 'new' },
      { field: 'nationality', document: 'UTO', onFile: 'SWE', state: 'differs' },
      { field: 'number', document: 'L898902C3', onFile: 'X1', state: 'differs' },
      { field: 'expiresOn', document: '2012-04-15', onFile: '', state: 'expired' },
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkDocumentNumber,
  contradictions,
  normaliseDocumentNumber,
} from '#shared/domain/document/document.ts'
import { mrzCheck, readMrz } from '#shared/domain/document/mrz.ts'
import { checkResidentId, residentIdCheck } from '#shared/domain/document/resident-id.ts'
import { type BusinessDate, businessDateOf } from '#shared/values/index.ts'

const TODAY = businessDateOf('2026-03-05')

function code(result: { ok: boolean; refusal?: { code: string } }): string {
  return result.ok ? 'ok' : (result.refusal?.code ?? '')
}

describe('resident ID, GB 11643', () => {
  test('the example of the standard', () => {
    expect(checkResidentId('11010519491231002X')).toEqual({
      ok: true,
      value: { number: '11010519491231002X', birthDate: '1949-12-31', sex: 'female', region: '110105' },
    })
    expect(checkResidentId('440524188001010014')).toMatchObject({ refusal: { code: 'residentId.date' } })
  })
  test('as people type it', () => {
    expect(code(checkResidentId(' 110105 19491231 002x '))).toBe('ok')
    expect(code(checkResidentId('１１０１０５１９４９１２３１００２Ｘ'))).toBe('ok')
  })
  test.each([
    ['110105491231002', 'residentId.fifteen'],
    ['11010519491231002', 'residentId.length'],
    ['', 'residentId.length'],
    ['1101051949123100XX', 'residentId.characters'],
    ['10010519491231002X', 'residentId.region'],
    ['110105194902300025', 'residentId.date'],
    ['110105194912310021', 'residentId.checksum'],
  ])('%s → %s', (text, expected) => {
    expect(code(checkResidentId(text))).toBe(expected)
  })
  test('a birth after the business date', () => {
    const digits = '11010520260306001'
    expect(code(checkResidentId(digits + residentIdCheck(digits), TODAY))).toBe('residentId.date')
    expect(code(checkResidentId(digits + residentIdCheck(digits)))).toBe('ok')
  })
  test('the check character is the one of ISO 7064: the weighted sum with it is 1 modulo 11', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (digits) => {
        const values = [...digits].map(Number)
        const check = residentIdCheck(digits)
        values.push(check === 'X' ? 10 : Number(check))
        // Weights are the powers of two from the right, so the check character's own is 1.
        const sum = values.reduce((total, value, i) => total + value * (2 ** (17 - i) % 11), 0)
        expect(sum % 11).toBe(1)
      }),
      { numRuns: 300 },
    )
  })
  test('every single wrong digit and every swap of neighbours is found', () => {
    const sequence = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'))
    const at = fc.integer({ min: 14, max: 16 })
    fc.assert(
      fc.property(sequence, at, fc.integer({ min: 1, max: 9 }), (tail, place, shift) => {
        const digits = `11010519491231${tail}`
        const number = digits + residentIdCheck(digits)
        expect(code(checkResidentId(number))).toBe('ok')
        const wrong = String((Number(number[place]) + shift) % 10)
        expect(code(checkResidentId(number.slice(0, place) + wrong + number.slice(place + 1)))).toBe(
          'residentId.checksum',
        )
        const swapped = `${number.slice(0, 14)}${number[15]}${number[14]}${number.slice(16)}`
        if (swapped !== number) expect(code(checkResidentId(swapped))).toBe('residentId.checksum')
      }),
    )
  })
})

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']
const TD1 = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]

describe('machine-readable zone, ICAO 9303', () => {
  test.each([
    ['TD3', TD3, 'passport', 'L898902C3', 'ZE184226B'],
    ['TD2', TD2, 'card', 'D23145890', ''],
    ['TD1', TD1, 'card', 'D23145890', ''],
  ])('the specimen of %s', (format, lines, kind, number, optional) => {
    const value = {
      format,
      kind,
      issuer: 'UTO',
      number,
      familyName: 'Eriksson',
      givenName: 'Anna Maria',
      nameCut: false,
      nationality: 'UTO',
      birthDate: '1974-08-12',
      gender: 'female',
      expiresOn: '2012-04-15',
      optional,
    }
    expect(readMrz(lines.join('\n'), TODAY)).toEqual({ ok: true, value })
    expect(readMrz(lines.join(' ').toLowerCase(), TODAY)).toEqual({ ok: true, value })
  })
  test('each field that fails is named', () => {
    const [first = '', second = ''] = TD3
    const with2 = (at: number, text: string) =>
      code(readMrz(first + second.slice(0, at) + text + second.slice(at + text.length), TODAY))
    expect(with2(0, 'L898902C4')).toBe('mrz.number')
    expect(with2(10, 'QQQ')).toBe('mrz.nationality')
    expect(with2(13, '740813')).toBe('mrz.birthDate')
    expect(with2(13, '741312')).toBe('mrz.birthDate')
    expect(with2(20, 'K')).toBe('mrz.sex')
    expect(with2(21, '120416')).toBe('mrz.expiry')
    expect(with2(28, 'ZE184226C')).toBe('mrz.optional')
    expect(with2(43, '1')).toBe('mrz.composite')
    expect(code(readMrz(first.replace('UTO', 'QQQ') + second, TODAY))).toBe('mrz.issuer')
    expect(code(readMrz(`V${first.slice(1)}${second}`, TODAY))).toBe('mrz.visa')
    expect(code(readMrz(`I${first.slice(1)}${second}`, TODAY))).toBe('mrz.kind')
    expect(code(readMrz(first, TODAY))).toBe('mrz.length')
    expect(code(readMrz('张伟', TODAY))).toBe('mrz.characters')
    expect(code(readMrz('P<UTO'.padEnd(44, '<') + second, TODAY))).toBe('mrz.name')
  })
  test('a Chinese passport, a German one, one whose sex and birthday are not stated', () => {
    const passport = (issuer: string, name: string, number: string, birth: string, sex: string) => {
      const optional = '<'.repeat(14)
      const expiry = '310304'
      const data = number + mrzCheck(number)
      const dates = birth + mrzCheck(birth) + sex + expiry + mrzCheck(expiry) + optional + '<'
      const composite = mrzCheck(data + birth + mrzCheck(birth) + expiry + mrzCheck(expiry) + optional + '<')
      return `${`P<${issuer}${name}`.padEnd(44, '<')}${data}${issuer}${dates}${composite}`
    }
    expect(readMrz(passport('CHN', 'ZHANG<<WEI', 'E12345678', '900101', 'M'), TODAY)).toMatchObject({
      value: {
        nationality: 'CHN',
        familyName: 'Zhang',
        givenName: 'Wei',
        gender: 'male',
        birthDate: '1990-01-01',
      },
    })
    expect(readMrz(passport('D<<', 'MUELLER<<HANS', 'C01X00T47', '260301', '<'), TODAY)).toMatchObject({
      value: {
        nationality: 'DEU',
        issuer: 'DEU',
        gender: '',
        birthDate: '2026-03-01',
        expiresOn: '2031-03-04',
      },
    })
    expect(readMrz(passport('GBD', 'SMITH', '123456789', '85<<<<', 'X'), TODAY)).toMatchObject({
      value: { nationality: 'GBR', givenName: '', birthDate: null },
    })
  })
  test('a TD1 number longer than nine characters', () => {
    const number = 'D23145890734'
    const first = `I<BEL${number.slice(0, 9)}<${number.slice(9)}${mrzCheck(number)}<<<<<<<<<<<`
    const head = '7408122F1204159'
    const composite = mrzCheck(`${first.slice(5)}${head.slice(0, 7)}${head.slice(8)}<<<<<<<<<<<`)
    const zone = `${first}${head}BEL<<<<<<<<<<<${composite}ERIKSSON<<ANNA<MARIA<<<<<<<<<<`
    expect(readMrz(zone, TODAY)).toMatchObject({ value: { number, nationality: 'BEL' } })
  })
  test('any wrong digit in the data of a passport is found', () => {
    const zone = TD3.join('')
    fc.assert(
      fc.property(fc.integer({ min: 44, max: 87 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = zone.charAt(at)
        fc.pre(/\d/.test(digit))
        const wrong = String((Number(digit) + shift) % 10)
        expect(readMrz(zone.slice(0, at) + wrong + zone.slice(at + 1), TODAY).ok).toBe(false)
      }),
    )
  })
})

describe('documents against the file', () => {
  const zhang = {
    nativeName: '张伟',
    familyName: 'Zhang',
    givenName: 'Wei',
    birthDate: businessDateOf('1990-01-01'),
    gender: 'male',
    nationality: 'CHN',
  }
  const codes = (facts: Parameters<typeof contradictions>[0], guest = zhang) =>
    contradictions(facts, guest, TODAY).map((warning) => warning.code)

  test('what fits, gives no warning', () => {
    expect(
      codes({ familyName: 'ZHANG', givenName: 'WEI', birthDate: zhang.birthDate, gender: 'male' }),
    ).toEqual([])
    expect(codes({ familyName: 'Wei', givenName: 'Zhang' })).toEqual([])
    expect(codes({})).toEqual([])
    expect(
      codes({ familyName: 'Zhang', givenName: 'Wei' }, { ...zhang, familyName: '', givenName: '' }),
    ).toEqual([])
    expect(
      codes(
        { familyName: 'Lyu', givenName: 'Bu' },
        { ...zhang, nativeName: '吕布', familyName: '', givenName: '' },
      ),
    ).toEqual([])
  })
  test('spellings of one name fit', () => {
    const guest = { ...zhang, nativeName: '', familyName: 'Müller', givenName: 'Hans Peter' }
    expect(codes({ familyName: 'Mueller', givenName: 'Hans' }, guest)).toEqual([])
    expect(codes({ familyName: 'Muller', givenName: 'Hans-Peter' }, guest)).toEqual([])
    expect(codes({ familyName: 'Meier', givenName: 'Hans' }, guest)).toEqual(['document.nameDiffers'])
  })
  test('contradictions', () => {
    expect(codes({ familyName: 'Li', givenName: 'Wei' })).toEqual(['document.nameDiffers'])
    expect(codes({ nativeName: '张玮' })).toEqual(['document.nameDiffers'])
    expect(codes({ birthDate: '1990-01-02' as BusinessDate })).toEqual(['document.birthDateDiffers'])
    expect(codes({ gender: 'female' })).toEqual(['document.genderDiffers'])
    expect(codes({ nationality: 'SGP' })).toEqual(['document.nationalityDiffers'])
    expect(codes({ expiresOn: businessDateOf('2026-03-04') })).toEqual(['document.expired'])
    expect(codes({ expiresOn: TODAY })).toEqual([])
  })
})

describe('document numbers', () => {
  test('normalised', () => {
    expect(normaliseDocumentNumber(' e 1234-5678 ')).toBe('E12345678')
    expect(normaliseDocumentNumber('Ｅ１２３')).toBe('E123')
  })
  test.each([
    ['passport', 'E12345678', 'ok'],
    ['passport', '', 'document.empty'],
    ['passport', 'E1', 'document.length'],
    ['passport', 'E12345678张', 'document.characters'],
    ['resident-id', '11010519491231002X', 'ok'],
    ['resident-id', '110105194912310021', 'residentId.checksum'],
    ['hk-macau-permit', 'H12345678', 'ok'],
    ['hk-macau-permit', '12345678', 'document.permit'],
    ['taiwan-permit', '12345678', 'ok'],
    ['taiwan-permit', '1234567', 'document.permit'],
    ['residence-permit', '810000199408230021', 'ok'],
    ['other', 'AB-123', 'ok'],
  ] as const)('%s %s → %s', (kind, text, expected) => {
    expect(code(checkDocumentNumber(kind, text, TODAY))).toBe(expected)
  })
  test('a resident ID tells birth date, sex and nationality; a residence permit no nationality', () => {
    expect(checkDocumentNumber('resident-id', '11010519491231002X')).toMatchObject({
      value: { facts: { birthDate: '1949-12-31', gender: 'female', nationality: 'CHN' } },
    })
    const permit = checkDocumentNumber('residence-permit', '810000199408230021')
    expect(permit).toMatchObject({ value: { facts: { birthDate: '1994-08-23' } } })
    expect(permit.ok && permit.value.facts.nationality).toBeUndefined()
  })
})

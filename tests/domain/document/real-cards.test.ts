import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mrzCheck, readMrz } from '#shared/domain/document/mrz.ts'
import { checkResidentId, residentIdCheck } from '#shared/domain/document/resident-id.ts'
import { businessDateOf, refuse } from '#shared/values/index.ts'

const today = businessDateOf('2026-03-05')

const BEL_03003 = [
  'IDBEL000590240<6013<<<<<<<<<<<',
  '8512017F1311048BEL851201002007',
  'REINARTZ<<ULRIKE<KATIA<E<<<<<<',
]
const BEL_11005 = [
  'IDBEL600001795<0152<<<<<<<<<<<',
  '1301014F2311207BEL130101987398',
  'SPECIMEN<<SPECIMEN<<<<<<<<<<<<',
]
const BERTHIER = ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '9409923102854CORINNE<<<<<<<6512068F4']

describe('the zones of published specimens', () => {
  test.each<[string, string[], object]>([
    // Worked cases mrz-01 to mrz-16
    [
      'a Chinese passport',
      ['POCHNABULIKEMU<<ABULA<<<<<<<<<<<<<<<<<<<<<<<', 'E596593216CHN9701078M2510077LAKCLCLMMBKGG932'],
      {
        number: 'E59659321',
        issuer: 'CHN',
        birthDate: '1997-01-07',
        gender: 'male',
        expiresOn: '2025-10-07',
        familyName: 'Abulikemu',
        givenName: 'Abula',
      },
    ],
    [
      'a German passport',
      ['P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<', 'C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0'],
      { number: 'C01X0006H', issuer: 'DEU', familyName: 'Mustermann', givenName: 'Erika' },
    ],
    [
      'the specimen of Doc 9303-4',
      ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
      { number: 'L898902C3', optional: 'ZE184226B', familyName: 'Eriksson', givenName: 'Anna Maria' },
    ],
    [
      'a Canadian passport',
      ['P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<', 'ZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08'],
      { number: 'ZE000509', issuer: 'CAN', birthDate: '1985-01-01', gender: 'female' },
    ],
    [
      'a Swiss identity card',
      ['IDCHEA1234567<6<<<<<<<<<<<<<<<', '7510256M2009018CHE<<<<<<<<<<<8', 'SMITH<<JOHN<ALBERT<<<<<<<<<<<<'],
      { number: 'A1234567', optional: '', familyName: 'Smith', givenName: 'John Albert' },
    ],
    [
      'a Finnish identity card',
      ['I<FINXA10000585010195<112X<<<<', '9501016F2803135FIN<<<<<<<<<<<7', 'SPECIMEN<TRAVEL<<VILMA<SOFIA<<'],
      // The filler inside the optional data is a space, as in a number
      {
        number: 'XA1000058',
        optional: '010195 112X',
        familyName: 'Specimen Travel',
        givenName: 'Vilma Sofia',
      },
    ],
    [
      'a Swedish identity card',
      ['I<SWE59000002<8198703142391<<<', '8703145M1701027SWE<<<<<<<<<<<8', 'SPECIMEN<<SVEN<<<<<<<<<<<<<<<<'],
      { number: '59000002', optional: '198703142391' },
    ],
    [
      'a card with optional data',
      ['I<UTOD231458907ABC<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<1', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
      { number: 'D23145890', optional: 'ABC' },
    ],
    // Long numbers: PRADO BEL-BO-03003, BEL-BO-11005, PRT-BO-04001 and Doc 9303-11, appendix D.2
    [
      'a Belgian card whose check digit counts the filler',
      BEL_03003,
      { number: '000590240601', optional: '85120100200', issuer: 'BEL', familyName: 'Reinartz' },
    ],
    ['a Belgian child’s card', BEL_11005, { number: '600001795015', optional: '13010198739' }],
    [
      'a Portuguese card whose check digit does not count it',
      ['I<PRT007666667<ZZ00<<<<<<<<<<<', '8303143M3405293PRT<<<<<<<<<<<4', 'CACADOR<DE<ARAUJO<<ANDRE<ESTEV'],
      { number: '007666667ZZ0', familyName: 'Cacador De Araujo', givenName: 'Andre Estev', nameCut: true },
    ],
    [
      'the long number of Doc 9303-11',
      ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<'],
      { number: 'D23145890734', optional: '' },
    ],
    // France's card of 1988 to 2021
    [
      'a French card',
      BERTHIER,
      {
        format: 'IDFRA',
        kind: 'card',
        issuer: 'FRA',
        number: '940992310285',
        familyName: 'Berthier',
        givenName: 'Corinne',
        nameCut: false,
        nationality: 'FRA',
        birthDate: '1965-12-06',
        gender: 'female',
        expiresOn: null,
        optional: '',
      },
    ],
    [
      'a French card of a consulate',
      ['IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02', '1710GVA123451ROBERTA<<<<<<<9112311F2'],
      { number: '1710GVA12345', familyName: 'Test Name', givenName: 'Roberta', birthDate: '1991-12-31' },
    ],
  ])('%s', (_what, lines, value) => {
    expect(readMrz(lines.join('\n'), today)).toMatchObject({ ok: true, value })
  })

  test.each<[string, string[], unknown]>([
    [
      // Worked case mrz-21: not a broken passport
      'a visa of the size of a passport',
      ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'],
      refuse('mrz.visa'),
    ],
    [
      'a visa of the size of a card',
      ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'],
      refuse('mrz.visa'),
    ],
    [
      'three lines that begin with V',
      ['V<UTOD231458907ABC<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<1', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
      refuse('mrz.kind', { kind: 'V' }),
    ],
    [
      'a Belgian card, its number misread',
      ['IDBEL000590240<6016<<<<<<<<<<<', ...BEL_03003.slice(1)],
      refuse('mrz.number'),
    ],
    [
      'a French card, its number misread',
      [BERTHIER[0] ?? '', '9409923102954CORINNE<<<<<<<6512068F4'],
      refuse('mrz.number'),
    ],
    [
      'a French card, its birth misread',
      [BERTHIER[0] ?? '', '9409923102854CORINNE<<<<<<<6512088F4'],
      refuse('mrz.birthDate'),
    ],
    [
      'a French card, its surname misread',
      ['IDFRABERTHIEP<<<<<<<<<<<<<<<<<<<<<<<', BERTHIER[1] ?? ''],
      refuse('mrz.composite'),
    ],
    [
      'a French card, its office misread',
      ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<1', BERTHIER[1] ?? ''],
      refuse('mrz.composite'),
    ],
    [
      'a French card, its last sign missing',
      [BERTHIER[0] ?? '', '940992310'],
      refuse('mrz.length', { length: 45 }),
    ],
  ])('%s is named', (_what, lines, refusal) => {
    expect(readMrz(lines.join('\n'), today)).toEqual(refusal)
  })
})

describe('the French card of before 2021', () => {
  /** A card with those names, its digits right. */
  function card(surname: string, given: string, office = '923102') {
    const first = `IDFRA${surname.padEnd(25, '<')}${office}`
    const number = '940992310285'
    const second = `${number}${mrzCheck(number)}${given.padEnd(14, '<')}651206${mrzCheck('651206')}M`
    return first + second + mrzCheck(first + second)
  }
  test.each<[string, string, object]>([
    ['DUPONT', 'JEAN<<PIERRE', { familyName: 'Dupont', givenName: 'Jean Pierre', nameCut: false }],
    ['DUPONT', 'JEAN<PIERRE<<A', { familyName: 'Dupont', givenName: 'Jean Pierre A', nameCut: true }],
    ['D'.repeat(24), 'JEAN', { familyName: `D${'d'.repeat(23)}`, givenName: 'Jean', nameCut: false }],
    ['D'.repeat(25), 'JEAN', { familyName: `D${'d'.repeat(24)}`, givenName: 'Jean', nameCut: true }],
    ['', 'JEAN', { familyName: '', givenName: 'Jean' }],
    ['DUPONT', '', { familyName: 'Dupont', givenName: '' }],
  ])('of %s, %s', (surname, given, value) => {
    expect(readMrz(card(surname, given), today)).toMatchObject({
      ok: true,
      value: { ...value, gender: 'male' },
    })
  })
  test('whatever the office, and without one', () => {
    for (const office of ['923102', '0CHE02', '<<<<<<']) {
      expect(readMrz(card('DUPONT', 'JEAN', office), today)).toMatchObject({
        value: { number: '940992310285', familyName: 'Dupont' },
      })
    }
  })
  test('any wrong digit is found', () => {
    const zone = BERTHIER.join('')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 71 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        fc.pre(/\d/.test(zone.charAt(at)))
        const wrong = String((Number(zone.charAt(at)) + shift) % 10)
        expect(readMrz(zone.slice(0, at) + wrong + zone.slice(at + 1), today).ok).toBe(false)
      }),
    )
  })
})

describe('a holder with one name', () => {
  /** A passport with those 39 signs of name. */
  function passport(name: string) {
    return `P<UTO${name.padEnd(39, '<')}L898902C36UTO7408122F1204159ZE184226B<<<<<10`
  }
  test.each<[string, string, string]>([
    ['SURESH', 'Suresh', ''],
    ['ANAK<AGUNG', 'Anak Agung', ''],
    ['<<SURESH', '', 'Suresh'],
    ['<<SURESH<KUMAR', '', 'Suresh Kumar'],
    ['<<<<SURESH', '', 'Suresh'],
    ['<SURESH', 'Suresh', ''],
    ['S'.repeat(39), `S${'s'.repeat(38)}`, ''],
    ['ERIKSSON<<ANNA<<MARIA', 'Eriksson', 'Anna Maria'],
    ['A<<B', 'A', 'B'],
  ])('%s', (name, familyName, givenName) => {
    expect(readMrz(passport(name), today)).toMatchObject({ ok: true, value: { familyName, givenName } })
  })
  test.each(['', '<', '<<1', 'ERIKSSON<<ANNA<2', '3'])('"%s" is no name', (name) => {
    expect(readMrz(passport(name), today)).toEqual(refuse('mrz.name'))
  })
  test('every letter of the zone is in the name that is read', () => {
    const signs = fc.stringMatching(/^[A-Z<]{0,39}$/)
    fc.assert(
      fc.property(signs, (name) => {
        const letters = name.replaceAll('<', '')
        fc.pre(letters !== '')
        const read = readMrz(passport(name), today)
        const printed = read.ok ? read.value.familyName + read.value.givenName : ''
        expect(printed.replaceAll(' ', '').toUpperCase()).toBe(letters)
      }),
    )
  })
})

describe('a number longer than its field', () => {
  const head = 'D23145890'
  /** A card of three lines with those 15 signs behind the filler. */
  function card(optional: string, numberCheck = '<', below = '<'.repeat(11)) {
    const first = `I<UTO${head}${numberCheck}${optional.padEnd(15, '<')}`
    const composite = mrzCheck(`${first.slice(5)}74081221204159${below}`)
    return `${first}7408122F1204159UTO${below}${composite}${'ERIKSSON<<ANNA'.padEnd(30, '<')}`
  }
  /** A card of two lines of 36 with those seven signs of optional data. */
  function small(optional: string) {
    const data = `${head}<UTO7408122F1204159${optional.padEnd(7, '<')}`
    const composite = mrzCheck(data.slice(0, 10) + data.slice(13, 20) + data.slice(21))
    return `${'I<UTOERIKSSON<<ANNA'.padEnd(36, '<')}${data}${composite}`
  }
  test('goes on behind the filler, its check digit counting it or not', () => {
    const tails = fc.stringMatching(/^[A-Z0-9]{1,14}$/)
    fc.assert(
      fc.property(tails, fc.boolean(), fc.stringMatching(/^[A-Z0-9]{11}$/), (tail, counted, below) => {
        const check = mrzCheck(`${head}${counted ? '<' : ''}${tail}`)
        expect(readMrz(card(tail + check, '<', below), today)).toMatchObject({
          ok: true,
          value: { number: head + tail, optional: below },
        })
      }),
    )
  })
  test('is refused where the digit fits neither way', () => {
    const tails = fc.stringMatching(/^[A-Z0-9]{1,14}$/)
    fc.assert(
      fc.property(tails, fc.integer({ min: 0, max: 9 }), (tail, digit) => {
        const right = [mrzCheck(head + tail), mrzCheck(`${head}<${tail}`)]
        fc.pre(!right.includes(String(digit)))
        expect(readMrz(card(`${tail}${digit}`), today)).toEqual(refuse('mrz.number'))
      }),
    )
  })
  test.each<[string, string]>([
    ['nothing behind the filler', ''],
    ['a letter for its check digit', '734A'],
    ['a letter behind a right check digit', `734${mrzCheck('D23145890734')}A`],
    ['a check digit alone', '7'],
    ['a filler first', `<734${mrzCheck('D23145890734')}`],
  ])('is refused with %s', (_what, optional) => {
    expect(readMrz(card(optional), today)).toEqual(refuse('mrz.number'))
  })
  test('is no passport’s', () => {
    const data = `${head}<UTO7408122F1204159734${mrzCheck('D23145890734')}`.padEnd(42, '<')
    const composite = mrzCheck(`${data.slice(0, 10)}${data.slice(13, 20)}${data.slice(21)}<`)
    const zone = `${'P<UTOERIKSSON<<ANNA'.padEnd(44, '<')}${data}<${composite}`
    expect(readMrz(zone, today)).toEqual(refuse('mrz.number'))
  })
  test('of a card of two lines', () => {
    const whole = 'D23145890734'
    expect(readMrz(small(`734${mrzCheck(whole)}`), today)).toMatchObject({ value: { number: whole } })
    expect(readMrz(small(`734561${mrzCheck(`${whole}561`)}`), today)).toMatchObject({
      value: { number: `${whole}561` },
    })
  })
})

describe('the zones of China’s travel permits', () => {
  test.each([
    'CRH12345678<2309107<8001014<2'.padEnd(30, '<'),
    'CRM123456784<2309107<8001014<2'.padEnd(90, '<'),
    'CT123456784<<2309107<8001014<2',
    'CSC123456784<2309107<8001014<2',
    'CSCA12345674<2309107<8001014<2',
    'CRH123456',
  ])('%s is not read, and not misread', (zone) => {
    expect(readMrz(zone, today)).toEqual(refuse('mrz.chinesePermit'))
  })
  test.each<[string, string]>([
    ['a card of type CR with its state', 'CRUTO123456784'],
    ['a card of type C', 'C<UTO123456784'],
    ['a number alone', 'H12345678'],
    ['an identity card', 'IDH123456784'],
    ['too few digits', 'CRH12345<2309107<8001014<2'],
  ])('%s is something else', (_what, zone) => {
    expect(readMrz(zone, today)).toEqual(refuse('mrz.length', { length: zone.length }))
  })
})

describe('numbers made as a resident ID’s', () => {
  const whole = (digits: string) => digits + residentIdCheck(digits)
  test.each<[string, string, unknown]>([
    // Worked cases id-01 to id-07
    ['id-01', '360426199101010071', { ok: true, value: { birthDate: '1991-01-01', sex: 'male' } }],
    ['id-03', '36042619910102009X', { refusal: { code: 'residentId.checksum' } }],
    ['id-05', 'T60426199101010078', { refusal: { code: 'residentId.characters' } }],
    // Ours goes further than the note of the case: no office of China gives out a number of no region
    ['id-07', '990426199112010074', { refusal: { code: 'residentId.region', params: { region: '990426' } } }],
    // The 18 digits of a foreigner's permanent residence card of 2023
    [
      'Beijing, Kazakhstan',
      '911398199012310021',
      { ok: true, value: { birthDate: '1990-12-31', sex: 'female' } },
    ],
    ['Shanghai, Japan', whole('93139219801231001'), { ok: true, value: { region: '931392', sex: 'male' } }],
    ['Hunan, Syria', whole('94376019980305667'), { ok: true }],
    ['Xinjiang, Germany', whole('96527619800101002'), { ok: true }],
    ['no province', whole('91639219801231001'), { refusal: { code: 'residentId.region' } }],
    ['Hong Kong does not issue them', whole('98139219801231001'), { refusal: { code: 'residentId.region' } }],
    // Residence permits of residents of Hong Kong, Macau and Taiwan
    ['Hong Kong', whole('81000019940823002'), { ok: true }],
    ['Macau', whole('82000019940823002'), { ok: true }],
    ['Taiwan', whole('83000019940823002'), { ok: true }],
    ['Taiwan as a province', whole('71000019940823002'), { ok: true }],
    ['none', whole('84000019940823002'), { refusal: { code: 'residentId.region' } }],
    ['none', whole('72000019940823002'), { refusal: { code: 'residentId.region' } }],
  ])('%s %s', (_what, number, read) => {
    expect(checkResidentId(number, today)).toMatchObject(read as object)
  })
})

import { describe, expect, test } from 'vitest'
import * as contract from '#shared/contract/import.ts'
import {
  fieldOfHeading,
  missingFields,
  plainHeading,
  recognisedHeadings,
} from '#shared/domain/import/fields.ts'
import { guessFields } from '#shared/domain/import/guess.ts'
import {
  addFault,
  type Fault,
  type ImportField,
  importFields,
  parseWhere,
  plainWhere,
  uniqueHeadings,
} from '#shared/domain/import/row.ts'
import {
  plainWord,
  readChannel,
  readCountry,
  readGender,
  readLanguage,
  readMeal,
  readSegment,
  readStatus,
} from '#shared/domain/import/values.ts'

describe('words', () => {
  test.each<[string, (text: string) => string | null, [string, string | null][]]>([
    [
      'a status',
      readStatus,
      [
        ['ENQUIRY', 'enquiry'],
        ['wait-list', 'waitlisted'],
        ['入住中', 'in-house'],
        ['gone', null],
      ],
    ],
    [
      'a meal',
      readMeal,
      [
        ['RO', 'room-only'],
        ['b & b', 'breakfast'],
        ['半食宿', 'half-board'],
        ['全包', 'full-board'],
        ['unknown', 'undefined-meal'],
        ['', null],
      ],
    ],
    [
      'a segment',
      readSegment,
      [
        ['Walk-In', 'transient'],
        ['wholesaler', 'wholesale'],
        ['TA', 'travel-agent'],
        ['免费房', 'complimentary'],
        ['crew', 'aviation'],
        ['官网', 'direct'],
        ['其他', 'undefined'],
        ['x', null],
      ],
    ],
    [
      'a channel',
      readChannel,
      [
        ['front desk', 'direct'],
        ['WI', 'walk-in'],
        ['TA/TO', 'travel-agent'],
        ['协议单位', 'corporate'],
        ['Sabre', 'gds'],
        ['other', 'undefined'],
        ['x', null],
      ],
    ],
    [
      'a sex',
      readGender,
      [
        ['F', 'female'],
        ['女士', 'female'],
        ['Mr.', 'male'],
        ['先生', 'male'],
        ['X', 'other'],
        ['?', null],
      ],
    ],
    [
      'a language',
      readLanguage,
      [
        ['zh-CN', 'zh'],
        ['粤语', 'yue'],
        ['English', 'en'],
        ['日语', 'ja'],
        ['kr', 'ko'],
        ['fra', 'fr'],
        ['德语', 'de'],
        ['spa', 'es'],
        ['葡语', 'pt'],
        ['ita', 'it'],
        ['俄文', 'ru'],
        ['ar', 'ar'],
        ['thai', 'th'],
        ['vie', 'vi'],
        ['Klingon', null],
      ],
    ],
    [
      'a country',
      readCountry,
      [
        [' de ', 'DEU'],
        ['United States', 'USA'],
        ['usa', 'USA'],
        ['England', 'GBR'],
        ['korea', 'KOR'],
        ['Russia', 'RUS'],
        ['Holland', 'NLD'],
        ['大陆', 'CHN'],
        ['香港', 'HKG'],
        ['hong-kong', 'HKG'],
        ['Macau', 'MAC'],
        ['Taiwan', 'TWN'],
        ['法国', 'FRA'],
        ['', null],
      ],
    ],
  ])('%s', (_what, read, words) => {
    for (const [text, value] of words) expect([text, read(text)]).toEqual([text, value])
  })
  test('a word is looked up without case, spaces and marks', () => {
    expect(plainWord(' Ｂ&Ｂ - No. 7 ')).toBe('bbno7')
  })
})

describe('headings', () => {
  test.each<[string, string]>([
    ['Check-in Date (local)', 'checkindate'],
    ['入住日期（当地）', '入住日期'],
    ['Rate [EUR] per night', 'ratepernight'],
    ['房价【元】', '房价'],
    ['(a) Name (b)', 'name'],
    ['Ｎａｍｅ*', 'name'],
    ['()', ''],
  ])('%s is %j', (heading, plain) => {
    expect(plainHeading(heading)).toBe(plain)
  })
  test.each<[ImportField, string, string]>([
    ['confirmationNo', 'Booking No.', '订单号'],
    ['familyName', 'Last Name', '姓氏'],
    ['givenName', 'First name', '名'],
    ['email', 'E-Mail', '邮箱'],
    ['nationality', 'Country', '国籍'],
    ['language', 'Language', '语言'],
    ['gender', 'Sex', '性别'],
    ['birthDate', 'Date of Birth', '生日'],
    ['residentId', 'ID card', '身份证号'],
    ['passportNo', 'Passport', '护照'],
    ['nights', 'No. of nights', '晚数'],
    ['roomNights', 'Room nights', '间夜'],
    ['rooms', 'No. of rooms', '间数'],
    ['cancelledRooms', 'Cancelled rooms', '取消间数'],
    ['currency', 'Currency', '币种'],
    ['documentType', 'ID type', '证件类型'],
    ['documentNo', 'Document No.', '证件号码'],
    ['booker', 'Booked by', '联系人'],
    ['bookerPhone', 'Contact phone', '联系电话'],
    ['bookerEmail', 'Contact e-mail', '联系人邮箱'],
    ['membershipTier', 'Tier', '会员等级'],
    ['chargedRoomType', 'RTC', '计费房型'],
    ['room', 'Room No.', '房号'],
    ['ratePlan', 'Rate Code', '房价码'],
    ['total', 'Total', '总价'],
    ['adults', 'Adults', '成人'],
    ['children', 'Children', '儿童'],
    ['infants', 'Babies', '婴儿'],
    ['meal', 'Board', '早餐'],
    ['segment', 'Market', '客源'],
    ['channel', 'Source', '渠道'],
    ['agency', 'Travel agent', '旅行社'],
    ['company', 'Company', '协议单位'],
    ['createdOn', 'Booked on', '下单时间'],
    ['cancelledOn', 'Cancel date', '取消日期'],
    ['note', 'Remarks', '备注'],
    ['tag', 'VIP', '标签'],
    ['membershipNo', 'Member No', '会员卡号'],
  ])('%s is the heading %s, and %s', (field, en, zh) => {
    expect([en, zh].map(fieldOfHeading)).toEqual([field, field])
  })
  test('the row of the headings is the one with the most that some rule knows', () => {
    expect(recognisedHeadings(['Name', ' adr ', 'lead_time', 'Blood group', ''])).toBe(3)
    expect(recognisedHeadings(['张伟', '2026-03-05', '500'])).toBe(0)
    expect(recognisedHeadings([])).toBe(0)
  })
  test('each once, and none too long', () => {
    expect(uniqueHeadings([' a  b ', 'a\tb', '', '', 'a b', 'x'.repeat(200)])).toEqual([
      'a b',
      'a b (2)',
      '#3',
      '#4',
      'a b (3)',
      'x'.repeat(180),
    ])
  })
})

describe('what contents tell', () => {
  const guess = (...samples: string[]) => guessFields([{ name: 'X', samples }]).get('X') ?? null
  test.each<[string, string[], ImportField | null]>([
    ['e-mails', ['a@x.com', ' b@y.org ', 'c.d@e.f.net'], 'email'],
    ['two of them are too few', ['a@x.com', 'b@y.org', '', ' '], null],
    ['one that is none', ['a@x.com', 'b@y.org', 'none'], null],
    ['two @', ['a@x.com', 'b@y.org', 'a@b@c.de'], null],
    ['no point', ['a@x.com', 'b@y.org', 'a@b'], null],
    ['a space', ['a@x.com', 'b@y.org', 'a b@c.de'], null],
    ['a space in the domain', ['a@x.com', 'b@y.org', 'a@b c.de'], null],
    ['a space in the end', ['a@x.com', 'b@y.org', 'a@b.d e'], null],
    ['resident IDs', ['11010519491231002X', '11010519491231002X ', '11010519491231002x'], 'residentId'],
    ['mobiles', ['13800138000', '+86 13900139000', '86-18612345678'], 'phone'],
    ['joined country codes', ['8613800138000', '+8613900139000', '+86-18612345678'], 'phone'],
    ['a landline', ['13800138000', '13900139000', '01065556666'], null],
    ['12 digits', ['13800138000', '13900139000', '138001380001'], null],
    ['10 digits', ['13800138000', '13900139000', '1380013800'], null],
    ['an old range', ['13800138000', '13900139000', '12800138000'], null],
    ['a word before', ['13800138000', '13900139000', 'T13800138000'], null],
    ['a word behind', ['13800138000', '13900139000', '13800138000x'], null],
    ['nothing', [], null],
  ])('%s', (_what, samples, field) => {
    expect(guess(...samples)).toBe(field)
  })
  test('a heading says more than contents, and a field is given once', () => {
    const mails = ['a@x.com', 'b@y.org', 'c@z.net']
    const columns = [
      { name: 'Notes', samples: mails },
      { name: 'X', samples: mails },
      { name: 'Mail', samples: [] },
      { name: 'X', samples: ['13800138000', '13900139000', '18612345678'] },
      { name: 'X', samples: ['11010519491231002X', '11010519491231002X ', '11010519491231002x'] },
    ]
    expect([...guessFields(columns)]).toEqual([
      ['Notes', 'note'],
      ['Mail', 'email'],
      ['X', 'phone'],
    ])
  })
  test.each<[ImportField[], ImportField[]]>([
    [['arrival', 'departure', 'roomType'], []],
    [['arrival', 'nights', 'roomType'], []],
    [['arrival', 'roomType'], ['departure']],
    [['departure', 'nights', 'roomType'], ['arrival']],
    [['arrival', 'departure'], ['roomType']],
    [[], ['arrival', 'departure', 'roomType']],
  ])('of %j a booking lacks %j', (given, missing) => {
    expect(missingFields(given)).toEqual(missing)
  })
})

test('a fault is added once for its place', () => {
  const faults: Fault[] = []
  const add = (reason: Fault['reason'], field: string) => addFault(faults, { reason, field, value: '' })
  for (const [reason, field] of [
    ['dateForm', 'a'],
    ['dateForm', 'a'],
    ['dateForm', 'b'],
    ['text', 'a'],
    ['dateForm', 'b'],
  ] as const)
    add(reason, field)
  expect(faults.map(({ reason, field }) => `${reason} ${field}`)).toEqual([
    'dateForm a',
    'dateForm b',
    'text a',
  ])
})

test.each<[string, { column: string; value: string } | null, string]>([
  ['hotel=City Hotel', { column: 'hotel', value: 'City Hotel' }, 'hotel=City Hotel'],
  [' hotel = City Hotel ', { column: 'hotel', value: 'City Hotel' }, 'hotel=City Hotel'],
  ['my  hotel=', { column: 'my  hotel', value: '' }, 'my hotel='],
  ['a=b=c', { column: 'a', value: 'b=c' }, 'a=b=c'],
  ['h=x', { column: 'h', value: 'x' }, 'h=x'],
  ['=x', null, '=x'],
  ['  = x', null, '  = x'],
  ['hotel', null, 'hotel'],
  ['', null, ''],
])('the filter %j', (text, filter, plain) => {
  expect(parseWhere(text)).toEqual(filter)
  expect(plainWhere(text)).toBe(plain)
})

test('a mapping is made of the fields, orders and signs that the contract names', () => {
  const taken = (mapping: object) => contract.mapping.safeParse({ columns: {}, ...mapping }).success
  expect(importFields.every((field) => taken({ columns: { X: field } }))).toBe(true)
  expect(taken({ columns: { X: 'arrival', Y: 'membershipNo' } })).toBe(true)
  expect(taken({ columns: { X: 'fax' } })).toBe(false)
  for (const dateOrder of ['ymd', 'dmy', 'mdy']) expect(taken({ dateOrder })).toBe(true)
  expect(taken({ dateOrder: 'ydm' })).toBe(false)
  for (const decimalSign of ['point', 'comma']) expect(taken({ decimalSign })).toBe(true)
  expect(taken({ decimalSign: 'space' })).toBe(false)
  const { kind } = contract.findings.input.shape
  expect([
    kind.safeParse('rejected').success,
    kind.safeParse('noted').success,
    kind.safeParse('x').success,
  ]).toEqual([true, true, false])
  const { profile } = contract.inspect.output.shape
  for (const one of ['hotel-booking-demand', 'generic']) expect(profile.safeParse(one).success).toBe(true)
  expect(profile.safeParse('other').success).toBe(false)
})

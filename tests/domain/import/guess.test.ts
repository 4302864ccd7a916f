import { describe, expect, test } from 'vitest'
import { guessColumns, guessFields, watchColumns } from '#shared/domain/import/guess.ts'

/** What a small file is taken for: its headings in a line, then its rows. */
function guessed(...lines: string[]) {
  const [headings = [], ...rows] = lines.map((line) => line.split(',').map((cell) => cell.trim()))
  const look = watchColumns(headings)
  for (const cells of rows) look.see(cells)
  const samples = (index: number) => rows.map((cells) => cells[index] ?? '').filter((cell) => cell !== '')
  const { fields, doubts } = guessColumns(
    headings.map((name, index) => ({ name, samples: samples(index) })),
    look,
  )
  return { fields: Object.fromEntries(fields), doubts }
}

describe('a guest and a booker', () => {
  test.each([
    ['联系人,联系电话,入住人', { 联系人: 'booker', 联系电话: 'bookerPhone', 入住人: 'nativeName' }],
    ['入住人,联系电话,联系人', { 入住人: 'nativeName', 联系电话: 'bookerPhone', 联系人: 'booker' }],
    [
      'Booked by,Guest name(s),Phone',
      { 'Booked by': 'booker', 'Guest name(s)': 'nativeName', Phone: 'phone' },
    ],
    // Nobody else is named, or the contact's is the only telephone: they are the guest's.
    ['联系人,联系电话', { 联系人: 'nativeName', 联系电话: 'phone' }],
    ['姓名,联系电话', { 姓名: 'nativeName', 联系电话: 'phone' }],
    [
      'Last name,First name,Contact',
      { 'Last name': 'familyName', 'First name': 'givenName', Contact: 'booker' },
    ],
  ])('%s', (headings, fields) => {
    expect(
      Object.fromEntries(guessFields(headings.split(',').map((name) => ({ name, samples: [] })))),
    ).toEqual(fields)
  })

  test('a contact is what its values are', () => {
    expect(
      guessed('Guest name,Contact', 'Anna Probe,+49 30 901820', 'Bert Trial,+49 30 901821').fields,
    ).toEqual({
      'Guest name': 'nativeName',
      Contact: 'phone',
    })
    expect(guessed('Guest name,Contact', 'Anna Probe,Carl Check', 'Bert Trial,Carl Check').fields).toEqual({
      'Guest name': 'nativeName',
      Contact: 'booker',
    })
  })
})

describe('a heading with its values', () => {
  test.each([
    ['会员', '是 否 是 否', 'membershipTier'],
    ['会员', 'Gold Silver Gold -', 'membershipTier'],
    ['会员', 'M1001 M1002 M1003 M1004', 'membershipNo'],
    ['Rooms', '1 2 1 3', 'rooms'],
    ['Rooms', '1203 804 1107 905', 'room'],
    ['房数', '2间 1间 1间 3间', 'rooms'],
    ['Units', '1 1 2 1', 'rooms'],
    ['证件号码', '11010519491231002X C01X00T47 H12345678 -', 'documentNo'],
  ])('%s over %s is %s', (heading, values, field) => {
    expect(guessed(heading, ...values.split(' ')).fields).toEqual({ [heading]: field })
  })
})

describe('two columns that could be one field', () => {
  test.each([
    ['Mobile,Tel', ['13800138000,+861065556666', '13900139000,'], 'phone'],
    ['Name,Guest Name', ['Anna Probe,Bert Trial', 'Carl Check,Carl Check'], 'nativeName'],
    ['Check-in,Arrival date', ['2026-03-05,2026-03-06', '2026-03-07,2026-03-07'], 'arrival'],
    ['离店日期,预离日期', ['2026-03-05,2026-03-06'], 'departure'],
    ['Total,Amount', ['500,600'], 'total'],
    ['Rate,ADR', ['500,480'], 'rate'],
    ['Rooms,Units', ['1,2'], 'rooms'],
  ])('%s are asked about', (headings, rows, field) => {
    expect(guessed(headings, ...rows)).toEqual({
      fields: {},
      doubts: [{ field, columns: headings.split(',') }],
    })
  })

  test.each([
    ['one is empty', 'Mobile,Tel', [',+861065556666', ',13900139000'], { Tel: 'phone' }],
    ['both say the same', 'Check-in,Arrival date', ['2026-03-05,2026-03-05'], { 'Check-in': 'arrival' }],
    [
      'one can’t be read as it',
      'Check-in,Arrival date',
      ['14:00,2026-03-05', '15:30,2026-03-07'],
      { 'Arrival date': 'arrival' },
    ],
    ['one heading says it better', 'Persons,Adults', ['3,2', '2,2'], { Adults: 'adults' }],
    ['of prices too', 'Price,Total', ['600,1200'], { Total: 'total' }],
    // A second remark or source is not worth the question: the first is taken, and the summary names the other.
    ['it is of little weight', 'Remarks,Comments', ['a,b'], { Remarks: 'note' }],
  ])('are settled where %s', (_why, headings, rows, fields) => {
    expect(guessed(headings, ...rows)).toEqual({ fields, doubts: [] })
  })

  test('one heading twice is another fault, which the import names', () => {
    expect(guessed('Arrival,Arrival (2)', '2026-03-05,2026-04-05')).toEqual({
      fields: { Arrival: 'arrival' },
      doubts: [],
    })
  })
})

test('exports of agencies are understood whole', () => {
  expect(
    guessed(
      'Confirmation code,Status,Guest name,Contact,# of adults,# of children,# of infants,Start date,End date,# of nights,Booked,Listing,Earnings',
      'HMAAAA0001,Confirmed,Anna Probe,+49 30 901820,2,1,0,3/5/2026,3/7/2026,2,2026-01-10,Room A,1240.50',
    ),
  ).toEqual({
    fields: {
      'Confirmation code': 'confirmationNo',
      Status: 'status',
      'Guest name': 'nativeName',
      Contact: 'phone',
      '# of adults': 'adults',
      '# of children': 'children',
      '# of infants': 'infants',
      'Start date': 'arrival',
      'End date': 'departure',
      '# of nights': 'nights',
      Booked: 'createdOn',
      Listing: 'roomType',
      Earnings: 'total',
    },
    doubts: [],
  })
  expect(
    guessed(
      'Book number,Booked by,Guest name(s),Check-in,Check-out,Booked on,Status,Rooms,Persons,Adults,Children,Price,Commission amount,Remarks,Unit type,Duration (nights),Cancellation date,Phone number',
      '4000000001,Anna Probe,Anna Probe,2026-03-05,2026-03-07,2026-01-10 10:00:00,ok,1,3,2,1,CNY 600,CNY 90,,Double,2,,+49 30 901820',
    ),
  ).toMatchObject({
    fields: {
      'Book number': 'confirmationNo',
      'Booked by': 'booker',
      'Guest name(s)': 'nativeName',
      'Booked on': 'createdOn',
      Rooms: 'rooms',
      Adults: 'adults',
      Price: 'total',
      'Unit type': 'roomType',
      'Duration (nights)': 'nights',
      'Phone number': 'phone',
    },
    doubts: [],
  })
})

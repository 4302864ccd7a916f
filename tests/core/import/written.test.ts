import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wholeLog } from '#tests/support/whole-log.ts'
import { closeHotel, column, findingsOf, hotel, imported, openHotel, rowsOf } from './lists.ts'
import { addRoom1203 } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

describe('guests', () => {
  const headings =
    'Arrival,Departure,Room type,Rate,Name,Last name,First name,Phone,Email,Nationality,Gender,Birth date,Language,ID card,Passport,Member no,Tag'
  const guest = (...cells: string[]) => `2026-04-05,2026-04-06,KING,100,${cells.join(',')}`
  const whose = () => column('select guest_id from bookings order by id')

  test('are one by document, by membership or by name with telephone, and no other way', async () => {
    const id = '11010519491231002X'
    const summary = await imported('a.csv', [
      headings,
      guest('', 'Muller', 'Anna', '+491715551234', '', 'DEU', '', '', '', '', 'C12345678'),
      // The same passport under another name, then one of another country under the same number.
      guest('', 'Miller', 'Anna', '', '', 'DEU', '', '', '', '', 'C12345678'),
      guest('', 'Muller', 'Anna', '', '', 'FRA', '', '', '', '', 'C12345678'),
      // The name with its telephone, written in other ways; the name alone; the telephone alone.
      guest('', 'MÜLLER', 'anna', '+49 171 5551234', '', '', '', '', '', '', ''),
      guest('', 'Muller', 'Anna', '', '', '', '', '', '', '', ''),
      guest('', 'Schmidt', 'Otto', '+491715551234', '', '', '', '', '', '', ''),
      // A document of their own is somebody else, or unsure.
      guest('', 'Muller', 'Anna', '+491715551234', '', 'DEU', '', '', '', '', 'C99999999'),
      guest('李 娜', '', '', '13800138000', '', '', '', '', '', id, ''),
      guest('李娜', '', '', '138-0013-8000', '', '', '', '', '', '', ''),
      guest('王芳', '', '', '', '', '', '', '', '', id, ''),
      guest('', 'Ito', 'Ken', '', '', '', '', '', '', '', '', 'M-101'),
      guest('', 'Ito', 'Mai', '', '', '', '', '', '', '', '', 'M-101'),
      guest('', '', '', '', 'only@example.com', '', '', '', '', '', ''),
      guest('', '', '', '', 'only@example.com', '', '', '', '', '', ''),
      guest('', '', '', '', '', 'JPN', 'female', '1990-05-06', 'ja', '', ''),
      guest('', '', '', '', '', 'JPN', '', '', '', '', ''),
    ])
    expect([summary.imported, summary.rejected]).toEqual([16, {}])
    expect(whose()).toEqual([1, 2, 3, 1, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14])
    expect(summary.created.guests).toBe(14)
    expect(summary.notes).toEqual({
      documentOfOther: 2,
      membershipOfOther: 1,
      phoneOfOther: 2,
      duplicateRow: 1,
    })
  })

  test('are written whole, each with one row of the log; the unnamed ones without', async () => {
    await imported('a.csv', [
      headings,
      guest(
        '',
        'Muller',
        'Anna',
        '+491715551234',
        'Anna@example.com',
        'DEU',
        'female',
        '1990-05-06',
        'de',
        '',
        'C12345678',
        '',
        'VIP',
      ),
      guest(
        '张伟',
        '',
        '',
        '13800138000',
        'x.1@guest.booking.com',
        '',
        'male',
        '',
        '',
        '11010519491231002X',
        '',
        '',
        '',
      ),
      guest('', '', '', '', '', 'JPN', 'female', '1990-05-06', 'ja', '', '', '', ''),
    ])
    const guests = rowsOf<Record<string, unknown>>('select * from guests order by id')
    expect(guests).toMatchObject([
      {
        native_name: '',
        family_name: 'Muller',
        given_name: 'Anna',
        salutation: '',
        gender: 'female',
        birth_date: '1990-05-06',
        nationality: 'DEU',
        language: 'de',
        unnamed: 0,
        version: 1,
      },
      { native_name: '张伟', sort_key: 'zhang wei 张伟', gender: 'male', unnamed: 0, version: 1 },
      {
        native_name: '',
        family_name: '',
        given_name: '',
        gender: 'female',
        birth_date: '1990-05-06',
        nationality: 'JPN',
        language: 'ja',
        unnamed: 1,
        version: 1,
      },
    ])
    expect(
      rowsOf('select guest_id, kind, value, is_primary, agency_masked from guest_contacts order by id'),
    ).toEqual([
      { guest_id: 1, kind: 'phone', value: '+491715551234', is_primary: 1, agency_masked: 0 },
      { guest_id: 1, kind: 'email', value: 'Anna@example.com', is_primary: 1, agency_masked: 0 },
      { guest_id: 2, kind: 'mobile', value: '+8613800138000', is_primary: 1, agency_masked: 0 },
      { guest_id: 2, kind: 'email', value: 'x.1@guest.booking.com', is_primary: 1, agency_masked: 1 },
    ])
    expect(
      rowsOf('select guest_id, kind, number, country, expires_on from guest_documents order by id'),
    ).toEqual([
      { guest_id: 1, kind: 'passport', number: 'C12345678', country: 'DEU', expires_on: null },
      { guest_id: 2, kind: 'resident-id', number: '11010519491231002X', country: 'CHN', expires_on: null },
    ])
    expect(rowsOf('select guest_id, tag from guest_tags')).toEqual([{ guest_id: 1, tag: 'VIP' }])
    const logged = rowsOf<{ entity_id: number; after: string; before: null; booking_id: null }>(
      `select entity_id, before, after, booking_id from ${wholeLog} where entity = 'guest' order by seq`,
    )
    expect(logged.map(({ entity_id, before, booking_id }) => [entity_id, before, booking_id])).toEqual([
      [1, null, null],
      [2, null, null],
    ])
    expect(JSON.parse(logged[0]?.after ?? '')).toMatchObject({
      familyName: 'Muller',
      salutation: '',
      unnamed: false,
      tags: { VIP: true },
      preferences: {},
      notes: {},
      alerts: {},
      consents: {},
    })
    for (const text of ['muller', '8000', 'c12345678'])
      expect([text, (await hotel.app.must('guest.search', { text })).rows.length]).toEqual([text, 1])
  })

  test('a telephone alone, an e-mail alone, a document alone make a guest with it', async () => {
    await imported('a.csv', [
      headings,
      guest('', '', '', '13800138000', '', '', '', '', '', '', ''),
      guest('', '', '', '+861012345678', '', '', '', '', '', '', ''),
      guest('', '', '', '', 'a@example.com', '', '', '', '', '', ''),
      guest('', '', '', '', '', '', '', '', '', '11010519491231002X', ''),
      guest('', '', '', '', '', 'DEU', '', '', '', '', 'C12345678'),
    ])
    expect(column('select kind from guest_contacts order by id')).toEqual(['mobile', 'phone', 'email'])
    expect(column('select kind from guest_documents order by id')).toEqual(['resident-id', 'passport'])
    expect(hotel.count('guests')).toBe(5)
    expect(hotel.count('guests', 'where unnamed = 1')).toBe(5)
    expect(hotel.count('changes', "where entity = 'guest'")).toBe(5)
  })

  test('on file are found by document, and not under another name', async () => {
    const one = [headings, guest('', 'Muller', 'Anna', '', '', 'DEU', '', '', '', '', 'C12345678', '')]
    await imported('a.csv', one)
    const again = await imported('b.csv', [
      headings,
      guest('', 'Muller', 'Anna', '+491715551234', '', 'DEU', '', '', '', '', 'C12345678', ''),
      guest('', 'Schulz', 'Eva', '', '', 'DEU', '', '', '', '', 'C12345678', ''),
    ])
    expect(again).toMatchObject({ imported: 2, created: { guests: 1 }, notes: { documentOfOther: 1 } })
    expect(whose()).toEqual([1, 1, 2])
    expect((await findingsOf(again.batchId)).map(({ line, field, value }) => [line, field, value])).toEqual([
      [3, 'document', 'passport …5678: Anna Muller'],
    ])
  })
})

describe('codes', () => {
  const headings =
    'Arrival,Departure,Rate,Room type,Charged room type,Adults,Agency,Company,Room no,Rate code,Children'
  const row = (...cells: string[]) => `2026-04-05,2026-04-06,100,${cells.join(',')}`
  const types = () =>
    rowsOf<Record<string, unknown>>(
      'select code, name_en, name_zh, max_persons, position, overbooking, base_rate_minor, active, version from room_types order by id',
    )

  test('name what is on file by code or by name, in any width and case', async () => {
    const type = await hotel.app.must('room.saveType', {
      code: 'KING',
      nameEn: 'Deluxe King',
      nameZh: '豪华大床',
      maxPersons: 2,
      baseRateMinor: 0,
    })
    await hotel.app.must('room.save', { number: 'A12', roomTypeId: type.id, floor: 12 })
    const plan = await hotel.app.must('rate.save', {
      code: 'BAR',
      nameEn: 'Best',
      nameZh: '最优',
      meal: 'room-only',
      kind: 'sold',
      qualifies: true,
      active: true,
      prices: [],
    })
    const summary = await imported('a.csv', [
      headings,
      row('KING', '', '3', '', '', ' ａ12 ', 'bar'),
      row('deluxe king', '', '1', '', '', '', ''),
      row('豪华大床', 'ＫＩＮＧ', '9', '', '', '', 'none'),
    ])
    expect(summary).toMatchObject({ imported: 3, created: { roomTypes: 0 }, notes: {} })
    expect(types()).toMatchObject([{ code: 'KING', max_persons: 2, version: 1 }])
    expect(column('select rate_plan_id from bookings order by id')).toEqual([
      (plan as { id: number }).id,
      null,
      null,
    ])
    expect(column('select count(*) from room_nights where room_id is not null')).toEqual([1])
    const sources = column('select source from bookings order by id').map((source) =>
      JSON.parse(String(source)),
    )
    expect(sources).toEqual([{ line: 2 }, { line: 3 }, { line: 4, ratePlan: 'none' }])
    expect(hotel.count('changes', "where entity = 'room-type' and operation = 'import.start'")).toBe(0)
  })

  test('that are new are made once, with the most persons that slept in them', async () => {
    const long = 'A very long room type'
    const summary = await imported('a.csv', [
      headings,
      row(long, '', '2', 'Travelfar', 'Acme', '', ''),
      row('a very long room TYPE', '', '3', 'Travelfar', 'Travelfar', '', ''),
      row(`${long} with a view`, '', '15', 'travelfar', '', '', '', '9'),
      row(`${long} on the lake`, 'Charged alone', '1', '', '', '', ''),
    ])
    expect(summary.created).toMatchObject({ roomTypes: 4, accounts: 4 })
    const rest = { overbooking: 0, base_rate_minor: 0, active: 1 }
    expect(types()).toMatchObject(
      [
        { code: 'A very long room', name_en: long, name_zh: long, max_persons: 3, position: 1 },
        { code: 'A very long-2', name_en: `${long} with a view`, max_persons: 20, position: 2 },
        { code: 'A very long-3', name_en: `${long} on the lake`, max_persons: 1, position: 3 },
        { code: 'Charged alone', name_en: 'Charged alone', max_persons: 1, position: 4 },
      ].map((one) => ({ ...rest, ...one })),
    )
    expect(rowsOf('select kind, code, name, active, version from accounts order by id')).toEqual(
      [
        ['agency', 'Travelfar'],
        ['company', 'Acme'],
        ['company', 'Travelfar'],
        ['agency', 'travelfar'],
      ].map(([kind, code]) => ({ kind, code, name: code, active: 1, version: 1 })),
    )
    const logged = column("select after from changes where entity = 'room-type' order by seq").map((after) =>
      JSON.parse(String(after)),
    )
    expect(logged).toHaveLength(4)
    expect(logged[0]).toEqual({
      code: 'A very long room',
      nameEn: long,
      nameZh: long,
      maxPersons: 3,
      overbooking: 0,
      baseRateMinor: 0,
      position: 1,
      active: true,
    })
    expect(
      JSON.parse(String(column("select after from changes where entity = 'account' order by seq")[0])),
    ).toEqual({
      kind: 'agency',
      code: 'Travelfar',
      name: 'Travelfar',
      active: true,
    })
    // A second file uses them.
    const again = await imported('b.csv', [headings, row(long, '', '9', 'Travelfar', 'Acme', '', '')])
    expect(again.created).toMatchObject({ roomTypes: 0, accounts: 0 })
    expect(types()[0]).toMatchObject({ max_persons: 3 })
    const more = await imported('c.csv', [headings, row('Other', '', '1', '', '', '', '')])
    expect(more.created).toMatchObject({ roomTypes: 1 })
    expect(types().at(-1)).toMatchObject({ code: 'Other', position: 5 })
  })

  test('a room is taken by who stays, night by night; by who cancelled it is not', async () => {
    await addRoom1203(hotel.app)
    const lines = [
      'Arrival,Departure,Room type,Rate,Room no,Status',
      '2026-09-01,2026-09-03,KING,100,1203,cancelled',
      '2026-09-01,2026-09-03,KING,100,1203,confirmed',
      '2026-08-30,2026-09-03,KING,100,1203,confirmed',
      '2026-09-02,2026-09-05,KING,100,1203,cancelled',
      '2026-09-03,2026-09-05,KING,100,1203,confirmed',
      '2026-09-06,2026-09-08,KING,100,77,confirmed',
    ]
    const summary = await imported('a.csv', lines)
    expect(summary).toMatchObject({
      imported: 5,
      rejected: { roomTaken: 1 },
      created: { bookings: 5, roomNights: 11 },
      notes: { roomUnknown: 1 },
    })
    expect(
      (await findingsOf(summary.batchId)).map(({ line, reason, field, value }) => [
        line,
        reason,
        field,
        value,
      ]),
    ).toEqual([
      [4, 'roomTaken', 'room', '1203 2026-09-01'],
      [7, 'roomUnknown', 'room', '77'],
    ])
    expect(rowsOf('select live, count(*) n from room_nights group by live')).toEqual([
      { live: 0, n: 5 },
      { live: 1, n: 6 },
    ])
    expect(column('select night from room_nights where booking_id = 1 order by id')).toEqual([
      '2026-09-01',
      '2026-09-02',
    ])
    expect(
      column('select count(*) from room_nights where closure_id is null and rate_minor = 10000'),
    ).toEqual([11])
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demandFile } from '#tests/support/booking-demand.ts'
import { wholeLog } from '#tests/support/whole-log.ts'
import { closeHotel, column, demand, findingsOf, hotel, imported, openHotel, rowsOf, start } from './lists.ts'
import { summaryOf } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

describe('amounts', () => {
  const rates = () => column('select rate_minor from room_nights order by id')

  test('the column of totals settles the decimal sign too, and so does either of two columns', async () => {
    const lines = (rows: string[]) => [
      'Arrival;Departure;Room type;Total',
      ...rows.map((total) => `2026-03-05;2026-03-06;KING;${total}`),
    ]
    expect(await imported('a.csv', lines(['1.234', '88,50']))).toMatchObject({ imported: 2 })
    expect(rates()).toEqual([123_400, 8850])
    const both = [
      'Arrival;Departure;Room type;Rate;Total',
      '2026-03-05;2026-03-06;KING;1.234;',
      '2026-03-05;2026-03-06;KING;;88,50',
    ]
    expect(await imported('b.csv', both)).toMatchObject({ imported: 2, rejected: {} })
    expect(rates().slice(2)).toEqual([123_400, 8850])
    // A column that is no amount settles nothing.
    const other = [
      'Arrival;Departure;Room type;Rate;Size',
      '2026-03-05;2026-03-06;KING;1.234;88,50',
      '2026-03-05;2026-03-06;KING;100;1',
    ]
    expect(await imported('c.csv', other)).toMatchObject({ imported: 1, rejected: { rateAmbiguous: 1 } })
  })

  test('a sign that is said holds against the file’s own', async () => {
    const lines = [
      'Arrival;Departure;Room type;Rate',
      '2026-03-05;2026-03-06;KING;1.234',
      '2026-03-05;2026-03-06;KING;1.235',
    ]
    expect(await imported('a.csv', lines, { mapping: { decimalSign: 'point' } })).toMatchObject({
      imported: 2,
    })
    expect(rates()).toEqual([123, 124])
  })

  test('a file that stops being a table behind its first rows ends the job in words', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => `2026-03-05,2026-03-06,KING,${index}`)
    const lines = ['Arrival,Departure,Room type,Rate', ...rows, '2026-03-05,"2026-03-06,KING,1']
    const columns = {
      Arrival: 'arrival',
      Departure: 'departure',
      'Room type': 'roomType',
      Rate: 'rate',
    } as const
    const file = hotel.give('broken.csv', `${lines.join('\n')}\n`)
    const mapping = { columns, dateOrder: 'ymd' as const }
    const ended = await hotel.run({ file, profile: 'generic', mapping, dryRun: false })
    expect(ended).toMatchObject({
      refusal: { code: 'FILE_NOT_TABLE', params: { file: 'broken.csv', line: 4002 } },
    })
    for (const table of ['bookings', 'import_batches', 'import_findings']) expect(hotel.count(table)).toBe(0)
  })
})

describe('a filter', () => {
  const lines = [
    'Arrival,Departure,Room type,Colour',
    ...['red', 'blue', ' red ', ''].map((colour) => `2026-03-05,2026-03-06,KING,${colour}`),
  ]

  test('picks its rows, by what is in the cell without spaces', async () => {
    expect(await imported('a.csv', lines, { where: ' Colour = red ' })).toMatchObject({
      where: 'Colour=red',
      rows: 2,
      filteredOut: 2,
      imported: 2,
    })
    expect(column('select filter from import_batches')).toEqual(['Colour=red'])
    const source = column('select source from bookings order by id').map((one) => JSON.parse(String(one)))
    expect(source).toMatchObject([{ line: 2 }, { line: 4 }])
  })

  test('that picks nothing is told with what it could pick, twenty at most', async () => {
    expect(await start('a.csv', lines, { where: 'Colour=green' })).toEqual({
      refusal: {
        code: 'WHERE_UNKNOWN',
        params: {
          file: 'a.csv',
          why: 'row',
          where: 'Colour=green',
          choices: 'Colour=red, Colour=blue, Colour=',
        },
      },
    })
    const many = Array.from({ length: 30 }, (_, index) => `2026-03-05,2026-03-06,KING,c${index}`)
    const ended = await start('b.csv', [lines[0] ?? '', ...many], { where: 'Colour=green' })
    if (!('refusal' in ended)) throw new Error('imported')
    expect(String((ended.refusal as { params?: { choices?: string } }).params?.choices).split(', ')).toEqual(
      Array.from({ length: 20 }, (_, index) => `Colour=c${index}`),
    )
    expect(
      await start('c.csv', [lines[0] ?? '', '2026-03-05,2026-03-06,KING,'], { where: 'Colour=' }),
    ).toHaveProperty('summary')
  })
})

describe('the hotel that rows are of', () => {
  test('none where a list names none; then any may come, and after it no other', async () => {
    const list = ['Arrival,Departure,Room type,hotel', '2026-03-05,2026-03-06,KING,Resort Hotel']
    const first = await imported('a.csv', list, { where: 'hotel=Resort Hotel' })
    expect(first).not.toHaveProperty('hotel')
    expect(await demand([{}], 'hotel=City Hotel')).toMatchObject({ summary: { hotel: 'City Hotel' } })
    // A list's filter says nothing of hotels.
    expect(
      await start('c.csv', [...list, '2026-03-05,2026-03-07,KING,x'], { where: 'hotel=Resort Hotel' }),
    ).toHaveProperty('summary')
    expect(await demand([{ hotel: 'Resort Hotel', adults: '3' }], 'hotel=Resort Hotel')).toMatchObject({
      refusal: {
        code: 'HOTEL_DIFFERS',
        params: { file: 'demand.csv', hotel: 'City Hotel', given: 'Resort Hotel' },
      },
    })
    expect(await demand([{ adults: '3' }])).toMatchObject({ summary: { hotel: 'City Hotel', imported: 1 } })
  })

  test('two in one file want a filter; a row that is cut short names none', async () => {
    expect(await demand([{ hotel: ' City Hotel ' }, { hotel: 'Resort Hotel' }])).toEqual({
      refusal: {
        code: 'WHERE_UNKNOWN',
        params: {
          file: 'demand.csv',
          why: 'hotel',
          where: '',
          choices: 'hotel=City Hotel, hotel=Resort Hotel',
        },
      },
    })
    const short = `${demandFile([{}])}Resort Hotel,0,30\n`
    const ended = await hotel.run({
      file: hotel.give('short.csv', short),
      profile: 'hotel-booking-demand',
      where: '',
      dryRun: false,
    })
    expect(summaryOf(ended)).toMatchObject({ rows: 2, imported: 1, hotel: 'City Hotel' })
  })
})

describe('an import', () => {
  const lines = [
    'Arrival,Departure,Room type,Rate',
    '2026-03-05,2026-03-06,KING,100',
    '2026-03-05,x,KING,100',
    '2026-03-05,2026-03-06,KING,100',
  ]

  test('tells everything it did, and its row of the log tells it too', async () => {
    const sent: unknown[] = []
    hotel.app.app.events.on((event) => {
      if (event.type === 'changed') sent.push(event)
    })
    const before = hotel.count('changes')
    const summary = await imported('March.csv', lines)
    expect(summary).toEqual({
      batchId: 1,
      dryRun: false,
      file: 'March.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      profile: 'generic',
      where: null,
      rows: 3,
      filteredOut: 0,
      imported: 2,
      rejected: { dateForm: 1 },
      notes: { duplicateRow: 1 },
      byStatus: { confirmed: 2 },
      byStatusRead: { confirmed: 2, unknown: 1 },
      created: { guests: 2, bookings: 2, roomNights: 2, accounts: 0, roomTypes: 1 },
      seconds: expect.any(Number),
      columns: { Arrival: 'arrival', Departure: 'departure', 'Room type': 'roomType', Rate: 'rate' },
      dateOrders: { Arrival: 'clear', Departure: 'clear' },
      notRead: [],
      encoding: 'utf-8',
    })
    expect(summary.seconds).toBeGreaterThan(0)
    expect(summary.seconds).toBeLessThan(60)
    const [batch] = rowsOf<Record<string, unknown>>('select * from import_batches')
    expect(batch).toMatchObject({
      id: 1,
      file_name: 'March.csv',
      sha256: summary.sha256,
      profile: 'generic',
      filter: '',
      by: 'admin',
    })
    const kept = JSON.parse(String(batch?.summary))
    expect({ ...kept, seconds: 0 }).toEqual({ ...summary, seconds: 0 })
    const { seconds: _, columns: _columns, notRead: _notRead, unknownWords: _words, ...more } = summary
    const { dateOrders: _dateOrders, ...told } = more
    const [row] = rowsOf<Record<string, unknown>>(`select * from ${wholeLog} where entity = 'import-batch'`)
    expect(row).toMatchObject({
      operation: 'import.start',
      entity_id: 1,
      booking_id: null,
      before: null,
      workstation: 'TEST-PC',
      actor: 'admin',
    })
    expect(JSON.parse(String(row?.after))).toEqual(told)
    expect(new Set(column(`select command from changes where operation = 'import.start'`))).toEqual(
      new Set([before + 1]),
    )
    expect(sent).toEqual([
      expect.objectContaining({
        type: 'changed',
        change: before + 1,
        operation: 'import.start',
        actor: 'admin',
        entities: [
          { kind: 'import-batch', id: 1 },
          { kind: 'booking', id: 0 },
          { kind: 'guest', id: 0 },
          { kind: 'account', id: 0 },
          { kind: 'room-type', id: 0 },
        ],
      }),
    ])
    const [listed] = await hotel.app.must('import.batches', {})
    expect(listed).toEqual({ id: 1, at: batch?.at, by: 'Ada Min', takenBack: null, summary: kept })
    expect((await findingsOf(1)).map(({ line, kind, row: text }) => [line, kind, text])).toEqual([
      [3, 'rejected', '2026-03-05,x,KING,100'],
      [4, 'noted', '2026-03-05,2026-03-06,KING,100'],
    ])
  })

  test('a dry run sends nothing, names no batch and counts the same', async () => {
    const sent: unknown[] = []
    hotel.app.app.events.on((event) => {
      if (event.type === 'changed') sent.push(event)
    })
    expect(await imported('March.csv', lines, { dryRun: true })).toMatchObject({
      batchId: null,
      dryRun: true,
      imported: 2,
      created: { bookings: 2 },
    })
    expect(sent).toEqual([])
    expect(await start('March.csv', lines)).toHaveProperty('summary')
    expect(await start('again.csv', lines)).toEqual({
      refusal: { code: 'ALREADY_IMPORTED', params: { file: 'March.csv', batch: 1, at: '2026-03-02' } },
    })
  })

  test('where nothing came in, all that was wrong can be read, more than a thousand findings too', async () => {
    const wrong = Array.from({ length: 1100 }, (_, index) => `2026-03-05,x${index},KING,100`)
    const ended = await start('wrong.csv', [lines[0] ?? '', ...wrong])
    if (!('job' in ended)) throw new Error('refused')
    expect(ended.summary).toMatchObject({ batchId: null, imported: 0, rejected: { dateForm: 1100 } })
    const values: string[] = []
    for (let after: string | undefined, ended_ = false; !ended_; ) {
      const page = await hotel.app.must('import.findings', {
        source: ended.job,
        limit: 400,
        ...(after === undefined ? {} : { after: after as never }),
      })
      values.push(...page.rows.map(({ value }) => value))
      after = page.next ?? undefined
      ended_ = page.next === null
    }
    expect(values).toEqual(Array.from({ length: 1100 }, (_, index) => `x${index}`))
  })

  test('confirmation numbers of more than five thousand earlier bookings are all known', async () => {
    const headings = 'Confirmation no,Arrival,Departure,Room type'
    const stay = (number: string) => `${number},2025-03-05,2025-03-06,KING`
    const first = Array.from({ length: 5003 }, (_, index) => stay(index === 5 ? '' : `K${index}`))
    expect(await imported('a.csv', [headings, ...first])).toMatchObject({ imported: 5003 })
    const numbers = ['K0', 'K4999', 'K5000', 'K5001', 'K5002', 'K5003', '', 'K5003']
    const again = await imported('b.csv', [headings, ...numbers.map(stay)])
    expect(again).toMatchObject({
      imported: 8,
      rejected: {},
      notes: { confirmationTwice: 1 },
      compared: { same: 5, new: 3, changed: 0 },
      created: { bookings: 3 },
    })
  })

  test('findings are asked for by page, of what there is', async () => {
    const summary = await imported('a.csv', lines)
    const ask = (more: object) =>
      hotel.app.must('import.findings', { source: `batch:${summary.batchId}`, ...more })
    expect(await ask({ limit: 2 })).toMatchObject({ rows: [{ line: 3 }, { line: 4 }], next: null })
    expect(await ask({ limit: 1 })).toMatchObject({ rows: [{ line: 3 }], next: '1' })
    expect(await ask({ limit: 1, after: '1' })).toMatchObject({ rows: [{ line: 4 }], next: null })
    expect(await ask({ after: '2' })).toMatchObject({ rows: [], next: null })
    for (const source of ['batch:2', 'batch:x', 'job:gone', ''])
      expect(await hotel.app.call('import.findings', { source })).toMatchObject({
        refusal: { code: 'FINDINGS_UNKNOWN', params: { source } },
      })
  })

  test('is refused with the name of its file', async () => {
    const empty = hotel.give('empty.csv', '')
    const headings = hotel.give('headings.csv', 'Arrival,Departure\n')
    const mapping = { columns: {}, dateOrder: 'ymd' as const }
    for (const [file, name, code] of [
      [empty, 'empty.csv', 'FILE_EMPTY'],
      [headings, 'headings.csv', 'FILE_EMPTY'],
    ] as const) {
      const refusal = { code, params: { file: name } }
      expect(await hotel.app.call('import.inspect', { file })).toMatchObject({ refusal })
      expect(await hotel.app.call('import.start', { file, profile: 'generic', mapping })).toMatchObject({
        refusal,
      })
    }
    expect(await hotel.app.call('import.inspect', { file: 'nobody' })).toMatchObject({
      refusal: { code: 'FILE_UNKNOWN' },
    })
  })
})

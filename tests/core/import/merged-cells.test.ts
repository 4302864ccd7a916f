import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workbookOf } from '#tests/support/workbook.ts'
import { day, headings, importBook, row, sheetOf, start, stays } from './books.ts'
import { closeHotel, column, findingsOf, hotel, openHotel } from './lists.ts'
import { summaryOf } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

describe('hidden rows', () => {
  const book = [{ ...sheetOf('Sheet1', row('Seen'), row('Hidden'), ['Wrong', 'x']), hidden: [3, 4] }]

  test('are read, noted and counted', async () => {
    const file = hotel.give('book.xlsx', workbookOf(book))
    expect(await hotel.app.must('import.inspect', { file })).toMatchObject({ hiddenRows: 2 })
    const summary = summaryOf(await start(file))
    expect(summary).toMatchObject({
      rows: 3,
      imported: 2,
      hiddenRows: 2,
      skipHidden: false,
      notes: { rowHidden: 1 },
    })
    expect((await findingsOf(summary.batchId)).filter(({ reason }) => reason === 'rowHidden')).toMatchObject([
      { line: 3 },
    ])
  })

  test('are left out where that is chosen', async () => {
    const summary = await importBook(book, {}, { skipHidden: true })
    expect(summary).toMatchObject({
      rows: 1,
      filteredOut: 2,
      imported: 1,
      hiddenRows: 2,
      skipHidden: true,
      notes: {},
    })
  })
})

describe('merged cells', () => {
  test('stand for every row that they cover', async () => {
    const summary = await importBook([
      {
        name: 'Sheet1',
        rows: [
          headings,
          ['王一', day(46086), day(46088), '大床房', 300],
          [null, null, null, '双床房', 280],
          [null, null, null, '家庭房', 380],
          ['李二', day(46087), day(46088), '大床房', 300],
        ],
        merges: ['A2:A4', 'B2:B4', 'C2:C4'],
      },
    ])
    expect(stays()).toEqual([
      '2026-03-05 2026-03-07 大床房',
      '2026-03-05 2026-03-07 双床房',
      '2026-03-05 2026-03-07 家庭房',
      '2026-03-06 2026-03-07 大床房',
    ])
    expect(
      column('select native_name from guests join bookings on guests.id = guest_id order by bookings.id'),
    ).toEqual(['王一', '王一', '王一', '李二'])
    expect(summary).toMatchObject({ rows: 4, imported: 4, notes: { cellsMerged: 2 } })
  })

  test('make no row where they are all that it has, nor where it says no more than a note or a second guest', async () => {
    const summary = await importBook([
      {
        name: 'Sheet1',
        rows: [
          [...headings, 'Room', 'Notes'],
          row('Anna', ['1203', 'first line']),
          [null, null, null, null, null, null, 'second line'],
          row('Bob', ['1204']),
          ['Bea'],
          row('Cleo', ['1205']),
          [null, null, { xml: '<c r="C7" s="1"/>' }],
        ],
        merges: [
          'A2:A3',
          'B2:B3',
          'C2:C3',
          'D2:D3',
          'E2:E3',
          'F2:F3',
          'B4:B5',
          'C4:C5',
          'D4:D5',
          'E4:E5',
          'F4:F5',
        ].concat([...'ABCDEFG'].map((letter) => `${letter}6:${letter}7`)),
      },
    ])
    expect(summary).toMatchObject({ rows: 5, imported: 3, rejected: { mergedOnly: 2 } })
  })

  test('a total of several rows is nobody’s price', async () => {
    const rows = [
      ['Name', 'Arrival', 'Departure', 'Room type', 'Total'],
      ['Anna', day(46086), day(46088), 'DBL', 1800],
      [null, null, null, 'TWN', null],
      ['Bob', day(46086), day(46088), 'DBL', 600],
    ]
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'E2:E3']
    expect(await importBook([{ name: 'Sheet1', rows, merges }])).toMatchObject({
      imported: 1,
      rejected: { totalShared: 2 },
    })
  })

  test('an error and a rounded number stay what they are in each row', async () => {
    const rows = [
      ['Name', 'Arrival', 'Departure', 'Room type', 'Order no'],
      ['Anna', day(46086), { xml: '<c r="C2" t="e"><v>#N/A</v></c>' }, 'DBL', 1e15],
      [null, null, null, 'TWN', null],
      ['Bob', day(46086), day(46088), 'DBL', 1e15],
      [null, null, null, 'TWN', null],
    ]
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'E2:E3', 'A4:A5', 'B4:B5', 'C4:C5', 'E4:E5']
    expect(await importBook([{ name: 'Sheet1', rows, merges }])).toMatchObject({
      imported: 2,
      rejected: { cellError: 2 },
      notes: { numberRounded: 2 },
    })
  })

  test('headings of two rows: merged downwards name their column, merged across tell two of a name apart', async () => {
    const rows = [
      ['Reservations of March'],
      ['Room type', 'Stay', null, 'Guest', null, 'Agent', null],
      [null, 'Arrival', 'Departure', 'Name', 'Phone', 'Name', 'Phone'],
      ['DBL', day(46086), day(46088), 'Anna', '13800138000', 'Ctrip', '13900139000'],
    ]
    const merges = ['A1:G1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:G2']
    const file = hotel.give('book.xlsx', workbookOf([{ name: 'Sheet1', rows, merges }]))
    const { columns, preview } = await hotel.app.must('import.inspect', { file })
    expect(columns.map(({ name }) => name)).toEqual([
      'Room type',
      'Arrival',
      'Departure',
      'Guest Name',
      'Guest Phone',
      'Agent Name',
      'Agent Phone',
    ])
    expect(preview).toHaveLength(1)
    expect(summaryOf(await start(file))).toMatchObject({ imported: 1 })
  })

  test('are found wherever the parts of the file are cut', async () => {
    const count = 4000
    const rows = Array.from({ length: count }, (_, index) =>
      index % 2 === 0 ? row(`Guest ${index}`) : [null, null, null, 'TWN', 280],
    )
    const merges = Array.from({ length: count / 2 }, (_, index) =>
      ['A', 'B', 'C'].map((letter) => `${letter}${index * 2 + 2}:${letter}${index * 2 + 3}`),
    ).flat()
    const summary = await importBook([{ ...sheetOf('Sheet1', ...rows), merges }], {}, { dryRun: true })
    expect(summary).toMatchObject({ imported: count, notes: { cellsMerged: count / 2 } })
  })
})

import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { type Importing, openImporting, recognised, summaryOf } from './support.ts'

let hotel: Importing & { close: () => Promise<void> }
beforeEach(async () => {
  hotel = await openImporting()
})
afterEach(async () => {
  const { defects } = hotel.app
  await hotel.close()
  expect(defects).toEqual([])
})

const profile = 'generic'
const headings = '确认号,姓名,到店日期,离店日期,房型,房价'

async function importRows(name: string, rows: string[], dateOrder: 'ymd' | 'dmy' | 'mdy' = 'ymd') {
  const file = hotel.give(name, `${[headings, ...rows].join('\n')}\n`)
  const mapping = { ...(await recognised(hotel.app, file)), dateOrder }
  return hotel.run({ file, profile, mapping, dryRun: false })
}

test('an import that took no row leaves no batch: the same file comes in with a better mapping', async () => {
  const rows = ['K1,张伟,25/03/2026,27/03/2026,KING,588', 'K2,李娜,26/03/2026,27/03/2026,KING,588']
  const wrong = await importRows('March.csv', rows, 'ymd')
  const summary = summaryOf(wrong)
  expect(summary).toMatchObject({
    batchId: null,
    dryRun: false,
    rows: 2,
    imported: 0,
    rejected: { dateForm: 2 },
  })
  for (const table of ['bookings', 'guests', 'import_batches', 'import_findings', 'room_types'])
    expect([table, hotel.count(table)]).toEqual([table, 0])
  expect(hotel.count('changes', "where operation = 'import.start'")).toBe(0)
  // What was wrong with the rows can be read all the same.
  if (!('job' in wrong)) throw new Error('refused')
  const { rows: findings } = await hotel.app.must('import.findings', { source: `job:${wrong.job}` })
  expect(findings).toMatchObject([
    { line: 2, kind: 'rejected', reason: 'dateForm', field: '到店日期', value: '25/03/2026' },
    { line: 2, kind: 'rejected', reason: 'dateForm', field: '离店日期', value: '27/03/2026' },
    { line: 3, kind: 'rejected', reason: 'dateForm', field: '到店日期' },
    { line: 3, kind: 'rejected', reason: 'dateForm', field: '离店日期' },
  ])
  expect(summaryOf(await importRows('March.csv', rows, 'dmy'))).toMatchObject({ imported: 2, batchId: 1 })
  expect(await importRows('March.csv', rows, 'dmy')).toMatchObject({ refusal: { code: 'ALREADY_IMPORTED' } })
})

test('a confirmation number twice in one file is noted: several rooms often stand under one', async () => {
  const summary = summaryOf(
    await importRows('a.csv', [
      'K1,张伟,2026-03-25,2026-03-27,KING,588',
      'K1,张伟,2026-03-25,2026-03-27,TWIN,488',
      ',李娜,2026-03-25,2026-03-27,TWIN,488',
      ',王芳,2026-03-25,2026-03-27,TWIN,488',
    ]),
  )
  expect(summary).toMatchObject({ imported: 4, rejected: {}, notes: { confirmationTwice: 1 } })
  const { rows } = await hotel.app.must('import.findings', { source: `batch:${summary.batchId}` })
  expect(rows).toMatchObject([{ line: 3, field: 'confirmationNo', value: 'K1 (2)' }])
})

test('a booking of an earlier import does not come in twice', async () => {
  const first = ['K1,张伟,2026-03-25,2026-03-27,KING,588', 'K2,李娜,2026-03-26,2026-03-27,KING,588']
  expect(summaryOf(await importRows('a.csv', first))).toMatchObject({ imported: 2 })
  const second = summaryOf(await importRows('b.csv', [...first, 'K3,王芳,2026-04-01,2026-04-02,KING,588']))
  expect(second).toMatchObject({
    imported: 3,
    rejected: {},
    notes: {},
    compared: { same: 2, new: 1, changed: 0, gone: 0 },
    created: { bookings: 1 },
  })
  expect(hotel.count('bookings')).toBe(3)
  expect(hotel.count('bookings', "where source ->> '$.confirmationNo' = 'K1'")).toBe(1)
  expect(await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)).toEqual([])
})

test('a control character in a column of the stay keeps its row out and names the cell; a Ctrl-Z at the end is no row', async () => {
  const rows = [
    'K1,张伟,2026-03-25,2026-03-27,KING,588',
    'K2,李娜,2026-03-26,2026-03-27,KI\u0007NG,588',
    'K3,王芳,2026-03-26,2026-03-27,KING,588\r\n\u001a\u001a',
  ]
  const summary = summaryOf(await importRows('dos.csv', rows))
  expect(summary).toMatchObject({ rows: 3, imported: 2, rejected: { text: 1 } })
  const { rows: findings } = await hotel.app.must('import.findings', { source: `batch:${summary.batchId}` })
  expect(findings).toMatchObject([{ line: 3, reason: 'text', field: '房型', value: 'KI␇NG' }])
})

test('a sheet that the workbook has not is refused, and its sheets are named', async () => {
  const book = new ExcelJS.Workbook()
  for (const name of ['三月', '四月']) {
    const sheet = book.addWorksheet(name)
    sheet.addRow(headings.split(','))
    sheet.addRow(['K1', '张伟', '2026-03-25', '2026-03-27', 'KING', '588'])
  }
  const file = hotel.give('a.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  const refusal = { code: 'SHEET_UNKNOWN', params: { sheet: 'Nope', sheets: '三月, 四月' } }
  expect(await hotel.app.call('import.inspect', { file, sheet: 'Nope' })).toMatchObject({ refusal })
  const mapping = await recognised(hotel.app, file)
  const started = await hotel.app.call('import.start', { file, profile, mapping, sheet: 'Nope' })
  expect(started).toMatchObject({ refusal })
  expect(summaryOf(await hotel.run({ file, profile, mapping, sheet: '四月', dryRun: false })).imported).toBe(
    1,
  )
})

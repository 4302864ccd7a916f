import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addRoom1203, type Importing, openImporting, recognised, summaryOf } from './support.ts'

let hotel: Importing & { close: () => Promise<void> }
beforeEach(async () => {
  hotel = await openImporting()
})
afterEach(async () => {
  const { defects } = hotel.app
  await hotel.close()
  expect(defects).toEqual([])
})

async function importFile(name: string, content: string | Buffer) {
  const token = hotel.give(name, content)
  const mapping = await recognised(hotel.app, token)
  return summaryOf(await hotel.run({ file: token, profile: 'generic', mapping, dryRun: false }))
}

async function faultsOf(batchId: number | null) {
  const found = await hotel.app.must('import.findings', { source: `batch:${batchId}`, kind: 'rejected' })
  return found.rows.map(({ line, reason, field, value }) => [line, reason, field, value])
}

test('every fault of a row is listed; the counts by reason count rows', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('a')
  sheet.addRow(['Arrival', 'Departure', 'Room Type', 'Rate', 'Guest Name', 'Phone', 'Shoe size'])
  sheet.addRow(['2026-03-05', '2026-03-06', 'KING', '588.00', '张伟', '', ''])
  sheet.addRow([
    '2026-02-30',
    '2026-02-31',
    '',
    { error: '#DIV/0!' },
    '4111 1111 1111 1111',
    '1380013',
    'a\u0007b',
  ])
  const summary = await importFile('a.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  expect(summary).toMatchObject({
    rows: 2,
    imported: 1,
    rejected: { cardNumber: 1, cellError: 1, dateImpossible: 1, roomTypeMissing: 1 },
  })
  // What the card and the error keep from being read is not reported a second time.
  expect(await faultsOf(summary.batchId)).toEqual([
    [3, 'cardNumber', 'Guest Name', 'visa …1111'],
    [3, 'cellError', 'Rate', '#DIV/0!'],
    [3, 'dateImpossible', 'Arrival', '2026-02-30'],
    [3, 'dateImpossible', 'Departure', '2026-02-31'],
    [3, 'roomTypeMissing', 'Room Type', ''],
  ])
})

test('control characters are listed for every cell of the stay that has one, beside the other faults of the row', async () => {
  const lines = [
    'Arrival,Departure,Room Type,Rate,Remarks of ours',
    '2026-03-05,2026-03-06,KING,588.00,',
    '2026-03-05,yesterday,KI\u0007NG,588.00,a\u0001b',
  ]
  const summary = await importFile('a.csv', `${lines.join('\n')}\n`)
  expect(summary).toMatchObject({ rows: 2, imported: 1, rejected: { text: 1, dateForm: 1 } })
  expect(await faultsOf(summary.batchId)).toEqual([
    [3, 'text', 'Room Type', 'KI␇NG'],
    [3, 'dateForm', 'Departure', 'yesterday'],
  ])
})

test('a booking that is on file is not in its own way; another one is kept out of its room', async () => {
  await addRoom1203(hotel.app)
  const first =
    'Confirmation No,Arrival,Departure,Room Type,Room No,Rate\nA-1,2026-09-01,2026-09-03,KING,1203,600\n'
  expect(await importFile('a.csv', first)).toMatchObject({ imported: 1 })
  const again = await importFile('b.csv', `${first}A-2,2026-09-02,2026-09-03,KING,1203,600\n`)
  expect(again).toMatchObject({ rows: 2, imported: 1, rejected: { roomTaken: 1 }, compared: { same: 1 } })
  expect(await faultsOf(again.batchId)).toEqual([[3, 'roomTaken', 'room', '1203 2026-09-02']])
})

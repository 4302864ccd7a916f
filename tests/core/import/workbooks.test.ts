import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportSummary } from '#shared/contract/import.ts'
import { type TestBook, type TestSheet, workbookOf } from '#tests/support/workbook.ts'
import { closeHotel, column, findingsOf, hotel, openHotel, rowsOf } from './lists.ts'
import { recognised, summaryOf } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

/** Imports a workbook by what its headings say. */
async function importBook(sheets: readonly TestSheet[], book: TestBook = {}): Promise<ImportSummary> {
  const file = hotel.give('book.xlsx', workbookOf(sheets, book))
  const mapping = await recognised(hotel.app, file)
  return summaryOf(await hotel.run({ file, profile: 'generic', mapping, dryRun: false }))
}

const day = (serial: number) => ({ date: serial })

describe('numbers of more digits than a spreadsheet keeps', () => {
  test('identify nobody: they are kept as text of the source and noted', async () => {
    const summary = await importBook([
      {
        name: 'Sheet1',
        rows: [
          ['姓名', '身份证号', '到店日期', '离店日期', '房型', '房价', '订单号', '会员号'],
          ['王一', 1.10105197005125e17, day(46086), day(46088), '大床房', 300, 1260305123456780000, 1e15],
          ['李二', 1.10105197005125e17, day(46086), day(46088), '大床房', 300, 1260305123456780000, 1e15],
          ['赵三', '11010519491231002X', day(46086), day(46088), '大床房', 300, 999999999999999, 12345],
        ],
      },
    ])
    expect(summary).toMatchObject({
      rows: 3,
      imported: 3,
      notes: { numberRounded: 6 },
      created: { guests: 3, bookings: 3 },
    })
    expect(summary.notes).not.toHaveProperty('confirmationTwice')
    expect(column('select number from guest_documents')).toEqual(['11010519491231002X'])
    const [first, , third] = rowsOf<{ source: string }>('select source from bookings order by id').map(
      ({ source }) => JSON.parse(source) as Record<string, unknown>,
    )
    expect(first).toEqual({
      line: 2,
      residentIdRounded: '110105197005125000',
      confirmationNoRounded: '1260305123456780000',
      membershipNoRounded: '1000000000000000',
    })
    expect(third).toEqual({ line: 4, confirmationNo: '999999999999999', membershipNo: '12345' })
    const [finding] = await findingsOf(summary.batchId)
    expect(finding).toMatchObject({ line: 2, kind: 'noted', reason: 'numberRounded' })
  })

  test('digits that are in the file stay, an exponent is written out', async () => {
    const file = hotel.give(
      'book.xlsx',
      workbookOf([
        {
          name: 'Sheet1',
          rows: [
            ['Arrival', 'Order no'],
            [46086, { xml: '<c r="B2"><v>110105197005125013</v></c>' }],
            [46086, { xml: '<c r="B3"><v>-1.5E+22</v></c>' }],
          ],
        },
      ]),
    )
    const { preview } = await hotel.app.must('import.inspect', { file })
    expect(preview.map(([, number]) => number)).toEqual(['110105197005125013', '-15000000000000000000000'])
  })
})

import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type CashierHotel, cashierHotel, codeOf, type Person, personAt } from '#tests/support/cashier.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'
import { workbookOf } from '#tests/support/workbook.ts'

let app: TestApp & { made: CashierHotel }
let boss: Person
let confirmationNo: string

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, async (empty) => {
    const hotel = await cashierHotel(empty)
    await empty.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme Ltd', active: true })
    return hotel
  })
  boss = personAt(app, 'boss')
  confirmationNo = (await app.must('folio.get', { id: app.made.folio })).confirmationNo
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  await app.close()
})

const none = { guest: 0, deposits: 0, keyDeposits: 0, cityLedger: 0, vouchers: 0, cash: 0 }
const opening = (more: Partial<InputOf<'cutover.post'>> = {}): InputOf<'cutover.post'> => ({
  folios: [{ line: 1, confirmationNo, window: 1, amountMinor: 120_000, text: 'From the old system' }],
  deposits: [
    {
      line: 1,
      confirmationNo,
      kind: 'key',
      slipNo: 'OLD-17',
      amountMinor: 30_000,
      takenOn: '2026-03-01',
      code: 'CASH',
    },
  ],
  items: [{ line: 1, account: 'ACME', dated: '2026-01-15', reference: 'INV 7', amountMinor: 500_000 }],
  vouchers: [
    { line: 1, number: 'GV-OLD', amountMinor: 20_000, soldOn: '2025-12-01', expiresOn: '2026-12-01' },
  ],
  numbers: [{ line: 1, series: 'DEP', year: 2026, next: 501 }],
  safeMinor: 800_000,
  trial: {
    guest: 120_000,
    deposits: 0,
    keyDeposits: 30_000,
    cityLedger: 500_000,
    vouchers: 20_000,
    cash: 800_000,
  },
  ...more,
})

describe('opening balances', () => {
  test('stand on folios, registers and accounts, against equity, once until they are undone', async () => {
    expect(codeOf(await personAt(app, 'mei').call('cutover.post', opening()))).toBe('NOT_PERMITTED')
    expect(await boss.must('cutover.post', opening())).toMatchObject({ postings: 5 })
    expect(await app.must('folio.get', { id: app.made.folio })).toMatchObject({
      balanceMinor: 120_000,
      deposits: [{ slipNo: 'OLD-17', heldMinor: 30_000 }],
    })
    expect(await app.must('voucher.list', {})).toMatchObject({ leftMinor: 20_000, ledgerMinor: 20_000 })
    expect((await app.must('deposit.list', {})).totals.key).toEqual({
      count: 1,
      heldMinor: 30_000,
      ledgerMinor: 30_000,
    })
    expect(codeOf(await boss.call('cutover.post', opening()))).toBe('CUTOVER_DONE')
    expect(await boss.must('cutover.status', {})).toMatchObject({ done: true, postings: 5 })
    const { rows } = await app.must('change.list', { operation: 'cutover.post' })
    await app.must('change.undo', { change: rows[0]?.command as number })
    expect(await boss.must('cutover.status', {})).toMatchObject({ done: false })
    expect(await app.must('folio.get', { id: app.made.folio })).toMatchObject({
      balanceMinor: 0,
      heldMinor: 0,
    })
    // The same slips and vouchers, another time
    await boss.must('cutover.post', opening())
    expect(await app.must('deposit.list', {})).toMatchObject({
      rows: [{ slipNo: 'OLD-17', heldMinor: 30_000 }],
    })
  })

  test('continue the numbers of the system before', async () => {
    await boss.must('cutover.post', opening())
    const taken = await boss.must('deposit.take', {
      bookingId: app.made.booking,
      kind: 'deposit',
      codeId: app.made.codes.CARD as never,
      amountMinor: 100,
    })
    expect(taken.slipNo).toBe('DEP-2026-000501')
  })

  test('are refused with the first wrong line, and nothing is half written', async () => {
    const wrong = opening({
      items: [
        { line: 2, account: 'ACME', dated: '2026-01-15', amountMinor: 500_000 },
        { line: 3, account: 'NOBODY', dated: '2026-04-01', amountMinor: 1 },
      ],
      deposits: [],
    })
    const preview = await boss.must('cutover.preview', wrong)
    expect(preview.wrong).toEqual([
      { section: 'items', line: 3, field: 'account', code: 'ACCOUNT_UNKNOWN', value: 'NOBODY' },
      { section: 'items', line: 3, field: 'dated', code: 'AHEAD', value: '2026-04-01' },
    ])
    expect(await boss.call('cutover.post', wrong)).toMatchObject({
      refusal: { code: 'CUTOVER_WRONG', params: { section: 'items', line: 3, field: 'account', count: 2 } },
    })
    expect(await boss.must('cutover.status', {})).toMatchObject({ done: false, postings: 0 })
  })

  test.each<[string, Partial<InputOf<'cutover.post'>>, string]>([
    ['a booking', { folios: [{ line: 4, confirmationNo: 'X', amountMinor: 1 }] }, 'BOOKING_UNKNOWN'],
    ['a series', { numbers: [{ line: 4, series: 'NONE', year: 2026, next: 1 }] }, 'SERIES_UNKNOWN'],
    [
      'a voucher twice',
      {
        vouchers: [
          { line: 3, number: 'A', amountMinor: 1, soldOn: '2026-01-01' },
          { line: 4, number: 'A', amountMinor: 1, soldOn: '2026-01-01' },
        ],
      },
      'TWICE',
    ],
  ])('name %s', async (_what, more, mistake) => {
    const { wrong } = await boss.must('cutover.preview', opening(more))
    expect(wrong).toMatchObject([{ line: 4, code: mistake }])
  })

  test('name the ledger that is not the trial balance', async () => {
    const off = opening({
      trial: { ...none, guest: 120_000, cash: 800_000, vouchers: 20_000, keyDeposits: 30_000 },
    })
    expect(await boss.call('cutover.post', off)).toMatchObject({
      refusal: { code: 'CUTOVER_DIFFERS', params: { ledger: 'cityLedger', offMinor: 500_000 } },
    })
    await boss.must('cutover.post', { ...off, acceptDifferences: true })
  })

  test('of nothing are none', async () => {
    expect(codeOf(await boss.call('cutover.post', { trial: none }))).toBe('CUTOVER_EMPTY')
  })
})

describe('lines of a file', () => {
  test('are read by their heads, and each wrong field is named', async () => {
    const text = '金额,确认号,账页\n"1,200.50",R1,1\n,R2,1\n12.345,R3,x\n'
    expect(await boss.must('cutover.readText', { section: 'folios', text })).toEqual({
      rows: {
        folios: [{ line: 2, confirmationNo: 'R1', window: 1, amountMinor: 120_050, text: '' }],
        deposits: [],
        items: [],
        vouchers: [],
        numbers: [],
      },
      wrong: [
        { section: 'folios', line: 3, field: 'amountMinor', code: 'EMPTY', value: '' },
        { section: 'folios', line: 4, field: 'window', code: 'NOT_A_NUMBER', value: 'x' },
        { section: 'folios', line: 4, field: 'amountMinor', code: 'NOT_AN_AMOUNT', value: '12.345' },
      ],
    })
  })

  test('copied from a sheet have tabs and no heads', async () => {
    const text = 'R1\t押金\tS-1\t300\t2026/3/1\tCASH'
    const { rows, wrong } = await boss.must('cutover.readText', { section: 'deposits', text })
    expect(wrong).toEqual([])
    expect(rows.deposits).toMatchObject([
      { kind: 'key', slipNo: 'S-1', amountMinor: 30_000, takenOn: '2026-03-01' },
    ])
  })

  test('lack a column: it is named once', async () => {
    const text = '金额,备注\n300,x\n,y\n'
    expect(await boss.must('cutover.readText', { section: 'folios', text })).toMatchObject({
      wrong: [{ line: 1, field: 'confirmationNo', code: 'COLUMN_MISSING' }],
    })
  })

  test('come out of a file by its heads, in the order of the section', async () => {
    const file = give('balances.csv', 'Amount;Confirmation\n"1.200,50";R1\n\n300;R2\n')
    expect(await boss.must('cutover.readFile', { section: 'folios', file })).toEqual({
      lines: [
        { line: 2, cells: ['R1', '', '1.200,50', ''] },
        { line: 4, cells: ['R2', '', '300', ''] },
      ],
      sheet: '',
    })
  })

  test('come out of the sheet of a workbook that is called as the section', async () => {
    const book = workbookOf([
      {
        name: 'Folios',
        rows: [
          ['confirmation', 'amount'],
          ['R1', 120],
        ],
      },
      {
        name: '应收账款',
        rows: [
          ['账户', '日期', '金额', '单据号'],
          ['ACME', { date: 46_000 }, 5000.5, 'INV 7'],
        ],
      },
    ])
    expect(await boss.must('cutover.readFile', { section: 'items', file: give('old.xlsx', book) })).toEqual({
      lines: [{ line: 2, cells: ['ACME', '2025-12-09', '', 'INV 7', '5000.5'] }],
      sheet: '应收账款',
    })
  })

  test('that are of something else are refused with the columns that are needed', async () => {
    const file = give('rooms.csv', 'Room,Type\n101,DLX\n')
    const reply = await boss.call('cutover.readFile', { section: 'vouchers', file })
    expect(describeReply(reply as never, 'en', 'cutover.readFile')).toBe(
      'rooms.csv needs a first line that names its columns: number, amount, sold; also expires.',
    )
  })
})

test.each<[string, Partial<InputOf<'cutover.post'>>, string, string]>([
  [
    'one field',
    { folios: [{ line: 4, confirmationNo: 'X', amountMinor: 1 }] },
    'Guest folios, line 4, Confirmation number: No booking has number “X”. Import the bookings first, or check the number.',
    '在住客账 第 4 行 确认号：没有确认号为“X”的预订，请先导入预订，或核对号码。（共 1 处有误）',
  ],
  [
    'the first of several',
    {
      items: [
        { line: 3, account: 'ACME', dated: '2026-04-01', amountMinor: 1 },
        { line: 4, account: 'NOBODY', dated: '2026-01-01', amountMinor: 1 },
      ],
    },
    'City ledger items, line 3, Dated: Wed 1 Apr 2026 is after the business date. Enter an earlier day. 2 fields are wrong in all.',
    '应收账款明细 第 3 行 单据日期：2026/04/01 周三 晚于营业日，请输入更早的日期。（共 2 处有误）',
  ],
  [
    'a ledger that differs',
    {
      trial: {
        ...none,
        guest: 120_000,
        keyDeposits: 30_000,
        cityLedger: 480_000,
        vouchers: 20_000,
        cash: 800_000,
      },
    },
    'City ledger: lines less old trial balance are ¥200.00 and not zero. Check the lines, or accept the difference.',
    '应收账款：明细减试算表为 ¥200.00，请核对明细，或确认差额。',
  ],
])('a refusal names %s and its remedy', async (_what, more, en, zh) => {
  const reply = await boss.call('cutover.post', opening(more))
  expect(describeReply(reply as never, 'en', 'cutover.post')).toBe(en)
  expect(describeReply(reply as never, 'zh', 'cutover.post')).toBe(zh)
})

/** A file as somebody hands it over. */
function give(name: string, content: string | Buffer): string {
  const path = join(dirname(app.file), name)
  writeFileSync(path, content)
  return app.app.files.give({ path, name, temporary: false })
}

import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel, lineIdOf } from '#tests/support/folio.ts'

let app: TestApp & { made: FolioHotel }

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, folioHotel)
  const { folio } = app.made
  for (const [name, unitMinor] of [
    ['LAUN', 10_600],
    ['BRKF', 10_600],
  ] as const)
    await app.must('folio.charge', { folioId: folio, items: [{ codeId: codeIn(app.made, name), unitMinor }] })
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  await app.close()
})

const folio = () => app.must('folio.get', { id: app.made.folio })
async function asked(more: Partial<InputOf<'fapiao.ask'>> = {}): Promise<InputOf<'fapiao.ask'>> {
  const view = await folio()
  return {
    folioId: app.made.folio,
    lineIds: [lineIdOf(view, 'LAUN'), lineIdOf(view, 'BRKF')],
    title: '杭州海澜信息技术有限公司',
    taxNo: '91330108MA2XXXXX0B',
    ...more,
  }
}

test('a request has the amount of its lines, and a line is on one live request', async () => {
  const made = await app.must('fapiao.ask', await asked())
  expect(made.amountMinor).toBe(21_200)
  expect(await app.call('fapiao.ask', await asked())).toMatchObject({ refusal: { code: 'LINE_ON_FAPIAO' } })
  await app.must('fapiao.withdraw', { id: made.id, version: made.version })
  const again = await app.must('fapiao.ask', await asked())
  const { rows } = await app.must('fapiao.list', {})
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    [again.id, 'asked'],
    [made.id, 'withdrawn'],
  ])
})

test('it goes to the platform, comes back with its number, and a red one frees its lines', async () => {
  const { id } = await app.must('fapiao.ask', await asked())
  const batch = await app.must('fapiao.export', {})
  expect(batch.count).toBe(1)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(Buffer.from(batch.content, 'base64')).buffer)
  const detail = book.getWorksheet('2-发票明细信息')
  expect([4, 5].map((row) => detail?.getCell(row, 8).value)).toEqual(['106.00', '106.00'])
  expect(await app.call('fapiao.export', {})).toMatchObject({ refusal: { code: 'FAPIAO_NONE' } })
  const number = '26332000000012345678'
  const issued = await app.must('fapiao.setIssued', { id, version: 2, number, date: '2026-03-06' })
  const line = lineIdOf(await folio(), 'LAUN')
  expect(await app.call('folio.correct', { lineIds: [line], reason: 'Wrong' })).toMatchObject({
    refusal: { code: 'LINE_ON_FAPIAO' },
  })
  expect(await app.call('fapiao.withdraw', { id, version: issued.version })).toMatchObject({
    refusal: { code: 'FAPIAO_STATUS', params: { state: 'issued' } },
  })
  expect(
    await app.call('fapiao.setRed', { id, version: issued.version, redNumber: number, date: '2026-03-07' }),
  ).toMatchObject({ refusal: { code: 'FAPIAO_NUMBER_TAKEN' } })
  await app.must('fapiao.setRed', {
    id,
    version: issued.version,
    redNumber: '26332000000012345679',
    date: '2026-03-07',
  })
  await app.must('fapiao.ask', await asked())
})

test('a request whose code lost its 税收编码 stays asked for, and the others go', async () => {
  const view = await folio()
  const laundry = await app.must('fapiao.ask', await asked({ lineIds: [lineIdOf(view, 'LAUN')] }))
  const breakfast = await app.must('fapiao.ask', await asked({ lineIds: [lineIdOf(view, 'BRKF')] }))
  const { codes } = await app.must('chart.get', {})
  const code = codes.find((one) => one.code === 'BRKF')!
  const { version } = await app.must('chart.saveCode', { ...code, invoiceItem: '' })
  expect(await app.must('fapiao.export', {})).toMatchObject({ count: 1 })
  const { rows } = await app.must('fapiao.list', {})
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    [breakfast.id, 'asked'],
    [laundry.id, 'exported'],
  ])
  expect(await app.call('fapiao.export', {})).toMatchObject({ refusal: { code: 'FAPIAO_NONE' } })
  await app.must('chart.saveCode', { ...code, version })
  expect(await app.must('fapiao.export', {})).toMatchObject({ count: 1 })
})

test.each([
  ['FAPIAO_TAX_NO', { taxNo: '' }],
  ['FAPIAO_TAX_NO', { taxNo: '', kind: 'special', details: { person: true } }],
] as const)('refuses %s: %j', async (code, more) => {
  expect(await app.call('fapiao.ask', await asked(more))).toMatchObject({ refusal: { code } })
})

test('goods without a 税收编码 are refused by their name', async () => {
  const { folio: folioId } = app.made
  await app.must('folio.charge', {
    folioId,
    items: [{ codeId: codeIn(app.made, 'MINI'), unitMinor: 1_130 }],
  })
  const lineIds = [lineIdOf(await folio(), 'MINI')]
  expect(await app.call('fapiao.ask', await asked({ lineIds }))).toMatchObject({
    refusal: { code: 'FAPIAO_NO_ITEM', params: { name: '迷你吧' } },
  })
})

test('a person needs no tax number', async () => {
  const made = await app.must(
    'fapiao.ask',
    await asked({ title: '张女士', taxNo: '', details: { person: true } }),
  )
  expect(made.amountMinor).toBe(21_200)
})

test('payments are on no request, and a card’s number in none of its texts', async () => {
  const { folio: folioId } = app.made
  await app.must('folio.pay', { folioId, codeId: codeIn(app.made, 'CASH'), amountMinor: 100 })
  const lineIds = [lineIdOf(await folio(), 'CASH')]
  expect(await app.call('fapiao.ask', await asked({ lineIds }))).toMatchObject({
    refusal: { code: 'LINE_NOT_CHARGE' },
  })
  expect(
    await app.call('fapiao.ask', await asked({ details: { remark: '4111 1111 1111 1111' } })),
  ).toMatchObject({ fault: { code: 'INVALID_INPUT' } })
})

test('a version that somebody changed is a conflict', async () => {
  const { id } = await app.must('fapiao.ask', await asked())
  expect(await app.call('fapiao.withdraw', { id, version: 7 })).toMatchObject({ fault: { code: 'CONFLICT' } })
})

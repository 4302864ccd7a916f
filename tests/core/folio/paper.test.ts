import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PaperId, PostingId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel, lineIdOf } from '#tests/support/folio.ts'
import { textOf } from '#tests/support/report-files.ts'

let app: TestApp & { made: FolioHotel }

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, folioHotel)
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  await app.close()
})

const code = (name: string) => codeIn(app.made, name)
const window = () => ({ folioId: app.made.folio, window: 1, language: 'zh' as const })
const charge = (name: string, unitMinor: number) =>
  app.must('folio.charge', { folioId: app.made.folio, items: [{ codeId: code(name), unitMinor }] })
const folio = () => app.must('folio.get', { id: app.made.folio })

describe('an invoice', () => {
  test('has the lines of the window with their taxes, what was paid and what is due', async () => {
    await charge('LAUN', 10_600)
    await charge('MINI', 11_300)
    await app.must('folio.pay', { folioId: app.made.folio, codeId: code('CASH'), amountMinor: 5_000 })
    const { paperId, label } = await app.must('paper.issue', window())
    const { content, paper, html } = await app.must('paper.get', { id: paperId })
    expect(content).toMatchObject({
      kind: 'invoice',
      label,
      netMinor: 20_000,
      taxMinor: 1_900,
      grossMinor: 21_900,
      paidMinor: 5_000,
      dueMinor: 16_900,
      guest: '张伟',
      payee: { name: '张伟' },
    })
    expect(content.lines.map(({ kind, grossMinor }) => [kind, grossMinor])).toEqual([
      ['charge', 10_600],
      ['charge', 11_300],
      ['payment', -5_000],
    ])
    expect(paper).toMatchObject({ label, grossMinor: 21_900, prints: 0, reversedBy: null })
    expect(textOf(html)).toContain(label)
  })

  test('has a line once: the next has what came since, and nothing is left then', async () => {
    await charge('LAUN', 10_600)
    const first = await app.must('paper.issue', window())
    await charge('MINI', 3_000)
    const second = await app.must('paper.issue', window())
    const { content } = await app.must('paper.get', { id: second.paperId })
    expect(content.lines.map(({ code: name }) => name)).toEqual(['MINI'])
    expect(await app.call('paper.issue', window())).toMatchObject({ refusal: { code: 'PAPER_EMPTY' } })
    const line = lineIdOf(await folio(), 'LAUN')
    expect(await app.call('paper.issue', { ...window(), lineIds: [line] })).toMatchObject({
      refusal: { code: 'LINE_INVOICED', params: { number: first.label } },
    })
    expect(await app.call('folio.correct', { lineIds: [line], reason: 'Wrong room' })).toMatchObject({
      refusal: { code: 'LINE_INVOICED', params: { number: first.label } },
    })
  })

  test('is numbered without a gap: one that is refused takes no number', async () => {
    await charge('LAUN', 10_600)
    const first = await app.must('paper.issue', window())
    await app.call('paper.issue', window())
    await charge('LAUN', 5_300)
    const second = await app.must('paper.issue', window())
    const numberOf = (label: string) => Number(/(\d+)$/.exec(label)?.[1])
    expect([numberOf(first.label), numberOf(second.label)]).toEqual([1, 2])
  })

  test('is what it was, whatever becomes of the folio and its payee', async () => {
    await charge('LAUN', 10_600)
    const { paperId } = await app.must('paper.issue', window())
    const before = await app.must('paper.get', { id: paperId })
    const { version } = await folio()
    await app.must('folio.setPayee', {
      id: app.made.folio,
      version,
      window: 1,
      payee: { name: 'Somebody else' },
    })
    await charge('MINI', 3_000)
    expect(await app.must('paper.get', { id: paperId })).toEqual(before)
  })

  test('leaves out lines that were taken off, and is empty without a charge', async () => {
    await charge('LAUN', 10_600)
    await app.must('folio.correct', { lineIds: [lineIdOf(await folio(), 'LAUN')], reason: 'Wrong room' })
    expect(await app.call('paper.issue', window())).toMatchObject({ refusal: { code: 'PAPER_EMPTY' } })
    const { content } = await app.must('paper.preview', { ...window(), kind: 'bill' })
    expect(content.lines).toEqual([])
  })

  test('in English has the names of codes and taxes in English', async () => {
    await charge('LAUN', 10_600)
    const { content } = await app.must('paper.preview', { ...window(), language: 'en', kind: 'pro-forma' })
    expect(JSON.stringify(content.lines)).not.toMatch(/\p{Script=Han}/u)
    expect(content).toMatchObject({ kind: 'pro-forma', label: '', guest: 'Zhang Wei' })
  })
})

describe('a credit note', () => {
  test('takes an invoice back once, and its lines may be invoiced again', async () => {
    await charge('LAUN', 10_600)
    const invoice = await app.must('paper.issue', window())
    const reason = 'Wrong company'
    const note = await app.must('paper.credit', { paperId: invoice.paperId, reason })
    const { content } = await app.must('paper.get', { id: note.paperId })
    expect(content).toMatchObject({
      kind: 'credit-note',
      grossMinor: -10_600,
      taxMinor: -600,
      reverses: { label: invoice.label },
      reason,
    })
    const { paper } = await app.must('paper.get', { id: invoice.paperId })
    expect(paper.reversedBy).toEqual({ id: note.paperId, label: note.label })
    expect(await app.call('paper.credit', { paperId: invoice.paperId, reason })).toMatchObject({
      refusal: { code: 'PAPER_CREDITED', params: { by: note.label } },
    })
    expect(await app.call('paper.credit', { paperId: note.paperId, reason })).toMatchObject({
      refusal: { code: 'PAPER_NOT_INVOICE' },
    })
    const again = await app.must('paper.issue', window())
    await app.must('paper.credit', { paperId: again.paperId, reason })
    await app.must('paper.issue', window())
    const { rows } = await app.must('paper.list', {})
    expect(rows.map(({ kind }) => kind)).toEqual([
      'invoice',
      'credit-note',
      'invoice',
      'credit-note',
      'invoice',
    ])
    expect(rows.reduce((sum, { grossMinor }) => sum + grossMinor, 0)).toBe(10_600)
  })
})

describe('a receipt', () => {
  test('is of one payment, once', async () => {
    const { postingId } = await app.must('folio.pay', {
      folioId: app.made.folio,
      codeId: code('CASH'),
      amountMinor: 5_000,
      tenderedMinor: 10_000,
    })
    const first = await app.must('paper.receipt', { postingId, language: 'zh' })
    expect(await app.must('paper.receipt', { postingId, language: 'en' })).toEqual(first)
    const { content, html } = await app.must('paper.get', { id: first.paperId, size: 'roll-80' })
    expect(content).toMatchObject({ kind: 'receipt', paidMinor: 5_000, grossMinor: 0 })
    expect(textOf(html)).toContain('人民币伍拾元整')
    expect(textOf(html).replaceAll('\u00a0', ' ')).toContain('实收 CNY 100.00，找零 CNY 50.00')
  })

  test('is of no charge', async () => {
    await charge('LAUN', 10_600)
    const [line] = (await folio()).lines
    const postingId = line?.postingId as PostingId
    expect(await app.call('paper.receipt', { postingId, language: 'zh' })).toMatchObject({
      refusal: { code: 'PAPER_NO_PAYMENT' },
    })
  })
})

describe('a file', () => {
  const page = async (id: PaperId) => {
    const file = await app.must('paper.file', { of: { kind: 'paper', id }, format: 'html' })
    return { ...file, text: textOf(Buffer.from(file.content, 'base64').toString('utf8')) }
  }

  test('says from the second time on that it is a copy, and which', async () => {
    await charge('LAUN', 10_600)
    const { paperId, label } = await app.must('paper.issue', window())
    const first = await page(paperId)
    expect(first).toMatchObject({ copy: 0, name: `结账单 ${label}.html` })
    expect(first.text).not.toContain('副本')
    expect((await page(paperId)).text).toContain('副本 第 1 份')
    expect((await page(paperId)).copy).toBe(2)
    const { paper } = await app.must('paper.get', { id: paperId })
    expect(paper.prints).toBe(3)
    const { rows } = await app.must('change.list', { operation: 'paper.file' })
    expect(rows).toHaveLength(3)
  })

  test('of a bill is no copy, however often it is printed', async () => {
    await charge('LAUN', 10_600)
    const of = { kind: 'bill' as const, ...window() }
    for (const _time of [1, 2])
      expect(await app.must('paper.file', { of, format: 'html' })).toMatchObject({ copy: 0 })
  })

  test('is refused in words where nothing prints', async () => {
    await charge('LAUN', 10_600)
    const { paperId } = await app.must('paper.issue', window())
    expect(await app.call('paper.file', { of: { kind: 'paper', id: paperId }, format: 'pdf' })).toMatchObject(
      { refusal: { code: 'PDF_NO_BROWSER' } },
    )
  })
})

test('papers are listed by number, payee, kind and day', async () => {
  await charge('LAUN', 10_600)
  const { label } = await app.must('paper.issue', window())
  const count = async (filter: object) => (await app.must('paper.list', filter)).rows.length
  expect(await count({ text: label.slice(-4) })).toBe(1)
  expect(await count({ text: '张' })).toBe(1)
  expect(await count({ text: '%' })).toBe(0)
  expect(await count({ kind: 'receipt' })).toBe(0)
  const { rows } = await app.must('paper.list', { folioId: app.made.folio, limit: 1 })
  expect(rows).toHaveLength(1)
  expect(await count({ to: '2020-01-01' })).toBe(0)
})

test('doctor finds nothing amiss after papers were issued, credited and printed, and a 发票 was asked for', async () => {
  await charge('LAUN', 10_600)
  const { paperId } = await app.must('paper.issue', window())
  await app.must('paper.credit', { paperId, reason: 'Wrong company' })
  const again = await app.must('paper.issue', window())
  for (const _time of [1, 2])
    await app.must('paper.file', { of: { kind: 'paper', id: again.paperId }, format: 'html' })
  await app.must('paper.file', { of: { kind: 'bill', ...window() }, format: 'html' })
  const lineIds = [lineIdOf(await folio(), 'LAUN')]
  const asked = { folioId: app.made.folio, lineIds, title: '张女士', details: { person: true } }
  const first = await app.must('fapiao.ask', asked)
  await app.must('fapiao.withdraw', { id: first.id, version: 1 })
  await app.must('fapiao.ask', asked)
  const { findings } = await app.app.examine()
  expect(findings.filter(({ code: found }) => found !== 'OTHERS_MAY_WRITE')).toEqual([])
})

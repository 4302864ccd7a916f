import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { browserPrinter } from '#hosts/host/print-with-browser.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel } from '#tests/support/folio.ts'
import { pagesOf } from '#tests/support/pdf-pages.ts'

const browser = process.env.CHROME_PATH ?? '/usr/bin/chromium'

let app: TestApp & { made: FolioHotel }
beforeEach(async () => {
  const printer = browserPrinter({ KEYRACK_BROWSER: browser })
  app = await openFilledApp(import.meta.filename, folioHotel, { printer })
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  await app.close()
})

async function setSettings(fields: object): Promise<void> {
  const { settings } = await app.must('chart.get', {})
  const { version, chart: _chart, ...same } = settings
  await app.must('chart.saveSettings', { version, ...same, ...fields })
}

async function issued(payee: object = { name: 'Muster KG', address: 'Hauptstraße 5, 50667 Köln' }) {
  const { folio, codes } = app.made
  await app.must('folio.charge', {
    folioId: folio,
    items: [{ codeId: codeIn({ codes }, 'LAUN'), unitMinor: 10_600 }],
  })
  const { version } = await app.must('folio.get', { id: folio })
  await app.must('folio.setPayee', { id: folio, version, window: 1, payee })
  return app.call('paper.issue', { folioId: folio, window: 1, language: 'zh' })
}

const pdfOf = (content: string) => Buffer.from(content, 'base64')

async function fileOf() {
  const { rows } = await app.must('paper.list', {})
  const [paper] = rows
  if (!paper) throw new Error('nothing was issued')
  const file = await app.must('paper.file', { of: { kind: 'paper', id: paper.id }, format: 'pdf' })
  return { ...file, label: paper.label, text: pdfOf(file.content).toString('latin1') }
}

const german = { eInvoice: true, sellerAddress: 'Uferstraße 1, 10115 Berlin', sellerTaxNo: 'DE123456789' }

describe.runIf(existsSync(browser))('the PDF of an invoice', { timeout: 120_000 }, () => {
  test('is printed on the hotel’s paper, and counted once it is made', async () => {
    await setSettings({ paperSize: 'roll-80' })
    await issued()
    const file = await fileOf()
    expect(file).toMatchObject({ name: `结账单 ${file.label}.pdf`, mediaType: 'application/pdf', copy: 0 })
    expect(pagesOf(pdfOf(file.content))).toBe(1)
    expect(file.text).not.toContain('factur-x.xml')
    expect((await fileOf()).copy).toBe(1)
  })

  test('carries its data where the hotel wants it', async () => {
    await setSettings(german)
    await issued()
    expect((await fileOf()).text).toContain('factur-x.xml')
  })

  test('of a person who left no address carries none', async () => {
    await setSettings(german)
    await issued({ name: 'Anna Muster' })
    expect((await fileOf()).text).not.toContain('factur-x.xml')
  })
})

test.each([
  ['EINVOICE_NO_TAX_NO', { ...german, sellerTaxNo: '' }, {}],
  ['EINVOICE_NO_ADDRESS', { ...german, sellerAddress: '' }, {}],
  ['EINVOICE_NO_PAYEE', german, { name: 'Muster KG', taxNo: 'DE987654321' }],
])('is not issued without what its data need: %s', async (code, settings, payee) => {
  await setSettings(settings)
  expect(await issued(payee)).toMatchObject({ refusal: { code } })
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { countryCharts } from '#core/folio/public.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { roundCash } from '#shared/domain/folio/cash-rounding.ts'
import { defaultFolioSettings } from '#shared/domain/folio/settings.ts'
import {
  addDays,
  type BusinessDate,
  decimalToMinor,
  type FolioId,
  minorDigits,
  nightsBetween,
  type TransactionCodeId,
} from '#shared/values/index.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { linesOf } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'
import { type Golden, minorIn, termsIn, workedFolio, workedFolios } from '#tests/support/worked-folios.ts'

/**
 * The folios that were worked out by hand, posted by the desk in a hotel of their currency whose chart was made on the
 * screens' commands alone. PAPERS_TO=folder writes their invoices as pages to look at.
 */
const folder = tempFolder()
const papersTo = process.env.PAPERS_TO
let app: TestApp
afterEach(async () => {
  await app.close()
})

type Line = Golden['lines'][number]
const dateOf = ({ date }: Line) => date as BusinessDate

test.each(workedFolios)('%s comes out the same at the desk', async (name) => {
  const golden = workedFolio(name)
  const minor = (text: string) => minorIn(golden, text)
  const file = join(folder.path, `${name}.keyrack`)
  app = await openTestApp({ file, setUp: false })
  await setUp(golden, golden.lines.map(arrivalOf).toSorted()[0]!)
  const codes = await makeChart(golden)
  const folios = await openFolios(golden)
  await reopenOn(file, golden.lines.map(dateOf).toSorted().at(-1)!)
  const { must } = app

  // A booking counts its children and has no ages: what is worked out for a child of a known age is left to the rules
  const posted = golden.lines.filter(({ facts }) => !facts?.childAges?.some((age) => age !== null))
  for (const line of posted) {
    const unitMinor = line.unit.startsWith('-') ? 0 - minor(line.unit.slice(1)) : minor(line.unit)
    const item = { codeId: codes[line.code]!, quantity: decimalToMinor(line.quantity, 3)!, unitMinor }
    await must('folio.charge', {
      folioId: folios.get(stayOf(golden, line))!,
      items: [item],
      serviceDate: dateOf(line),
    })
  }
  const ids = [...new Set(folios.values())]
  const views = await Promise.all(ids.map((id) => must('folio.get', { id })))
  const taxCodes = new Map((await must('chart.get', {})).taxes.map(({ id, code }) => [id as number, code]))
  const lines = views.flatMap(linesOf).toSorted((one, other) => one.id - other.id)
  const partial = posted.length < golden.lines.length
  const right = golden.right.lines.slice(partial ? golden.lines.length - posted.length : 0)
  expect(
    lines.map(({ code, netMinor, taxes, grossMinor }) => ({
      code,
      net: netMinor,
      taxes: sumsBy(taxes, (tax) => taxCodes.get(tax.taxId)!),
      gross: grossMinor,
    })),
  ).toEqual(
    right.map(({ code, net, taxes, gross }) => ({
      code,
      net: minor(net),
      taxes: Object.fromEntries(Object.entries(taxes).map(([tax, text]) => [tax, minor(text)])),
      gross: minor(gross),
    })),
  )
  if (ids.length === 1) await settle(golden, ids[0]!, codes)
  await issue(golden, name, ids, partial)
  for (const { bookingId } of views)
    expect(await must('folio.previewTaxes', { bookingId: bookingId! })).toEqual({ lines: 0, grossMinor: 0 })
  expect(ledgerFaults(file)).toEqual([])
  expect(app.defects).toEqual([])
})

test('tax rounded on the whole paper is in the ledger with the invoice, and gone with its credit note', async () => {
  const golden = workedFolio('11-per-document.json')
  const minor = (text: string) => minorIn(golden, text)
  const file = join(folder.path, 'rounding.keyrack')
  app = await openTestApp({ file, setUp: false })
  await setUp(golden, golden.lines.map(dateOf).toSorted()[0]!)
  const codes = await makeChart(golden)
  const [folioId] = [...(await openFolios(golden)).values()] as [FolioId]
  const { must } = app
  const charge = ({ code, unit }: Line) =>
    must('folio.charge', { folioId, items: [{ codeId: codes[code]!, unitMinor: minor(unit) }] })
  for (const line of golden.lines) await charge(line)
  const sums = () => {
    const raw = openRaw(file, { readonly: true })
    const row = raw
      .prepare(
        `select (select sum(amount_minor) from ledger_entries where folio_id = @folioId) as owed,
           (select -sum(e.amount_minor) from ledger_entries e join taxes t on t.account_id = e.account_id
             where t.code = 'VAT19') as tax,
           (select -sum(e.amount_minor) from ledger_entries e join ledger_accounts a on a.id = e.account_id
             where a.class = 'revenue') as net`,
      )
      .get({ folioId }) as { owed: number; tax: number; net: number }
    raw.close()
    return row
  }
  const byLine = { owed: minor('25.10'), tax: minor('3.03'), net: minor('22.07') }
  const whole = { owed: minor('25.09'), tax: minor('3.00'), net: minor('22.09') }
  expect(sums()).toEqual(byLine)
  const asked = { folioId, window: 1, language: 'en' } as const
  const preview = await must('paper.preview', { ...asked, kind: 'invoice' })
  const { paperId } = await must('paper.issue', asked)
  const { content } = await must('paper.get', { id: paperId })
  expect([content.grossMinor, content.taxMinor, content.netMinor]).toEqual([whole.owed, whole.tax, whole.net])
  expect(preview.content.grossMinor).toBe(content.grossMinor)
  expect(content.lines.filter(({ text }) => text.includes('Tax rounded on the whole paper'))).toHaveLength(2)
  expect(sums()).toEqual(whole)
  const { paperId: credit } = await must('paper.credit', { paperId, reason: 'Wrong payee' })
  expect((await must('paper.get', { id: credit })).content.grossMinor).toBe(-whole.owed)
  expect(sums()).toEqual(byLine)
  // Paid by its lines and closed: what was paid stays, and the tax is that of the paper all the same
  const { version } = await must('folio.get', { id: folioId })
  const payments = [{ codeId: codes.cash!, window: 1, amountMinor: byLine.owed }]
  await must('folio.settle', { id: folioId, version, payments })
  const again = await must('paper.get', { id: (await must('paper.issue', asked)).paperId })
  expect([again.content.grossMinor, again.content.taxMinor]).toEqual([byLine.owed, whole.tax])
  expect(sums()).toEqual({ owed: 0, tax: whole.tax, net: byLine.owed - whole.tax })
  await must('paper.credit', { paperId: again.paper.id, reason: 'Once more' })
  expect(sums()).toEqual({ ...byLine, owed: 0 })
  expect(ledgerFaults(file)).toEqual([])
  expect(app.defects).toEqual([])
})

/** The first night of the stay that a line belongs to. */
function arrivalOf(line: Line): BusinessDate {
  return addDays(dateOf(line), 1 - (line.facts?.nightNo ?? 1))
}

/** Which stay a line belongs to: guests, segment and length as its taxes were worked out for, else the first one. */
function stayOf({ lines }: Golden, { facts }: Line): string {
  const { adults = 1, childAges = [], business = false, nights = 0 } = facts ?? lines[0]?.facts ?? {}
  return JSON.stringify([adults, childAges.length, business, nights])
}

async function setUp({ currency, lines }: Golden, businessDate: BusinessDate): Promise<void> {
  await app.must('setup.run', {
    hotelName: 'Worked Hotel',
    language: 'en',
    currency,
    timeZone: 'UTC',
    country: 'CHE',
    businessDate,
    administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
  })
  const type = {
    code: 'DLX',
    nameEn: 'Deluxe',
    nameZh: '豪华间',
    maxPersons: 4,
    baseRateMinor: 100,
    position: 1,
  }
  const { id: roomTypeId } = await app.must('room.saveType', type)
  for (const number of lines.keys())
    await app.must('room.save', {
      number: String(101 + number),
      roomTypeId,
      floor: 1,
      features: [],
      housekeeping: 'clean',
    })
  await app.must('rate.save', { code: 'BAR', nameEn: 'Best', nameZh: '门市价', meal: 'room-only' })
}

/** Accounts, ways to pay and series as a chart of a country has them; taxes and codes as the folio has them. */
async function makeChart(golden: Golden): Promise<{ [code: string]: TransactionCodeId }> {
  const { must } = app
  const given = countryCharts['cn-general']
  const accounts = new Map<string, number>()
  for (const account of given.accounts)
    accounts.set(account.code, (await must('chart.saveAccount', { role: null, active: true, ...account })).id)
  const account = (code: string | undefined) => accounts.get(code ?? '') as never
  const active = true
  const taxes: { [code: string]: number } = {}
  for (const code of Object.keys(golden.taxes)) {
    const terms = termsIn(golden, code)
    const tax = {
      code,
      nameEn: code,
      nameZh: code,
      accountId: account(given.taxes[0]?.account),
      terms,
      active,
    }
    taxes[code] = (await must('chart.saveTax', tax as never)).id
  }
  const codes: { [code: string]: TransactionCodeId } = {}
  const plain = { method: null, role: null, priceMinor: null, invoiceItem: '', parts: [], active }
  const made = Object.entries(golden.codes).toSorted(
    ([, one], [, other]) => Number(!!one.parts) - Number(!!other.parts),
  )
  for (const [code, { taxes: own, parts, invoiceItem = '' }] of made) {
    const named = { code, nameEn: code, nameZh: code, active }
    const rule =
      own && (await must('chart.saveTaxRule', { ...named, taxes: own.map((tax) => taxes[tax] as never) })).id
    codes[code] = (
      await must('chart.saveCode', {
        ...plain,
        ...named,
        invoiceItem,
        kind: parts ? 'package' : 'charge',
        group: code === 'ROOM' ? 'room' : 'food',
        accountId: parts ? null : account(given.codes.find(({ role }) => role === 'room')?.account),
        taxRuleId: rule ?? null,
        parts: (parts ?? []).map(([part, basisPoints]) => ({ codeId: codes[part]!, basisPoints })),
      })
    ).id
  }
  for (const { account: own, rule: _rule, parts: _parts, ...one } of given.codes)
    if (one.kind === 'payment' || one.role === 'rounding')
      codes[one.method ?? 'rounding'] ??= (
        await must('chart.saveCode', {
          ...plain,
          ...one,
          accountId: account(own),
          taxRuleId: await noTaxes(),
          parts: [],
        })
      ).id
  for (const series of given.series) await must('chart.saveSeries', { ...series, active })
  const { chart: _chart, ...settings } = defaultFolioSettings
  await must('chart.saveSettings', {
    ...settings,
    version: 0,
    taxRounding: golden.taxRounding,
    cashStepMinor: golden.cashStep ? minorIn(golden, golden.cashStep) : 1,
  })
  return codes
}

let free: { of: TestApp; id: number } | null = null
/** The rule of what has no tax. */
async function noTaxes(): Promise<never> {
  if (free?.of !== app) {
    const rule = { code: 'NONE', nameEn: 'None', nameZh: '无', active: true, taxes: [] }
    free = { of: app, id: (await app.must('chart.saveTaxRule', rule)).id }
  }
  return free.id as never
}

/** A booking and its folio for each stay that the lines are of. */
async function openFolios(golden: Golden): Promise<Map<string, FolioId>> {
  const folios = new Map<string, FolioId>()
  for (const [key, own] of Map.groupBy(golden.lines, (line) => stayOf(golden, line))) {
    const { adults = 1, childAges = [], business = false, nights } = own[0]?.facts ?? {}
    const arrival = own.map(arrivalOf).toSorted()[0]!
    const rooms = own
      .filter(({ code }) => code === 'ROOM')
      .map(dateOf)
      .toSorted()
    const until = addDays(rooms.at(-1) ?? arrival, 1)
    const { id: guestId } = await app.must('guest.create', {
      nativeName: '',
      familyName: 'Muster',
      givenName: 'Anna',
    })
    const { id: bookingId } = await app.must('booking.create', {
      guestId,
      roomTypeId: 1 as never,
      ratePlanId: 1 as never,
      arrival,
      departure: addDays(arrival, nights ?? nightsBetween(arrival, until)),
      adults,
      children: childAges.length,
      ...(business ? { segment: 'corporate' as const } : {}),
    })
    folios.set(key, (await app.must('folio.openForBooking', { bookingId })).id)
  }
  return folios
}

/** The store on a later business date: closing days is another matter. */
async function reopenOn(file: string, day: BusinessDate): Promise<void> {
  await app.close()
  const store = openRaw(file, { readonly: false })
  store.prepare('update settings set business_date = ?').run(day)
  store.close()
  app = await openTestApp({ file, setUp: false })
  await app.must('access.signIn', { login: 'admin', password: 'correct horse' })
}

function sumsBy<T extends { taxMinor: number }>(all: readonly T[], keyOf: (one: T) => string) {
  const sums: { [key: string]: number } = {}
  for (const one of all) sums[keyOf(one)] = (sums[keyOf(one)] ?? 0) + one.taxMinor
  return sums
}

/** Takes the payments; what came in, the cash rounding and what is left are as they were worked out. */
async function settle(golden: Golden, folioId: FolioId, codes: { [code: string]: TransactionCodeId }) {
  const { must } = app
  const minor = (text: string) => minorIn(golden, text)
  const { right, payments } = golden
  if (payments.length === 0) return
  for (const { by, amount, foreign, currency, rate, rest } of payments) {
    const { balanceMinor } = await must('folio.get', { id: folioId })
    const amountMinor = rest ? roundCash(balanceMinor, minor(golden.cashStep!)) : amount ? minor(amount) : 1
    const abroad = currency && {
      currency,
      foreignMinor: decimalToMinor(foreign!, minorDigits(currency))!,
    }
    if (currency)
      await must('chart.saveExchangeRate', { currency, validFrom: dateOf(golden.lines[0]!), rate: rate! })
    await must('folio.pay', { folioId, codeId: codes[by]!, amountMinor, ...abroad })
  }
  const folio = await must('folio.get', { id: folioId })
  const paid = linesOf(folio).filter(({ payment }) => payment)
  if (right.received) expect(paid.map(({ grossMinor }) => 0 - grossMinor)).toEqual(right.received.map(minor))
  if (right.cashRounding)
    expect(linesOf(folio).find(({ codeId }) => codeId === codes.rounding)?.grossMinor).toBe(
      minor(right.cashRounding),
    )
  expect(folio.balanceMinor).toBe(minor(right.balance!))
}

/** Invoices over the folios: net, taxes and gross as they were worked out, with the rounding that was agreed. */
async function issue(golden: Golden, name: string, ids: readonly FolioId[], partial: boolean) {
  const papers: OutputOf<'paper.get'>[] = []
  for (const folioId of ids) {
    const { balanceMinor, chargedMinor } = await app.must('folio.get', { id: folioId })
    if (balanceMinor === 0 && chargedMinor === 0) continue
    const { paperId } = await app.must('paper.issue', { folioId, window: 1, language: 'en' })
    papers.push(await app.must('paper.get', { id: paperId }))
  }
  if (papersTo) {
    mkdirSync(papersTo, { recursive: true })
    for (const [at, { html }] of papers.entries())
      writeFileSync(join(papersTo, `${name.replace('.json', '')}-${at + 1}.html`), html)
  }
  if (partial) return
  const sum = (of: (content: OutputOf<'paper.get'>['content']) => number) =>
    papers.reduce((total, { content }) => total + of(content), 0)
  const { net, taxes, gross } = golden.right.totals
  expect({
    net: sum(({ netMinor }) => netMinor),
    taxes: sumsBy(
      papers.flatMap(({ content }) => content.taxes),
      (tax) => tax.name,
    ),
    gross: sum(({ grossMinor }) => grossMinor),
  }).toEqual({
    net: minorIn(golden, net),
    taxes: Object.fromEntries(Object.entries(taxes).map(([tax, text]) => [tax, minorIn(golden, text)])),
    gross: minorIn(golden, gross),
  })
}

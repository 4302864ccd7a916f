import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { journalFormats } from '#shared/domain/folio/plain-journal.ts'
import { addDays } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { addUpJournal } from '#tests/support/journal-check.ts'
import { type MoneyHotel, moneyHotel } from '#tests/support/money-hotel.ts'

let t: TestApp & { made: MoneyHotel }
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, moneyHotel)
}, 120_000)
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

function ledger() {
  const raw = openRaw(t.file, { readonly: true })
  const balances = raw
    .prepare(
      `select a.code, sum(amount_minor) as sum from ledger_entries e join ledger_accounts a on a.id = e.account_id
       group by a.id having sum <> 0`,
    )
    .all() as { code: string; sum: number }[]
  const postings = raw
    .prepare('select count(distinct posting_id) from ledger_entries')
    .pluck()
    .get() as number
  raw.close()
  return { balances: new Map(balances.map(({ code, sum }) => [code, sum])), postings }
}

const byCode = (balances: ReadonlyMap<string, number>) =>
  new Map(
    [...balances]
      .filter(([, sum]) => sum !== 0)
      .map(([name, sum]) => [/:(\w+)-/.exec(name)?.[1] ?? name, sum]),
  )

test.each(journalFormats)(
  'another reader of the %s journal finds every posting and the balances of the ledger',
  async (format) => {
    const { day } = t.made
    const { text, next } = await t.must('ledger.journal', { from: day, to: day, format })
    expect(next).toBeNull()
    const found = addUpJournal(text, 2)
    const expected = ledger()
    expect(found.transactions).toBe(expected.postings)
    expect(byCode(found.balances)).toEqual(expected.balances)
    expect(text).toContain('50.00 USD @@ 356.17 CNY')
  },
)

test.each(journalFormats)(
  'what was before the period is its opening balances in the %s journal',
  async (format) => {
    const next = addDays(t.made.day, 1)
    const { text } = await t.must('ledger.journal', { from: next, to: next, format })
    const found = addUpJournal(text, 2)
    expect(found.transactions).toBe(1)
    expect(byCode(found.balances)).toEqual(ledger().balances)
  },
)

test('pages follow each other, and a period that ends before it begins is refused', async () => {
  const { day } = t.made
  const whole = await t.must('ledger.journal', { from: day, to: day })
  const raw = openRaw(t.file, { readonly: true })
  const second = raw.prepare('select id from postings order by id limit 1 offset 1').pluck().get() as number
  raw.close()
  const rest = await t.must('ledger.journal', { from: day, to: day, after: { date: day, id: second } })
  expect(whole.text.endsWith(rest.text)).toBe(true)
  expect(rest.text).not.toContain(`P${second} `)
  expect(rest.text).toContain(`P${second + 1} `)
  expect(await t.call('ledger.journal', { from: day, to: addDays(day, -1) })).toMatchObject({
    refusal: { code: 'DATES_REVERSED' },
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '#core/report/files/csv.ts'
import { htmlOf } from '#core/report/files/html.ts'
import { jsonOf } from '#core/report/files/json.ts'
import type { ReportName } from '#shared/domain/report/catalogue.ts'
import type { Language } from '#shared/i18n/types.ts'
import { momentOf } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type MoneyHotel, wholeMoneyHotel } from '#tests/support/money-hotel.ts'
import { cellsOf, textOf, wordedIn } from '#tests/support/report-files.ts'

// `vitest run tests/core/report/money-files.test.ts -u` writes the golden files again: read the difference before it is committed
const golden = '../../golden/report'

let hotel: TestApp & { made: MoneyHotel }
beforeAll(async () => {
  hotel = await openFilledApp(import.meta.filename, wholeMoneyHotel)
}, 120_000)
afterAll(() => hotel.close())

const ofPeriod = ['revenue', 'payments', 'taxes', 'trialBalance'] as const satisfies readonly ReportName[]
const ofDate = ['openBalances', 'depositsHeld'] as const satisfies readonly ReportName[]
const cases = [...ofPeriod, ...ofDate].flatMap((name) =>
  (['en', 'zh'] as const).map((language): [ReportName, Language] => [name, language]),
)

test.each(cases)('the files of %s in %s are what they were', async (name, language) => {
  const { day } = hotel.made
  const isOfDate = (ofDate as readonly ReportName[]).includes(name)
  const parameters: Record<string, string> = isOfDate ? { on: day } : { from: day, to: day }
  const found = await hotel.must('report.run', { name, parameters })
  const result = { ...found, asOf: { ...found.asOf, moment: momentOf(Date.UTC(2026, 2, 2, 6, 30)) } }
  const worded = wordedIn(result, language)
  const file = (ending: string) => `${golden}/${name}.${language}.${ending}`
  await expect(jsonOf(result, worded)).toMatchFileSnapshot(file('json'))
  await expect(csvOf(worded)).toMatchFileSnapshot(file('csv'))
  await expect(textOf(htmlOf(worded))).toMatchFileSnapshot(file('html.txt'))
  await expect(await cellsOf(result, language)).toMatchFileSnapshot(file('xlsx.txt'))
})

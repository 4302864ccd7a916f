import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvOf } from '#core/report/files/csv.ts'
import { htmlOf } from '#core/report/files/html.ts'
import { jsonOf } from '#core/report/files/json.ts'
import type { ReportResult } from '#shared/domain/report/result.ts'
import type { Language } from '#shared/i18n/types.ts'
import { momentOf } from '#shared/values/index.ts'
import type { TestApp } from '../../support/app.ts'
import { openDemoHotel } from '../../support/demo-hotel.ts'
import { cellsOf, textOf, wordedIn } from '../../support/report-files.ts'
import { emptyResult, occupancyResult, typedResult } from '../../support/report-results.ts'

// `vitest run tests/core/report/files.test.ts -u` writes the golden files again: read the difference before it is committed
const golden = '../../golden/report'

let hotel: TestApp
beforeAll(async () => {
  hotel = await openDemoHotel()
})
afterAll(() => hotel.close())

/** A fortnight of the demo hotel with days on the books; the moment is the only thing that differs from run to run. */
async function demoResult(): Promise<ReportResult> {
  const parameters = { from: '2026-02-23', to: '2026-03-08' }
  const result = await hotel.must('report.run', { name: 'occupancy', parameters })
  return { ...result, asOf: { ...result.asOf, moment: momentOf(Date.UTC(2026, 2, 2, 6, 30)) } }
}

const reports: [string, () => Promise<ReportResult>][] = [
  ['demo', demoResult],
  ['occupancy', async () => occupancyResult],
  ['typed', async () => typedResult],
  ['empty', async () => emptyResult],
]
const both: readonly Language[] = ['en', 'zh']
const cases = reports.flatMap(([name, read]) => both.map((language) => [name, language, read] as const))

describe.each(cases)('the files of report %s in %s', (name, language, read) => {
  const file = (ending: string) => `${golden}/${name}.${language}.${ending}`

  it('JSON is what it was', async () => {
    const result = await read()
    await expect(jsonOf(result, wordedIn(result, language))).toMatchFileSnapshot(file('json'))
  })

  it('CSV is what it was', async () => {
    await expect(csvOf(wordedIn(await read(), language))).toMatchFileSnapshot(file('csv'))
  })

  it('the text of the page is what it was', async () => {
    await expect(textOf(htmlOf(wordedIn(await read(), language)))).toMatchFileSnapshot(file('html.txt'))
  })

  it('the cells of the workbook are what they were', async () => {
    await expect(await cellsOf(await read(), language)).toMatchFileSnapshot(file('xlsx.txt'))
  })
})

it('the calendar of a drawing begins weeks as the hotel does', () => {
  const [drawn] = occupancyResult.charts
  const charts = drawn ? [{ ...drawn, kind: 'heat' as const }] : []
  const weekdays = (weekStarts: ReportResult['weekStarts']) => {
    const page = htmlOf(wordedIn({ ...occupancyResult, charts, weekStarts }, 'en'))
    return [...page.matchAll(/text-anchor="end">(\w+)<\/text>/g)].map(([, text]) => text)
  }
  expect(weekdays('monday')).toEqual(['Mon', 'Wed', 'Fri', 'Sun'])
  expect(weekdays('saturday')).toEqual(['Sat', 'Mon', 'Wed', 'Fri'])
})

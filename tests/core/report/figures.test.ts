import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import { figureHeadings, figuresOfReport, reportFigures } from '#shared/domain/report/figures.ts'
import { choicesOf } from '#shared/domain/report/question/choose-report.ts'
import { type Column, isFigure } from '#shared/domain/report/result.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

/** Figures of a table that are there without a comparison. */
function figuresIn(columns: readonly Column[]): Column[] {
  return columns.filter(
    ({ kind, definition }) => isFigure(kind) && !/^against(LastYear|Other|Budget)$/.test(definition ?? ''),
  )
}

test.each(reportNames)('the figures of %s are those that its tables show', async (name) => {
  const hasBy = choicesOf(name, 'by').length > 0
  const against = specOf(name).parameters.some((spec) => spec.kind === 'choice' && spec.name === 'compare')
  const compare = name === 'onBooks' ? 'same-weekday' : 'none'
  const main = new Set<string>()
  for (const by of hasBy ? choicesOf(name, 'by') : ['']) {
    const { tables } = await t.must('report.run', {
      name,
      parameters: { ...(by === '' ? {} : { by }), ...(against ? { compare } : {}) },
    })
    for (const [at, { columns }] of tables.entries())
      for (const column of figuresIn(columns)) {
        if (column.key.endsWith('Change') && !figuresOfReport(name).some((one) => one === column.key))
          continue
        if (at === 0) main.add(column.key)
        expect(figuresOfReport(name)).toContain(column.key)
        const headings: Readonly<Record<string, string>> = figureHeadings[name] ?? {}
        expect([column.key, column.heading]).toEqual([column.key, headings[column.key]])
      }
  }
  const expected = name === 'yearbook' ? reportFigures.occupancy.main : reportFigures[name].main
  expect([...main].toSorted()).toEqual([...expected].toSorted())
})

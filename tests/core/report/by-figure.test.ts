import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportNames } from '#shared/domain/report/catalogue.ts'
import { readParameters } from '#shared/domain/report/parameters.ts'
import { choicesOf } from '#shared/domain/report/question/choose-report.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
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

const week = { from: '2026-03-02', to: '2026-03-15' }
const run = (parameters: Record<string, string>, name: (typeof reportNames)[number] = 'occupancy') =>
  t.must('report.run', { name, parameters })
const context = { locale: 'en-GB', timeZone: 'Asia/Shanghai' }

test('the figure that is asked for is drawn and said first', async () => {
  const usual = await run(week)
  expect(usual.charts).toMatchObject([{ y: ['occupancy'] }])
  const found = await run({ ...week, figure: 'adr', by: 'roomType' })
  expect(found.charts).toMatchObject([{ kind: 'bars', y: ['adr'], says: { code: 'highest' } }])
  expect(wordReport(found, 'en', context).says).toBe(
    'ADR over the period: 930.00. 12 room-nights sold; occupancy 7.1 % at an average rate of 930.00.',
  )
  expect(wordReport(found, 'zh', context).says).toMatch(/^全期平均房价：930\.00。/)
  expect(wordReport(found, 'en', context).facts).toContain('Figure: ADR')
  expect(wordReport(usual, 'en', context).facts.join()).not.toContain('Figure')
})

test('each chart whose table has the figure is of it', async () => {
  const { charts } = await run({ ...week, figure: 'cancelled' }, 'cancellations')
  expect(charts).toMatchObject([
    { table: 'main', y: ['cancelled'] },
    { table: 'bands', y: ['cancelled'] },
  ])
})

test('what the figure is held against is drawn with it', async () => {
  const { charts } = await run({ ...week, figure: 'adr', compare: '2026-03-09..2026-03-15' })
  expect(charts).toMatchObject([{ y: ['adr'], quiet: ['adrOther'] }])
})

test('a figure that lines do not have leaves the chart as it is, and is said all the same', async () => {
  const { charts, says, notes } = await run({ ...week, figure: 'revpar', by: 'segment' })
  expect(charts).toMatchObject([{ y: ['roomsSold'] }])
  expect(says).toMatchObject({ code: 'figure', params: { value: { cell: 6_643 } } })
  expect(notes.map(({ code }) => code)).toContain('figureNotDrawn')
})

test('a clerk who sees no revenue has the report’s own chart', async () => {
  const reply = await t
    .deskAs('clerk')
    .call('report.run', { name: 'occupancy', parameters: { ...week, figure: 'adr' } })
  expect(reply).toMatchObject({ ok: true, output: { charts: [{ y: ['occupancy'] }], says: null } })
  const seen = await t
    .deskAs('clerk')
    .call('report.run', { name: 'occupancy', parameters: { ...week, figure: 'occupancy' } })
  expect(seen).toMatchObject({ ok: true, output: { says: { params: { value: { cell: 12 / 168 } } } } })
  expect(JSON.stringify(reply)).not.toContain('figureNotDrawn')
})

test('the daily report says it of the day and of the month', async () => {
  const found = await run({ on: '2026-03-02', figure: 'arrivals' }, 'daily')
  expect(found.says).toMatchObject({
    code: 'figureOfDay',
    params: { measure: 'reportColumn.arrivals', value: { cell: 0 }, month: { cell: 0 } },
    next: { params: { date: '2026-03-02' } },
  })
})

test.each(reportNames)('every figure of %s can be asked for', async (name) => {
  for (const figure of choicesOf(name, 'figure')) {
    const { parameters } = await run({ figure }, name)
    expect(parameters).toMatchObject({ figure })
  }
  const at = { today: '2026-03-01', starts: 'monday' } as never
  if (choicesOf(name, 'figure').length > 0)
    expect(readParameters(name, { figure: 'nothing' }, at)).toMatchObject({ ok: false })
})

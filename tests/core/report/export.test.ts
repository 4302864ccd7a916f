import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualExplore } from '#shared/domain/report/explore/ask.ts'
import { reportFormats } from '#shared/domain/report/formats.ts'
import { openFilledApp, type TestApp } from '../../support/app.ts'
import { smallHotel } from '../../support/small-hotel.ts'

let t: TestApp

beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const parameters = { from: '2026-03-01', to: '2026-03-07' }

describe('a report as a file', () => {
  it.each(reportFormats.filter((format) => format !== 'pdf'))('is made as %s', async (format) => {
    const { name, content, mediaType } = await t.must('report.export', {
      name: 'occupancy',
      parameters,
      format,
    })
    expect(name).toBe(`Occupancy and revenue 2026-03-01 – 2026-03-07.${format}`)
    expect(mediaType).not.toBe('')
    const bytes = Buffer.from(content, 'base64')
    const begins = { json: '{\n', csv: '\uFEFFDay', html: '<!doctype html>', xlsx: 'PK' }[format]
    expect(bytes.toString('utf8').startsWith(begins)).toBe(true)
  })

  it('says in the change log who took out which, in which format', async () => {
    const [entry] = (await t.must('change.list', { limit: 1 })).rows
    await t.must('report.export', { name: 'occupancy', parameters, format: 'csv', language: 'zh' })
    const [row] = (await t.must('change.list', { limit: 1 })).rows
    expect(row?.seq).toBeGreaterThan(entry?.seq ?? 0)
    expect(row).toMatchObject({
      operation: 'report.export',
      entity: 'report',
      after: { report: 'occupancy', format: 'csv' },
    })
  })

  it('has its words in the language that is asked for', async () => {
    const { content } = await t.must('report.export', {
      name: 'occupancy',
      parameters,
      format: 'json',
      language: 'zh',
    })
    expect(JSON.parse(Buffer.from(content, 'base64').toString('utf8'))).toMatchObject({
      title: '出租率与营收',
      total: { roomsSold: expect.any(Number), roomRevenue: expect.stringMatching(/^\d+\.\d\d$/) },
    })
  })

  it('refuses a PDF where nothing prints, and logs nothing', async () => {
    const [before] = (await t.must('change.list', { limit: 1 })).rows
    const reply = await t.call('report.export', { name: 'occupancy', parameters, format: 'pdf' })
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'PDF_NO_BROWSER' } })
    expect((await t.must('change.list', { limit: 1 })).rows[0]?.seq).toBe(before?.seq)
  })

  it('refuses what the report refuses', async () => {
    const backwards = { from: '2026-03-07', to: '2026-03-01' }
    expect(
      await t.call('report.export', { name: 'occupancy', parameters: backwards, format: 'csv' }),
    ).toMatchObject({ refusal: { code: 'REPORT_PERIOD_BACKWARDS' } })
    expect(await t.call('report.export', { name: 'ocupancy', format: 'csv' })).toMatchObject({
      refusal: { code: 'REPORT_UNKNOWN' },
    })
  })
})

describe('a page beside the catalogue as a file', () => {
  const ask = {
    ...usualExplore,
    period: { from: '2026-03-02', to: '2026-03-15' },
    rows: ['roomType' as const, 'week' as const],
    columns: ['segment' as const],
    measures: ['roomsSold' as const, 'adr' as const],
  }
  const textIn = ({ content }: { content: string }) => Buffer.from(content, 'base64').toString('utf8')

  it.each(reportFormats.filter((format) => format !== 'pdf'))('is made as %s', async (format) => {
    const dashboard = await t.must('report.exportDashboard', { format })
    expect(dashboard.name).toBe(`Dashboard 2026-03-02.${format}`)
    const pivot = await t.must('explore.export', { ask, format })
    expect(pivot.name).toBe(`Explore 2026-03-02 – 2026-03-15.${format}`)
    const begins = { json: '{\n', csv: '\uFEFF', html: '<!doctype html>', xlsx: 'PK' }[format]
    for (const file of [dashboard, pivot]) expect(textIn(file).startsWith(begins)).toBe(true)
  })

  it('has every figure, table and drawing of the dashboard, and says hotel, moment and basis', async () => {
    const seen = await t.must('report.dashboard', { basis: 'operational' })
    const page = textIn(await t.must('report.exportDashboard', { basis: 'operational', format: 'html' }))
    expect(page.match(/<figure/g)?.length).toBeGreaterThanOrEqual(3)
    for (const said of ['Test Hotel', 'As of', 'Operational'])
      expect(page.toLowerCase(), said).toContain(said.toLowerCase())
    const told = JSON.parse(textIn(await t.must('report.exportDashboard', { format: 'json' })))
    const actual = told.rows.filter(({ against }: { against: string }) => against.startsWith('Actual'))
    expect(actual.map(({ roomsSold }: { roomsSold: number }) => roomsSold)).toEqual(
      seen.spans.map(({ figures }) => figures.roomsSold),
    )
    expect(told.tables.days.rows).toHaveLength(90)
    expect(told.tables.curve.total.roomsSold).toBe(seen.spans.at(-1)?.figures.roomsSold)
    expect(told.tables.bands.rows).toHaveLength(365)
    expect(Object.keys(told.tables)).toEqual(
      expect.arrayContaining(['moves', 'people', 'kinds', 'status', 'house']),
    )
  })

  it('has the cells and totals of the pivot, its heads in words', async () => {
    const { pivot } = await t.must('explore.run', { ask })
    const told = JSON.parse(textIn(await t.must('explore.export', { ask, format: 'json' })))
    expect(told.rows).toHaveLength(pivot.rows.length - 1)
    const figures = (row: Record<string, unknown>) =>
      Object.keys(row).filter((key) => key.startsWith('roomsSold-'))
    expect(figures(told.total).map((key) => told.total[key])).toEqual(
      pivot.cells.at(-1)?.map(([sold]) => sold),
    )
    expect(told.rows[0]).toMatchObject({ roomType: 'Deluxe' })
    const [head] = textIn(await t.must('explore.export', { ask, format: 'csv' })).split('\r\n')
    expect(head).toContain('Transient · Rooms sold')
    expect(head).toContain('Total · ADR')
  })

  it('is in the change log, without money for whom the hotel shows none, and refuses what the page refuses', async () => {
    await t.must('explore.export', { ask, format: 'csv' })
    const [row] = (await t.must('change.list', { limit: 1 })).rows
    expect(row).toMatchObject({
      operation: 'explore.export',
      entity: 'report',
      after: { report: 'explore', format: 'csv' },
    })
    const clerk = await t.deskAs('clerk').call('report.exportDashboard', { format: 'csv' })
    if (!clerk.ok) throw new Error(JSON.stringify(clerk))
    expect(textIn(clerk.output as { content: string })).not.toContain('ADR')
    expect(await t.call('explore.export', { ask: { ...ask, measures: [] }, format: 'csv' })).toMatchObject({
      refusal: { code: 'EXPLORE_ASK' },
    })
  })
})

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reports } from '#core/report/reports/index.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { reportFileOf } from '#db/report/file.ts'
import type { ReportName } from '#shared/domain/report/catalogue.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { openFilledApp, openTestApp, type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { type SmallHotel, smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp & { made: SmallHotel }
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterEach(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const parameters = { from: '2026-03-02', to: '2026-03-15' }
const totalAsOf = async (asOf?: string) => {
  const report = await t.must('report.run', { name: 'occupancy', parameters, ...(asOf ? { asOf } : {}) })
  const { roomsSold, roomRevenue } = report.tables[0].total ?? {}
  return { roomsSold, roomRevenue, asOf: report.asOf }
}
/** The moment of the newest change. */
function lastMoment(): string {
  const raw = openRaw(t.file, { readonly: true })
  const moment = raw.prepare('select moment from changes order by seq desc limit 1').pluck().get() as string
  raw.close()
  return moment
}
async function cancelFirst() {
  const { rows } = await t.must('booking.list', { view: 'due-in', date: testBusinessDate as BusinessDate })
  const [first] = rows
  if (!first) throw new Error('nobody is due in')
  const { version } = await t.must('booking.get', { id: first.id })
  await t.must('booking.cancel', { id: first.id, version, reason: 'plans' })
}

test('a report looks as it did at an earlier moment, and as of now as it does now', async () => {
  const before = lastMoment()
  expect(await totalAsOf()).toMatchObject({ roomsSold: 12, asOf: { isNow: true } })
  await cancelFirst()
  const now = await totalAsOf()
  expect(now.roomsSold).not.toBe(12)
  expect(await totalAsOf(before)).toMatchObject({ roomsSold: 12, asOf: { moment: before, isNow: false } })
  expect(await totalAsOf('2026-03-02')).toMatchObject({
    roomsSold: now.roomsSold,
    roomRevenue: now.roomRevenue,
  })
})

test('a moment ahead, one before the first change and no moment are refused with the bounds', async () => {
  const ask = (asOf: string) => t.call('report.run', { name: 'occupancy', parameters, asOf })
  expect(await ask('2026-03-03')).toMatchObject({
    refusal: { code: 'REPORT_MOMENT_AHEAD', params: { moment: '2026-03-03' } },
  })
  expect(await ask('2030-01-01T00:00:00.000Z')).toMatchObject({ refusal: { code: 'REPORT_MOMENT_AHEAD' } })
  expect(await ask('2026-03-01')).toMatchObject({
    refusal: { code: 'REPORT_MOMENT_EARLY', params: { moment: '2026-03-01', first: '2026-03-02' } },
  })
  expect(await ask('2020-01-01T08:00:00+08:00')).toMatchObject({ refusal: { code: 'REPORT_MOMENT_EARLY' } })
  for (const wrong of ['soon', '2026-02-30', '2026-03-02T10:00', '9999-99-99T00:00:00Z'])
    expect(await ask(wrong)).toMatchObject({ refusal: { code: 'REPORT_MOMENT_WRONG' } })
})

test('every report that runs now runs as of an earlier moment', async () => {
  const before = lastMoment()
  await cancelFirst()
  // What of then is known as it is now alone is said under each
  const knownNow = { code: 'knownNow', params: {} }
  for (const name of Object.keys(reports) as ReportName[]) {
    const now = await t.must('report.run', { name, parameters: {} })
    const then = await t.must('report.run', { name, parameters: {}, asOf: before })
    expect(now.notes, name).not.toContainEqual(knownNow)
    expect(then.notes, name).toContainEqual(knownNow)
  }
})

test('a file that was deleted, is damaged or is another’s: it is made again, or it is said why there is none', async () => {
  await totalAsOf('2026-03-02')
  const file = reportFileOf(t.file)
  await t.app.close()
  const reopened = () => openTestApp({ file: t.file, setUp: false })
  const ask = async (app: TestApp) =>
    app.deskAs('administrator').call('report.run', { name: 'occupancy', parameters, asOf: '2026-03-02' })
  rmSync(file)
  let again = await reopened()
  expect(await ask(again)).toMatchObject({ ok: true })
  await again.app.close()
  writeFileSync(file, 'no database')
  again = await reopened()
  expect(await ask(again)).toMatchObject({ ok: true })
  expect(existsSync(`${file}-damaged`)).toBe(true)
  await again.app.close()
  const other = openRaw(file, { readonly: false })
  other.pragma('application_id = 7')
  other.close()
  again = await reopened()
  expect(await ask(again)).toMatchObject({
    refusal: { code: 'REPORT_NO_FILE', params: { why: 'taken', file } },
  })
  // The desk and reports of now work without it
  expect(
    await again.deskAs('administrator').call('report.run', { name: 'occupancy', parameters }),
  ).toMatchObject({ ok: true })
  expect(await again.deskAs('administrator').call('report.dashboard', {})).toMatchObject({
    output: {
      pickUps: [
        { net: null, missing: 'no-file' },
        { net: null, missing: 'no-file' },
      ],
    },
  })
  await again.app.close()
  t = { ...t, close: async () => undefined }
})

test('requests are those of then: what was asked for or done since is not counted, on the dashboard or in the daily report', async () => {
  const { rows } = await t.must('booking.list', {
    view: 'due-in',
    date: testBusinessDate as BusinessDate,
  })
  const [first] = rows
  if (!first) throw new Error('nobody is due in')
  const before = lastMoment()
  const requestsOf = async (asOf?: string) => {
    const at = asOf ? { asOf } : {}
    const { requests } = await t.must('report.dashboard', at)
    const daily = await t.must('report.run', { name: 'daily', parameters: { on: testBusinessDate }, ...at })
    const counted = daily.tables.flatMap(({ rows }) => rows).find((row) => 'requestsAsked' in row)
    return { dashboard: requests.asked, daily: counted?.requestsAsked }
  }
  const then = await requestsOf()
  await t.must('request.create', { bookingId: first.id, kind: 'crib', dueOn: first.arrival })
  expect(await requestsOf()).toEqual({ dashboard: then.dashboard + 1, daily: Number(then.daily) + 1 })
  expect(await requestsOf(before)).toEqual(then)
})

test('a sentence names the moment that it counts from, or the date at whose end it does', async () => {
  const saysOf = async (name: 'pickup' | 'onBooks', since: string) => {
    const result = await t.must('report.run', { name, parameters: { period: 'next-90-days', since } })
    const { says, facts } = wordReport(result, 'en', { locale: 'en-GB', timeZone: 'Asia/Shanghai' })
    return [says, facts.find((fact) => fact.startsWith('Since'))]
  }
  const at = lastMoment()
  const since = at.replace('Z', '+00:00')
  const told = momentText(at, 'en-GB', 'Asia/Shanghai')
  for (const name of ['pickup', 'onBooks'] as const) {
    const [says, fact] = await saysOf(name, since)
    expect(says).toContain(`net since ${told}`)
    expect(fact).toBe(`Since: ${told}`)
    expect((await saysOf(name, 'yesterday'))[0]).toMatch(/net since the end of Sun,? 1 Mar 2026/)
  }
})

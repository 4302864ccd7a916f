import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { usualExplore } from '#shared/domain/report/explore/ask.ts'
import { describeReply } from '#shared/i18n/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openFilledApp } from '#tests/support/app.ts'
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

test('what is on the books of a small house, by day and by type', async () => {
  const byDay = await t.must('report.run', { name: 'occupancy', parameters: week })
  const [main] = byDay.tables
  expect(main.rows).toHaveLength(14)
  expect(main.rows[0]).toMatchObject({
    day: '2026-03-02',
    roomsSold: 2,
    roomsAvailable: 12,
    roomRevenue: 136_000,
    adr: 68_000,
  })
  expect(main.total).toMatchObject({
    roomsSold: 12,
    roomsAvailable: 168,
    occupancy: 12 / 168,
    roomRevenue: 7 * 68_000 + 5 * 128_000,
  })
  const byType = await t.must('report.run', { name: 'occupancy', parameters: { ...week, by: 'roomType' } })
  expect(byType.tables[0].rows).toMatchObject([
    { roomsSold: 5, roomRevenue: 640_000, roomsAvailable: 42 },
    { roomsSold: 7, roomRevenue: 476_000, roomsAvailable: 126 },
  ])
  expect(byType.tables[0].total).toEqual(main.total)
  expect(byType.names).toEqual({
    'room-type:1': { en: 'Deluxe', zh: '豪华间' },
    'room-type:2': { en: 'Suite', zh: '套房' },
  })
})

test('a cancellation that an import had no date for was on the books of no day', async () => {
  const own = await openFilledApp(import.meta.filename, smallHotel)
  const curve = async () => {
    const parameters = { from: '2026-03-02', to: '2026-03-31' }
    return (await own.must('report.run', { name: 'pace', parameters })).tables[0].rows
  }
  const before = await curve()
  const { id } = await own.must('booking.create', {
    guestId: own.made.guests.anna as never,
    arrival: '2026-03-16' as never,
    departure: '2026-03-19' as never,
    roomTypeId: own.made.types.DLX as never,
    ratePlanId: own.made.plan,
  })
  expect(await curve()).not.toEqual(before)
  await own.must('booking.cancel', { id, version: 1, reason: 'plans' })
  const raw = openRaw(own.file, { readonly: false })
  raw.prepare('update bookings set cancelled_on = null where id = ?').run(id)
  raw.close()
  expect(await curve()).toEqual(before)
  await own.close()
})

test('rooms are not divided by segment: its lines have no occupancy, the total has the house’s', async () => {
  const found = await t.must('report.run', { name: 'occupancy', parameters: { ...week, by: 'segment' } })
  expect(found.tables[0].rows.every((row) => row.roomsAvailable === null && row.occupancy === null)).toBe(
    true,
  )
  expect(found.tables[0].total).toMatchObject({ roomsSold: 12, roomsAvailable: 168, occupancy: 12 / 168 })
  expect(found.notes.map(({ code }) => code)).toContain('availableOfAll')
})

test('a filter is put by code, in any case, and a code that nobody has names the nearest', async () => {
  const found = await t.must('report.run', { name: 'occupancy', parameters: { ...week, roomType: 'ste' } })
  expect(found.tables[0].total).toMatchObject({ roomsSold: 5, roomsAvailable: 42 })
  const wrong = await t.call('report.run', { name: 'occupancy', parameters: { ...week, roomType: 'DLXX' } })
  expect(wrong).toMatchObject({
    refusal: {
      code: 'REPORT_CHOICE_UNKNOWN',
      params: { parameter: 'roomType', value: 'DLXX', nearest: 'DLX' },
    },
  })
})

test.each([
  ['floor', 'abc', '8'],
  ['floor', '99', '8'],
  ['floor', '8.5', '8'],
  ['country', 'Germany', 'DEU'],
  ['country', '德国', 'DEU'],
  ['country', 'DE', 'DEU'],
  ['country', 'DEX', 'DEU'],
  ['country', 'Narnia Xyz', 'CHN, DEU, GBR, JPN'],
])('a %s “%s” is refused, naming %s, and not answered with no rooms', async (parameter, value, near) => {
  const refusal = { code: 'REPORT_CHOICE_UNKNOWN', params: { parameter, value, nearest: near } }
  const run = { name: 'occupancy', parameters: { ...week, [parameter]: value } }
  expect(await t.call('report.run', run)).toMatchObject({ refusal })
  const filters = [{ dimension: parameter, values: [value] }]
  const ask = { ...usualExplore, period: week, filters }
  expect(await t.call('explore.run', { ask })).toMatchObject({ refusal })
})

test.each([
  ['segment', 'corporate'],
  ['channel', 'direct'],
  ['ratePlan', 'BAR'],
  ['agency', 'none'],
  ['country', 'CHN'],
])('with a filter of %s that is why rooms available are not known', async (name, value) => {
  for (const by of ['day', 'segment']) {
    const found = await t.must('report.run', {
      name: 'occupancy',
      parameters: { ...week, by, [name]: value },
    })
    const codes = found.notes.map(({ code }) => code)
    expect(codes.filter((code) => /rooms|available/i.test(code))).toEqual(['noRoomsFiltered'])
  }
})

test('a floor, a country and a guarantee that are on file are answered', async () => {
  const sold = async (filter: object) => {
    const found = await t.must('report.run', { name: 'occupancy', parameters: { ...week, ...filter } })
    return found.tables[0].total?.roomsSold
  }
  expect(await sold({ country: 'deu' })).toBe(4)
  expect(await sold({ country: 'none' })).toBe(0)
  expect(await sold({ floor: 'none' })).toBe(12)
  const filters = [{ dimension: 'guarantee' as const, values: ['none'] }]
  const pivot = await t.must('explore.run', { ask: { ...usualExplore, period: week, filters } })
  expect(pivot.pivot.rows.length).toBeGreaterThan(1)
})

test.each([
  ['occupancy', { from: '1903-01-01', to: '1903-02-01' }],
  ['occupancy', { from: '2196-12-01', to: '2196-12-31' }],
  ['occupancy', { from: '1903-01-01', to: '1903-01-03', compare: 'last-year' }],
  ['occupancy', { from: '1903-01-01', to: '1903-01-03', compare: 'same-weekday' }],
  ['occupancy', { from: '1903-01-01', to: '1903-01-03', compare: 'festival' }],
  ['occupancy', { from: '1903-01-01', to: '1903-01-03', compare: 'budget' }],
  ['occupancy', { from: '2196-12-30', to: '2196-12-31', compare: 'budget' }],
  ['occupancy', { ...week, compare: '1903-01-01..1903-01-14' }],
  ['occupancy', { ...week, compare: '2196-12-18..2196-12-31' }],
  ['onBooks', { from: '1903-01-01', to: '1903-01-03' }],
  ['onBooks', { from: '2196-12-30', to: '2196-12-31', by: 'week' }],
  ['pickup', { from: '2196-12-30', to: '2196-12-31' }],
  ['pace', { from: '1903-01-01', to: '1903-01-03', compare: 'same-weekday' }],
  ['pace', { from: '2196-12-30', to: '2196-12-31' }],
  ['forecast', { from: '2196-12-30', to: '2196-12-31' }],
  ['forecast', { from: '1903-01-01', to: '1903-01-03' }],
  ['daily', { on: '1903-01-01' }],
  ['daily', { on: '2196-12-31' }],
  ['yearbook', { year: '1903' }],
  ['yearbook', { year: '2196' }],
  ['budget', { year: '1903' }],
  ['budget', { year: '2196' }],
  ['cancellations', { from: '1903-01-01', to: '1903-01-03', by: 'week' }],
  ['loyalty', { from: '2196-12-30', to: '2196-12-31' }],
  ['compSet', { from: '1903-01-01', to: '1903-01-03' }],
  ['guestNights', { from: '2196-12-30', to: '2196-12-31', by: 'day' }],
  ['repeatGuests', { from: '1903-01-01', to: '1903-01-03' }],
] as const)('%s is answered to the ends of what reports are about: %j', async (name, parameters) => {
  expect((await t.must('report.run', { name, parameters })).name).toBe(name)
})

test('beyond the ends of what reports are about a report is refused in words', async () => {
  for (const [name, parameters, code] of [
    ['occupancy', { from: '2199-12-31', to: '2199-12-31' }, 'REPORT_DATE_FAR'],
    ['daily', { on: '1900-01-01' }, 'REPORT_DATE_FAR'],
    ['yearbook', { year: '2199' }, 'REPORT_YEAR_WRONG'],
    ['budget', { year: '1900' }, 'REPORT_YEAR_WRONG'],
    ['pickup', { since: '1900-01-01' }, 'REPORT_MOMENT_EARLY'],
    ['pickup', { since: '2199-12-31' }, 'REPORT_MOMENT_AHEAD'],
  ] as const)
    expect(await t.call('report.run', { name, parameters })).toMatchObject({ refusal: { code } })
  const ask = { ...usualExplore, period: { from: '2199-12-31', to: '2199-12-31' } }
  expect(await t.call('explore.run', { ask })).toMatchObject({ refusal: { code: 'REPORT_DATE_FAR' } })
})

test('a report is asked for by its title, and one that is none is refused without “nearest”', async () => {
  for (const name of ['出租率与营收', 'Occupancy and revenue'])
    expect((await t.must('report.run', { name, parameters: week })).name).toBe('occupancy')
  const reply = await t.call('report.run', { name: 'xyzzy' })
  expect(describeReply(reply, 'en', 'report.run')).toMatch(/^There is no report “xyzzy”\. Open Reports/)
  expect(describeReply(reply, 'zh', 'report.run')).not.toContain('相近')
  const near = await t.call('report.run', { name: '出租率与营业收' })
  expect(describeReply(near, 'zh', 'report.run')).toContain('出租率与营收')
})

test('a word for the period beside dates is said not to be used', async () => {
  const note = { code: 'periodUnused', params: { period: 'report.period.last-year' } }
  const parameters = { ...week, period: 'last-year' }
  const found = await t.must('report.run', { name: 'occupancy', parameters })
  expect(found.period?.from).toBe(week.from)
  expect(found.notes).toContainEqual(note)
  const pivot = await t.must('explore.run', { ask: { ...usualExplore, period: parameters } })
  expect(pivot.notes).toContainEqual(note)
  const alone = await t.must('report.run', { name: 'occupancy', parameters: { period: 'last-year' } })
  expect(alone.notes.map(({ code }) => code)).not.toContain('periodUnused')
})

test('a night before the business date counts once its guest came', async () => {
  // All bookings of the small hotel are confirmed; none has arrived
  const past = await t.must('report.run', {
    name: 'occupancy',
    parameters: { from: '2026-02-20', to: '2026-03-01' },
  })
  expect(past.tables[0].total).toMatchObject({ roomsSold: 0, occupancy: 0, adr: null })
  expect(past.tables[0].rows).toHaveLength(10)
})

describe('who sees what', () => {
  test('a clerk sees no revenue unless the hotel wishes', async () => {
    const seen = await t.deskAs('clerk').call('report.run', { name: 'occupancy', parameters: week })
    if (!seen.ok) throw new Error(JSON.stringify(seen))
    const { tables, withoutRevenue } = seen.output as {
      tables: { columns: { key: string }[]; total: object }[]
      withoutRevenue: boolean
    }
    expect(withoutRevenue).toBe(true)
    const keys = tables.flatMap(({ columns, total }) => [
      ...columns.map(({ key }) => key),
      ...Object.keys(total),
    ])
    expect(keys).toContain('occupancy')
    for (const hidden of ['roomRevenue', 'adr', 'revpar']) expect(keys).not.toContain(hidden)
  })

  test('a report asks for its role, and the list has no other', async () => {
    const clerk = t.deskAs('clerk')
    expect(await clerk.call('report.run', { name: 'pickup', parameters: {} })).toMatchObject({
      refusal: { code: 'REPORT_NOT_PERMITTED', params: { needed: 'reports-all' } },
    })
    const list = await clerk.call('report.list', {})
    const names = (list.ok ? (list.output as { reports: { name: string }[] }) : { reports: [] }).reports.map(
      ({ name }) => name,
    )
    expect(names).toContain('occupancy')
    expect(names).not.toContain('pickup')
    expect(names).not.toContain('audit')
  })
})

test('parameters are remembered for their user, favourites saved, renamed, deleted and undone', async () => {
  await t.must('report.remember', { name: 'occupancy', parameters: { by: 'segment' } })
  const saved = await t.must('report.saveFavourite', {
    name: 'My week',
    report: 'occupancy',
    parameters: week,
  })
  const list = await t.must('report.list', {})
  expect(list.reports.find(({ name }) => name === 'occupancy')?.remembered).toEqual({ by: 'segment' })
  expect(list.favourites).toEqual([{ ...saved, name: 'My week', report: 'occupancy', parameters: week }])
  expect(
    await t.call('report.saveFavourite', { name: 'My week', report: 'daily', parameters: {} }),
  ).toMatchObject({
    refusal: { code: 'FAVOURITE_NAME_TAKEN' },
  })
  const gone = await t.call('report.deleteFavourite', saved)
  if (!gone.ok || gone.change === undefined) throw new Error(JSON.stringify(gone))
  expect((await t.must('report.list', {})).favourites).toEqual([])
  await t.must('change.undo', { change: gone.change })
  expect((await t.must('report.list', {})).favourites).toHaveLength(1)
  const raw = openRaw(t.file, { readonly: true })
  expect(examineImages(raw, () => undefined)).toEqual([])
  raw.close()
})

test('a report that was asked for twice under one name is stopped the first time', async () => {
  const first = t.call('report.run', {
    name: 'occupancy',
    parameters: { from: '2000-01-01', to: '2049-12-31' },
    run: 'r1',
  })
  const second = await t.call('report.run', { name: 'occupancy', parameters: week, run: 'r1' })
  expect(second.ok).toBe(true)
  // Whether it had ended by then is the machine's; it never answers with half of it
  const end = await first
  if (!end.ok) expect(end).toMatchObject({ refusal: { code: 'CANCELLED' } })
})

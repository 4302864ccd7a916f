import { expect, test } from 'vitest'
import { wordReport } from '#shared/i18n/report-text.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

test('the yearbook has the tables of the year’s other reports, and refuses a year that is none', async () => {
  const t = await openDemoHotel()
  const book = await t.must('report.run', { name: 'yearbook', parameters: { year: '2025' } })
  expect(book.tables.map(({ key }) => key)).toEqual(['main', 'days', 'people', 'house', 'kinds', 'status'])
  const period = { from: '2025-01-01', to: '2025-12-31' }
  const nights = await t.must('report.run', { name: 'guestNights', parameters: { ...period, by: 'country' } })
  // It is for an archive: the other reports lead to bookings
  const [people] = nights.tables
  expect(
    book.tables[2]?.rows.map(({ guestNightsSlept, ...row }) => ({ ...row, guestNights: guestNightsSlept })),
  ).toEqual(people.rows)
  expect(book.tables[2]?.total?.guestNightsSlept).toBe(people.total?.guestNights)
  expect([book.tables[2]?.key, book.tables[2]?.bookings]).toEqual(['people', undefined])
  expect(book.tables[2]?.rows.length).toBeGreaterThan(3)
  const rooms = await t.must('report.run', { name: 'occupancy', parameters: { ...period, by: 'month' } })
  expect(book.tables[0]).toEqual({ ...rooms.tables[0], bookings: undefined })
  expect(book.says?.code).toBe('yearbook')
  // Every month has its nights of guests
  expect(book.tables[1]?.rows).toHaveLength(12)
  expect(await t.call('report.run', { name: 'yearbook', parameters: { year: '20255' } })).toMatchObject({
    refusal: { code: 'REPORT_YEAR_WRONG', params: { value: '20255' } },
  })
  await t.close()
})

test('a year that is not over says what is on the books, and which guest nights were slept', async () => {
  const t = await openDemoHotel()
  const book = await t.must('report.run', { name: 'yearbook', parameters: { year: '2026' } })
  expect(book.says?.code).toBe('yearbookAhead')
  const { tables, says, charts } = wordReport(book, 'en', { locale: 'en', timeZone: 'Asia/Shanghai' })
  expect(says).toContain('sold or on the books')
  const named = tables.map(({ columns }) => columns.find(({ key }) => key.startsWith('guestNights'))?.heading)
  expect(named.slice(0, 4)).toEqual([
    'Guest nights',
    'Guest nights slept',
    'Guest nights slept',
    'Guest nights',
  ])
  expect(charts[1]?.says).toMatch(/^Guest nights slept/)
  const [booked, slept] = book.tables.map(({ total }) =>
    Number(total?.guestNightsSlept ?? total?.guestNights),
  )
  expect(Number(booked)).toBeGreaterThan(Number(slept))
  await t.close()
})

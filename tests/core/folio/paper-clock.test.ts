import { expect, it } from 'vitest'
import { issueTime } from '#core/folio/paper/clock.ts'

it.each([
  // The audit runs at 01:30 on New Year’s day: the business date is still the old year’s, the paper is dated by the calendar
  ['2026-12-31T17:30:00.000Z', 'Asia/Shanghai', '2027-01-01', '01:30'],
  ['2026-12-31T17:30:00.000Z', 'America/New_York', '2026-12-31', '12:30'],
  ['2026-03-29T00:30:00.000Z', 'Europe/Berlin', '2026-03-29', '01:30'],
  ['2026-03-29T01:30:00.000Z', 'Europe/Berlin', '2026-03-29', '03:30'],
  ['2026-03-28T16:00:00.000Z', 'Asia/Shanghai', '2026-03-29', '00:00'],
])('at %s in %s a paper is dated %s %s', (moment, zone, issuedOn, issuedAt) => {
  expect(issueTime({ moment, hotel: { timeZone: zone } as never })).toEqual({ issuedOn, issuedAt })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockInZone, momentInZone, typedTime } from '#renderer/parts/report/moment-in-zone.ts'
import { businessDateInZone, businessDateOf, fromDayNumber } from '#shared/values/business-date.ts'

const day = businessDateOf

test.each([
  ['2026-03-07', '14:05', 'Asia/Shanghai', '2026-03-07T06:05:00.000Z'],
  ['2026-03-07', '00:00', 'Asia/Shanghai', '2026-03-06T16:00:00.000Z'],
  ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
  ['2026-01-01', '09:00', 'Europe/Berlin', '2026-01-01T08:00:00.000Z'],
  // The day on which clocks are put forward, after it happened
  ['2026-03-29', '12:00', 'Europe/Berlin', '2026-03-29T10:00:00.000Z'],
  ['2026-03-07', '23:30', 'America/New_York', '2026-03-08T04:30:00.000Z'],
  ['2026-03-07', '10:00', 'Asia/Kolkata', '2026-03-07T04:30:00.000Z'],
] as const)('%s %s in %s', (date, clock, zone, moment) => {
  expect(momentInZone(day(date), typedTime(clock) ?? { hour: 0, minute: 0 }, zone)).toBe(moment)
})

test('what a zone’s clocks show at the moment is what was typed, but in the hour that is skipped', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC')
  const times = fc.record({ hour: fc.integer({ min: 4, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  fc.assert(
    fc.property(fc.integer({ min: 15_000, max: 25_000 }), times, zones, (number, time, zone) => {
      const date = fromDayNumber(number)
      const at = Date.parse(momentInZone(date, time, zone))
      expect(businessDateInZone(at, zone)).toBe(date)
      expect(typedTime(clockInZone(at, zone))).toEqual(time)
    }),
  )
})

test.each([
  ['14:05', 14, 5],
  ['9', 9, 0],
  ['0930', 9, 30],
  ['9.30', 9, 30],
  ['９：３０', 9, 30],
  ['9点30分', 9, 30],
])('%s is a time of day', (text, hour, minute) => {
  expect(typedTime(text)).toEqual({ hour, minute })
})

test.each(['', '24:00', '9:60', 'noon', '12345'])('“%s” is none', (text) => {
  expect(typedTime(text)).toBeNull()
})

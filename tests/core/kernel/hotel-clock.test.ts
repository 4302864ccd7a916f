import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstAfter, hotelClock, momentAtClock } from '#core/kernel/hotel-clock.ts'
import { businessDateInZone, type Moment } from '#shared/values/index.ts'

const at = (moment: string, timeZone: string) => hotelClock({ moment, hotel: { timeZone } } as never)

describe('the clock of the hotel', () => {
  test.each([
    ['2026-03-01T16:00:00.000Z', 'Asia/Shanghai', '2026-03-02', '00:00'],
    ['2026-03-01T15:59:59.999Z', 'Asia/Shanghai', '2026-03-01', '23:59'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29', '03:00'],
    ['2026-03-02T03:20:00.000Z', 'Asia/Kathmandu', '2026-03-02', '09:05'],
    ['2026-03-02T03:20:00.000Z', 'America/New_York', '2026-03-01', '22:20'],
  ])('at %s in %s it is %s %s', (moment, zone, date, time) => {
    expect(at(moment, zone)).toEqual({ date, time })
  })

  test('has the date of its zone', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Madrid',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'UTC',
    )
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        expect(at(moment.toISOString(), zone).date).toBe(businessDateInZone(moment.getTime(), zone))
      }),
    )
  })

  test('shows a day and time at one moment', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'UTC',
    )
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, zones, (moment, timeZone) => {
        const clock = at(moment.toISOString(), timeZone)
        const found = momentAtClock({ timeZone }, clock)
        expect(at(found, timeZone)).toEqual(clock)
        // In the hour that a clock has twice it is either
        expect([0, 60]).toContain(Math.abs(Date.parse(found) - moment.setUTCSeconds(0, 0)) / 60_000)
      }),
    )
  })
})

test('the first of some moments to come is none where all have gone', () => {
  const moments = ['2026-03-02T05:00:00.000Z', '2026-03-02T04:00:00.000Z'] as Moment[]
  expect(firstAfter('2026-03-02T03:00:00.000Z', moments)).toBe('2026-03-02T04:00:00.000Z')
  expect(firstAfter('2026-03-02T04:00:00.000Z', moments)).toBe('2026-03-02T05:00:00.000Z')
  expect(firstAfter('2026-03-02T05:00:00.000Z', moments)).toBeNull()
})

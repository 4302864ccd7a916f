import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDue, lastChosenHour, nextChosenHour, wallHour } from '#shared/domain/backup/schedule.ts'
import { firstBackupSettings, lackOf, tidySettings } from '#shared/domain/backup/settings.ts'

const at = (text: string) => Date.parse(text)
const zone = 'Asia/Shanghai'

describe('the chosen hours', () => {
  test.each([
    [[3], '2026-03-02T03', '2026-03-02T03', '2026-03-03T03'],
    [[3], '2026-03-02T02', '2026-03-01T03', '2026-03-02T03'],
    [[3, 15], '2026-03-02T14', '2026-03-02T03', '2026-03-02T15'],
    [[15, 3], '2026-03-02T15', '2026-03-02T15', '2026-03-03T03'],
    [[23], '2026-01-01T00', '2025-12-31T23', '2026-01-01T23'],
    [[0], '2026-02-28T23', '2026-02-28T00', '2026-03-01T00'],
    [[], '2026-03-02T14', null, null],
  ])('%j at %s: last %s, next %s', (hours, now, last, next) => {
    expect(lastChosenHour(hours, now)).toBe(last)
    expect(nextChosenHour(hours, now)).toBe(next)
  })

  test.each([
    ['2026-03-01T19:59:59.000Z', zone, '2026-03-02T03'],
    ['2026-03-01T15:59:59.000Z', zone, '2026-03-01T23'],
    ['2026-03-01T16:00:00.000Z', zone, '2026-03-02T00'],
    ['2026-03-01T20:15:00.000Z', 'Asia/Kathmandu', '2026-03-02T02'],
  ])('%s in %s is %s', (moment, timeZone, hour) => expect(wallHour(at(moment), timeZone)).toBe(hour))
})

describe('a copy is due', () => {
  const due = (now: string, tried: string | null, mayPass = false) =>
    isDue([3, 15], zone, at(now), tried === null ? null : { moment: tried, mayPass })

  test('at the first look when none was ever tried', () =>
    expect(due('2026-03-02T00:00:00Z', null)).toBe(true))

  test('once for each hour, from its first minute on', () => {
    // 03:00 in Shanghai is 19:00 of the day before in UTC.
    expect(due('2026-03-01T18:59:59Z', '2026-03-01T07:00:10Z')).toBe(false)
    expect(due('2026-03-01T19:00:00Z', '2026-03-01T07:00:10Z')).toBe(true)
    expect(due('2026-03-01T19:01:00Z', '2026-03-01T19:00:10Z')).toBe(false)
    expect(due('2026-03-02T06:59:00Z', '2026-03-01T19:00:10Z')).toBe(false)
    expect(due('2026-03-02T07:00:00Z', '2026-03-01T19:00:10Z')).toBe(true)
  })

  test('after hours in which the program was closed, once', () => {
    expect(due('2026-03-09T01:00:00Z', '2026-03-01T19:00:10Z')).toBe(true)
    expect(due('2026-03-09T01:01:00Z', '2026-03-09T01:00:00Z')).toBe(false)
  })

  test('half an hour after a failure that may pass', () => {
    expect(due('2026-03-01T19:29:59Z', '2026-03-01T19:00:00Z', true)).toBe(false)
    expect(due('2026-03-01T19:30:00Z', '2026-03-01T19:00:00Z', true)).toBe(true)
    expect(due('2026-03-01T19:30:00Z', '2026-03-01T19:00:00Z')).toBe(false)
  })

  test('although a clock that was wrong once tried one in the future', () => {
    expect(due('2026-03-02T00:00:00Z', '2031-03-01T19:00:00Z')).toBe(true)
  })

  test('on the night when clocks skip its hour, and once when they show it twice', () => {
    const inBerlin = (now: string, tried: string) =>
      isDue([2], 'Europe/Berlin', at(now), { moment: tried, mayPass: false })
    // 29 March 2026: 01:59 is followed by 03:00.
    expect(inBerlin('2026-03-29T00:59:00Z', '2026-03-28T01:00:00Z')).toBe(false)
    expect(inBerlin('2026-03-29T01:00:00Z', '2026-03-28T01:00:00Z')).toBe(true)
    expect(inBerlin('2026-03-29T01:05:00Z', '2026-03-29T01:00:00Z')).toBe(false)
    // 25 October 2026: 02:59 is followed by 02:00.
    expect(inBerlin('2026-10-25T00:00:00Z', '2026-10-24T00:00:00Z')).toBe(true)
    expect(inBerlin('2026-10-25T01:00:00Z', '2026-10-25T00:00:00Z')).toBe(false)
    expect(inBerlin('2026-10-25T01:30:00Z', '2026-10-25T00:50:00Z')).toBe(false)
  })

  test('as often as hours were chosen, looked at every minute of a week', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 6 })
    const begin = fc.integer({ min: at('2026-01-01'), max: at('2026-03-01') })
    fc.assert(
      fc.property(hours, begin, (chosen, from) => {
        let tried: string | null = null
        let count = 0
        for (let minute = 0; minute < 7 * 24 * 60; minute += 10) {
          const now = from + minute * 60_000
          if (!isDue(chosen, zone, now, tried === null ? null : { moment: tried, mayPass: false })) continue
          tried = new Date(now).toISOString()
          count += 1
        }
        // The first look makes one; each hour of seven days another, but the one that it made at once.
        expect(count).toBeGreaterThanOrEqual(7 * chosen.length)
        expect(count).toBeLessThanOrEqual(7 * chosen.length + 1)
      }),
      { numRuns: 20 },
    )
  })
})

describe('settings', () => {
  test('name each folder and hour once, hours in their order', () => {
    expect(tidySettings({ folders: ['/b', '/a', '/b'], hours: [15, 3, 15] })).toEqual({
      folders: ['/b', '/a'],
      hours: [3, 15],
    })
  })

  test('of automatic copies lack a folder or an hour', () => {
    const on = { ...firstBackupSettings, automatic: true }
    expect(lackOf(firstBackupSettings)).toBeNull()
    expect(lackOf(on)).toBe('folder')
    expect(lackOf({ ...on, folders: ['/a'] })).toBeNull()
    expect(lackOf({ ...on, folders: ['/a'], hours: [] })).toBe('hour')
  })
})

import { describe, expect, it } from 'vitest'
import { fileNamePart, reportFileName } from '#shared/domain/report/file-name.ts'
import { isTimeFor, lastTime, nextTime } from '#shared/domain/report/schedule.ts'
import { businessDateOf } from '#shared/values/index.ts'

// 2026-03-02 is a Monday
describe('the hours of a scheduled report', () => {
  it.each([
    [[6], [], '2026-03-02T06', '2026-03-02T06', '2026-03-03T06'],
    [[6], [], '2026-03-02T05', '2026-03-01T06', '2026-03-02T06'],
    [[6, 18], [], '2026-03-02T10', '2026-03-02T06', '2026-03-02T18'],
    [[6], [1], '2026-03-02T05', '2026-02-23T06', '2026-03-02T06'],
    [[6], [1], '2026-03-02T06', '2026-03-02T06', '2026-03-09T06'],
    [[6], [0, 6], '2026-03-04T12', '2026-03-01T06', '2026-03-07T06'],
    [[], [], '2026-03-04T12', null, null],
  ])('%j on %j at %s: last %s, next %s', (hours, weekdays, now, last, next) => {
    expect([lastTime({ hours, weekdays }, now), nextTime({ hours, weekdays }, now)]).toEqual([last, next])
  })

  const at = (text: string) => Date.parse(text)
  const mondays = { hours: [6], weekdays: [1] }
  // 06:00 in Shanghai is 22:00 of the day before
  it.each([
    ['never tried', null, '2026-03-01T22:00:00Z', true],
    ['tried since', { moment: '2026-03-01T22:00:05Z', mayPass: false }, '2026-03-01T22:05:00Z', false],
    [
      'missed for days, once',
      { moment: '2026-02-22T22:00:05Z', mayPass: false },
      '2026-03-05T08:00:00Z',
      true,
    ],
    ['failed a moment ago', { moment: '2026-03-01T22:00:05Z', mayPass: true }, '2026-03-01T22:20:00Z', false],
    [
      'failed half an hour ago',
      { moment: '2026-03-01T22:00:05Z', mayPass: true },
      '2026-03-01T22:31:00Z',
      true,
    ],
    ['tried in the future', { moment: '2027-01-01T00:00:00Z', mayPass: false }, '2026-03-01T22:05:00Z', true],
  ])('%s', (_what, tried, now, due) => {
    expect(isTimeFor(mondays, 'Asia/Shanghai', at(now), tried)).toBe(due)
  })
})

describe('the name of a file', () => {
  const asOf = { businessDate: businessDateOf('2026-03-10') }
  const period = (from: string, to: string) => ({ from: businessDateOf(from), to: businessDateOf(to) })

  it('has the period as people see it, or the date', () => {
    expect([
      reportFileName('Occupancy', { period: period('2026-03-01', '2026-04-01'), asOf }, 'pdf'),
      reportFileName('Occupancy', { period: period('2026-03-01', '2026-03-02'), asOf }, 'csv'),
      reportFileName('偏好与客房', { period: null, asOf }, 'xlsx'),
    ]).toEqual([
      'Occupancy 2026-03-01 – 2026-03-31.pdf',
      'Occupancy 2026-03-01.csv',
      '偏好与客房 2026-03-10.xlsx',
    ])
  })

  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    [' ..ends. ', '..ends'],
    ['\u0000\n', 'report'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('makes a part of %j: %j', (text, part) => expect(fileNamePart(text)).toBe(part))
})

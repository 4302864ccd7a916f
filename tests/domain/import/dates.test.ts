import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DateFault, readDate } from '#shared/domain/import/dates.ts'
import { type BusinessDate, fromDayNumber, toDayNumber } from '#shared/values/index.ts'

describe('a date of digits', () => {
  test.each<[string, 'ymd' | 'dmy' | 'mdy', string | null]>([
    [' 2026-03-05 ', 'ymd', '2026-03-05'],
    ['2026-3-5', 'ymd', '2026-03-05'],
    ['2026/12/31', 'ymd', '2026-12-31'],
    ['2026年12月31日 14:30', 'ymd', '2026-12-31'],
    ['2026年3月5', 'ymd', '2026-03-05'],
    ['2026-03-05T14:30', 'mdy', '2026-03-05'],
    ['2026-03-05\t14:30', 'ymd', '2026-03-05'],
    ['20261231', 'dmy', '2026-12-31'],
    ['5/3/2026', 'dmy', '2026-03-05'],
    ['05-03-2026', 'dmy', '2026-03-05'],
    ['5 3 2026', 'dmy', '2026-03-05'],
    ['12/31/2026', 'mdy', '2026-12-31'],
    ['31.12.2026T00:00', 'dmy', '2026-12-31'],
    ['x2026-03-05', 'ymd', null],
    ['12026-03-05', 'ymd', null],
    ['2026-03-05x', 'ymd', null],
    ['2026-03-055', 'ymd', null],
    ['2026-003-05', 'ymd', null],
    ['2026_03_05', 'ymd', null],
    ['26-03-05', 'ymd', null],
    ['202603051', 'ymd', null],
    ['2026035', 'ymd', null],
    ['x20260305', 'ymd', null],
    ['20260305x', 'ymd', null],
    ['2026 03 05', 'ymd', null],
    ['05/03/2026x', 'dmy', null],
    ['x05/03/2026', 'dmy', null],
    ['005/03/2026', 'dmy', null],
    ['05/003/2026', 'dmy', null],
    ['05/03/02026', 'dmy', null],
    ['05_03_2026', 'dmy', null],
    ['05/03', 'dmy', null],
    ['', 'ymd', null],
  ])('%j read %s is %s', (text, order, date) => {
    expect(readDate(text, order)).toEqual(date === null ? { wrong: 'form' } : { date })
  })
  test.each([
    ['2026-13-01', 'ymd'],
    ['20260230', 'ymd'],
    ['12/31/2026', 'dmy'],
    ['31/12/2026', 'mdy'],
    ['2026-00-01', 'ymd'],
  ] as const)('%s read %s does not exist', (text, order) => {
    expect(readDate(text, order)).toEqual({ wrong: 'impossible' })
  })
  test.each<[string, string | null]>([
    ['46086', '2026-03-05'],
    ['46086.0', '2026-03-05'],
    ['46086.99', '2026-03-05'],
    [' 46087 ', '2026-03-06'],
    ['2026-03-05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['4608', null],
    ['460860', null],
    ['46086.', null],
    ['46086,5', null],
    ['x46086', null],
    ['46086x', null],
  ])('%j in a spreadsheet is %s', (text, date) => {
    expect(readDate(text, 'ymd', { serialDates: true })).toEqual(date === null ? { wrong: 'form' } : { date })
  })
  test('a number that no calendar of ours has is no date', () => {
    expect(readDate('00001', 'ymd', { serialDates: true })).toEqual({ wrong: 'impossible' })
  })
})

describe('a date in words, of 12 March 2026, a Thursday', () => {
  test.each([
    '12-Mar-2026',
    '12-MAR-26',
    '12 Mar 26',
    "12 Mar '26",
    '12.Mar.2026',
    '12/Mar/2026',
    '12Mar2026',
    '12MAR26',
    '12 March 2026',
    '12th March 2026',
    '12th of March, 2026',
    'Mar 12, 2026',
    'Mar. 12, 2026',
    'MARCH 12 2026',
    'March 12th, 2026',
    'Mar-12-2026',
    '2026-Mar-12',
    '2026 March 12',
    'Thu 12 Mar 2026',
    'Thu, 12 Mar 2026',
    'Thursday, March 12, 2026',
    'Thurs. 12 Mar 2026',
    '12 Mar 2026 (Thu)',
    'Thu 2026-03-12',
    'Thu Mar 12 14:00:00 GMT+0800 2026',
    'Thu Mar 12 2026 14:00:00 GMT+0800 (China Standard Time)',
    'Thu Mar 12 2026 00:00:00 GMT+0800 (中国标准时间)',
    '2026-03-12(周四)',
    '2026-03-12（周四）',
    '2026-03-12 周四',
    '2026-03-12 (四)',
    '2026-03-12[Thu]',
    '周四 2026-03-12',
    '星期四 2026年3月12日',
    '2026年3月12日',
    '2026年03月12日 星期四',
    '2026年 3月 12日',
    '2026 年 3 月 12 日 14:00',
    '26年3月12日',
    '2026年3月12号',
    '二〇二六年三月十二日',
    '二零二六年三月十二日',
    '2026年三月12日',
    '2026年三月十二日',
    '12-三月-2026',
    '12-三月-26',
    '12-3月-26',
    '12 三月 2026',
    '三月 12, 2026',
    '2026 三月 12',
    '2026年3月12日(木)',
    '2026年3月12日 木曜日',
    '2026년 3월 12일',
    '2026년 3월 12일 (목)',
    '2026년3월12일 목요일 오후 2:00',
    '2026/3/12 14:00',
    '2026/3/12 下午2:00',
    '2026/3/12 中午12:00',
    '2026/3/12 下午 2:30:15',
    '2026-03-12 2:00 PM',
    '2026-03-12 02:00:00 am',
    '2026-03-12, 14.30',
    '2026-03-12 14h30',
    '2026-03-12 14点30分',
    '2026-03-12 下午3点',
    '2026-03-12 3 pm',
    '2026-03-12 14:00 当地时间',
    '2026-03-12 24:00',
    '2026-03-12 23:59:59',
    '2026-03-12T23:59:59.999',
    '2026-03-12 23:59:59,999999',
    '2026-03-12 入住',
    '2026-03-12 00:00:00.0',
    '20260312',
    '20260312235959',
    '202603122359',
    "'2026-03-12",
    '="2026-03-12"',
    '\t2026-03-12\t',
    '\u200e2026\u200f-03-12',
    '2026-03-12\u00a014:00',
    '2026-03-12Z',
    '2026-03-12+08:00',
  ])('%j', (text) => {
    expect(readDate(text, 'ymd', { timeZone: 'Asia/Shanghai' })).toEqual({ date: '2026-03-12' })
  })

  test.each<[string, DateFault]>([
    ['2026-03-12 (Fri)', 'weekday'],
    ['Fri, 12 Mar 2026', 'weekday'],
    ['2026年3月12日 星期五', 'weekday'],
    ['2026-03-12(日)', 'weekday'],
    ['30 Feb 2026', 'impossible'],
    ['Feb 29, 2026', 'impossible'],
    ['2026年2月30日', 'impossible'],
    ['0206-03-12', 'year'],
    ['2569-03-12', 'year'],
    ['12 Mar 1066', 'year'],
    ['12 March', 'form'],
    ['March 2026', 'form'],
    ['3月12日', 'form'],
    ['三月十二日', 'form'],
    ['2026年三月初三', 'form'],
    ['民国115年3月12日', 'form'],
    ['2026-03-12 to 2026-03-14', 'form'],
    ['2026-03-12 - 2026-03-14', 'form'],
    ['2026-03-12/14', 'form'],
    ['2026-03-12 before', 'form'],
    ['2026-03-12 25:00', 'form'],
    ['2026-03-12 14:60', 'form'],
    ['2026-03-12 14', 'form'],
    ['2026-03-12 x', 'form'],
    ['2026-03-12 Thu Fri', 'form'],
    ['12 Foo 2026', 'form'],
    ['112月2026', 'form'],
    ['Mar 12 14:00', 'form'],
    ['26-03-12', 'form'],
    ['12/03/26', 'form'],
    ['1773273600', 'form'],
    ['N/A', 'form'],
    ['-', 'form'],
  ])('%j is none: %s', (text, wrong) => {
    expect(readDate(text, 'ymd', { timeZone: 'Asia/Shanghai' })).toEqual({ wrong })
  })
})

describe('an instant with a zone is the hotel’s day', () => {
  test.each<[string, string, string | null]>([
    ['2026-03-05T23:30:00Z', 'Asia/Shanghai', '2026-03-06'],
    ['2026-03-05T16:00:00.000Z', 'Asia/Shanghai', '2026-03-06'],
    ['2026-03-05T15:59:59Z', 'Asia/Shanghai', '2026-03-05'],
    ['2026-03-05T00:00:00Z', 'Asia/Shanghai', '2026-03-05'],
    ['2026-03-05 23:30 UTC', 'Asia/Shanghai', '2026-03-06'],
    ['2026-03-05 23:30:00 +0000', 'Europe/Berlin', '2026-03-06'],
    ['2026-03-05T23:30:00+08:00', 'Asia/Shanghai', '2026-03-05'],
    ['2026-03-05T23:30:00+08:00', 'Europe/London', '2026-03-05'],
    ['2026-03-05T03:30:00+08:00', 'Europe/London', '2026-03-04'],
    ['2026-03-05T23:30:00-05:00', 'Asia/Shanghai', '2026-03-06'],
    ['2026-03-05T23:30:00+0800[Asia/Shanghai]', 'Asia/Shanghai', '2026-03-05'],
    ['2026-03-05 23:30 GMT+8', 'Asia/Shanghai', '2026-03-05'],
    ['2026-03-05 23:30 北京时间', 'Asia/Tokyo', '2026-03-06'],
    ['5 Mar 2026 11:30 PM GMT', 'Asia/Shanghai', '2026-03-06'],
    // Midnight is how programs write a day without a time: where it would be another day, nobody knows.
    ['2026-03-05T00:00:00Z', 'America/New_York', null],
    ['2026-03-05T00:00:00+08:00', 'Europe/London', null],
    ['2026-03-05 23:30 CST', 'Asia/Shanghai', null],
    ['2026-03-05 23:30 Asia/Shanghai', 'Asia/Shanghai', null],
    ['2026-03-05T23:30:00+99:00', 'Asia/Shanghai', null],
    ['2026-03-05T23:30:00Z', '', null],
  ])('%s at %s is %s', (text, timeZone, date) => {
    expect(readDate(text, 'ymd', { timeZone })).toEqual(date === null ? { wrong: 'zone' } : { date })
  })
})

describe('a year of two digits is the latest that may be', () => {
  test.each<[string, number, string]>([
    ['12-Mar-26', 2036, '2026-03-12'],
    ['12-Mar-36', 2036, '2036-03-12'],
    ['12-Mar-37', 2036, '1937-03-12'],
    ['12/03/99', 2036, '1999-03-12'],
    ['12/03/26', 2025, '1926-03-12'],
    ['12/03/00', 2036, '2000-03-12'],
    ['12.03.26 14:00', 2036, '2026-03-12'],
  ])('%s, not after %i, is %s', (text, latestYear, date) => {
    expect(readDate(text, 'dmy', { latestYear })).toEqual({ date })
  })
})

const english = 'January February March April May June July August September October November December'.split(
  ' ',
)
const chinese = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')
const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')
const zhDays = '日一二三四五六'
const anyDay = fc.integer({
  min: toDayNumber('2000-01-01' as BusinessDate),
  max: toDayNumber('2035-12-31' as BusinessDate),
})
const anyTime = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
  .chain(([h, m, s]) =>
    fc.constantFrom(
      '',
      ` ${pad(h)}:${pad(m)}`,
      ` ${pad(h)}:${pad(m)}:${pad(s)}`,
      `T${pad(h)}:${pad(m)}:${pad(s)}.000`,
      ` ${((h + 11) % 12) + 1}:${pad(m)} ${h < 12 ? 'AM' : 'PM'}`,
      ` ${h < 12 ? '上午' : '下午'}${((h + 11) % 12) + 1}:${pad(m)}`,
    ),
  )
const pad = (number: number) => String(number).padStart(2, '0')

/** A day in every dress that has one reading. */
function dressed(day: number): string[] {
  const date = fromDayNumber(day)
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number]
  const name = english[month - 1] ?? ''
  const weekday = new Date(day * 86_400_000).getUTCDay()
  return [
    date,
    date.replaceAll('-', '/'),
    date.replaceAll('-', '.'),
    `${year}/${month}/${dayOfMonth}`,
    `${year}年${month}月${dayOfMonth}日`,
    `${year}年${chinese[month - 1]}月${dayOfMonth}日`,
    `${dayOfMonth} ${name} ${year}`,
    `${pad(dayOfMonth)}-${name.slice(0, 3).toUpperCase()}-${pad(year % 100)}`,
    `${name.slice(0, 3)} ${dayOfMonth}, ${year}`,
    `${days[weekday]}, ${dayOfMonth} ${name.slice(0, 3)} ${year}`,
    `${date}(周${zhDays[weekday]})`,
    `${date} (${days[weekday]})`,
    `星期${zhDays[weekday]} ${date}`,
    `${year}년 ${month}월 ${dayOfMonth}일`,
  ]
}

test('a day in any dress is that day, whatever the time of day and the order of others', () => {
  fc.assert(
    fc.property(anyDay, anyTime, fc.constantFrom('ymd', 'dmy', 'mdy'), (day, time, order) => {
      for (const text of dressed(day)) {
        // Behind a weekday in brackets no program writes a T.
        const whole = time.startsWith('T') && !/\d$/.test(text) ? text : text + time
        expect([whole, readDate(whole, order)]).toEqual([whole, { date: fromDayNumber(day) }])
      }
    }),
    { numRuns: 200 },
  )
})

test('day and month in digits are read in the order given, and a day of the order’s other reading is never made up', () => {
  fc.assert(
    fc.property(anyDay, anyTime, fc.constantFrom('.', '/', '-'), fc.boolean(), (day, time, sign, short) => {
      const date = fromDayNumber(day)
      const [year = '', month = '', dayOfMonth = ''] = date.split('-')
      const end = short ? year.slice(2) : year
      expect(readDate([dayOfMonth, month, end].join(sign) + time, 'dmy')).toEqual({ date })
      expect(readDate([month, dayOfMonth, end].join(sign) + time, 'mdy')).toEqual({ date })
      expect(readDate([dayOfMonth, month, end].join(sign) + time, 'ymd')).toEqual({ wrong: 'form' })
    }),
    { numRuns: 200 },
  )
})

test('any text is read or refused, and never thrown at', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('ymd', 'dmy', 'mdy'),
      (text, order) => {
        const read = readDate(text, order, { timeZone: 'Asia/Shanghai', serialDates: true })
        expect('date' in read || 'wrong' in read).toBe(true)
      },
    ),
  )
})

import { describe, expect, it } from 'vitest'
import type { T } from '#renderer/base/language.ts'
import { guessedKind } from '#renderer/features/guest/profile/contact-text.ts'
import { isReached, lastDayOf, nearestFirst, wayDone } from '#renderer/features/guest/profile/missing.ts'
import { byUrgency, staysAhead, usualDue } from '#renderer/features/guest/profile/request-words.ts'
import {
  alongTime,
  chosenStay,
  dividersAbove,
  hasBegun,
  revenueKind,
} from '#renderer/features/guest/profile/stay-timeline.ts'
import { bestYear, withoutGaps } from '#renderer/features/guest/profile/years.ts'
import { alertLines } from '#renderer/parts/guest/alert-lines.ts'
import { knownPreferences, preferenceWords, wishOf } from '#renderer/parts/guest/preference-words.ts'
import { requestWords } from '#renderer/parts/request/request-text.ts'
import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import { isKey, words } from '#shared/i18n/index.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'

const t: T = (key, params) => words('en', key, params)

import { readablePhone } from '#renderer/parts/guest/phone-text.ts'

describe('preferences in words', () => {
  it('every value of every group has its words in both languages', () => {
    for (const { group, options } of knownPreferences(t)) {
      for (const { value } of options) {
        const [, code] = value.split('/')
        expect(isKey(`guest.preference.value.${group}.${code}`), value).toBe(true)
      }
    }
  })

  it('a clerk’s own words stand as they are, even where they look like a path', () => {
    expect(preferenceWords({ group: 'bed', value: 'king' }, t)).toBe('King-size bed')
    expect(preferenceWords({ group: 'diet', value: 'no celery, ca. 2 dl. soup' }, t)).toBe(
      'no celery, ca. 2 dl. soup',
    )
    expect(wishOf('diet/no celery / soup')).toEqual({ group: 'diet', value: 'no celery / soup' })
    expect(wishOf('nothing')).toBeNull()
    expect(wishOf('diet/ ')).toBeNull()
  })
})

describe('requests', () => {
  it('say the kind and what the guest said; a preference’s code is worded', () => {
    expect(requestWords({ kind: 'crib', text: '', fromPreference: false }, t)).toBe('Crib')
    expect(requestWords({ kind: 'crib', text: 'by the window', fromPreference: false }, t)).toBe(
      'Crib · by the window',
    )
    expect(requestWords({ kind: 'other', text: 'feather', fromPreference: true }, t)).toBe('Feather pillow')
    expect(requestWords({ kind: 'other', text: 'feather', fromPreference: false }, t)).toBe('feather')
    expect(requestWords({ kind: 'other', text: '', fromPreference: false }, t)).toBe('Other')
  })

  it('stand by when they are due, what has a time before what has none; settled ones apart, latest first', () => {
    const request = (
      id: number,
      status: 'open' | 'acknowledged' | 'done' | 'declined',
      dueOn: string,
      dueTime: string | null,
      calledOff = false,
    ) => ({
      id,
      status,
      dueOn,
      dueTime,
      calledOff,
    })
    const { open, settled } = byUrgency([
      request(1, 'open', '2026-03-05', null),
      request(2, 'acknowledged', '2026-03-05', '14:00'),
      request(3, 'done', '2026-02-01', null),
      request(4, 'declined', '2026-02-20', null),
      request(5, 'open', '2026-03-02', null),
      request(6, 'open', '2026-01-02', null, true),
    ])
    expect(open.map(({ id }) => id)).toEqual([5, 2, 1])
    expect(settled.map(({ id }) => id)).toEqual([4, 3, 6])
  })

  it('are made for the running stay first, then for the next to come, never for one that ended', () => {
    const stay = (id: number, status: BookingStatus, arrival: string) => ({
      id,
      status,
      arrival,
      role: 'guest',
    })
    const ahead = staysAhead([
      stay(1, 'confirmed', '2026-04-01'),
      stay(2, 'checked-out', '2026-01-01'),
      stay(3, 'in-house', '2026-03-01'),
      stay(4, 'confirmed', '2026-03-10'),
      stay(5, 'cancelled', '2026-03-20'),
    ])
    expect(ahead.map(({ id }) => id)).toEqual([3, 4, 1])
  })
})

describe('the day a request is due', () => {
  it('is the arrival, today for who is in-house, and never after the departure', () => {
    const stay = { arrival: '2026-03-01', departure: '2026-03-04' }
    expect(usualDue(stay, '2026-02-10')).toBe('2026-03-01')
    expect(usualDue(stay, '2026-03-02')).toBe('2026-03-02')
    expect(usualDue(stay, '2026-03-09')).toBe('2026-03-04')
  })
})

describe('years', () => {
  const year = (number: number, nights: number) => ({ year: number, nights, roomRevenueMinor: nights * 100 })

  it('show the gap between stays', () => {
    expect(withoutGaps([year(2022, 3), year(2025, 2)]).map((one) => [one.year, one.nights])).toEqual([
      [2022, 3],
      [2023, 0],
      [2024, 0],
      [2025, 2],
    ])
    expect(withoutGaps([])).toEqual([])
  })

  it('name the strongest, the later of equal ones', () => {
    expect(bestYear([year(2022, 3), year(2023, 3), year(2024, 1)], 'nights')?.year).toBe(2023)
    expect(bestYear([], 'nights')).toBeNull()
  })
})

describe('the way to the next tier', () => {
  const need = (counter: 'nights' | 'stays' | 'spend', have: number, wanted: number) => ({
    counter,
    have,
    need: wanted,
    missing: Math.max(0, wanted - have),
  })

  it('names the nearest way first and leaves out what is fulfilled in it', () => {
    const ways = [[need('nights', 5, 50)], [need('stays', 9, 10), need('spend', 600, 500)]]
    expect(nearestFirst(ways).map((way) => way.map(({ counter }) => counter))).toEqual([
      ['stays'],
      ['nights'],
    ])
    expect(wayDone(ways[0] ?? [])).toBeCloseTo(0.1)
    expect(wayDone([need('spend', 900, 300)])).toBe(1)
    expect(isReached(ways)).toBe(false)
    expect(isReached([[need('nights', 50, 50)]])).toBe(true)
  })
})

describe('contacts and alerts', () => {
  it('take the kind that is being typed', () => {
    expect(guessedKind('mobile', 'anna@')).toBe('email')
    expect(guessedKind('email', '138 0013 8000')).toBe('mobile')
    expect(guessedKind('wechat', 'a@b')).toBe('wechat')
    expect(readablePhone('+8613800138000')).toBe('+86 138 0013 8000')
    expect(readablePhone('+4930901820')).toBe('+4930901820')
  })

  it('say what they block', () => {
    const lines = alertLines(
      [
        { id: 1 as never, area: 'billing', text: 'Deposit', blocks: 'check-in' },
        { id: 2 as never, area: 'billing', text: 'Invoice', blocks: 'none' },
      ],
      t,
    )
    expect(lines.map(({ area, blocking }) => [area, blocking])).toEqual([
      ['Blocks check-in', true],
      ['Billing', false],
    ])
  })
})

describe('the stays along time', () => {
  const today = '2026-03-02' as BusinessDate
  const told = (arrivals: readonly string[]) => {
    const stays = alongTime(
      arrivals.map((text) => {
        const [arrival = '', status = 'checked-out'] = text.split(' ')
        return { text, arrival, status }
      }),
      today,
    )
    return stays.flatMap((stay, index) => [
      ...dividersAbove(stay, stays[index - 1], today).map((one) =>
        one.kind === 'year' ? one.year : one.upcoming ? 'today' : 'today, nothing to come',
      ),
      stay.text,
    ])
  }

  it.each([
    [
      ['2027-01-05', '2026-05-01', '2026-03-02', '2025-12-30'],
      ['2027', '2027-01-05', '2026', '2026-05-01', 'today', '2026-03-02', '2025', '2025-12-30'],
    ],
    [
      ['2026-05-01', '2025-12-30'],
      ['2026', '2026-05-01', 'today', '2025', '2025-12-30'],
    ],
    [
      ['2027-01-05', '2026-02-01'],
      ['2027', '2027-01-05', '2026', 'today', '2026-02-01'],
    ],
    [['2025-12-30'], ['today, nothing to come', '2025', '2025-12-30']],
    [['2026-03-03'], ['2026', '2026-03-03']],
    // Due in today is still to come, though in-house since this morning
    [
      ['2026-03-02 in-house', '2026-03-02 confirmed', '2026-03-01 no-show'],
      ['2026', '2026-03-02 confirmed', 'today', '2026-03-02 in-house', '2026-03-01 no-show'],
    ],
  ])('%j have years and today between them', (arrivals, expected) => {
    expect(told(arrivals)).toEqual(expected)
  })

  it.each([
    [
      'the stay in house, though another begins today',
      ['2026-05-01 confirmed', '2026-03-02 confirmed', '2026-02-27 in-house'],
      2,
    ],
    ['the next arrival, not the latest', ['2026-05-01 confirmed', '2026-03-20 waitlisted', '2026-02-01'], 1],
    ['an arrival that is late', ['2026-05-01 confirmed', '2026-03-01 confirmed', '2026-02-01'], 1],
    ['no arrival that never came', ['2026-03-20 confirmed', '2025-02-01 confirmed'], 0],
    ['no arrival that was cancelled', ['2026-03-20 cancelled', '2026-02-20 cancelled', '2026-02-01'], 2],
    [
      'the last of the past where none was a stay',
      ['2026-03-20 cancelled', '2026-02-20 cancelled', '2026-02-01 no-show'],
      1,
    ],
    ['what there is', ['2026-04-20 cancelled', '2026-03-20 cancelled'], 1],
  ])('begin at %s', (_name, stays, expected) => {
    const rows = stays.map((text) => {
      const [arrival = '', status = 'checked-out'] = text.split(' ')
      return { arrival, status, departure: addDays(arrival as BusinessDate, 3) }
    })
    expect(rows.indexOf(chosenStay(rows, today) as never)).toBe(expected)
  })

  it('know whether the line of the business date is among them', () => {
    const stay = (arrival: string, status = 'confirmed') => ({ arrival, status })
    expect(hasBegun([stay('2026-05-01'), stay('2026-03-02')], today)).toBe(false)
    expect(hasBegun([stay('2026-05-01'), stay('2026-03-02', 'in-house')], today)).toBe(true)
    expect(hasBegun([stay('2026-05-01'), stay('2026-03-01')], today)).toBe(true)
    expect(chosenStay([], today)).toBeUndefined()
  })

  it('count as revenue only what the figures count', () => {
    expect(['checked-out', 'in-house'].map(revenueKind)).toEqual(['sold', 'sold'])
    expect(['confirmed', 'enquiry', 'waitlisted'].map(revenueKind)).toEqual(['booked', 'booked', 'booked'])
    expect(['cancelled', 'no-show'].map(revenueKind)).toEqual(['none', 'none'])
  })
})

describe('a qualifying period', () => {
  it('ends on its last day, not on the first one after it', () => {
    expect(lastDayOf({ from: '2026-01-01', to: '2027-01-01' } as never)).toBe('2026-12-31')
  })
})

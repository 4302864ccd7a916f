import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actsFor, namesOf } from '#renderer/base/keys/acts.ts'
import { bookingActs } from '#renderer/features/booking/acts.ts'
import { heldEffect } from '#renderer/features/booking/change/held-effect.ts'
import { chosenRoom, listedRooms } from '#renderer/features/booking/change/listed-rooms.ts'
import { readRates } from '#renderer/features/booking/change/read-rates.ts'
import { departureBefore } from '#renderer/features/booking/change/sold-out-ways.ts'
import { personsFault } from '#renderer/features/booking/PersonsFields.tsx'
import { roomWishes, wishesMet } from '#renderer/features/booking/room-wishes.ts'
import {
  leavesBeforeArriving,
  nightsOfStay,
  nightsWrong,
  type StayText,
  withArrival,
  withNights,
} from '#renderer/features/booking/stay-dates.ts'
import { doneWords, roomActOf } from '#renderer/features/booking/words.ts'
import { nightRuns, readableChange, touchedParts } from '#renderer/parts/booking/nights-text.ts'
import { clockText } from '#renderer/parts/request/clock-text.ts'
import { tooLong } from '#renderer/ui/too-long.ts'
import { bookingActs as everyAct } from '#shared/domain/booking/acts.ts'
import { describeReply } from '#shared/i18n/index.ts'
import { wishWords } from '#shared/i18n/wish-text.ts'
import { addDays, businessDateOf, type Currency, fromDayNumber, nightsBetween } from '#shared/values/index.ts'

const CNY = 'CNY' as Currency
const date = (text: string) => businessDateOf(text)
const days = fc.integer({ min: 0, max: 60_000 }).map((n) => fromDayNumber(n))

describe('arrival, nights and departure', () => {
  const stay: StayText = { arrival: '2026-03-02', departure: '2026-03-05' }

  test('another arrival keeps the nights', () => {
    expect(withArrival(stay, '2026-04-30')).toEqual({ arrival: '2026-04-30', departure: '2026-05-03' })
    expect(withArrival(stay, 'x')).toEqual({ arrival: 'x', departure: '2026-03-05' })
    const halfTyped = { arrival: '3/', departure: '2026-03-05' }
    expect(withArrival(halfTyped, '2026-03-01')).toEqual({ arrival: '2026-03-01', departure: '2026-03-05' })
    expect(withArrival(halfTyped, '2026-04-01', 3)).toEqual({
      arrival: '2026-04-01',
      departure: '2026-04-04',
    })
  })

  test('nights set the departure; what is no number changes nothing', () => {
    expect(withNights(stay, '10')).toEqual({ arrival: '2026-03-02', departure: '2026-03-12' })
    expect(withNights(stay, '０')).toEqual({ arrival: '2026-03-02', departure: '2026-03-02' })
    for (const text of ['', '-1', '1.5', 'two', '1000']) expect(withNights(stay, text)).toBe(stay)
    const last = { arrival: '2199-12-31', departure: '2199-12-31' }
    expect(withNights(last, '9')).toEqual(last)
  })

  test('nights are told only of whole stays', () => {
    expect(nightsOfStay(stay)).toBe(3)
    expect(nightsOfStay({ ...stay, departure: '2026-03-01' })).toBeNull()
    expect(nightsOfStay({ ...stay, departure: '2026-02-30' })).toBeNull()
  })

  test('stay in step whatever is typed', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 400 }), (from, to, count) => {
        const set = withNights({ arrival: from, departure: to }, String(count))
        expect(nightsOfStay(set)).toBe(count)
        expect(nightsOfStay(withArrival(set, to))).toBe(count)
      }),
    )
  })
})

describe('rates as typed', () => {
  const ahead = [date('2026-03-02'), date('2026-03-03'), date('2026-03-04')]

  test('one for all, and those that nights have of their own before it', () => {
    expect(readRates(ahead, '500', { '2026-03-03': '1,680.50' }, CNY)).toEqual({
      rates: [
        { night: '2026-03-02', rateMinor: 50_000 },
        { night: '2026-03-03', rateMinor: 168_050 },
        { night: '2026-03-04', rateMinor: 50_000 },
      ],
      wrong: new Map(),
    })
  })

  test('empty changes nothing, a night that is over neither', () => {
    expect(readRates(ahead, ' ', { '2026-02-27': '1' }, CNY).rates).toEqual([])
    expect(readRates(ahead, '', { '2026-03-04': '0' }, CNY).rates).toEqual([
      { night: '2026-03-04', rateMinor: 0 },
    ])
  })

  test('what is no amount is named, and below zero is none', () => {
    const read = readRates(ahead, 'x', { '2026-03-03': '-5', '2026-03-04': '1.234' }, CNY)
    expect([...read.wrong.keys()].sort()).toEqual(['2026-03-03', '2026-03-04', 'all'])
    const large = readRates(ahead, '99999999999', {}, CNY)
    expect(large.wrong).toEqual(new Map([['all', 'booking.change.amountLarge']]))
  })
})

test('a stay of two whole days in the wrong order is said to be one', () => {
  expect(leavesBeforeArriving({ arrival: '2026-03-02', departure: '2026-03-01' })).toBe(true)
  expect(leavesBeforeArriving({ arrival: '2026-03-02', departure: '2026-03-02' })).toBe(false)
  expect(leavesBeforeArriving({ arrival: '2026-03-02', departure: '2026-03' })).toBe(false)
})

describe('nights in the log', () => {
  const night = (rateMinor: number, roomId: number | null = null, roomTypeId = 1) => ({
    roomTypeId,
    roomId,
    rateMinor,
  })

  test('like ones that follow on each other are one run', () => {
    const runs = nightRuns({
      '2026-03-04': night(500),
      '2026-03-02': night(400),
      '2026-03-03': night(400),
      '2026-03-06': night(500),
    })
    expect(runs.map(({ from, to, count }) => [from, to, count])).toEqual([
      ['2026-03-02', '2026-03-03', 2],
      ['2026-03-04', '2026-03-04', 1],
      ['2026-03-06', '2026-03-06', 1],
    ])
  })

  test('only the parts that were touched tell nights apart', () => {
    const before = { '2026-03-02': night(400), '2026-03-03': night(500) }
    const after = { '2026-03-02': night(400, 7), '2026-03-03': night(500, 7) }
    const parts = touchedParts(before, after)
    expect([...parts]).toEqual(['room'])
    expect(nightRuns(after, parts)).toHaveLength(1)
    expect(nightRuns(before, parts)).toHaveLength(1)
    expect(touchedParts(null, after)).toEqual(new Set(['type', 'room', 'rate']))
  })

  test('runs hold every night once, in order', () => {
    fc.assert(
      fc.property(
        fc.dictionary(days, fc.constantFrom(night(1), night(2), null), { maxKeys: 30 }),
        (nights) => {
          const runs = nightRuns(nights)
          const dates = runs.flatMap((run) =>
            Array.from({ length: run.count }, (_, index) => addDays(run.from, index)),
          )
          expect(dates).toEqual(Object.keys(nights).sort())
          for (const run of runs) expect(nightsBetween(run.from, run.to)).toBe(run.count - 1)
        },
      ),
    )
  })

  test('a birth is told short, a reason once', () => {
    const change = (more: object) => ({ before: null, after: null, reason: null, ...more }) as never
    expect(
      readableChange(
        change({
          after: { status: 'confirmed', comment: '', agencyId: null, meal: 'breakfast', nights: {} },
        }),
      ).after,
    ).toEqual({ status: 'confirmed' })
    expect(
      readableChange(
        change({
          before: { cancelReason: null, status: 'confirmed' },
          after: { cancelReason: 'Illness', status: 'cancelled' },
          reason: 'Illness',
        }),
      ).after,
    ).toEqual({ status: 'cancelled' })
  })
})

describe('the effect as the desk feels it', () => {
  const effect = {
    facts: [],
    nights: [
      { night: '2026-03-02', change: 'same', rateBeforeMinor: 500, rateAfterMinor: 500, leftAfter: 2 },
    ],
    nightsBefore: 1,
    nightsAfter: 1,
    totalBeforeMinor: 500,
    totalAfterMinor: 500,
    refusal: null,
  } as never

  test('cancelling gives the nights up, reinstating takes them again', () => {
    expect(heldEffect(effect, 'cancel')).toMatchObject({
      nights: [{ change: 'removed', rateBeforeMinor: 500, rateAfterMinor: null, leftAfter: 2 }],
      nightsBefore: 1,
      nightsAfter: 0,
      totalAfterMinor: 0,
    })
    expect(heldEffect(effect, 'reinstate')).toMatchObject({
      nights: [{ change: 'added', rateBeforeMinor: null, rateAfterMinor: 500, leftAfter: 2 }],
      nightsBefore: 0,
      totalAfterMinor: 500,
    })
    expect(heldEffect(effect, 'dates')).toBe(effect)
  })
})

describe('a longer stay over a night that is sold out', () => {
  const today = date('2026-03-05')
  const stay = { arrival: date('2026-03-01'), departure: date('2026-03-06') }
  const leaves = (night: string, more: Partial<typeof stay> = {}) =>
    departureBefore(date(night), { ...stay, ...more }, today)

  test('may end on the day of that night, where it would not end there anyway', () => {
    expect(leaves('2026-03-08')).toBe('2026-03-08')
    expect(leaves('2026-03-06')).toBeNull()
    expect(leaves('2026-02-27')).toBeNull()
  })

  test('of an overdue guest ends today; a night that has passed leaves no day', () => {
    const overdue = { departure: date('2026-03-03') }
    expect(leaves('2026-03-05', overdue)).toBe('2026-03-05')
    expect(leaves('2026-03-04', overdue)).toBeNull()
  })

  test('is refused with the night and what can be done', () => {
    const refusal = { code: 'NOT_AVAILABLE', params: { night: '2026-03-04', roomType: 'STD', left: 0 } }
    expect(describeReply({ ok: false, refusal }, 'en', 'booking.changeDates')).toMatch(
      /STD .*4 Mar.*dates.*room type.*overbooking/,
    )
    expect(describeReply({ ok: false, refusal }, 'zh', 'booking.changeDates')).toMatch(
      /STD.*日期.*房型.*超预订数/,
    )
  })
})

test('what was done is worded in the language that asks for it', () => {
  const guest = { name: '李娜', latinName: 'Li Na' }
  expect(doneWords('en', 'booking.changeDates', '10000007', guest)).toBe(
    'Dates changed: 10000007, Li Na 李娜',
  )
  expect(doneWords('zh', 'booking.changeDates', '10000007', guest)).toContain('10000007，李娜 Li Na')
  expect(doneWords('zh', 'booking.cancel', '10000007', null)).not.toMatch(/[a-z]/i)
})

describe('what may be done', () => {
  test('only what the booking allows, each with a key of its own', () => {
    const names = (allowed: never[]) => namesOf(actsFor(bookingActs, { allowed }))
    expect(names([])).toEqual([])
    expect(names(['reinstate'] as never[])).toEqual(['reinstate'])
    expect(names(['guests', 'dates'] as never[])).toEqual(['dates', 'guests'])
    const all = Object.values(actsFor(bookingActs, { allowed: everyAct }))
    expect(all).toHaveLength(10)
    expect(new Set(all.map((act) => act.key)).size).toBe(all.length)
  })
})

test.each([
  ['in-house', 801, 'move'],
  ['in-house', null, 'room'],
  ['confirmed', 801, 'room'],
])('a room for a stay %s in room %s is a %s', (status, roomId, act) => {
  expect(roomActOf({ status, nights: [{ roomId }] } as never)).toBe(act)
})

describe('the room that is marked', () => {
  const roomOf = (id: number) => ({ id, number: String(id) }) as never
  const [r801, r802, r803] = [roomOf(801), roomOf(802), roomOf(803)]
  const room = { choice: 'best' as const, typed: '', named: null, assigned: null }

  test('is the one the booking has, listed first even where it is of another type; else the best free one', () => {
    expect(listedRooms([r801, r802], r803, '')).toEqual([r803, r801, r802])
    expect(listedRooms([r801, r802], r802, '')).toEqual([r802, r801])
    expect(chosenRoom({ ...room, assigned: 802 }, [r802, r801])).toBe(802)
    expect(chosenRoom(room, [r801, r802])).toBe(801)
  })

  test('is another once one is typed, chosen or taken off', () => {
    const offered = listedRooms([r801, r802], r802, '80')
    expect(chosenRoom({ ...room, assigned: 802, typed: '80' }, offered)).toBe(801)
    expect(chosenRoom({ ...room, assigned: 802, typed: '900', named: 900 }, [])).toBe(900)
    expect(chosenRoom({ ...room, assigned: 802, choice: 801 }, offered)).toBe(801)
    expect(chosenRoom({ ...room, assigned: 802, choice: 'none' }, offered)).toBeNull()
  })
})

describe('a time as typed', () => {
  test.each([
    ['1430', '14:30'],
    ['14:30', '14:30'],
    ['9.05', '09:05'],
    ['１４：３０', '14:30'],
    ['noon', 'noon'],
    ['25:00', '25:00'],
  ])('%s is %s', (text, wanted) => {
    expect(clockText(text)).toBe(wanted)
  })
})

describe('what a guest wishes', () => {
  test('reads in words, whether it is a kind of request, a feature of a room, or a preference', () => {
    const read = (code: string) => [wishWords(code, 'en'), wishWords(code, 'zh')]
    expect(read('king')).toEqual(['King-size bed', '大床'])
    expect(read('view')).toEqual(['View', '景观'])
    expect(read('memory-foam')[1]).toBe('记忆枕')
    expect(read('cool')).toEqual(['Cool room', '室温偏低'])
    expect(read('medium')[1]).toBe('室温适中')
    expect(read('no milk, please')[0]).toBe('no milk, please')
  })

  test('of the room: what is open, then preferences, without what any room may get', () => {
    const requests = [
      { kind: 'high-floor', status: 'open' },
      { kind: 'quiet', status: 'declined' },
      { kind: 'crib', status: 'open' },
      { kind: 'other', status: 'open' },
    ] as const
    const preferences = [
      { group: 'bed', value: 'king' },
      { group: 'pillow', value: 'memory-foam' },
      { group: 'floor', value: 'high' },
    ]
    const wishes = roomWishes(requests, preferences)
    expect(wishes).toEqual(['high-floor', 'king'])
    expect(wishesMet(wishes, { features: ['king', 'shower', 'low-floor'] })).toEqual([
      { wish: 'high-floor', met: false },
      { wish: 'king', met: true },
    ])
  })
})

describe('what can not be meant is named beside its field', () => {
  test('nights that are none', () => {
    for (const text of ['-2', '1.5', 'two', '1000', '＋3']) expect(nightsWrong(text)).toBe(true)
    for (const text of ['', ' ', '0', '１２', '400']) expect(nightsWrong(text)).toBe(false)
  })

  test('persons below what a stay needs, or beyond what a room can take', () => {
    expect(personsFault('adults', 0, 'en')).toBe('enter at least 1')
    expect(personsFault('children', -1, 'en')).toBe('enter at least 0')
    expect(personsFault('infants', 21, 'en')).toBe('enter at most 20')
    expect(personsFault('adults', 1, 'zh')).toBeUndefined()
  })

  test('a text longer than is kept, counted as it is kept', () => {
    expect(tooLong('x'.repeat(501), 500, 'en')).toBe('too long; keep to 500 characters')
    expect(tooLong(` ${'x'.repeat(500)} `, 500, 'en')).toBeUndefined()
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countPeople,
  type Day,
  type DayPerson,
  isAnniversary,
  isInView,
  type PeopleView,
  peopleViews,
  turnsOfPeople,
} from '#shared/domain/today/day-people.ts'
import { newNote, tickNote } from '#shared/domain/today/shift-note.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'

const date = (text: string) => text as BusinessDate
const day: Day = {
  date: date('2026-03-02'),
  clock: { date: '2026-03-02', time: '19:00' },
  inspectionNeeded: false,
}
const person = (over: Partial<DayPerson> = {}): DayPerson => ({
  status: 'confirmed',
  arrival: date('2026-03-02'),
  departure: date('2026-03-04'),
  channel: 'direct',
  guarantee: 'none',
  holdUntil: null,
  arrivedAt: null,
  checkedInOn: null,
  checkedOutOn: null,
  movesTo: null,
  housekeeping: null,
  isRoomTaken: false,
  staysAlong: false,
  alerts: 0,
  isVip: false,
  birthDate: null,
  joinedOn: null,
  ...over,
})
const here = (over: Partial<DayPerson> = {}) =>
  person({ status: 'in-house', checkedInOn: '2026-03-01', ...over })
const gone = person({ status: 'checked-out', checkedInOn: '2026-03-01', checkedOutOn: '2026-03-02' })

test.each<[string, DayPerson, PeopleView[]]>([
  ['to come', person(), ['due-in']],
  ['to come yesterday', person({ arrival: date('2026-03-01') }), ['due-in', 'no-shows']],
  ['held until 18:00', person({ holdUntil: '18:00' }), ['due-in', 'no-shows']],
  ['held until 18:00, with a guarantee', person({ holdUntil: '18:00', guarantee: 'deposit' }), ['due-in']],
  ['held until 20:00', person({ holdUntil: '20:00' }), ['due-in']],
  [
    'at the desk, the room dirty',
    person({ arrivedAt: '2026-03-02T10:00:00Z', housekeeping: 'dirty', holdUntil: '18:00' }),
    ['due-in', 'queue', 'rooms-not-ready'],
  ],
  ['to come into a clean room', person({ housekeeping: 'clean' }), ['due-in']],
  ['marked as a no-show', person({ status: 'no-show', alerts: 1 }), ['marked-no-shows']],
  [
    'a no-show of yesterday, two nights',
    person({ status: 'no-show', arrival: date('2026-03-01') }),
    ['marked-no-shows'],
  ],
  [
    'a no-show whose nights are over',
    person({ status: 'no-show', departure: date('2026-03-02'), arrival: date('2026-03-01') }),
    [],
  ],
  [
    'to come into a clean room that somebody is in',
    person({ housekeeping: 'clean', isRoomTaken: true }),
    ['due-in', 'rooms-not-ready'],
  ],
  [
    'to stay along in a dirty room, on a birthday',
    person({ staysAlong: true, housekeeping: 'dirty', birthDate: '1990-03-02', isVip: true, alerts: 1 }),
    ['alerts', 'birthdays', 'vips'],
  ],
  [
    'staying along, a member for a year',
    here({ staysAlong: true, joinedOn: '2025-03-02' }),
    ['anniversaries'],
  ],
  ['in house, a VIP with an alert', here({ isVip: true, alerts: 2 }), ['in-house', 'alerts', 'vips']],
  ['come today', here({ checkedInOn: '2026-03-02' }), ['arrived', 'in-house']],
  [
    'come today without a booking',
    here({ checkedInOn: '2026-03-02', channel: 'walk-in' }),
    ['arrived', 'in-house', 'walk-ins'],
  ],
  ['to move today', here({ movesTo: '805' }), ['in-house', 'moves']],
  ['to leave', here({ departure: date('2026-03-02') }), ['in-house', 'due-out']],
  ['overstaying', here({ departure: date('2026-03-01') }), ['in-house', 'due-out']],
  ['gone', { ...gone, alerts: 1, isVip: true }, ['departed']],
  ['in house on a birthday', here({ birthDate: '1980-03-02' }), ['in-house', 'birthdays']],
  ['a member for a year', here({ joinedOn: '2025-03-02' }), ['in-house', 'anniversaries']],
])('%s', (_what, one, views) => {
  expect(peopleViews.filter((view) => isInView(view, one, day))).toEqual(
    peopleViews.filter((view) => views.includes(view)),
  )
  const counts = countPeople([one], day)
  for (const view of peopleViews) expect([view, counts[view]]).toEqual([view, views.includes(view) ? 1 : 0])
})

test('a room that must be inspected is ready once it was', () => {
  const clean = person({ housekeeping: 'clean' })
  expect(isInView('rooms-not-ready', clean, { ...day, inspectionNeeded: true })).toBe(true)
})

test('after midnight, before the day is closed, who was held until the evening is still expected no longer', () => {
  const night = { ...day, clock: { date: '2026-03-03', time: '00:30' } }
  expect(isInView('no-shows', person({ holdUntil: '18:00' }), night)).toBe(true)
  expect(isInView('no-shows', person({ holdUntil: '02:00' }), night)).toBe(false)
})

describe('the clock alone', () => {
  const minutes = fc.integer({ min: 0, max: 2 * 24 * 60 - 1 })
  const clockAt = (minute: number) => {
    const [hour, rest] = [Math.floor((minute % 1440) / 60), minute % 60].map((n) =>
      String(n).padStart(2, '0'),
    )
    return { date: addDays(day.date, Math.floor(minute / 1440)), time: `${hour}:${rest}` }
  }
  const anyone = fc.record({
    status: fc.constantFrom('confirmed', 'in-house'),
    arrival: fc.constantFrom(date('2026-03-01'), date('2026-03-02')),
    guarantee: fc.constantFrom('none', 'deposit'),
    holdUntil: fc.option(minutes.map((minute) => clockAt(minute).time)),
    arrivedAt: fc.constantFrom(null, null, '2026-03-02T10:00:00Z'),
    staysAlong: fc.boolean(),
  })

  test('turns a count at no other minute than the next that is named, and at that one', () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 8 }), minutes, (some, now) => {
        const people = some.map((over) => person(over))
        const counts = (minute: number) => countPeople(people, { ...day, clock: clockAt(minute) })
        const turns = turnsOfPeople(people, { ...day, clock: clockAt(now) }).map(
          (turn) => `${turn.date} ${turn.time}`,
        )
        let turn = now + 1
        const at = (minute: number) => `${clockAt(minute).date} ${clockAt(minute).time}`
        while (turn < 2 * 1440 && !turns.includes(at(turn))) {
          expect([at(turn), counts(turn)]).toEqual([at(turn), counts(now)])
          turn++
        }
        expect(turns.length > 0 && turn < 2 * 1440).toBe(turns.length > 0)
        if (turn < 2 * 1440) expect(counts(turn)['no-shows']).toBeGreaterThan(counts(now)['no-shows'])
      }),
      { numRuns: 40 },
    )
  })
})

test.each([
  [null, '2026-03-02', false],
  ['2026-03-02', '2026-03-02', false],
  ['2000-02-29', '2026-02-28', true],
  ['2000-02-29', '2028-02-29', true],
  ['2000-02-29', '2028-02-28', false],
  ['2000-12-31', '2026-12-31', true],
])('%s has its day on %s: %s', (began, date, is) => {
  expect(isAnniversary(began, date)).toBe(is)
})

describe('a note', () => {
  const author = (actor: string) => ({ moment: '2026-03-02T10:00:00Z', actor })
  test('is ticked off once, by name, and opened again', () => {
    const note = newNote('Safe key is with Lin', author('mia'))
    const ticked = tickNote(note, true, author('tom'))
    if (!ticked.ok) throw new Error('not ticked')
    expect(ticked.value).toMatchObject({ createdBy: 'mia', tickedBy: 'tom' })
    expect(tickNote(ticked.value, true, author('ann'))).toMatchObject({
      ok: false,
      refusal: { code: 'NOTE_TICKED', params: { by: 'tom' } },
    })
    expect(tickNote(ticked.value, false, author('ann'))).toEqual({ ok: true, value: note })
  })
})

import { describe, expect, test } from 'vitest'
import {
  countPeople,
  type DayPerson,
  isAnniversary,
  isInView,
  type PeopleView,
  peopleViews,
} from '#shared/domain/today/day-people.ts'
import { newNote, tickNote } from '#shared/domain/today/shift-note.ts'

const day = { date: '2026-03-02', time: '19:00', inspectionNeeded: false }
const person = (over: Partial<DayPerson> = {}): DayPerson => ({
  status: 'confirmed',
  arrival: '2026-03-02',
  departure: '2026-03-04',
  channel: 'direct',
  holdUntil: null,
  arrivedAt: null,
  checkedInOn: null,
  checkedOutOn: null,
  housekeeping: null,
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
  ['to come yesterday', person({ arrival: '2026-03-01' }), ['due-in', 'no-shows']],
  ['held until 18:00', person({ holdUntil: '18:00' }), ['due-in', 'no-shows']],
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
    person({ status: 'no-show', arrival: '2026-03-01' }),
    ['marked-no-shows'],
  ],
  [
    'a no-show whose nights are over',
    person({ status: 'no-show', departure: '2026-03-02', arrival: '2026-03-01' }),
    [],
  ],
  ['in house, a VIP with an alert', here({ isVip: true, alerts: 2 }), ['in-house', 'alerts', 'vips']],
  ['come today', here({ checkedInOn: '2026-03-02' }), ['arrived', 'in-house']],
  [
    'come today without a booking',
    here({ checkedInOn: '2026-03-02', channel: 'walk-in' }),
    ['arrived', 'in-house', 'walk-ins'],
  ],
  ['to leave', here({ departure: '2026-03-02' }), ['in-house', 'due-out']],
  ['overstaying', here({ departure: '2026-03-01' }), ['in-house', 'due-out']],
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

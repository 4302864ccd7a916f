import { describe, expect, test } from 'vitest'
import { checkClosureChange, checkClosureDates, nightsTaken } from '#shared/domain/housekeeping/closure.ts'
import { isLinenDue, isReady, stateAfter } from '#shared/domain/housekeeping/rules.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const day = (text: string) => `2026-03-${text}` as BusinessDate
const dates = (text: string) => {
  const [from = '', to = ''] = text.split('–')
  return { from: day(from), to: day(to) }
}
const today = day('10')

describe('a room after', () => {
  test.each<
    [string, Housekeeping, Parameters<typeof stateAfter>[1], Partial<typeof usualSettings>, Housekeeping]
  >([
    ['a departure is dirty', 'inspected', { kind: 'departure' }, {}, 'dirty'],
    ['a move is as the desk says', 'clean', { kind: 'move', leaves: 'pickup' }, {}, 'pickup'],
    ['a move that nobody slept before', 'clean', { kind: 'move', leaves: 'clean' }, {}, 'clean'],
    ['a night is dirty', 'clean', { kind: 'night' }, {}, 'dirty'],
    ['a night where a pickup is enough', 'clean', { kind: 'night' }, { stayOverState: 'pickup' }, 'pickup'],
    ['a night is not better than before', 'dirty', { kind: 'night' }, { stayOverState: 'pickup' }, 'dirty'],
    ['a night that changes nothing', 'inspected', { kind: 'night' }, { stayOverState: 'clean' }, 'inspected'],
    ['a closure is dirty', 'clean', { kind: 'reopened' }, {}, 'dirty'],
  ])('%s', (_what, before, event, rules, after) => {
    expect(stateAfter(before, event, { ...usualSettings, ...rules })).toBe(after)
  })
})

test('a room is ready when it is clean, or only once it was inspected', () => {
  const ready = (inspectionNeeded: boolean) =>
    (['clean', 'dirty', 'pickup', 'inspected'] as const).filter((state) =>
      isReady(state, { inspectionNeeded }),
    )
  expect(ready(false)).toEqual(['clean', 'inspected'])
  expect(ready(true)).toEqual(['inspected'])
})

test.each([
  ['on the day of arrival', '01–09', '01', 3, false],
  ['after two nights', '01–09', '03', 3, false],
  ['after three nights', '01–09', '04', 3, true],
  ['after six', '01–09', '07', 3, true],
  ['on the day of departure', '01–04', '04', 3, false],
  ['every day', '01–04', '02', 1, true],
  ['never by a rule', '01–09', '04', 0, false],
])('linen %s of %s on %s by %i: %s', (_what, stay, on, every, due) => {
  const { from: arrival, to: departure } = dates(stay)
  expect(isLinenDue({ arrival, departure }, day(on), every)).toBe(due)
})

describe('a closure', () => {
  test.each([
    ['10–12', null],
    ['11–12', null],
    ['12–12', 'CLOSURE_DATES'],
    ['12–11', 'CLOSURE_DATES'],
    ['09–12', 'NIGHT_IN_PAST'],
  ])('of %s: %s', (of, code) => {
    expect(checkClosureDates(dates(of), today)?.refusal.code ?? null).toBe(code)
  })

  test('is at most 400 nights', () => {
    const long = { from: today, to: '2027-04-15' as BusinessDate }
    expect(checkClosureDates(long, today)?.refusal).toEqual({
      code: 'CLOSURE_TOO_LONG',
      params: { max: 400 },
    })
    expect(checkClosureChange(dates('08–12'), { ...long, from: day('08') }, today)?.refusal.code).toBe(
      'CLOSURE_TOO_LONG',
    )
  })

  test.each([
    ['12–14', '11–13', null],
    ['12–14', '09–13', 'NIGHT_IN_PAST'],
    ['08–14', '08–12', null],
    ['08–14', '08–10', null],
    ['08–14', '08–09', 'NIGHT_IN_PAST'],
    ['08–14', '09–14', 'NIGHT_IN_PAST'],
    ['08–10', '08–12', 'CLOSURE_OVER'],
    ['10–12', '10–10', 'CLOSURE_DATES'],
  ])('of %s becomes %s: %s', (before, after, code) => {
    expect(checkClosureChange(dates(before), dates(after), today)?.refusal.code ?? null).toBe(code)
  })

  test('takes the nights that it did not have, from the business date on', () => {
    const nights = (before: string | null, after: string) =>
      nightsTaken(before ? dates(before) : null, dates(after), today).map((night) => night.slice(8))
    expect(nights(null, '08–12')).toEqual(['10', '11'])
    expect(nights('08–12', '08–14')).toEqual(['12', '13'])
    expect(nights('12–14', '11–13')).toEqual(['11'])
    expect(nights('08–12', '08–11')).toEqual([])
  })
})

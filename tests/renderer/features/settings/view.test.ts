import { describe, expect, it } from 'vitest'
import { mayWith } from '#renderer/base/desk.ts'
import {
  type ConditionForm,
  conditionForm,
  conditionOf,
  regrouped,
  withItem,
  withoutItem,
} from '#renderer/features/settings/programme/condition-form.ts'
import {
  addedTier,
  isShownAt,
  movedTier,
  parametersOf,
  programmeForm,
  withoutTier,
} from '#renderer/features/settings/programme/programme-form.ts'
import { filteredRooms, floorsOf } from '#renderer/features/settings/room-filter.ts'
import { endings, floorOf, roomNumbers, shortList } from '#renderer/features/settings/room-range.ts'
import { mayChange, sectionsFor } from '#renderer/features/settings/sections.ts'
import { amount, amountText, wholeNumber } from '#renderer/features/settings/values.ts'
import { type GivenRole, givenRoles } from '#shared/domain/access/given-roles.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { checkParameters } from '#shared/domain/loyalty/parameters.ts'
import type { Condition } from '#shared/domain/loyalty/programme.ts'

describe('several rooms at once', () => {
  const numbers = (text: string, skip: string[] = []) => {
    const read = roomNumbers(text, skip)
    return 'numbers' in read ? read.numbers : read.problem.why
  }

  it('reads ranges and single numbers, each once, with prefix and leading zeros', () => {
    expect(numbers('801-803, 803；810')).toEqual(['801', '802', '803', '810'])
    expect(numbers('A01–A03')).toEqual(['A01', 'A02', 'A03'])
    expect(numbers('８０１～８０２')).toEqual(['801', '802'])
    expect(numbers('0098-0101')).toEqual(['0098', '0099', '0100', '0101'])
  })

  it('leaves out endings that some hotels do not have', () => {
    expect(numbers('803-805, 1313', endings('4, 13'))).toEqual(['803', '805'])
  })

  it('says what is wrong', () => {
    expect(numbers('')).toBe('empty')
    expect(numbers('816-801')).toBe('wrong')
    expect(numbers('A01-B03')).toBe('wrong')
    expect(numbers('801-9999')).toBe('tooMany')
    expect(numbers('123456789')).toBe('tooLong')
  })

  it('tells the floor from the number where it can, and lists many shortly', () => {
    expect(['816', '1203', 'A101', '12', '0301'].map(floorOf)).toEqual([8, 12, 1, null, 3])
    expect(shortList(['1', '2', '3', '4'], 3)).toBe('1, 2 … 4')
  })
})

describe('rooms found', () => {
  const rooms = [
    { number: '801', floor: 8, roomTypeId: 1 },
    { number: '1801', floor: 18, roomTypeId: 2 },
    { number: '80', floor: 0, roomTypeId: 1 },
  ]

  it('by the beginning of the number first, by type, by floor', () => {
    const found = (text: string, type = 0, floor: number | null = null) =>
      filteredRooms(rooms, { text, type, floor }).map((room) => room.number)
    expect(found('80')).toEqual(['801', '80', '1801'])
    expect(found('', 1)).toEqual(['801', '80'])
    expect(found('', 0, 18)).toEqual(['1801'])
    expect(floorsOf(rooms)).toEqual([0, 8, 18])
  })
})

describe('figures as typed', () => {
  it('are whole numbers and amounts, or nothing', () => {
    expect(['12', ' １２ ', '-1', '1.5', ''].map(wholeNumber)).toEqual([12, 12, -1, null, null])
    expect(['680', '680.5', '-1', 'x', '1.005'].map((text) => amount(text, 'CNY'))).toEqual([
      68_000,
      68_050,
      null,
      null,
      null,
    ])
    expect(amountText(680, 'JPY')).toBe('680')
  })
})

describe('sections', () => {
  const as = (role: GivenRole) => mayWith({ rights: [...givenRoles[role]] })
  it('are seen and changed by rights', () => {
    expect(sectionsFor(as('clerk')).map(({ name }) => name)).not.toContain('users')
    expect(mayChange(as('clerk'), 'password')).toBe(true)
    expect(mayChange(as('manager'), 'rooms')).toBe(false)
    expect(mayChange(as('manager'), 'rate-plans')).toBe(true)
  })
})

describe('a condition as it is edited', () => {
  const n = (atLeast: number): Condition => ({ counter: 'nights', atLeast })
  const s = (atLeast: number): Condition => ({ counter: 'spend', atLeast })

  it.each<[string, Condition, ConditionForm['inner'], number[]]>([
    ['one threshold', n(10), 'or', [1]],
    ['any of several', { any: [n(10), s(100)] }, 'or', [2]],
    ['all of several', { all: [n(10), s(100)] }, 'or', [1, 1]],
    ['(a or b) and c', { all: [{ any: [n(80), { counter: 'stays', atLeast: 40 }] }, s(100)] }, 'or', [2, 1]],
    ['(a and b) or c', { any: [{ all: [n(20), s(100)] }, { counter: 'points', atLeast: 9 }] }, 'and', [2, 1]],
  ])('%s: comes back as it was', (_, condition, inner, sizes) => {
    const form = conditionForm(condition, 'CNY')
    expect(form.inner).toBe(inner)
    expect(form.groups.map((group) => group.length)).toEqual(sizes)
    expect(conditionOf(form, 'CNY')).toEqual(condition)
  })

  it('nested deeper is written out as its alternatives', () => {
    const deep: Condition = { any: [{ all: [{ any: [n(1), n(2)] }, s(100)] }, n(50)] }
    const form = conditionForm(deep, 'CNY')
    expect(form).toMatchObject({ inner: 'and' })
    expect(conditionOf(form, 'CNY')).not.toBeNull()
  })

  it('grows, shrinks to one and regroups “a and b” so that “or” may follow the whole', () => {
    const one = conditionForm(n(10), 'CNY')
    const two = withItem(one, null, { counter: 'spend', text: '5.00' })
    expect(conditionOf(two, 'CNY')).toEqual({ all: [n(10), s(500)] })
    const whole = regrouped(two)
    expect(whole).toMatchObject({ inner: 'and', groups: [[{}, {}]] })
    expect(conditionOf(withItem(whole!, null, { counter: 'points', text: '9' }), 'CNY')).toEqual({
      any: [{ all: [n(10), s(500)] }, { counter: 'points', atLeast: 9 }],
    })
    expect(withoutItem(two, 1, 0)).toEqual(one)
    expect(withoutItem(one, 0, 0)).toBe(one)
    expect(conditionOf(withItem(one, 0, { counter: 'stays', text: 'x' }), 'CNY')).toBeNull()
  })
})

describe('a programme as a form', () => {
  it.each(exampleProgrammes.map((one) => [one.code, one] as const))(
    '%s: comes back as it was',
    (_, example) => {
      const form = programmeForm({ ...example, active: true }, example.parameters, 'CNY')
      const read = parametersOf(form, 'CNY')
      expect(read).toEqual({ parameters: example.parameters })
      expect(checkParameters('parameters' in read && read.parameters).ok).toBe(true)
    },
  )

  const nights = exampleProgrammes[0]!
  const form = programmeForm({ ...nights, active: true }, nights.parameters, 'CNY')

  it('names what can’t be read by the path of the core', () => {
    const wrong = { ...form, softLanding: 'x', perMinor: '', tiers: [...form.tiers] }
    wrong.tiers[1] = {
      ...form.tiers[1]!,
      entry: { inner: 'or', groups: [[{ counter: 'nights', text: '' }]] },
    }
    const read = parametersOf(wrong, 'CNY')
    expect(read).toEqual({
      problems: { softLanding: 'number', 'points.perMinor': 'amount', 'tiers.1.entry': 'condition' },
    })
    expect(isShownAt('tiers.1.entry.any.0')).toBe(true)
    expect(isShownAt('tiers')).toBe(false)
  })

  it('a tier renamed is followed by what refers to it; one taken out is not referred to', () => {
    const rolling = exampleProgrammes.find((one) => one.code === 'ROLLOVER')!
    const start = programmeForm({ ...rolling, active: true }, rolling.parameters, 'CNY')
    const tiers = start.tiers.map((tier) => (tier.key === 'silver' ? { ...tier, code: 'argent' } : tier))
    const read = parametersOf({ ...start, tiers }, 'CNY')
    expect('parameters' in read && read.parameters.rollover?.fromTier).toBe('argent')
    expect('parameters' in read && read.parameters.points.neverFromTier).toBe('argent')
    const without = { ...start, ...withoutTier(start, 1) }
    expect([without.rolloverFrom, without.neverFromTier]).toEqual(['gold', ''])
  })

  it('tiers are added above the last and moved; only the first is without conditions', () => {
    const added = addedTier(form.tiers)
    expect(added.at(-1)).toMatchObject({ code: 'tier-7', entry: form.tiers.at(-1)?.entry })
    const moved = movedTier(form.tiers, 0, 1)
    expect(moved.map((tier) => tier.code).slice(0, 2)).toEqual(['silver', 'member'])
    expect(moved[1]?.entry).not.toBeNull()
    const read = parametersOf({ ...form, tiers: moved }, 'CNY')
    expect(read).toEqual({ problems: { 'tiers.1.entry': 'condition' } })
  })
})

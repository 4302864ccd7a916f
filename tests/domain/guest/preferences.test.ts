import { describe, expect, test } from 'vitest'
import {
  choosePreference,
  overfullGroup,
  type PreferenceGroup,
  preferenceGroups,
  preferenceRules,
} from '#shared/domain/guest/preferences.ts'
import { ok, refuse } from '#shared/values/index.ts'

describe('choosing a preference', () => {
  const eight = ['accessible', 'bathtub', 'shower', 'crib', 'near-elevator', 'quiet', 'balcony', 'view']
  test.each<[string, PreferenceGroup, string[], string, unknown]>([
    ['the first', 'bed', [], 'king', ok(['king'])],
    ['the one of a single-choice group is replaced', 'floor', ['high'], 'low', ok(['low'])],
    ['others add up', 'diet', ['vegan'], 'no-spice', ok(['vegan', 'no-spice'])],
    ['own words', 'other', [], '两瓶水放床头', ok(['两瓶水放床头'])],
    [
      'an opposite gives way',
      'room-feature',
      ['near-elevator', 'quiet'],
      'away-from-elevator',
      ok(['quiet', 'away-from-elevator']),
    ],
    [
      'the other way round too',
      'room-feature',
      ['away-from-elevator', 'quiet'],
      'near-elevator',
      ok(['quiet', 'near-elevator']),
    ],
    [
      'no other value gives way',
      'room-feature',
      ['near-elevator', 'away-from-elevator'],
      'quiet',
      ok(['near-elevator', 'away-from-elevator', 'quiet']),
    ],
    [
      'the opposite makes room in a full group',
      'room-feature',
      eight,
      'away-from-elevator',
      ok([...eight.filter((value) => value !== 'near-elevator'), 'away-from-elevator']),
    ],
    ['the last that fits', 'pillow', ['soft'], 'firm', ok(['soft', 'firm'])],
    [
      'a full group',
      'pillow',
      ['soft', 'extra'],
      'firm',
      refuse('preference.tooMany', { group: 'pillow', max: 2 }),
    ],
    [
      'a value that the group does not have',
      'floor',
      [],
      'penthouse',
      refuse('preference.value', { group: 'floor', value: 'penthouse' }),
    ],
    ['no words at all', 'other', [], '', refuse('preference.value', { group: 'other', value: '' })],
    [
      'a value that is there already',
      'floor',
      ['high'],
      'high',
      refuse('preference.known', { group: 'floor', value: 'high' }),
    ],
  ])('%s', (_what, group, chosen, value, answer) => {
    expect(choosePreference(group, chosen, value)).toEqual(answer)
  })
  test('beside the list of a group a clerk has words for what somebody eats, reads and drinks, and for the rest', () => {
    const free = preferenceGroups.filter((group) => choosePreference(group, [], 'as she says').ok)
    expect(free).toEqual(['diet', 'newspaper', 'drink', 'other'])
  })
  test.each(preferenceGroups.map((group) => [group]))('%s takes each of its values', (group) => {
    for (const value of preferenceRules[group].values)
      expect(choosePreference(group, [], value)).toEqual(ok([value]))
  })
  test('every group has values to choose from, and more than it takes; the rest is words alone', () => {
    const without = preferenceGroups.filter((group) => preferenceRules[group].values.length === 0)
    expect(without).toEqual(['other'])
    for (const rule of Object.values(preferenceRules)) {
      expect(rule.free || rule.values.length >= rule.max).toBe(true)
      expect(new Set(rule.values).size).toBe(rule.values.length)
    }
  })
  test('the wishes that a real hotel met are all on the list', () => {
    const wishes = [
      ...['high', 'medium', 'low'].map((value) => ['floor', value] as const),
      ...['accessible', 'bathtub', 'shower', 'crib', 'near-elevator', 'away-from-elevator', 'quiet'].map(
        (value) => ['room-feature', value] as const,
      ),
      ...['king', 'twin'].map((value) => ['bed', value] as const),
      ['drink', 'no-alcohol'] as const,
    ]
    expect(wishes.length).toBe(13)
    for (const [group, value] of wishes) expect(preferenceRules[group].values).toContain(value)
  })
})

describe('a group that holds too much', () => {
  const of = (group: PreferenceGroup, ...values: string[]) => values.map((value) => ({ group, value }))
  test.each<[string, { group: PreferenceGroup; value: string }[], unknown]>([
    ['nothing', [], null],
    ['as many as may be', [...of('floor', 'high'), ...of('pillow', 'soft', 'firm')], null],
    ['one more', of('pillow', 'soft', 'firm', 'extra'), { group: 'pillow', max: 2 }],
    [
      'two of a single choice',
      [...of('pillow', 'soft'), ...of('floor', 'high', 'low')],
      { group: 'floor', max: 1 },
    ],
    [
      'the first of two',
      [...of('bed', 'king', 'twin'), ...of('floor', 'high', 'low')],
      { group: 'floor', max: 1 },
    ],
    ['one of a pair', of('room-feature', 'near-elevator', 'quiet'), null],
    [
      'a wish and its opposite',
      of('room-feature', 'near-elevator', 'away-from-elevator'),
      { group: 'room-feature', max: 8 },
    ],
    [
      'the words of a pair in two groups',
      [...of('room-feature', 'near-elevator'), ...of('other', 'away-from-elevator')],
      null,
    ],
    ['the last group', of('other', ...'abcdefghijk'), { group: 'other', max: 10 }],
  ])('%s', (_what, preferences, answer) => {
    expect(overfullGroup(preferences)).toEqual(answer)
  })
})

import { describe, expect, test } from 'vitest'
import {
  behaviourOf,
  type CourseFacts,
  lifecycleOf,
  relationOf,
} from '#shared/domain/insight/value/lifecycle.ts'
import { needOfRule, needRuleOf, type StayFacts } from '#shared/domain/insight/value/need.ts'

const stay: StayFacts = {
  nights: 2,
  lead: 20,
  adults: 3,
  children: 0,
  segment: 'transient',
  channel: 'direct',
  hasCompany: false,
  hasWeekend: true,
}
const needSettings = { longStayNights: 7, transitLeadDays: 1 }

describe('need', () => {
  test.each<[string, Partial<StayFacts>, string | null]>([
    ['a group, whoever is in it', { segment: 'group', children: 2, nights: 9 }, 'group'],
    ['children before the length', { children: 1, nights: 9 }, 'family'],
    ['a week or more', { nights: 7, hasCompany: true }, 'long-stay'],
    ['six nights are none', { nights: 6 }, null],
    ['a company', { hasCompany: true }, 'business'],
    ['the corporate segment', { segment: 'corporate' }, 'business'],
    ['the corporate channel', { channel: 'corporate' }, 'business'],
    ['an airline’s crew', { segment: 'aviation' }, 'transit'],
    ['one night booked the day before', { nights: 1, lead: 1 }, 'transit'],
    ['one night booked two days before', { nights: 1, lead: 2 }, null],
    ['day use', { nights: 0, lead: 0 }, 'transit'],
    ['two adults', { adults: 2 }, 'couple'],
    ['one adult on working days', { adults: 1, hasWeekend: false }, 'business'],
    ['one adult over the weekend', { adults: 1 }, null],
    ['one adult for five working nights', { adults: 1, hasWeekend: false, nights: 5 }, null],
  ])('%s', (_what, patch, need) => {
    const rule = needRuleOf({ ...stay, ...patch }, needSettings)
    expect(rule && needOfRule[rule]).toBe(need)
  })
})

const guest: CourseFacts = {
  stays: 4,
  daysSince: 100,
  stays12: 1,
  staysPrior12: 1,
  awayBefore: 200,
  upcoming: 0,
  inHouse: false,
  continues: false,
}
const settings = { silentDays: 365, lostDays: 548 }
const never = { stays: 0, daysSince: Number.NaN, stays12: 0, staysPrior12: 0, awayBefore: 0 }

describe('lifecycle', () => {
  test.each<[string, Partial<CourseFacts>, string]>([
    ['no stay yet', never, 'prospect'],
    ['the first stay goes on', { ...never, inHouse: true }, 'new'],
    [
      'one stay that goes on in another booking',
      { stays: 1, stays12: 1, staysPrior12: 0, daysSince: 0, awayBefore: 0, inHouse: true, continues: true },
      'new',
    ],
    ['one stay', { stays: 1, stays12: 1, staysPrior12: 0, awayBefore: 0 }, 'new'],
    [
      'one stay long ago',
      { stays: 1, stays12: 0, staysPrior12: 1, daysSince: 365, awayBefore: 0 },
      'declining',
    ],
    ['lost on the day', { daysSince: 548, stays12: 0 }, 'lost'],
    ['not lost the day before', { daysSince: 547, stays12: 0 }, 'declining'],
    ['in house after long away', { daysSince: 600, stays12: 0, awayBefore: 600, inHouse: true }, 'won-back'],
    ['came again after long away', { awayBefore: 548 }, 'won-back'],
    ['more often than before', { stays12: 2 }, 'growing'],
    [
      'the second stay goes on',
      { stays: 1, stays12: 1, staysPrior12: 0, inHouse: true, awayBefore: 90 },
      'growing',
    ],
    ['once, and never before', { stays12: 1, staysPrior12: 0 }, 'mature'],
    ['less often than before', { stays12: 1, staysPrior12: 2 }, 'declining'],
    ['as often as before', {}, 'mature'],
  ])('%s', (_what, patch, lifecycle) => {
    expect(lifecycleOf({ ...guest, ...patch }, settings)).toBe(lifecycle)
  })
})

describe('behaviour', () => {
  test.each<[string, Partial<CourseFacts>, string]>([
    ['comes', {}, 'active'],
    ['has not come for a year', { daysSince: 365 }, 'silent'],
    ['has not come for a year and has booked', { daysSince: 365, upcoming: 1 }, 'active'],
    ['came once', { stays: 1 }, 'potential'],
    ['came once and goes on in another booking', { stays: 1, inHouse: true, continues: true }, 'potential'],
    ['came once and has booked', { stays: 1, upcoming: 1 }, 'active'],
    ['only booked', { ...never, upcoming: 1 }, 'potential'],
    ['only asked once', never, 'silent'],
  ])('%s', (_what, patch, behaviour) => {
    expect(behaviourOf({ ...guest, ...patch }, settings)).toBe(behaviour)
  })
})

test('relation: lost before all, then high value, then what may come', () => {
  const relation = (lifecycle: 'lost' | 'mature' | 'growing', highValue: boolean, highPotential: boolean) =>
    relationOf({ lifecycle, highValue, highPotential })
  expect(relation('lost', true, true)).toBe('lost')
  expect(relation('mature', true, false)).toBe('key')
  expect(relation('mature', false, true)).toBe('promising')
  expect(relation('growing', false, false)).toBe('promising')
  expect(relation('mature', false, false)).toBe('ordinary')
})

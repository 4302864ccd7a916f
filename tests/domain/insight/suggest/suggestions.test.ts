import { describe, expect, test } from 'vitest'
import { type ArrivalFacts, suggestionsFor, type Votes } from '#shared/domain/insight/suggest/suggestions.ts'
import { d } from '../../loyalty/support.ts'

const arrival: ArrivalFacts = {
  arrival: d('2026-03-02'),
  departure: d('2026-03-04'),
  expectedTime: null,
  birthDate: null,
  wishes: [],
  stays: [],
  asked: new Set(),
  tiers: [],
  risk: null,
  leaving: null,
  lastStay: { declined: [], waited: null, mark: null, markText: '' },
}
const kindsOf = (facts: Partial<ArrivalFacts>, votes: Votes = {}) =>
  suggestionsFor({ ...arrival, ...facts }, votes).map(({ kind }) => kind)
const wish = { kind: 'crib', text: '', dueOn: d('2026-03-02'), dueTime: null }
const tier = (...needs: ['nights' | 'stays' | 'spend', number][]) => ({
  tierEn: 'Gold',
  tierZh: '金卡',
  ways: [needs.map(([counter, missing]) => ({ counter, missing }))],
})
const asked = (item: string, times: number) =>
  Array.from({ length: times }, () => ({ asked: [item], expectedTime: null }))
const expected = (...times: string[]) => times.map((expectedTime) => ({ asked: [], expectedTime }))

describe('suggestions', () => {
  test('are none where there is nothing to say', () => {
    expect(suggestionsFor(arrival, {})).toEqual([])
  })

  test('say what went wrong the last time, before any wish', () => {
    const lastStay = { declined: [], waited: 45, mark: null, markText: '' }
    expect(suggestionsFor({ ...arrival, lastStay, wishes: [wish] }, {})).toMatchObject([
      { kind: 'last-stay', waited: 45, weight: 85 },
      { kind: 'wish' },
    ])
    const declined = [{ kind: 'quiet' as const, text: '', fromPreference: false }]
    expect(kindsOf({ lastStay: { ...arrival.lastStay, declined } })).toEqual(['last-stay'])
  })

  test('are the three weightiest, two of a kind at most', () => {
    const facts = {
      leaving: { takenBy: null },
      wishes: [wish, wish, wish],
      birthDate: d('1980-03-03'),
      risk: { what: 'no-show' as const, probability: 0.3 },
    }
    expect(kindsOf(facts)).toEqual(['leaving', 'wish', 'wish'])
    expect(kindsOf({ ...facts, wishes: [wish] })).toEqual(['leaving', 'wish', 'birthday'])
    expect(kindsOf({ ...facts, leaving: null })).toEqual(['wish', 'wish', 'birthday'])
  })

  test('weigh what the user’s thumbs say, and what weighs too little is not said', () => {
    const facts = {
      wishes: [wish],
      birthDate: d('1980-03-03'),
      risk: { what: 'no-show' as const, probability: 0.3 },
    }
    expect(suggestionsFor({ ...arrival, ...facts }, { birthday: 'up', wish: 'down' })).toMatchObject([
      { kind: 'birthday', weight: 105, vote: 'up' },
      { kind: 'wish', weight: 40, vote: 'down' },
      { kind: 'risk', weight: 40, vote: 'none' },
    ])
    expect(kindsOf(facts, { risk: 'down' })).toEqual(['wish', 'birthday'])
  })

  test.each([
    ['on the day of arrival', '1980-03-02', '2026-03-02'],
    ['three days before', '1980-02-27', '2026-02-27'],
    ['four days before', '1980-02-26', null],
    ['three days after', '1980-03-07', '2026-03-07'],
    ['four days after', '1980-03-08', null],
    ['on a 29 February that the year lacks', '1980-02-29', '2026-02-28'],
  ])('name a birthday %s', (_when, birthDate, on) => {
    const found = suggestionsFor({ ...arrival, birthDate: d(birthDate) }, {})
    expect(found.map((one) => one.kind === 'birthday' && one.on)).toEqual(on ? [on] : [])
  })

  test('name a birthday on the other side of the new year', () => {
    const stay = { arrival: d('2026-12-30'), departure: d('2026-12-31') }
    expect(suggestionsFor({ ...arrival, ...stay, birthDate: d('1980-01-02') }, {})).toMatchObject([
      { on: '2027-01-02' },
    ])
  })

  test.each([
    ['two nights', [tier(['nights', 2])], 1],
    ['four nights', [tier(['nights', 4])], 0],
    ['one stay and two nights', [tier(['nights', 2], ['stays', 1])], 1],
    ['two nights and money', [tier(['nights', 2], ['spend', 100])], 0],
    ['nothing', [tier(['nights', 0])], 0],
  ])('name a tier that lacks %s', (_what, tiers, count) => {
    expect(kindsOf({ tiers })).toHaveLength(count)
  })

  test('name what the guest asks for as a rule and did not ask for this time', () => {
    const stays = asked('request:high-floor', 3)
    expect(suggestionsFor({ ...arrival, stays }, {})).toMatchObject([
      { kind: 'habit', item: 'request:high-floor', times: 3, of: 3 },
    ])
    expect(kindsOf({ stays, asked: new Set(['request:high-floor']) })).toEqual([])
    expect(kindsOf({ stays: asked('request:high-floor', 2) })).toEqual([])
    expect(kindsOf({ stays: [...stays, ...asked('request:quiet', 2)] })).toEqual([])
  })

  test('name who comes late as a rule and did not say when', () => {
    const stays = expected('21:00', '20:00', '22:30', '14:00')
    expect(suggestionsFor({ ...arrival, stays }, {})).toMatchObject([{ kind: 'late', times: 3, of: 4 }])
    expect(kindsOf({ stays, expectedTime: '21:00' })).toEqual([])
    expect(kindsOf({ stays: expected('21:00', '20:00') })).toEqual([])
    expect(kindsOf({ stays: expected('21:00', '20:00', '19:59', '14:00') })).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLongReader, rawOf } from '#db/dialect/sqlite/long-read.ts'
import { readHistory } from '#db/queries/insight/history.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { FactTable } from '#shared/domain/insight/facts/catalogue.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { dayOf } from '#tests/support/history.ts'
import { excludedGuests } from '#tests/support/insight.ts'
import { expectCancelledWhole } from '#tests/support/insight-task.ts'

type Output = RunOutputOf<'tree'>
type Condition = Output['rules'][number]['conditions'][number]

/** A demo hotel of three years: enough to learn from one and to judge on the next. */
let t: TestApp
let output: Output
/** The facts of a day, which have tests of their own, and what a guest's bookings say. */
let factsOf: (day: string) => FactTable
let excluded: ReadonlySet<number>
let arrivals: (guest: number, from: string, to: string) => number

beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, async ({ app, must }) => {
    const { job } = await must('job.startDemo', { seed: 7, rooms: 12, years: 3 })
    const end = await app.jobs.ended(job)
    if (end?.state !== 'done') throw new Error(JSON.stringify(end))
    return {}
  })
  const end = await t.app.jobs.ended((await t.must('insight.run', { kind: 'tree' })).job)
  if (end?.state !== 'done') throw new Error(JSON.stringify(end))
  output = (await t.must('insight.output', { kind: 'tree' }))!.output as Output
  const reader = openLongReader({ file: t.file, nativeBinding: undefined })
  const history = readHistory(rawOf(reader), () => undefined)
  factsOf = (day) => factsAsOf(history, dayOf(day))
  const counting = rawOf(reader).prepare(
    `select count(*) from bookings where guest_id = ? and arrival > ? and arrival <= ? and status in ('checked-out', 'in-house')`,
  )
  excluded = new Set(rawOf(reader).prepare(excludedGuests).pluck().all() as number[])
  arrivals = (guest, from, to) => counting.pluck().get(guest, from, to) as number
}, 120_000)
afterAll(async () => {
  await t?.close()
})

function meets(facts: FactTable, row: number, condition: Condition): boolean {
  if (condition.kind === 'number') {
    const value = Math.fround(facts.numbers[condition.column as 'stays'][row]!)
    if (Number.isNaN(value)) return condition.missing !== false
    const { above, atMost, known } = condition
    return known && (above === null || value > above) && (atMost === null || value <= atMost)
  }
  const name = condition.column as 'tier'
  const word = facts.words[name][facts.codes[name][row]!]!
  return word === '' ? condition.missing : condition.words.includes(word)
}

/** Guests of a day who have stayed, with the rule that each meets. */
function guestsOf(day: string) {
  const facts = factsOf(day)
  return Array.from(facts.id, (guest, row) => ({ guest, row }))
    .filter(({ guest, row }) => facts.numbers.stays[row]! > 0 && !excluded.has(guest))
    .map(({ guest, row }) => {
      const rules = output.rules.filter(({ conditions }) => conditions.every((one) => meets(facts, row, one)))
      expect(rules.length).toBe(1)
      return { guest, rule: rules[0]! }
    })
}

const shareOf = (hits: boolean[]) => hits.filter(Boolean).length / hits.length

describe('who comes back within twelve months', () => {
  test('is learned as of two years before and judged on the year since', () => {
    expect(output).toMatchObject({
      target: 'comesBack12',
      trained: { day: '2024-03-02', until: '2025-03-02' },
      judged: { day: '2025-03-02', until: '2026-03-02' },
      highCut: null,
      protected: false,
    })
    for (const year of [output.trained, output.judged]) {
      const guests = guestsOf(year.day)
      expect(year.guests).toBe(guests.length)
      expect(year.studied).toBe(guests.length)
      expect(year.positives).toBe(
        guests.filter(({ guest }) => arrivals(guest, year.day, year.until) > 0).length,
      )
    }
  })

  test('its rules cover and hit what the bookings say, in both years', () => {
    const { trained, judged } = output
    for (const { year, of } of [
      { year: trained, of: (rule: Output['rules'][number]) => rule },
      { year: judged, of: (rule: Output['rules'][number]) => rule.heldOut },
    ]) {
      const guests = guestsOf(year.day)
      for (const rule of output.rules) {
        const under = guests.filter((one) => one.rule === rule)
        expect(of(rule).covers).toBe(under.length)
        if (under.length === 0) continue
        const hits = under.map(({ guest }) => arrivals(guest, year.day, year.until) > 0)
        expect(of(rule).share).toBeCloseTo(shareOf(hits), 12)
      }
    }
  })

  test('AUC and lift are those of its shares on the judged year', () => {
    const { day, until } = output.judged
    const scored = guestsOf(day).map(({ guest, rule }) => ({
      share: rule.share,
      came: arrivals(guest, day, until) > 0,
    }))
    const came = scored.filter((one) => one.came)
    const stayedAway = scored.filter((one) => !one.came)
    let wins = 0
    for (const one of came)
      for (const other of stayedAway)
        wins += one.share > other.share ? 1 : one.share === other.share ? 0.5 : 0
    expect(output.fit.auc).toBeCloseTo(wins / (came.length * stayedAway.length), 9)
    expect(output.fit.baseRate).toBeCloseTo(came.length / scored.length, 12)
    expect(output.fit.auc).toBeGreaterThan(0.6)
    expect(output.secondFit.auc).toBeGreaterThan(0.6)
  })

  test('leads to the guests of today under each rule, page by page', async () => {
    const guests = guestsOf('2026-03-02')
    expect(output.asked).toBe(guests.length)
    for (const rule of output.rules) {
      const under = guests.filter((one) => one.rule.leaf === rule.leaf).map(({ guest }) => guest)
      expect(rule.guests).toBe(under.length)
      const listed: number[] = []
      let after: string | null = null
      do {
        const page = { target: 'comesBack12' as const, leaf: rule.leaf, limit: 150 }
        const found: Awaited<ReturnType<typeof t.must<'insight.treeGuests'>>> = await t.must(
          'insight.treeGuests',
          after === null ? page : { ...page, after },
        )
        listed.push(...found.rows.map(({ id }) => id))
        expect(found).toMatchObject({ total: under.length, asOf: '2026-03-02' })
        if (under.length > 0) expect(found.share).toBeCloseTo(rule.share, 12)
        after = found.next
      } while (after !== null)
      expect(listed).toEqual(under.toSorted((one, other) => one - other))
    }
  })

  test('the outline begins with all guests learned from', () => {
    expect(output.outline[0]).toMatchObject({ depth: 0, condition: null, covers: output.trained.guests })
    expect(output.outline.filter(({ leaf }) => leaf !== null).length).toBe(output.rules.length)
  })
})

test('too little is said with the numbers, and changes nothing of today', async () => {
  const asked = {
    kind: 'tree' as const,
    params: { target: 'comesBack12' as const },
    asOf: '2024-01-01' as never,
  }
  const end = await t.app.jobs.ended((await t.must('insight.run', asked)).job)
  expect(end).toMatchObject({
    state: 'failed',
    failure: {
      code: 'TREE_TOO_LITTLE_LEARNED',
      params: {
        day: '2022-01-01',
        until: '2023-01-01',
        guests: 0,
        positives: 0,
        leastGuests: 100,
        leastEach: 20,
      },
    },
  })
  const { leaf, guests } = output.rules[0]!
  // A look at an earlier date leaves the guests of today where they are
  expect(await t.must('insight.treeGuests', { target: 'comesBack12', leaf })).toMatchObject({
    total: guests,
    asOf: '2026-03-02',
  })
  const never = await t.must('insight.treeGuests', { target: 'direct', leaf: 0 })
  expect(never).toMatchObject({ rows: [], total: 0, share: null, asOf: null })
  expect(t.defects).toEqual([])
})

test('a run that is cancelled leaves the tree of before whole, and the same worker can run it again', () => {
  expectCancelledWhole(t.file, 'tree')
}, 180_000)

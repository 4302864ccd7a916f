import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { refreshInsight } from '#tests/support/insight.ts'
import { type Reckoned, reckonGuests } from '#tests/support/reckoning.ts'

const today = '2026-03-02'
let t: TestApp
let raw: RawDatabase
let people: Map<number, Reckoned>

beforeAll(async () => {
  t = await openDemoHotel()
  await refreshInsight(t)
  raw = openRaw(t.file, { readonly: true })
  raw.prepare('attach ? as insight').run(`${t.file}-insight`)
  people = reckonGuests(raw, today)
}, 180_000)
afterAll(async () => {
  raw.close()
  expect(t.defects).toEqual([])
  await t.close()
})

async function figuresOf<K extends 'value' | 'look-alikes' | 'future'>(kind: K): Promise<RunOutputOf<K>> {
  const found = await t.must('insight.output', { kind })
  if (!found) throw new Error(`${kind} is not computed`)
  return found.output as RunOutputOf<K>
}

type ValueRow = {
  guest_id: number
  frequency: number
  monetary_minor: number
  value_class: string
  contribution_minor: number
  current_minor: number
  potential_minor: number
  matrix: string
  need: string
  lifecycle: string
  behaviour: string
  relation: string
}
const valueRows = (table = 'guest_value') =>
  raw.prepare(`select * from insight.${table} order by guest_id`).all() as ValueRow[]
/** What people said instead, by guest. */
const judgements = () =>
  new Map(
    (raw.prepare('select * from guest_judgements').all() as Record<string, string>[]).map((row) => [
      Number(row.guest_id),
      row,
    ]),
  )
const mean = (values: number[]) => values.reduce((all, one) => all + one, 0) / values.length
const sum = (values: number[]) => values.reduce((all, one) => all + one, 0)
const stayed = () => [...people.values()].filter(({ stays }) => stays.length > 0)

/** By revenue, the best first: high while those before bring less than 80 %, middle less than 95 %; level guests together. */
function valueClassesOf(guests: Reckoned[]): Map<number, string> {
  const sorted = guests.toSorted((a, b) => b.revenue - a.revenue)
  const total = sum(sorted.map(({ revenue }) => revenue))
  const classes = new Map<number, string>()
  let before = 0
  let level = { revenue: Number.NaN, name: '' }
  for (const { id, revenue } of sorted) {
    if (revenue !== level.revenue)
      level = {
        revenue,
        name: revenue <= 0 ? 'low' : before < 0.8 * total ? 'high' : before < 0.95 * total ? 'middle' : 'low',
      }
    classes.set(id, level.name)
    before += revenue
  }
  return classes
}

const matrixOf = (now: number, next: number, cuts: { now: number; next: number }) => {
  const [isNow, isNext] = [now > 0 && now >= cuts.now, next > 0 && next >= cuts.next]
  return isNow ? (isNext ? 'platinum' : 'gold') : isNext ? 'iron' : 'lead'
}

/** What the classes of each guest must be, `potential` being given. */
function expectedRows(potential: (one: Reckoned) => number) {
  const guests = stayed()
  const cuts = { now: mean(guests.map((one) => one.revenue12)), next: mean(guests.map(potential)) }
  const values = valueClassesOf(guests)
  return [...people.values()].map((one) => {
    const value = values.get(one.id) ?? ''
    const matrix = one.stays.length > 0 ? matrixOf(one.revenue12, potential(one), cuts) : ''
    const isPromising = matrix === 'iron' || matrix === 'platinum' || one.lifecycle === 'growing'
    const relation =
      one.lifecycle === 'lost' ? 'lost' : value === 'high' ? 'key' : isPromising ? 'promising' : 'ordinary'
    const { id, need, lifecycle, behaviour, revenue12 } = one
    return {
      id,
      value,
      current: revenue12,
      potential: potential(one),
      matrix,
      need,
      lifecycle,
      behaviour,
      relation,
    }
  })
}

const rowsAs = (rows: ValueRow[]) =>
  rows.map(({ guest_id, value_class, current_minor, potential_minor, ...row }) => ({
    id: guest_id,
    value: value_class,
    current: current_minor,
    potential: potential_minor,
    matrix: row.matrix,
    need: row.need,
    lifecycle: row.lifecycle,
    behaviour: row.behaviour,
    relation: row.relation,
  }))

describe('classes of guests', () => {
  test('are for each guest what the stays and the definitions say', () => {
    const next = new Map(
      raw.prepare('select guest_id, value12_minor from insight.guest_future').raw().all() as [
        number,
        number | null,
      ][],
    )
    const expected = expectedRows(({ id }) => next.get(id) ?? 0)
    expect(rowsAs(valueRows())).toEqual(expected)
    // The demo hotel has somebody of nearly every class
    expect(new Set(expected.map(({ lifecycle }) => lifecycle)).size).toBeGreaterThanOrEqual(6)
    expect(new Set(expected.map(({ need }) => need)).size).toBeGreaterThanOrEqual(6)
    for (const { guest_id, monetary_minor, contribution_minor, frequency } of valueRows()) {
      const one = people.get(guest_id) as Reckoned
      // Nothing is known of costs
      expect([monetary_minor, contribution_minor, frequency]).toEqual([
        one.revenue,
        one.revenue,
        one.stays.length,
      ])
    }
  })

  test('are counted with their revenue on the page', async () => {
    const { classes, matrix, prospects, guests, revenueMinor } = await figuresOf('value')
    const rows = valueRows()
    const columns = {
      value: 'value_class',
      matrix: 'matrix',
      need: 'need',
      lifecycle: 'lifecycle',
      behaviour: 'behaviour',
      relation: 'relation',
    } as const
    const byHand = judgements()
    for (const [kind, column] of Object.entries(columns) as [keyof typeof columns, keyof ValueRow][]) {
      for (const { name, guests: count, revenueMinor: revenue } of classes[kind]) {
        const own = rows.filter((row) => (byHand.get(row.guest_id)?.[kind] || row[column]) === name)
        expect([kind, name, count, revenue]).toEqual([
          kind,
          name,
          own.length,
          sum(own.map((row) => row.monetary_minor)),
        ])
      }
    }
    expect([guests, guests + prospects]).toEqual([stayed().length, people.size])
    expect(revenueMinor).toBe(sum(stayed().map(({ revenue }) => revenue)))
    for (const [at, name] of ['lead', 'iron', 'gold', 'platinum'].entries()) {
      const own = rows.filter((row) => row.matrix === name)
      expect(matrix.currentMinor[at]).toBe(sum(own.map((row) => row.current_minor)))
      expect(matrix.potentialMinor[at]).toBe(sum(own.map((row) => row.potential_minor)))
    }
  })

  test('the 80/20 curve and its bounds are those of revenue from the best guest down', async () => {
    const { spread } = await figuresOf('value')
    const revenues = stayed()
      .map(({ revenue }) => revenue)
      .toSorted((a, b) => b - a)
    const total = sum(revenues)
    const share = (guests: number) => sum(revenues.slice(0, guests)) / total
    expect([spread?.guests, spread?.revenue]).toEqual([revenues.length, total])
    for (const [percent, brought] of spread?.curve.entries() ?? [])
      expect(brought).toBeCloseTo(share(Math.round((revenues.length * percent) / 100)), 9)
    const fewest = (least: number) => revenues.findIndex((_, at) => share(at + 1) >= least) + 1
    expect(spread?.guestsForHalf).toBeCloseTo(fewest(0.5) / revenues.length, 12)
    expect(spread?.guestsForEighty).toBeCloseTo(fewest(0.8) / revenues.length, 12)
    const classes = valueClassesOf(stayed())
    const least = (name: string) =>
      Math.min(...stayed().flatMap(({ id, revenue }) => (classes.get(id) === name ? [revenue] : [])))
    expect([spread?.leastHigh, spread?.leastMiddle]).toEqual([least('high'), least('middle')])
  })

  test('of an earlier date are what was known then, the potential what was brought a year', async () => {
    const on = '2025-06-30'
    const { job } = await t.must('insight.run', { kind: 'value', asOf: on as never })
    expect(await t.app.jobs.ended(job)).toMatchObject({ state: 'done' })
    const now = people
    people = reckonGuests(raw, on)
    const expected = expectedRows(({ yearly }) => yearly)
    people = now
    expect(rowsAs(valueRows('guest_value_then'))).toEqual(expected)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { type GeometricModel, geometricExpected } from '#shared/domain/insight/future/geometric-nbd.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { excludedGuests } from '#tests/support/insight.ts'

let t: TestApp
let store: RawDatabase
let insight: RawDatabase
/** Who was excluded when it was computed. */
let excluded = ''
let refreshed: Record<string, { state: string; trouble: unknown }>

beforeAll(async () => {
  t = await openDemoHotel()
  const { job } = await t.must('insight.refresh', {})
  const end = await t.app.jobs.ended(job)
  expect(end).toMatchObject({ state: 'done' })
  const { ran } = await t.must('insight.status', {})
  refreshed = Object.fromEntries(ran.map(({ kind, ...one }) => [kind, one]))
  store = openRaw(t.file, { readonly: true })
  excluded = (store.prepare(excludedGuests).pluck().all() as number[]).join()
  insight = openRaw(`${t.file}-insight`, { readonly: true })
}, 180_000)
afterAll(async () => {
  store?.close()
  insight?.close()
  await t?.close()
})

/** Stays of all named guests by a query of its own: arrivals of checked-out bookings that touch no earlier one. */
function staysOf(until: string, from = '0000-00-00') {
  const rows = store
    .prepare(
      `select b.guest_id as guest, b.arrival, b.departure, b.total_minor as total,
         (select count(*) from bookings e where e.guest_id = b.guest_id and e.status = 'checked-out'
            and e.departure <= @until and e.id <> b.id and e.departure >= b.arrival
            and (e.arrival < b.arrival or (e.arrival = b.arrival and e.id < b.id))) as touches
       from bookings b join guests g on g.id = b.guest_id
       where g.unnamed = 0 and g.id not in (${excluded}) and b.status = 'checked-out' and b.departure <= @until and b.arrival > @from
       order by b.guest_id, b.arrival, b.departure`,
    )
    .all({ until, from }) as {
    guest: number
    arrival: string
    departure: string
    total: number
    touches: number
  }[]
  const guests = new Map<number, { arrivals: string[]; last: string; total: number }>()
  for (const { guest, arrival, departure, total, touches } of rows) {
    const one = guests.get(guest) ?? { arrivals: [], last: '', total: 0 }
    if (touches === 0) one.arrivals.push(arrival)
    one.last = departure > one.last ? departure : one.last
    one.total += total
    guests.set(guest, one)
  }
  return guests
}

const weeks = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 / 7

describe('lifetime value', () => {
  let output: RunOutputOf<'future'>
  let asOf: BusinessDate

  beforeAll(async () => {
    const summary = await t.must('future.summary', {})
    if (!summary?.output) throw new Error(JSON.stringify(summary))
    output = summary.output
    asOf = summary.asOf
  })

  test('has every guest with a stay once, each by a way that is said', () => {
    expect(refreshed.future).toMatchObject({ state: 'done' })
    const stays = staysOf(asOf)
    expect(output.guests - output.excluded).toBe(stays.size)
    expect(output.byModel + output.byRhythm + output.without).toBe(stays.size)
    const rows = insight.prepare('select guest_id, stays, last_departure from guest_future').all() as {
      guest_id: number
      stays: number
      last_departure: string
    }[]
    expect(rows).toHaveLength(stays.size)
    for (const { guest_id: guest, stays: count, last_departure: last } of rows) {
      expect([guest, count, last]).toEqual([guest, stays.get(guest)?.arrivals.length, stays.get(guest)?.last])
    }
  })

  test('sums are those of the rows', () => {
    const sums = insight
      .prepare(
        `select grp, count(*) as guests, total(expected12) as e12, total(expected36) as e36,
           total(value12_minor) as v12, total(value36_minor) as v36, sum(stays > 1) as returned
         from guest_future group by grp`,
      )
      .all() as {
      grp: string
      guests: number
      returned: number
      e12: number
      e36: number
      v12: number
      v36: number
    }[]
    for (const group of output.groups) {
      const sum = sums.find(({ grp }) => grp === group.group)
      expect([sum?.guests, sum?.returned]).toEqual([group.guests, group.returned])
      expect(sum?.e12).toBeCloseTo(group.expected12, 6)
      expect(sum?.e36).toBeCloseTo(group.expected36, 6)
      // Each row is rounded to a minor unit
      expect(Math.abs((sum?.v12 ?? 0) - group.value12Minor)).toBeLessThanOrEqual(group.guests)
      expect(Math.abs((sum?.v36 ?? 0) - group.value36Minor)).toBeLessThanOrEqual(group.guests)
    }
  })

  test('a guest’s number is that of the model with the guest’s own stays', () => {
    const group = output.groups.find(({ model }) => model !== null)
    if (!group?.model) throw new Error('no model')
    const model = { kind: group.model.kind, ...group.model.parameters } as GeometricModel
    const stays = staysOf(asOf)
    const rows = insight
      .prepare('select guest_id, expected12 from guest_future where grp = ? order by stays desc limit 20')
      .all(group.group) as { guest_id: number; expected12: number }[]
    expect(rows.length).toBe(20)
    for (const { guest_id: guest, expected12 } of rows) {
      const { arrivals } = stays.get(guest) ?? { arrivals: [] }
      const first = arrivals[0] as string
      const person = {
        frequency: arrivals.length - 1,
        recency: weeks(first, arrivals.at(-1) as string),
        age: weeks(first, asOf),
      }
      expect(expected12).toBeCloseTo(geometricExpected(model, person, 365.25 / 7), 9)
    }
  })

  test('the year that is held out is counted from the store', () => {
    const { heldOut } = output
    if (!heldOut) throw new Error(JSON.stringify(output.heldOutFailure))
    const before = staysOf(heldOut.cut)
    expect(heldOut.guests).toBe(before.size)
    let actual = 0
    const all = staysOf('9999-12-31')
    for (const [guest] of before)
      actual += (all.get(guest)?.arrivals ?? []).filter((day) => day > heldOut.cut && day <= asOf).length
    // Who is in house now has come too
    const inHouse = store
      .prepare("select guest_id as guest from bookings where status = 'in-house'")
      .all() as { guest: number }[]
    const come = inHouse.filter(({ guest }) => before.has(guest)).length
    expect(Math.abs(heldOut.actual - actual - come)).toBeLessThanOrEqual(come)
    const sum = (of: 'expected' | 'actual') =>
      heldOut.periods.reduce((total, period) => total + period[of], 0)
    expect(sum('actual')).toBe(heldOut.actual)
    expect(sum('expected')).toBeCloseTo(heldOut.expected, 6)
    expect(heldOut.periods).toHaveLength(12)
  })

  test('the list begins with the greatest value, goes on by key, and leads to one guest', async () => {
    const pages: OutputOf<'future.guests'>['rows'] = []
    let after: string | null = null
    do {
      const page: OutputOf<'future.guests'> = await t.must('future.guests', {
        limit: 200,
        ...(after === null ? {} : { after }),
      })
      pages.push(...page.rows)
      after = page.next
    } while (after !== null)
    const ids = insight
      .prepare(
        `select guest_id from guest_future where value36_minor is not null
         order by value36_minor desc, guest_id`,
      )
      .pluck()
      .all()
    expect(pages.map(({ id }) => id)).toEqual(ids)
    const [best] = pages
    if (!best) throw new Error('nobody')
    const { id, guestName: _, guestLatinName: __, ...figures } = best
    expect(await t.must('future.ofGuest', { guestId: id })).toEqual({ asOf, ...figures })
  })

  test('as of today and of an earlier day, the command line has the same and what was known then', async () => {
    const now = await t.must('future.asOf', {})
    const rows = insight
      .prepare('select guest_id, p_alive, expected12, value12_minor from guest_future order by guest_id')
      .raw()
      .all()
    expect(now.guests.map((one) => [one.id, one.pAlive, one.expected12, one.value12Minor])).toEqual(rows)
    const due = now.guests.filter(({ level }) => level !== null).map(({ id, level }) => [id, level])
    expect(due).toEqual(
      insight.prepare('select guest_id, level from guest_leaving order by guest_id').raw().all(),
    )
    const then = await t.must('future.asOf', { asOf: output.heldOut?.cut as BusinessDate, model: 'bg-nbd' })
    expect(then.guests).toHaveLength(output.heldOut?.guests ?? 0)
    // By BG/NBD nobody leaves after a single stay
    const once = staysOf(then.asOf)
    for (const { id, pAlive } of then.guests) if (once.get(id)?.arrivals.length === 1) expect(pAlive).toBe(1)
    expect(await t.call('future.asOf', { asOf: '2001-01-01' as BusinessDate })).toMatchObject({
      refusal: { code: 'NO_STAYS_YET' },
    })
    expect(await t.call('future.asOf', { asOf: '2099-01-01' as BusinessDate })).toMatchObject({
      refusal: { code: 'AS_OF_AHEAD' },
    })
  })

  test('who is excluded from automated judgement is in no list any more, and in no computation', async () => {
    const { rows } = await t.must('future.guests', { limit: 1 })
    const guestId = rows[0]?.id as GuestId
    await t.must('insight.judge', {
      guestId,
      version: 0,
      excluded: true,
      value: '',
      need: '',
      lifecycle: '',
      behaviour: '',
      relation: '',
      reason: 'asked not to be judged',
    })
    const after = await t.must('future.guests', { limit: 1 })
    expect(after.rows[0]?.id).not.toBe(guestId)
    expect(await t.must('future.ofGuest', { guestId })).toBeNull()
  })
})

type LeavingRow = {
  guest: number
  level: string
  risk: number
  own: number
  days: number
  overdue: number
  longer: number
  alive: number | null
  atRisk: number
}

describe('leaving', () => {
  test('lists who is due, by the guest’s own gaps', async () => {
    expect(refreshed.leaving).toMatchObject({ state: 'done' })
    const run = await t.must('insight.output', { kind: 'leaving' })
    const output = run?.output as RunOutputOf<'leaving'>
    const rows = insight
      .prepare(
        `select guest_id as guest, level, risk, own_interval as own,
           days_since as days, overdue, longer_share as longer, p_alive as alive,
           at_risk_minor as atRisk from guest_leaving`,
      )
      .all() as LeavingRow[]
    expect(rows.length).toBeGreaterThan(0)
    const all = staysOf(run?.asOf as string)
    for (const row of rows) {
      const { arrivals = [], last = '' } = all.get(row.guest) ?? {}
      const span = 7 * weeks(arrivals[0] as string, arrivals.at(-1) as string)
      const own = (span + (output.interval?.median as number)) / arrivals.length
      expect(row.own).toBeCloseTo(own, 9)
      expect(row.days).toBeCloseTo(7 * weeks(last, run?.asOf as string), 6)
      expect(row.overdue).toBeCloseTo((7 * weeks(arrivals.at(-1) as string, run?.asOf as string)) / own, 9)
      expect(row.overdue).toBeGreaterThanOrEqual(1)
      expect(row.risk).toBeCloseTo(1 - (2 * (row.alive as number) + row.longer) / 3, 9)
    }
    for (const { level, guests, atRiskMinor } of output.levels) {
      const those = rows.filter((row) => row.level === level)
      expect(those).toHaveLength(guests)
      const sum = those.reduce((total, { atRisk }) => total + atRisk, 0)
      expect(Math.abs(sum - atRiskMinor)).toBeLessThanOrEqual(guests)
    }
    const busy = store
      .prepare(
        `select guest_id from bookings where status in ('confirmed', 'in-house') and arrival >= ? or status = 'in-house'`,
      )
      .pluck()
      .all(run?.asOf) as number[]
    expect(rows.filter(({ guest }) => busy.includes(guest))).toEqual([])
  })

  test('says how the warning would have done, or why it can’t', async () => {
    const run = await t.must('insight.output', { kind: 'leaving-test' })
    const output = run?.output as RunOutputOf<'leaving-test'>
    if (output.little) {
      expect(output).toMatchObject({ months: [], all: null, definition: null })
      return
    }
    expect(output.months).toHaveLength(12)
    for (const { guests, leavers, rule, naive } of output.months) {
      expect(naive.flagged).toBe(rule.flagged)
      expect(rule.right).toBeLessThanOrEqual(Math.min(rule.flagged, leavers))
      expect(leavers).toBeLessThanOrEqual(guests)
    }
  })
})

test('the settings say how much later value counts less, and from which risk on a guest is of a level', async () => {
  const { guests: before } = await t.must('future.asOf', {})
  const parameters = { discountPercent: 0, levels: { late: 20, leaving: 50, lost: 90 } }
  await t.must('insight.saveSettings', { section: 'future', version: 0, parameters })
  const { guests: after } = await t.must('future.asOf', {})
  const worth = (guests: typeof after) =>
    guests.reduce((sum, { value12Minor }) => sum + (value12Minor ?? 0), 0)
  expect(worth(after)).toBeGreaterThan(worth(before) * 1.02)
  expect(after.map(({ risk }) => risk)).toEqual(before.map(({ risk }) => risk))
  for (const { level, risk } of after) {
    if (risk === null) continue
    expect(level).toBe(risk >= 0.9 ? 'lost' : risk >= 0.5 ? 'leaving' : risk >= 0.2 ? 'late' : 'due')
  }
  const wrong = { ...parameters, levels: { late: 20, leaving: 50, lost: 50 } }
  expect(
    await t.call('insight.saveSettings', { section: 'future', version: 1, parameters: wrong }),
  ).toMatchObject({
    refusal: { code: 'SETTINGS_INVALID', params: { field: 'levels.lost', why: 'levelsOrder' } },
  })
})

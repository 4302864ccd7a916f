import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { rfmSegments } from '#shared/domain/insight/value/classes.ts'
import type { GuestId } from '#shared/values/index.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { excludedGuests } from '#tests/support/insight.ts'
import { totalRevenueSql } from '#tests/support/reckoning.ts'

type Hotel = Awaited<ReturnType<typeof openDemoHotel>>
type Figures = RunOutputOf<'value'>

let t: Hotel
let raw: RawDatabase
let figures: Figures
let asOf: string
let judged: GuestId

const ended = async ({ job }: { job: string }) => await t.app.jobs.ended(job)
const output = async (input: Parameters<typeof t.must<'insight.output'>>[1]) =>
  (await t.must('insight.output', input))?.output

beforeAll(async () => {
  t = await openDemoHotel()
  raw = openRaw(t.file, { readonly: true })
  raw.prepare('attach ? as insight').run(`${t.file}-insight`)
  judged = raw
    .prepare(
      "select guest_id from bookings where status = 'checked-out' group by 1 order by count(*) desc limit 1",
    )
    .pluck()
    .get() as GuestId
  const asComputed = { value: '', need: '', lifecycle: '', behaviour: '', relation: '' } as const
  await t.must('insight.judge', {
    guestId: judged,
    version: 0,
    excluded: false,
    ...asComputed,
    need: 'family',
    reason: 'Said so',
  })
  expect(await ended(await t.must('insight.refresh', {}))).toMatchObject({ state: 'done' })
  raw.close()
  raw = openRaw(t.file, { readonly: true })
  raw.prepare('attach ? as insight').run(`${t.file}-insight`)
  figures = (await output({ kind: 'value' })) as Figures
  asOf = (await t.must('insight.status', {})).asOf as string
}, 120_000)
afterAll(async () => {
  raw.close()
  await t.close()
})

/** Stays as this test counts them: checked out by the date; one that begins by the end of the one before is the same. */
type Guest = { id: number; days: number; stays: number; revenue: number }
function guestsBySql(on: string): Guest[] {
  return raw
    .prepare(
      `with done as (
         select b.guest_id, b.arrival, b.departure, ${totalRevenueSql('b')} as total_minor,
           max(b.departure) over (partition by b.guest_id order by b.arrival, b.departure, b.id
             rows between unbounded preceding and 1 preceding) as ended
         from bookings b join guests g on g.id = b.guest_id
         where b.status = 'checked-out' and b.departure <= @on and b.created_on <= @on and g.unnamed = 0
           and g.id not in (${excludedGuests}))
       select guest_id as id, cast(julianday(@on) - julianday(max(departure)) as integer) as days,
         sum(ended is null or arrival > ended) as stays, sum(total_minor) as revenue
       from done group by guest_id order by guest_id`,
    )
    .all({ on }) as Guest[]
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** The eight segments of those guests, cut at their means, by the letters of the field guide. */
function segmentsOf(guests: Guest[]): Map<number, string> {
  const [days, stays, revenue] = [
    mean(guests.map((one) => one.days)),
    mean(guests.map((one) => one.stays)),
    mean(guests.map((one) => one.revenue)),
  ]
  const names = ['value', 'development', 'keep', 'rescue']
  return new Map(
    guests.map((one) => {
      const kind = names[(one.days <= days ? 0 : 2) + (one.stays >= stays ? 0 : 1)]
      return [one.id, `${one.revenue >= revenue ? 'key' : 'general'}-${kind}`]
    }),
  )
}

describe('value as of the business date', () => {
  test('has the cuts and segments that a query of the bookings gives', () => {
    const guests = guestsBySql(asOf)
    expect(guests.length).toBeGreaterThan(100)
    expect(figures.guests).toBe(guests.length)
    expect(figures.cuts.kind).toBe('mean')
    const cuts = figures.cuts.cuts as { recencyDays: number; frequency: number; monetary: number }
    expect(cuts.recencyDays).toBeCloseTo(mean(guests.map(({ days }) => days)), 8)
    expect(cuts.frequency).toBeCloseTo(mean(guests.map(({ stays }) => stays)), 8)
    expect(cuts.monetary).toBeCloseTo(mean(guests.map(({ revenue }) => revenue)), 6)
    const segments = segmentsOf(guests)
    const expected = rfmSegments.map((name) => {
      const of = guests.filter(({ id }) => segments.get(id) === name)
      return { name, guests: of.length, revenueMinor: of.reduce((sum, { revenue }) => sum + revenue, 0) }
    })
    expect(figures.classes.rfm).toEqual(expected)
    const kept = raw
      .prepare("select guest_id, segment from insight.guest_value where segment <> ''")
      .raw()
      .all()
    expect(new Map(kept as [number, string][])).toEqual(segments)
  })

  test('says what share of revenue the best guests bring', () => {
    const { spread } = figures
    const share = (percent: number) =>
      raw
        .prepare(
          `with v as (select monetary_minor as m, row_number() over (order by monetary_minor desc) as n
             from insight.guest_value where frequency > 0)
           select 1.0 * sum(iif(n <= round((select count(*) from v) * ? / 100.0), m, 0)) / sum(m) from v`,
        )
        .pluck()
        .get(percent) as number
    for (const percent of [1, 10, 20, 50, 100]) expect(spread?.curve[percent]).toBeCloseTo(share(percent), 9)
    const high = raw
      .prepare(
        "select sum(monetary_minor) * 1.0 / (select sum(monetary_minor) from insight.guest_value) from insight.guest_value where value_class = 'high'",
      )
      .pluck()
      .get() as number
    expect(high).toBeGreaterThanOrEqual(0.8)
    expect(high).toBeLessThan(0.83)
  })

  test('has the map of days and stays, and the value matrix, that queries give', () => {
    const guests = guestsBySql(asOf)
    const field = figures.map.find(({ days, stays }) => days === 2 && stays === 1)
    const within = guests.filter(({ days, stays }) => days > 180 && days <= 365 && stays === 2)
    expect(field).toEqual({
      days: 2,
      stays: 1,
      guests: within.length,
      revenueMinor: within.reduce((sum, { revenue }) => sum + revenue, 0),
    })
    const current = raw
      .prepare(
        `select sum(${totalRevenueSql('b')}) from bookings b join guests g on g.id = b.guest_id where b.status = 'checked-out'
           and g.unnamed = 0 and g.id not in (${excludedGuests}) and b.departure <= @on and julianday(b.departure) > julianday(@on) - 365`,
      )
      .pluck()
      .get({ on: asOf })
    expect(figures.matrix.currentMinor.reduce((a, b) => a + b, 0)).toBe(current)
    expect(figures.matrix.current).toBeCloseTo((current as number) / guests.length, 6)
  })

  test('counts a class that a person set in place of the computed one, and says so of the guest', async () => {
    const computed = raw
      .prepare('select need from insight.guest_value where guest_id = ?')
      .pluck()
      .get(judged)
    const families = raw
      .prepare(
        `select count(*) from insight.guest_value v left join guest_judgements j on j.guest_id = v.guest_id
         where coalesce(nullif(j.need, ''), v.need) = 'family' and v.guest_id <> ?`,
      )
      .pluck()
      .get(judged) as number
    expect(figures.classes.need.find(({ name }) => name === 'family')?.guests).toBe(families + 1)
    const classes = await t.must('insight.guestClasses', { guestId: judged })
    expect(classes).toMatchObject({ asOf, excluded: false, guest: { need: 'family', byHand: ['need'] } })
    expect(computed).not.toBe('family')
  })
})

type List = OutputOf<'insight.valueGuests'>
async function whole(of: object, more: object = {}): Promise<List['rows']> {
  const rows: List['rows'] = []
  let after: string | null = null
  do {
    const page: List = await t.must('insight.valueGuests', {
      of: of as never,
      limit: 50,
      ...more,
      ...(after === null ? {} : { after }),
    })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

describe('the guests behind a figure', () => {
  test.each(['rfm', 'value', 'matrix', 'need', 'lifecycle', 'behaviour', 'relation'] as const)(
    'of each class of %s are as many as are counted',
    async (kind) => {
      for (const { name, guests } of figures.classes[kind]) {
        if (guests > 400) continue
        const rows = await whole({ by: 'class', kind, class: name })
        expect(rows.length, name).toBe(guests)
        expect(new Set(rows.map((row) => row[kind]))).toEqual(new Set(guests > 0 ? [name] : []))
      }
    },
  )

  test('of a field of the map too, in every order without a gap', async () => {
    const field = figures.map.find(({ guests }) => guests > 5 && guests < 200) as Figures['map'][number]
    const of = { by: 'map', days: field.days, stays: field.stays }
    const byRevenue = await whole(of)
    expect(byRevenue).toHaveLength(field.guests)
    expect(byRevenue.map((row) => row.monetaryMinor)).toEqual(
      byRevenue.map((row) => row.monetaryMinor).toSorted((a, b) => b - a),
    )
    for (const sort of ['recency', 'frequency'] as const) {
      const rows = await whole(of, { sort, limit: 3 })
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(byRevenue.map(({ id }) => id)))
    }
  })
})

test('an earlier date is computed beside the newest one, and the moves between them', async () => {
  const from = raw.prepare("select date(?, '-200 days')").pluck().get(asOf) as string
  const now = raw.prepare('select * from insight.guest_value order by guest_id').all()
  await ended(await t.must('insight.run', { kind: 'value', asOf: from as never }))
  const then = (await output({ kind: 'value', asOf: from as never })) as Figures
  const before = segmentsOf(guestsBySql(from))
  expect(then.guests).toBe(before.size)
  expect(raw.prepare('select * from insight.guest_value order by guest_id').all()).toEqual(now)
  const best = await t.must('insight.valueGuests', { earlier: true, of: { by: 'all' }, limit: 1 })
  expect(before.has(best.rows[0]?.id as number)).toBe(true)

  const moved = await ended(
    await t.must('insight.run', { kind: 'value-moves', params: { from: from as never } }),
  )
  expect(moved).toMatchObject({ state: 'done' })
  const after = segmentsOf(guestsBySql(asOf))
  const moves = (await output({
    kind: 'value-moves',
    params: { from: from as never },
  })) as RunOutputOf<'value-moves'>
  const counted = new Map<string, number>()
  for (const [id, to] of after) {
    const key = `${before.get(id) ?? ''}>${to}`
    counted.set(key, (counted.get(key) ?? 0) + 1)
  }
  const places = ['', ...rfmSegments]
  for (const [i, fromSegment] of places.entries())
    for (const [j, to] of places.entries())
      expect(moves.counts[i]?.[j]).toBe(counted.get(`${fromSegment}>${to}`) ?? 0)
  expect(moves.guests).toBe(after.size)
  const cell = await whole({ by: 'move', from: '', to: 'general-development' })
  expect(cell.length).toBe(counted.get('>general-development'))
}, 60_000)

test('moves that begin later than they end are refused', async () => {
  const report = await ended(
    await t.must('insight.run', { kind: 'value-moves', params: { from: asOf as never } }),
  )
  expect(report).toMatchObject({ state: 'failed', failure: { code: 'MOVES_ORDER' } })
})

test('the panel names who set a class by hand, and on which business date', async () => {
  const { judged: said } = await t.must('insight.guest', { id: judged })
  const [setter] = raw
    .prepare(
      `select coalesce(u.name, c.actor) as by, c.business_date as "on" from changes c left join users u on u.login = c.actor
       where c.entity = 'guest-judgement' and c.entity_id = (select id from guest_judgements where guest_id = ?)`,
    )
    .all(judged)
  expect(setter).toBeDefined()
  expect(said?.reason).toBe('Said so')
  expect(said?.classes.find(({ kind }) => kind === 'need')).toEqual({
    kind: 'need',
    name: 'family',
    byHand: setter,
  })
  expect(said?.classes.filter(({ byHand }) => byHand !== null)).toHaveLength(1)
})

test('a guest who was excluded has no classes, and no row after the next computation', async () => {
  const { version, ...judgement } = await t.must('insight.judgement', { guestId: judged })
  await t.must('insight.judge', {
    guestId: judged,
    version,
    ...judgement,
    excluded: true,
    reason: 'Asked for it',
  })
  expect(await t.must('insight.guestClasses', { guestId: judged })).toMatchObject({
    excluded: true,
    guest: null,
  })
  await ended(await t.must('insight.refresh', {}))
  const fresh = (await output({ kind: 'value' })) as Figures
  expect(fresh.excluded).toBe(figures.excluded + 1)
  expect(fresh.guests).toBe(figures.guests - 1)
  expect(raw.prepare('select count(*) from insight.guest_value where guest_id = ?').pluck().get(judged)).toBe(
    0,
  )
})

test('arrivals to notice are those of key guests, of unsure bookings and of open cases', async () => {
  const due = raw
    .prepare(
      `select b.id, b.guest_id as guestId, b.arrival, v.relation = 'key' as isKey, r.away >= 0.3 as isUnsure
       from bookings b left join insight.guest_value v on v.guest_id = b.guest_id
         left join insight.booking_risk r on r.booking_id = b.id
       where b.status = 'confirmed' order by isKey + isUnsure desc, b.id`,
    )
    .all() as { id: number; guestId: GuestId; arrival: never; isKey: number; isUnsure: number }[]
  const { arrival } = due[0]!
  const onDay = due.filter((one) => one.arrival === arrival)
  const marked = async () =>
    new Map((await t.must('insight.arrivals', { date: arrival })).map((one) => [Number(one.bookingId), one]))
  const expected = onDay.map(({ id, isKey, isUnsure }) => [
    id,
    [...(isUnsure === 1 ? ['unsure'] : []), ...(isKey === 1 ? ['key-guest'] : [])],
  ])
  const noted = await marked()
  expect(expected.map(([id]) => [id, noted.get(id as number)?.marks ?? []])).toEqual(expected)
  const [first] = onDay
  await t.must('leaving.takeOn', { guestId: first!.guestId })
  expect((await marked()).get(first!.id)?.marks[0]).toBe('keep')
  const asComputed = { value: '', need: '', lifecycle: '', behaviour: '', relation: '' } as const
  await t.must('insight.judge', {
    guestId: first!.guestId,
    version: 0,
    excluded: true,
    ...asComputed,
    reason: 'Asked not to be judged',
  })
  expect((await marked()).has(first!.id)).toBe(false)
})

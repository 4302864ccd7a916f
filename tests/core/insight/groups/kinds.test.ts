import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { excludedGuests } from '#tests/support/insight.ts'
import { totalRevenueSql } from '#tests/support/reckoning.ts'

let hotel: TestApp
let raw: RawDatabase

async function refresh(): Promise<void> {
  const { job } = await hotel.must('insight.refresh', {})
  expect((await hotel.app.jobs.ended(job))?.state).toBe('done')
}

beforeAll(async () => {
  hotel = await openDemoHotel()
  await refresh()
  raw = openRaw(`${hotel.file}-insight`, { readonly: true })
  raw.prepare('attach ? as store').run(hotel.file)
})
afterAll(async () => {
  raw.close()
  await hotel.close()
  expect(hotel.defects).toEqual([])
})

async function kindsNow() {
  const listed = await hotel.must('kinds.list', {})
  if (!listed) throw new Error('no kinds')
  return listed
}

test('every guest with a stay is of one kind; counts, revenue and traits are found again in the store', async () => {
  const { found, asOf } = await kindsNow()
  expect(asOf).toBe('2026-03-02')
  const stayed = raw
    .prepare(
      `select count(distinct b.guest_id) from store.bookings b join store.guests g on g.id = b.guest_id
        where b.status = 'checked-out' and g.unnamed = 0 and g.id not in (${excludedGuests})`,
    )
    .pluck()
    .get()
  expect(found.guests).toBe(stayed)
  for (const { number, guests, revenueMinor, traits } of found.kinds) {
    const row = raw
      .prepare(
        `select count(distinct k.guest_id) as guests, sum(${totalRevenueSql('b')}) as revenue,
            sum(julianday(b.departure) - julianday(b.arrival)) * 1.0 / count(distinct k.guest_id) as nights
          from guest_kind k join store.bookings b on b.guest_id = k.guest_id and b.status = 'checked-out' where k.kind = @number`,
      )
      .get({ number, on: asOf }) as { guests: number; revenue: number }
    expect(row).toMatchObject({ guests, revenue: revenueMinor })
    const breakfast = traits.find(({ fact }) => fact === 'breakfastShare')?.mean
    const shares = raw
      .prepare(
        `select avg(share) from (select avg(b.meal in ('breakfast', 'half-board', 'full-board')) as share
          from guest_kind k join store.bookings b on b.guest_id = k.guest_id and b.status = 'checked-out'
          where k.kind = ? group by k.guest_id)`,
      )
      .pluck()
      .get(number) as number
    expect(breakfast).toBeCloseTo(shares, 5)
  }
  expect(found.tried.length).toBeGreaterThan(3)
})

test('the same hotel computed again has the same kinds with the same numbers', async () => {
  const { found } = await kindsNow()
  await refresh()
  expect((await kindsNow()).found).toEqual(found)
})

test('a name stays with its kind through a refresh, is changed, undone and taken away', async () => {
  const [first, second] = (await kindsNow()).found.kinds
  const number = second?.number as number
  const { id, version } = await hotel.must('kinds.name', { number, name: '周末家庭' })
  await refresh()
  expect((await kindsNow()).names).toEqual({ [number]: { id, version, name: '周末家庭' } })
  const changed = await hotel.must('kinds.name', { number, name: 'Weekend families' })
  expect(changed).toEqual({ id, version: version + 1 })
  expect(
    await hotel.call('kinds.name', { number: first?.number as number, name: 'Weekend families' }),
  ).toMatchObject({
    ok: false,
    refusal: { code: 'CODE_TAKEN' },
  })
  const unnamed = await hotel.call('kinds.unname', changed)
  expect(unnamed).toMatchObject({ ok: true })
  expect((await kindsNow()).names).toEqual({})
  const { change } = unnamed as { change: number }
  await hotel.must('change.undo', { change })
  expect(Object.values((await kindsNow()).names).map(({ name }) => name)).toEqual(['Weekend families'])
  expect(await hotel.call('kinds.name', { number: 99, name: 'x' })).toMatchObject({
    refusal: { code: 'KIND_UNKNOWN' },
  })
})

test('guests of a kind come page by page, the most typical first, each once', async () => {
  const { found } = await kindsNow()
  const { number, guests } = found.kinds[0] as (typeof found.kinds)[number]
  const seen: number[] = []
  let last = -1
  let after: string | undefined
  do {
    const page = await hotel.must('kinds.guests', { number, limit: 50, ...(after ? { after } : {}) })
    for (const row of page.rows) {
      expect(row.distance).toBeGreaterThanOrEqual(last)
      last = row.distance
      seen.push(row.id)
    }
    after = page.next ?? undefined
  } while (after)
  expect(seen.length).toBe(guests)
  expect(new Set(seen).size).toBe(guests)
})

test('who is alike: one-time guests have one stay, reasons speak for them, the held-out half is measured', async () => {
  const run = await hotel.must('insight.output', { kind: 'look-alikes', params: {} })
  if (!run) throw new Error('not run')
  const { groups, heldOut, chosen } = run.output as {
    groups: { group: string; candidates: number; listed: number }[]
    heldOut: { auc: number; baseShare: number; topShare: number; lift: number }
    chosen: number
  }
  expect(chosen).toBeGreaterThan(30)
  expect(heldOut.auc).toBeGreaterThan(0.5)
  expect(heldOut.topShare).toBeCloseTo(heldOut.lift * heldOut.baseShare, 9)
  const { rows } = await hotel.must('kinds.alike', { group: 'one-time', limit: 20 })
  expect(rows.map(({ place }) => place)).toEqual(rows.map((_, at) => at + 1))
  for (const { id, stays, reasons } of rows) {
    expect(stays).toBe(1)
    expect(reasons.every(({ weight }) => weight > 0)).toBe(true)
    expect(
      raw
        .prepare(`select count(*) from store.bookings where guest_id = ? and status = 'confirmed'`)
        .pluck()
        .get(id),
    ).toBe(0)
  }
  const one = groups.find(({ group }) => group === 'one-time')
  expect(one?.candidates).toBeGreaterThanOrEqual(rows.length)
})

test('a number of kinds that is asked for is kept apart from the refresh', async () => {
  const before = await kindsNow()
  const { job } = await hotel.must('insight.run', { kind: 'kinds', params: { k: 3 } })
  const end = await hotel.app.jobs.ended(job)
  expect(end).toMatchObject({ state: 'done', result: { output: { k: 3, tried: [] } } })
  expect(await kindsNow()).toEqual(before)
})

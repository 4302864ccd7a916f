import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { Cell, ReportResult } from '#shared/domain/report/result.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

/** What the reports say of two years of a demo hotel, worked out again by loops over its tables and its log. */
let t: TestApp
let raw: RawDatabase
beforeAll(async () => {
  t = await openDemoHotel()
  raw = openRaw(t.file, { readonly: true })
})
afterAll(async () => {
  raw.close()
  await t.close()
  expect(t.defects).toEqual([])
})

const from = '2025-02-10'
const to = '2026-02-20'
const isIn = (day: string) => day >= from && day <= to

function run(name: string, by: string, more: Record<string, string> = { from, to }): Promise<ReportResult> {
  return t.must('report.run', { name, parameters: { by, ...more } })
}

/** Rows by the cell that they are cut by, with these figures alone. */
function cells({ tables: [main] }: ReportResult, by: string, figures: readonly string[]) {
  const of = (row: Readonly<Record<string, Cell>>) => figures.map((figure) => row[figure])
  return {
    rows: Object.fromEntries(main.rows.map((row) => [String(row[by]), of(row)])),
    total: main.total && of(main.total),
  }
}

/** Sums by key, in the form of `cells`. */
function sums<T>(facts: readonly T[], keyOf: (fact: T) => Cell, sumsOf: (facts: readonly T[]) => Cell[]) {
  const groups = Map.groupBy(facts, (fact) => String(keyOf(fact)))
  return {
    rows: Object.fromEntries([...groups].map(([key, some]) => [key, sumsOf(some)])),
    total: sumsOf(facts),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const days = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)

type Night = { roomId: number | null; rateMinor: number }
type Booking = {
  status: string
  arrival: string
  guestId: number
  bookerId: number | null
  nights: Record<string, Night>
}
type Made = {
  id: number
  kind: string
  user: string
  on: string
  lead: number
  difference: number
}
type LogRow = {
  entity_id: number
  operation: string
  actor: string
  business_date: string
  before: string | null
  after: string
}

const kindOfOperation: Record<string, string> = {
  'booking.cancel': 'cancelled',
  'booking.changeDates': 'dates',
  'booking.changeRate': 'rate',
  'booking.changeRoomType': 'roomType',
  'booking.changeDetails': 'details',
  'booking.confirm': 'confirmed',
  'booking.reinstate': 'reinstated',
  'change.undo': 'undone',
}

/** The log of bookings read from its beginning: what each was before and after every change. */
function replay(): { changes: Made[]; setters: Map<string, string> } {
  const rows = raw.prepare("select * from changes where entity = 'booking' order by seq").all() as LogRow[]
  const now = new Map<number, Booking>()
  const changes: Made[] = []
  const setters = new Map<string, string>()
  const worth = ({ status, nights }: Booking) =>
    ['confirmed', 'in-house', 'checked-out'].includes(status)
      ? sum(Object.values(nights).map(({ rateMinor }) => rateMinor))
      : 0
  for (const row of rows) {
    const was = now.get(row.entity_id)
    const part = JSON.parse(row.after) as Partial<Booking>
    const nights = { ...was?.nights }
    for (const [night, value] of Object.entries(part.nights ?? {})) {
      if (value === null) delete nights[night]
      else {
        if (value.rateMinor !== nights[night]?.rateMinor) setters.set(`${row.entity_id} ${night}`, row.actor)
        nights[night] = value
      }
    }
    const next = { ...was, ...part, nights } as Booking
    now.set(row.entity_id, next)
    if (!was || !isIn(row.business_date)) continue
    const kind = kindBy(row.operation, was, part)
    if (kind === null) continue
    const lead = days(row.business_date, was.arrival)
    changes.push({
      id: row.entity_id,
      kind,
      user: row.actor,
      on: row.business_date,
      lead: lead < 0 ? -1 : ([366, 181, 91, 61, 31, 15, 8, 4, 2, 1, 0].find((least) => lead >= least) ?? 0),
      difference: worth(next) - worth(was),
    })
  }
  return { changes, setters }
}

function kindBy(operation: string, was: Booking, part: Partial<Booking>): string | null {
  if (operation.startsWith('stay.') && operation !== 'stay.moveRoom') return null
  if (operation === 'booking.changeGuests')
    return 'guestId' in part || 'bookerId' in part ? 'guest' : 'persons'
  if (operation === 'booking.assignRoom' || operation === 'stay.moveRoom')
    return Object.keys(part.nights ?? {}).some((night) => was.nights[night]?.roomId) ? 'room' : null
  return kindOfOperation[operation] ?? operation
}

describe('changes of bookings', () => {
  const figures = ['changes', 'changedBookings', 'changeGain', 'changeLoss', 'changeDifference']
  const sumsOf = (made: readonly Made[]): Cell[] => {
    const gain = sum(made.map(({ difference }) => Math.max(0, difference)))
    const loss = sum(made.map(({ difference }) => Math.max(0, -difference)))
    return [made.length, new Set(made.map(({ id }) => id)).size, gain, loss, gain - loss]
  }

  test.each([
    ['kind', (one: Made) => one.kind],
    ['user', (one: Made) => one.user],
    ['leadTime', (one: Made) => one.lead],
    ['month', (one: Made) => one.on.slice(0, 7)],
    ['day', (one: Made) => one.on],
  ])('by %s', async (by, keyOf) => {
    const { changes } = replay()
    expect(changes.length).toBeGreaterThan(300)
    expect(cells(await run('changes', by), by, figures)).toEqual(sums(changes, keyOf, sumsOf))
  })

  test('kinds and people stand beside, and the bookings behind a row are those that were changed', async () => {
    const { tables } = await run('changes', 'channel')
    expect(tables.map(({ key }) => key)).toEqual(['main', 'kinds', 'people'])
    const totals = tables.map(({ total }) => total?.changes)
    expect(new Set(totals).size).toBe(1)
    const cancelled = replay().changes.filter(({ kind, user }) => kind === 'cancelled' && user === 'xufei')
    const row = { kind: 'cancelled', user: 'xufei' }
    const { rows } = await t.must('report.bookings', { name: 'changes', parameters: { from, to }, row })
    expect(rows.map(({ id }) => id as number).sort((a, b) => a - b)).toEqual(
      [...new Set(cancelled.map(({ id }) => id))].sort((a, b) => a - b),
    )
  })
})

type NightRow = {
  booking: number
  night: string
  rate: number
  slept: number
  charged: number
  plan: number | null
  kind: string
  segment: string
  channel: string
  status: string
}

function nights(): NightRow[] {
  return raw
    .prepare(
      `select n.booking_id as booking, n.night, n.rate_minor as rate, n.room_type_id as slept, b.charged_room_type_id as charged,
         b.rate_plan_id as plan, (select kind from rate_plans p where p.id = b.rate_plan_id) as kind, b.segment, b.channel, b.status
       from room_nights n, bookings b where b.id = n.booking_id and n.live = 1`,
    )
    .all() as NightRow[]
}
const stayed = () =>
  nights().filter(({ night, status }) => isIn(night) && (status === 'checked-out' || status === 'in-house'))

describe('upgrades', () => {
  test.each([
    ['roomType', (night: NightRow) => night.slept],
    ['chargedType', (night: NightRow) => night.charged],
    ['segment', (night: NightRow) => night.segment],
    ['month', (night: NightRow) => night.night.slice(0, 7)],
  ])('by %s', async (by, keyOf) => {
    const base = new Map(
      (raw.prepare('select id, base_rate_minor from room_types').raw().all() as [number, number][]).map(
        (one) => one,
      ),
    )
    const all = stayed()
    const moved = all.filter(({ slept, charged }) => slept !== charged)
    expect(moved.length).toBeGreaterThan(10)
    const value = ({ slept, charged }: NightRow) => (base.get(slept) ?? 0) - (base.get(charged) ?? 0)
    const found = cells(await run('upgrades', by), by, [
      'upgraded',
      'upgradeValue',
      'downgraded',
      'downgradeValue',
      'nightsOccupied',
    ])
    expect(found).toEqual(
      sums(all, keyOf, (some) => [
        some.filter((night) => value(night) > 0).length,
        sum(some.map((night) => Math.max(0, value(night)))),
        some.filter((night) => value(night) < 0).length,
        sum(some.map((night) => Math.max(0, -value(night)))),
        some.length,
      ]),
    )
  })
})

describe('rates that are not the plan’s', () => {
  test.each([
    ['user', (_night: NightRow, user: string) => user],
    ['ratePlan', ({ plan }: NightRow) => plan],
    ['channel', ({ channel }: NightRow) => channel],
  ])('by %s', async (by, keyOf) => {
    const { setters } = replay()
    const prices = raw
      .prepare(
        `select p.id || '/' || t.id, coalesce(r.amount_minor, t.base_rate_minor) from rate_plans p, room_types t
         left join rate_prices r on r.rate_plan_id = p.id and r.room_type_id = t.id`,
      )
      .raw()
      .all() as [string, number][]
    const priceOf = new Map(prices)
    const given = stayed()
      .filter(({ kind, segment }) => kind === 'sold' && segment !== 'complimentary')
      .map((night) => ({ night, over: night.rate - (priceOf.get(`${night.plan}/${night.charged}`) ?? 0) }))
      .filter(({ over }) => over !== 0)
    expect(given.length).toBeGreaterThan(300)
    const found = cells(await run('overrides', by), by, ['overridden', 'givenAway', 'gainedOver'])
    expect(found).toEqual(
      sums(
        given,
        ({ night }) => keyOf(night, setters.get(`${night.booking} ${night.night}`) ?? ''),
        (some) => [
          some.length,
          sum(some.map(({ over }) => Math.max(0, -over))),
          sum(some.map(({ over }) => Math.max(0, over))),
        ],
      ),
    )
  })
})

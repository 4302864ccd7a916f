import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { Cell, ReportResult, Row } from '#shared/domain/report/result.ts'
import type { BookingId, BusinessDate, GuestId, RoomTypeId } from '#shared/values/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

/** What the reports say of two years of a demo hotel's guests, worked out again by loops over its tables. */
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

const today = '2026-03-02'
const from = '2025-02-10'
const to = '2026-02-20'
const isIn = (day: string) => day >= from && day <= to

async function table(name: string, parameters: Record<string, string>) {
  const { tables, notes } = await t.must('report.run', { name, parameters })
  return { ...tables[0], more: tables.slice(1), notes: notes.map(({ code }) => code) }
}
const rowsBy = (rows: readonly Row[], by: string) => new Map(rows.map((row) => [row[by] ?? null, row]))
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)
const read = <T>(sql: string) => raw.prepare(sql).all() as T[]

type Stay = {
  id: number
  guest: number
  arrival: string
  departure: string
  status: string
  segment: string
  channel: string
}
type Night = { booking: number; guest: number; night: string; rate: number; given: number; stay: Stay }

function bookings(): Map<number, Stay> {
  const rows = read<Stay>(
    'select id, guest_id as guest, arrival, departure, status, segment, channel from bookings order by arrival, departure, id',
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function nights(stays: Map<number, Stay>): Night[] {
  return read<Omit<Night, 'guest' | 'stay'>>(
    `select n.booking_id as booking, n.night, n.rate_minor as rate,
       coalesce((select kind <> 'sold' from rate_plans p where p.id = b.rate_plan_id), 0) or b.segment = 'complimentary' as given
     from room_nights n join bookings b on b.id = n.booking_id where n.live = 1`,
  ).map((night) => {
    const stay = stays.get(night.booking) as Stay
    return { ...night, stay, guest: stay.guest }
  })
}
const revenue = (some: readonly Night[]) => sum(some.map(({ rate, given }) => (given ? 0 : rate)))

describe('repeat guests', () => {
  /** The number of each completed stay among its guest's: bookings that touch are one. */
  function visits(stays: Map<number, Stay>): Map<number, number> {
    const found = new Map<number, number>()
    const last = new Map<number, { end: string; visit: number }>()
    for (const stay of stays.values()) {
      if (stay.status !== 'checked-out' || stay.arrival > to) continue
      const known = last.get(stay.guest)
      const visit = !known ? 1 : stay.arrival > known.end ? known.visit + 1 : known.visit
      const end = known && known.end > stay.departure ? known.end : stay.departure
      last.set(stay.guest, { end, visit })
      found.set(stay.id, visit)
    }
    return found
  }

  test.each([
    ['month', ({ night }: Night) => night.slice(0, 7)],
    ['segment', ({ stay }: Night) => stay.segment],
    ['channel', ({ stay }: Night) => stay.channel],
  ])('by %s', async (by, keyOf) => {
    const stays = bookings()
    const visitOf = visits(stays)
    const most = new Map<number, number>()
    for (const [id, visit] of visitOf) {
      const guest = stays.get(id)?.guest ?? 0
      most.set(guest, Math.max(visit, most.get(guest) ?? 0))
    }
    const all = nights(stays).filter(({ night, stay }) => isIn(night) && stay.status === 'checked-out')
    const cellsOf = (some: readonly Night[]) => {
      const guests = [...new Set(some.map(({ guest }) => guest))]
      const repeat = guests.filter((guest) => (most.get(guest) ?? 0) > 1)
      const first = some.filter(({ booking }) => visitOf.get(booking) === 1)
      const later = some.filter(({ booking }) => (visitOf.get(booking) ?? 0) > 1)
      return {
        guests: guests.length,
        repeatGuests: repeat.length,
        repeatRate: ratio(repeat.length, guests.length),
        newNights: first.length,
        returningNights: later.length,
        newRevenue: revenue(first),
        returningRevenue: revenue(later),
        returningShare: ratio(revenue(later), revenue(first) + revenue(later)),
      }
    }
    const found = await table('repeatGuests', { by, from, to })
    expect(found.total).toEqual(cellsOf(all))
    const groups = Map.groupBy(all, keyOf)
    expect(rowsBy(found.rows, by)).toEqual(
      new Map([...groups].map(([key, some]) => [key, { [by]: key, ...cellsOf(some) }])),
    )
    expect(Number(found.total?.repeatGuests)).toBeGreaterThan(50)
  })

  test('nights and revenue are those of the house, but for guests still in it', async () => {
    const { total } = await table('repeatGuests', { from, to })
    const house = (await table('occupancy', { from, to })).total
    const here = sum(
      read<{ n: number }>(
        "select count(*) as n from bookings where status = 'in-house' and arrival <= '2026-02-20'",
      ).map(({ n }) => n),
    )
    expect(here).toBe(0)
    expect(Number(total?.newNights) + Number(total?.returningNights)).toBe(house?.nightsOccupied)
    expect(Number(total?.newRevenue) + Number(total?.returningRevenue)).toBe(house?.roomRevenue)
  })
})

describe('loyalty', () => {
  type Held = { guest: number; id: number; tier: string; since: string }
  const ranks = ['member', 'silver', 'gold', 'platinum', 'titanium', 'ambassador']
  const rank = (tier: string) => ranks.indexOf(tier)

  function held(): Map<number, Held[]> {
    const rows = read<Held>(
      `select m.guest_id as guest, m.id, t.tier, t.since from memberships m
       join membership_tiers t on t.membership_id = m.id order by m.id, t.position`,
    )
    return Map.groupBy(rows, ({ guest }) => guest)
  }
  const tierOn = (tiers: readonly Held[], day: string) =>
    tiers.findLast(({ since }) => since <= day)?.tier ?? null

  test('by tier: the tier is the one of the night, moves count at the new one', async () => {
    const tiers = held()
    const stays = bookings()
    const all = nights(stays)
      .filter(({ night, stay }) => isIn(night) && ['checked-out', 'in-house'].includes(stay.status))
      .map((night) => ({ night, tier: tierOn(tiers.get(night.guest) ?? [], night.night) }))
    const house = revenue(all.map(({ night }) => night))
    const moves = [...tiers.values()].flatMap((some) =>
      some
        .map((one, at) => ({ ...one, before: some[at - 1]?.tier ?? null }))
        .filter(({ since }) => isIn(since)),
    )
    const found = rowsBy((await table('loyalty', { by: 'tier', from, to })).rows, 'tier')
    for (const tier of ranks) {
      const own = all.filter((one) => one.tier === tier).map(({ night }) => night)
      const into = moves.filter((move) => move.tier === tier)
      const figures = {
        members: [...tiers.values()].filter((some) => tierOn(some, to) === tier).length,
        joined: into.filter(({ before }) => before === null).length,
        tierUps: into.filter(({ before }) => before !== null && rank(tier) > rank(before)).length,
        tierDowns: into.filter(({ before }) => before !== null && rank(tier) < rank(before)).length,
        membersStayed: new Set(own.map(({ guest }) => guest)).size,
        memberNights: own.length,
        memberRevenue: revenue(own),
        memberShare: ratio(revenue(own), house),
      }
      // A tier of which nobody is has no row
      const isEmpty = Object.values(figures).every((value) => !value)
      expect(found.get(tier)).toEqual(isEmpty ? undefined : { tier, ...figures })
    }
    expect(found.size).toBeGreaterThan(3)
  })

  test('by month and channel the share is of the same month and channel, and nights add up', async () => {
    const byTier = await table('loyalty', { by: 'tier', from, to })
    for (const by of ['month', 'channel']) {
      const found = await table('loyalty', { by, from, to })
      expect(sum(found.rows.map(({ memberNights }) => Number(memberNights)))).toBe(byTier.total?.memberNights)
      expect(found.total?.memberShare).toBe(byTier.total?.memberShare)
      const house = rowsBy((await table('occupancy', { by, from, to })).rows, by)
      for (const row of found.rows)
        expect(row.memberShare).toBe(
          ratio(Number(row.memberRevenue), Number(house.get(row[by] ?? null)?.roomRevenue)),
        )
    }
    const [moves] = byTier.more
    expect(moves?.total?.moves).toBe(Number(byTier.total?.tierUps) + Number(byTier.total?.tierDowns))
  })
})

describe('special requests', () => {
  type Wish = {
    booking_id: number
    kind: string
    department: string
    due_on: string
    status: string
    from_preference: number
    created_at: string
    status_at: string
    status_by: string
  }

  const isOpen = ({ status }: Wish) => status === 'open' || status === 'acknowledged'
  const middle = (numbers: readonly number[]) => {
    const sorted = numbers.toSorted((a, b) => a - b)
    const half = sorted.length / 2
    if (sorted.length === 0) return null
    return sorted.length % 2 === 1
      ? (sorted[Math.floor(half)] as number)
      : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
  }

  test.each([
    ['kind', ({ kind }: Wish): Cell => kind],
    ['department', ({ department }: Wish): Cell => department],
    ['user', (wish: Wish): Cell => (isOpen(wish) ? null : wish.status_by)],
    ['month', ({ due_on }: Wish): Cell => due_on.slice(0, 7)],
  ])('by %s', async (by, keyOf) => {
    const end = '2026-03-20'
    const stays = bookings()
    const all = read<Wish>('select * from requests').filter(({ booking_id, due_on }) => {
      const status = stays.get(booking_id)?.status ?? ''
      return due_on >= from && due_on <= end && status !== 'cancelled' && status !== 'no-show'
    })
    const cellsOf = (some: readonly Wish[]) => {
      const of = (status: string) => some.filter((wish) => wish.status === status)
      const [done, declined] = [of('done'), of('declined')]
      const hours = done.map((wish) => (Date.parse(wish.status_at) - Date.parse(wish.created_at)) / 3_600_000)
      const preferred = (which: readonly Wish[]) =>
        which.filter(({ from_preference }) => from_preference).length
      return {
        requests: some.length,
        openRequests: some.filter(isOpen).length,
        overdue: some.filter((wish) => isOpen(wish) && wish.due_on < today).length,
        doneRequests: done.length,
        declined: declined.length,
        declinedShare: ratio(declined.length, done.length + declined.length),
        meanHours: hours.length === 0 ? null : expect.closeTo(sum(hours) / hours.length, 6),
        medianHours: middle(hours),
        fromPreference: preferred(some),
        preferenceMet: ratio(preferred(done), preferred(done) + preferred(declined)),
      }
    }
    const found = await table('requests', { by, from, to: end })
    expect(found.total).toEqual(cellsOf(all))
    expect(rowsBy(found.rows, by)).toEqual(
      new Map([...Map.groupBy(all, keyOf)].map(([key, some]) => [key, { [by]: key, ...cellsOf(some) }])),
    )
    expect(Number(found.total?.overdue)).toBeGreaterThan(0)
  })
})

describe('preferences', () => {
  test('guests who have one, held against the rooms with the feature', async () => {
    const wishes = read<{ guest_id: number; category: string; value: string }>(
      'select * from guest_preferences',
    )
    const rooms = read<{ features: string }>('select features from rooms where active = 1').map(
      ({ features }) => JSON.parse(features) as string[],
    )
    const guests = new Set(wishes.map(({ guest_id }) => guest_id)).size
    const { rows } = await table('preferences', {})
    const found = rowsBy(rows, 'value')
    for (const [value, feature] of [
      ['bed.king', 'king'],
      ['floor.high', 'high-floor'],
      ['room-feature.quiet', 'quiet'],
      ['room-feature.view', 'view'],
    ] as const) {
      const [group = '', own = ''] = value.split('.')
      const wished = wishes.filter((wish) => wish.category === group && wish.value === own).length
      const offering = rooms.filter((features) => features.includes(feature)).length
      expect(found.get(value)).toEqual({
        group,
        value,
        wishingGuests: wished,
        wishShare: wished / guests,
        offeringRooms: offering,
        offerShare: offering / rooms.length,
        offerGap: Math.max(0, wished / guests - offering / rooms.length),
      })
    }
    // A pillow comes to any room
    expect(found.get('pillow.soft')).toMatchObject({ offeringRooms: null, offerGap: null })
    // Without smoking is what most rooms are
    expect(found.get('smoking.non-smoking')?.offeringRooms).toBe(
      rooms.filter((features) => !features.includes('smoking')).length,
    )
  })

  test('of members, and of guests who come within ninety days', async () => {
    const count = async (guests: string) =>
      sum(
        (await table('preferences', { guests, by: 'value' })).rows.map(({ wishingGuests }) =>
          Number(wishingGuests),
        ),
      )
    const of = (where: string) =>
      sum(read<{ n: number }>(`select count(*) as n from guest_preferences where ${where}`).map(({ n }) => n))
    expect(await count('members')).toBe(of('guest_id in (select guest_id from memberships)'))
    const coming = of(
      "guest_id in (select guest_id from bookings where status = 'confirmed' and arrival >= '2026-03-02' and arrival < '2026-05-31')",
    )
    expect(coming).toBeGreaterThan(0)
    expect(await count('coming')).toBe(coming)
    const { rows } = await t.must('report.bookings', {
      name: 'preferences',
      parameters: {},
      row: { group: 'bed', value: 'bed.king' },
    })
    const king = read<{ id: number }>(
      `select id from bookings where status = 'confirmed' and arrival >= '2026-03-02' and arrival < '2026-05-31'
         and guest_id in (select guest_id from guest_preferences where category = 'bed' and value = 'king') order by arrival, id`,
    )
    expect(rows.map(({ id }) => id)).toEqual(king.map(({ id }) => id))
    expect(rows.length).toBeGreaterThan(0)
  })
})

/** Last of this file: it changes the hotel that the others reckon with. */
describe('as of a moment before', () => {
  const cuts = {
    changes: 'kind',
    requests: 'kind',
    preferences: 'value',
    repeatGuests: 'tier',
    loyalty: 'tier',
    upgrades: 'roomType',
    overrides: 'user',
    audit: 'act',
  } as const
  type Name = keyof typeof cuts
  const parametersOf = (name: Name): Record<string, string> =>
    name === 'preferences' ? { by: cuts[name] } : { by: cuts[name], from, to: '2026-03-31' }
  const all = async (asOf: string | undefined) => {
    const found: Record<string, ReportResult> = {}
    for (const name of Object.keys(cuts) as Name[])
      found[name] = await t.must('report.run', {
        name,
        parameters: parametersOf(name),
        ...(asOf ? { asOf } : {}),
      })
    return found
  }
  const tablesOf = (found: Record<string, ReportResult>) =>
    Object.fromEntries(Object.entries(found).map(([name, { tables }]) => [name, tables]))

  /** The first booking of the month for which another type is free; its guest, who is given a rate too. */
  async function upgradeOne(): Promise<GuestId> {
    const tries = read<{
      id: BookingId
      version: number
      guest: GuestId
      type: RoomTypeId
      night: BusinessDate
    }>(
      `select b.id, b.version, b.guest_id as guest, t.id as type, b.arrival as night from bookings b
       join room_types t on t.id <> b.room_type_id and t.max_persons >= b.adults + b.children
       where b.status = 'confirmed' and b.arrival between '2026-03-03' and '2026-03-30' and b.arrival < b.departure`,
    )
    for (const { id, version, guest, type, night } of tries) {
      const change = { kind: 'room-type', roomTypeId: type, keepCharge: true } as const
      const reply = await t.call('booking.changeRoomType', { id, version, ...change })
      if (!reply.ok) continue
      const rates = [{ night, rateMinor: 1 }]
      await t.must('booking.changeRate', {
        id,
        version: reply.output.version,
        kind: 'rate',
        rates,
        reason: 'A favour',
      })
      return guest
    }
    throw new Error('no booking of the month can have another type')
  }

  test('every report is what it was, whatever was done since, and now is another', async () => {
    const before = await all(undefined)
    const moment = before.changes?.asOf.moment as string
    const [wish] = read<{ id: number; version: number }>(
      "select id, version from requests where status = 'open' and due_on between '2026-03-02' and '2026-03-31' limit 1",
    )
    const [member] = read<{ id: number; version: number }>(
      "select id, version from memberships where tier = 'member' limit 1",
    )
    const guestId = await upgradeOne()
    await t.must('request.advance', { ...(wish as { id: never; version: number }), action: 'done' })
    await t.must('loyalty.setTier', {
      ...(member as { id: never; version: number }),
      tier: 'gold',
      reason: 'A guest of the house',
    })
    const { guest } = await t.must('guest.profile', { id: guestId })
    await t.must('guest.setPreference', {
      guestId,
      version: guest.version,
      group: 'newspaper',
      value: 'international',
    })
    expect(tablesOf(await all(moment))).toEqual(tablesOf(before))
    const now = tablesOf(await all(undefined))
    for (const name of ['changes', 'requests', 'preferences', 'loyalty', 'upgrades', 'overrides'])
      expect(now[name]).not.toEqual(before[name]?.tables)
  })
})

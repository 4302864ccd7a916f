import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { excludedGuests, refreshInsight } from '#tests/support/insight.ts'
import { itemCondition } from '#tests/support/item-condition.ts'
import { type Reckoned, type ReckonedBooking, reckonGuests } from '#tests/support/reckoning.ts'

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

const all = <R>(sql: string, params: object = {}) => raw.prepare(sql).all(params) as R[]
const sum = (values: number[]) => values.reduce((total, one) => total + one, 0)
const dayNumber = (date: string) => Date.parse(date) / 86_400_000

/** The chance that one of the others is put before one of the lower: pair by pair. */
function pairsRight(scores: number[], came: boolean[]): number {
  const of = (is: boolean) => scores.filter((_, at) => came[at] === is)
  const [upper, lower] = [of(true), of(false)]
  const right = upper.map((u) => sum(lower.map((l) => (u > l ? 1 : u === l ? 0.5 : 0))))
  return sum(right) / (upper.length * lower.length)
}

type Mbg = { r: number; alpha: number; a: number; b: number }
type Seen = { x: number; recency: number; age: number }

/** Batislam, Denizel and Filiztekin 2007, in the closed form of Hoppe and Wagner 2007; the series has no negative term. */
function expectedByPaper({ r, alpha, a, b }: Mbg, { x, recency, age }: Seen, time: number): number {
  const z = time / (alpha + age + time)
  const [p, q, s] = [r + x, b + x + 1, a + b + x]
  let term = 1
  let series = 1
  for (let k = 0; k < 100_000 && term > series * 1e-16; k++) {
    term *= (((p + k) * (q + k)) / ((s + k) * (k + 1))) * z
    series += term
  }
  const left = (a / (b + x)) * ((alpha + age) / (alpha + recency)) ** p
  return ((s / (a - 1)) * (1 - ((alpha + age) / (alpha + age + time)) ** p * series)) / (1 + left)
}

describe('lifetime value', () => {
  let output: RunOutputOf<'future'>
  beforeAll(async () => {
    output = (await t.must('insight.output', { kind: 'future' }))?.output as RunOutputOf<'future'>
  })

  const seenBy = ({ stays }: Reckoned, on: number): Seen => {
    const [first, last] = [stays[0]?.arrival as number, stays.at(-1)?.arrival as number]
    return { x: stays.length - 1, recency: (last - first) / 7, age: (on - first) / 7 }
  }
  const isCorporate = ({ done }: Reckoned) =>
    2 * done.filter(({ company, segment }) => company !== null || segment === 'corporate').length >
    done.length

  test('is for each guest the model of the paper over the own stays: 12 and 36 months, and their sums', () => {
    const year = 365.25 / 7
    for (const { group, model, guests, expected12, expected36 } of output.groups) {
      if (!model) continue
      const members = [...people.values()].filter(
        (one) => one.stays.length > 0 && (group === 'all' || isCorporate(one) === (group === 'corporate')),
      )
      expect(members).toHaveLength(guests)
      const within = (years: number) =>
        members.map((one) =>
          expectedByPaper(model.parameters as Mbg, seenBy(one, dayNumber(today)), years * year),
        )
      expect(sum(within(1)) / expected12).toBeCloseTo(1, 6)
      expect(sum(within(3)) / expected36).toBeCloseTo(1, 6)
    }
    expect(output.groups.some(({ model }) => model !== null)).toBe(true)
  })

  test('has its held-out year, in months and by stays, from the store and the model of that day', async () => {
    const { heldOut } = output
    if (!heldOut) throw new Error('no year is held out')
    const cut = dayNumber(heldOut.cut)
    expect(dayNumber(today) - cut).toBe(365)
    const { models } = await t.must('future.asOf', { asOf: heldOut.cut as BusinessDate })
    const modelOf = (one: Reckoned) =>
      models.find(({ group }) => group === 'all' || (group === 'corporate') === isCorporate(one))
        ?.parameters as Mbg
    const past = [...reckonGuests(raw, heldOut.cut).values()].filter(({ stays }) => stays.length > 0)
    const rows = past.map((one) => ({
      stays: one.stays.length,
      last: one.stays.at(-1)?.arrival as number,
      expected: Array.from({ length: 13 }, (_, p) =>
        p === 0 ? 0 : expectedByPaper(modelOf(one), seenBy(one, cut), (p * 365) / 12 / 7),
      ),
      came: (people.get(one.id)?.visits ?? [])
        .map(({ arrival }) => arrival)
        .filter((arrival) => arrival > cut),
    }))
    expect([heldOut.guests, heldOut.actual]).toEqual([rows.length, sum(rows.map(({ came }) => came.length))])
    expect(sum(rows.map(({ expected }) => expected[12] as number)) / heldOut.expected).toBeCloseTo(1, 6)
    const from = Array.from({ length: 13 }, (_, p) =>
      p === 12 ? Infinity : cut + 1 + Math.round((p * 365) / 12),
    )
    for (const [p, period] of heldOut.periods.entries()) {
      expect(dayNumber(period.from)).toBe(from[p])
      const own = rows.map(({ expected }) => (expected[p + 1] as number) - (expected[p] as number))
      expect(sum(own) / period.expected).toBeCloseTo(1, 6)
      const inside = (day: number) => day >= (from[p] as number) && day < (from[p + 1] as number)
      expect(period.actual).toBe(sum(rows.map(({ came }) => came.filter(inside).length)))
    }
    for (const bucket of heldOut.buckets) {
      const own = rows.filter(({ stays }) => Math.min(stays, 8) === bucket.stays)
      expect([bucket.guests, bucket.actual]).toEqual([own.length, sum(own.map(({ came }) => came.length))])
      expect(bucket.expected).toBeCloseTo(sum(own.map(({ expected }) => expected[12] as number)), 4)
    }
    for (const [order, fewest] of [
      [heldOut.order, 1],
      [heldOut.orderOfReturned, 2],
    ] as const) {
      const own = rows.filter(({ stays }) => stays >= fewest)
      const came = own.map((one) => one.came.length > 0)
      expect(order.model).toBeCloseTo(
        pairsRight(
          own.map(({ expected }) => expected[12] as number),
          came,
        ),
        3,
      )
      expect(order.recency).toBeCloseTo(
        pairsRight(
          own.map(({ last }) => last),
          came,
        ),
        9,
      )
    }
  })
})

describe('look-alikes', () => {
  /** The steps of prices and the words that a first booking can have are the hotel's: of who is left out too. */
  let everybody: Map<number, Reckoned>
  beforeAll(() => {
    everybody = reckonGuests(raw, today, true)
  })

  const steps = (value: number, ends: number[], names: string[]) =>
    names[ends.findIndex((end) => value <= end)] ?? (names.at(-1) as string)

  /** What a first booking says, in the words of the page. */
  function firstFactsOf({ done, bookings }: Reckoned, price: number[]): Record<string, string> {
    const first = done[0] ?? bookings[0]
    if (!first) return {}
    const nights = first.departure - first.arrival
    const weekend = Array.from({ length: nights }, (_, at) =>
      new Date((first.arrival + at) * 86_400_000).getUTCDay(),
    )
    return {
      lead: steps(first.arrival - first.created, [0, 3, 14, 45], ['same-day', '1-3', '4-14', '15-45', '46-']),
      nights: steps(nights, [0, 1, 2, 4], ['day-use', '1', '2', '3-4', '5-']),
      ...(nights > 0 ? { price: steps(first.booked / nights, price, ['q1', 'q2', 'q3', 'q4', 'q5']) } : {}),
      persons: steps(first.adults, [1, 2], ['1', '2', '3-']),
      children: first.children > 0 ? 'some' : 'none',
      weekend: weekend.includes(5) || weekend.includes(6) ? 'weekend' : 'weekdays',
      channel: first.channel,
      segment: first.segment,
      meal: first.meal,
      roomType: first.roomType,
      company: first.company === null ? 'none' : 'some',
      requests: steps(first.requests, [0, 1], ['none', '1', '2-']),
    }
  }

  const sizes = {
    lead: 6,
    nights: 6,
    price: 6,
    persons: 4,
    children: 3,
    weekend: 3,
    company: 3,
    requests: 4,
  } as const

  /** Naive Bayes with one added to each count, over everybody who is one of the two. */
  function weigher(learned: { facts: Record<string, string>; best: boolean }[]) {
    const sizeOf = (fact: string) =>
      sizes[fact as keyof typeof sizes] ??
      1 +
        new Set(
          [...everybody.values()].flatMap(({ bookings }) =>
            bookings.map((one) => one[fact as keyof ReckonedBooking]),
          ),
        ).size
    const count = (fact: string, word: string, best: boolean) =>
      learned.filter((one) => one.best === best && one.facts[fact] === word).length
    const of = (best: boolean) => learned.filter((one) => one.best === best).length
    const [chosen, others] = [of(true), of(false)]
    const known = new Map<string, number>()
    const weight = (fact: string, word: string) => {
      const size = sizeOf(fact)
      return Math.log(
        (count(fact, word, true) + 1) / (chosen + size) / ((count(fact, word, false) + 1) / (others + size)),
      )
    }
    return (fact: string, word: string) => {
      const key = `${fact}=${word}`
      if (!known.has(key)) known.set(key, weight(fact, word))
      return known.get(key) as number
    }
  }

  test('are ranked by how much more often the best began like them', async () => {
    const run = await t.must('insight.output', { kind: 'look-alikes' })
    const output = run?.output as RunOutputOf<'look-alikes'>
    const on = dayNumber(today)
    const guests = [...people.values()]
    const prices = [...everybody.values()]
      .flatMap(({ done, bookings }) => done[0] ?? bookings[0] ?? [])
      .filter(({ arrival, departure }) => departure > arrival)
      .map(({ booked, arrival, departure }) => booked / (departure - arrival))
      .toSorted((a, b) => a - b)
    const fifths = [1, 2, 3, 4].map((part) => prices[Math.floor((prices.length * part) / 5)] as number)
    const returned = guests
      .filter(({ stays }) => stays.length >= 2)
      .map(({ revenue }) => revenue)
      .toSorted((a, b) => a - b)
    const least = returned[Math.floor(returned.length * 0.8)] as number
    const rows = guests.map((one) => ({
      ...one,
      facts: firstFactsOf(one, fifths),
      best: one.stays.length >= 2 && one.revenue >= least,
      known: one.stays.length > 0 && on - (one.stays[0]?.arrival as number) >= 365,
    }))
    const learned = rows.filter(({ known }) => known)
    expect([output.fromRevenueMinor, output.chosen, output.others]).toEqual([
      least,
      learned.filter(({ best }) => best).length,
      learned.filter(({ best }) => !best).length,
    ])
    const likeness = (weight: ReturnType<typeof weigher>, facts: Record<string, string>) =>
      sum(Object.entries(facts).map(([fact, word]) => weight(fact, word)))
    const weight = weigher(learned)
    for (const { fact, word, weight: shown } of output.weights)
      expect(shown).toBeCloseTo(weight(fact, word), 9)

    const groupOf = ({ stays, bookings, known, best }: (typeof rows)[number]) => {
      if ((known && best) || bookings.some(({ status, arrival }) => status === 'confirmed' && arrival >= on))
        return null
      if (stays.length === 1) return 'one-time'
      if (stays.length > 1) return on - (stays.at(-1)?.end as number) > 365 ? 'silent' : null
      return bookings.length > 0 ? 'asked' : null
    }
    for (const { group, candidates, listed } of output.groups) {
      const own = rows
        .filter((one) => groupOf(one) === group)
        .map(({ id, facts }) => ({ id, likeness: likeness(weight, facts) }))
        .toSorted((a, b) => b.likeness - a.likeness || b.id - a.id)
      expect([group, candidates, listed]).toEqual([group, own.length, Math.min(500, own.length)])
      const kept = all<{ guest: number; likeness: number }>(
        'select guest_id as guest, likeness from insight.likeness where alike_group = @group order by place',
        { group },
      )
      expect(kept.map((row) => row.likeness)).toEqual(
        own.slice(0, 500).map((row) => expect.closeTo(row.likeness, 9)),
      )
      expect(new Map(kept.map((row) => [row.guest, row.likeness.toFixed(6)]))).toEqual(
        new Map(own.slice(0, listed).map((row) => [row.id, row.likeness.toFixed(6)])),
      )
    }
    const [even, odd] = [0, 1].map((part) => learned.filter(({ id }) => id % 2 === part))
    const fromEven = weigher(even ?? [])
    const scored = (odd ?? []).map(({ facts, best }) => ({ best, score: likeness(fromEven, facts) }))
    expect(output.heldOut.guests).toBe(scored.length)
    expect(output.heldOut.baseShare).toBeCloseTo(scored.filter(({ best }) => best).length / scored.length, 12)
    expect(output.heldOut.auc).toBeCloseTo(
      pairsRight(
        scored.map(({ score }) => score),
        scored.map(({ best }) => best),
      ),
      3,
    )
  })
})

describe('the panel beside a guest and a booking', () => {
  const stays = `from bookings b where b.status = 'checked-out' and b.departure <= '2026-03-02'
    and guest_id not in (${excludedGuests})`
  const holding = (items: string[]) =>
    raw
      .prepare(`select count(*) ${stays}${items.map((item) => ` and ${itemCondition(item)}`).join('')}`)
      .pluck()
      .get() as number
  const lastTen = (guest: number) =>
    `(select * from bookings where guest_id = ${guest} and status = 'checked-out' order by arrival desc, id desc limit 10)`
  const countOf = (sql: string) => raw.prepare(sql).pluck().get() as number

  function checkOffers(guest: number, offers: OutputOf<'insight.guest'>['offers'], seen: Set<string>) {
    for (const { item, because } of offers) {
      seen.add(because.kind)
      if (because.kind === 'preference') {
        const { group, value } = because
        expect(
          all(
            'select 1 from guest_preferences where guest_id = @guest and category = @group and value = @value',
            { guest, group, value },
          ),
        ).toHaveLength(1)
      } else if (because.kind === 'habit') {
        const of = countOf(`select count(*) from ${lastTen(guest)}`)
        const times = countOf(`select count(*) from ${lastTen(guest)} b where ${itemCondition(item)}`)
        expect([item, because.times, because.of]).toEqual([item, times, of])
      } else {
        const given = holding(because.given)
        expect(because.stays).toBe(given)
        expect(because.share).toBeCloseTo(holding([...because.given, item]) / given, 9)
      }
    }
  }

  function checkJudged(guest: number, judged: OutputOf<'insight.guest'>['judged']) {
    const own = people.get(guest) as Reckoned
    const last = own.stays.at(-1)
    expect(judged).toMatchObject({
      asOf: today,
      stays: own.stays.length,
      daysSince: last ? dayNumber(today) - last.end : null,
      revenueMinor: own.revenue,
      reason: '',
    })
    const named = Object.fromEntries((judged?.classes ?? []).map(({ kind, name }) => [kind, name]))
    expect(named.lifecycle).toBe(own.lifecycle)
    expect(named.behaviour).toBe(own.behaviour)
    expect(named.need ?? '').toBe(own.need)
    if (!judged?.leaving) return
    const { level, daysSince, usualDays } = judged.leaving
    expect(
      all(
        'select level, days_since as days, cast(round(own_interval) as integer) as usual from insight.guest_leaving where guest_id = @guest',
        { guest },
      ),
    ).toEqual([{ level, days: daysSince, usual: usualDays }])
    expect(daysSince).toBe(dayNumber(today) - (last?.end as number))
  }

  test('has figures, classes and reasons that queries of the store give', async () => {
    const seen = new Set<string>()
    const guests = all<{ id: number }>(
      `select g.id from guests g join bookings b on b.guest_id = g.id where g.unnamed = 0
         and g.id not in (select guest_id from guest_judgements) and b.status = 'checked-out'
       group by g.id order by count(*) desc, g.id limit 60`,
    )
    for (const { id } of guests) {
      const panel = await t.must('insight.guest', { id: id as GuestId })
      checkJudged(id, panel.judged)
      checkOffers(id, panel.offers, seen)
    }
    expect([...seen]).toEqual(expect.arrayContaining(['habit', 'preference']))
  })

  test('offers of somebody unknown, by what is typed, what stays of the store had with it', async () => {
    const seen = new Set<string>()
    const types = all<{ id: number }>('select id from room_types where active = 1 order by id')
    for (const { id } of types)
      for (const adults of [1, 2, 3])
        for (const children of [0, 1])
          for (const departure of ['2026-03-11', '2026-03-17', '2026-03-20'] as BusinessDate[]) {
            const typed = {
              guestId: null,
              arrival: '2026-03-10' as BusinessDate,
              departure,
              roomTypeId: id as never,
              adults,
              children,
            }
            checkOffers(0, (await t.must('insight.newOffers', typed)).offers, seen)
          }
    expect([...seen]).toEqual(['rule'])
  })

  test('says of arrivals what is on file: wishes, birthdays, habits, late times, risks', async () => {
    const seen = new Set<string>()
    const bookings = all<{ id: number; guest: number; arrival: string; departure: string }>(
      `select b.id, b.guest_id as guest, b.arrival, b.departure from bookings b join guests g on g.id = b.guest_id
       where b.status in ('confirmed', 'in-house') and g.unnamed = 0
         and g.id not in (select guest_id from guest_judgements) order by b.arrival, b.id limit 250`,
    )
    for (const { id, guest, arrival, departure } of bookings) {
      const panel = await t.must('insight.booking', { id: id as never })
      checkOffers(guest, panel.offers, seen)
      for (const one of panel.suggestions) {
        seen.add(one.kind)
        if (one.kind === 'wish')
          expect(
            all(
              `select 1 from requests where booking_id = @id and kind = @kind and text = @text and due_on = @on
            and status not in ('done', 'declined')`,
              { id, kind: one.requestKind, text: one.text, on: one.dueOn },
            ),
          ).not.toHaveLength(0)
        if (one.kind === 'birthday') {
          const born = raw.prepare('select birth_date from guests where id = ?').pluck().get(guest) as string
          expect(one.on.slice(5)).toBe(born.slice(5) === '02-29' ? one.on.slice(5) : born.slice(5))
          expect(dayNumber(arrival) - dayNumber(one.on)).toBeLessThanOrEqual(3)
          expect(dayNumber(one.on) - dayNumber(departure)).toBeLessThanOrEqual(3)
        }
        if (one.kind === 'habit') {
          const times = countOf(`select count(*) from ${lastTen(guest)} b where ${itemCondition(one.item)}`)
          expect([one.times, one.of]).toEqual([times, countOf(`select count(*) from ${lastTen(guest)}`)])
        }
        if (one.kind === 'late') {
          const of = countOf(`select count(expected_time) from ${lastTen(guest)}`)
          const late = countOf(`select count(*) from ${lastTen(guest)} where expected_time >= '20:00'`)
          expect([one.times, one.of]).toEqual([late, of])
        }
        if (one.kind === 'risk') {
          const [risk] = all<{ away: number }>(
            'select away from insight.booking_risk where booking_id = @id',
            { id },
          )
          expect(one.probability).toBe(risk?.away)
          expect(one.probability).toBeGreaterThanOrEqual(0.3)
        }
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['risk', 'wish']))
  })
})

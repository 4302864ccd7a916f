import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BookingRiskTable } from '#db/insight/risk.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import {
  type BookingId,
  type BusinessDate,
  dayFrom,
  type FolioId,
  type GuestId,
} from '#shared/values/index.ts'
import { openTestApp, type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

async function ran({ app, must }: TestApp) {
  const { job } = await must('insight.run', { kind: 'risk' })
  return await app.jobs.ended(job)
}

async function reportOf(t: TestApp): Promise<RunOutputOf<'risk'>> {
  expect(await ran(t)).toMatchObject({ state: 'done' })
  return (await t.must('insight.output', { kind: 'risk' }))?.output as RunOutputOf<'risk'>
}

describe('a hotel with two years behind it', () => {
  let t: TestApp
  let report: RunOutputOf<'risk'>
  /** Asks the store itself, past everything that is tested here. */
  let ask: <T>(sql: string, ...values: unknown[]) => T[]
  let risks: BookingRiskTable[]
  beforeAll(async () => {
    t = await openDemoHotel()
    report = await reportOf(t)
    ask = (sql, ...values) => {
      const raw = openRaw(t.file, { readonly: true })
      try {
        return raw.prepare(sql).all(...values) as never
      } finally {
        raw.close()
      }
    }
    risks = risksIn(t)
  }, 240_000)
  afterAll(() => t.close())

  test('says what it was learnt from as the bookings themselves do', () => {
    const known = `arrival < '${testBusinessDate}' and status in ('checked-out', 'in-house', 'cancelled', 'no-show')`
    const [past] = ask<{ bookings: number; cancelled: number; missed: number; first: string; last: string }>(
      `select count(*) as bookings, sum(status = 'cancelled') as cancelled, sum(status = 'no-show') as missed,
         min(arrival) as first, max(arrival) as last from bookings where ${known}`,
    )
    expect(report.source).toBe('model')
    expect(report.bookings).toBe(past!.bookings)
    expect(report.cancelled).toBeCloseTo(past!.cancelled / past!.bookings, 12)
    expect(report.noShow).toBeCloseTo(past!.missed / past!.bookings, 12)
    // Bookings that were moved since count by the arrival first booked
    expect(report.arrivals.from <= past!.first && report.arrivals.to >= past!.last).toBe(true)
    const [changed] = ask<{ count: number }>(
      `select count(distinct c.entity_id) as count from changes c join bookings b on b.id = c.entity_id
        where c.entity = 'booking' and c.before is not null and c.operation in ('booking.changeDates', 'booking.changeRoomType',
          'booking.changeRate', 'booking.changeGuests', 'booking.changeDetails', 'booking.changeTogether', 'change.undo')
          and (${known} or b.arrival >= '${testBusinessDate}' and b.status = 'confirmed')`,
    )
    expect(report.takenBack).toBe(changed!.count)
  })

  test('was checked on later arrivals, which were cancelled as often as its table says', () => {
    const { check } = report
    const later = ask<{ status: string; count: number }>(
      `select status, count(*) as count from bookings where arrival < '${testBusinessDate}' and status in
        ('checked-out', 'in-house', 'cancelled', 'no-show') group by status`,
    )
    const all = later.reduce((sum, { count }) => sum + count, 0)
    expect(check!.bookings).toBeGreaterThan(0.15 * all)
    for (const fit of [check!.away, check!.cancel, check!.noShow]) {
      const bookings = fit.bins.reduce((sum, bin) => sum + bin.bookings, 0)
      expect(bookings).toBe(check!.bookings)
      const came = fit.bins.reduce((sum, bin) => sum + bin.bookings * bin.came, 0)
      expect(came / bookings).toBeCloseTo(fit.baseRate, 9)
      const off = fit.bins.reduce((sum, bin) => sum + bin.bookings * Math.abs(bin.given - bin.came), 0)
      expect(fit.calibrationError).toBeCloseTo(off / bookings, 9)
    }
    expect(check!.away.auc).toBeGreaterThan(0.6)
    const { bins, calibrationError } = check!.away
    const binned = bins.reduce((sum, { bookings }) => sum + bookings, 0)
    // The mean distance that chance alone leaves between a right probability and the share of so few bookings
    const byChance = bins.reduce(
      (sum, { bookings, given }) =>
        sum + bookings * Math.sqrt((2 * given * (1 - given)) / (Math.PI * bookings)),
      0,
    )
    expect(calibrationError).toBeLessThan((2 * byChance) / binned)
  })

  test('foretells each day from the bookings on its books', () => {
    expect(report.days).toHaveLength(30)
    const [house] = ask<{ rooms: number; allowance: number }>(
      `select (select count(*) from rooms where active = 1) as rooms,
         (select sum(overbooking) from room_types where active = 1) as allowance`,
    )
    expect(report.allowance).toBe(house!.allowance)
    for (const [ahead, day] of report.days.entries()) {
      expect(day.day).toBe(dayFrom(testBusinessDate as BusinessDate, ahead))
      const [book] = ask<{ booked: number; night: number; closed: number }>(
        `select (select count(*) from bookings where arrival = @day and departure > @day and status = 'confirmed') as booked,
           (select count(*) from bookings where arrival <= @day and departure > @day and (status = 'in-house'
             or status = 'confirmed' and arrival >= '${testBusinessDate}')) as night,
           (select count(*) from room_nights where night = @day and closure_id is not null and live = 1) as closed`,
        { day: day.day },
      )
      expect([day.day, day.booked, day.night]).toEqual([day.day, book!.booked, book!.night])
      expect(day.rooms).toBe(house!.rooms - book!.closed)
      const sure = ask<{ id: number; leftOut: number }>(
        `select b.id, coalesce(j.excluded, 0) as leftOut from bookings b left join guest_judgements j on j.guest_id = b.guest_id
         where b.arrival = ? and b.departure > b.arrival and b.status = 'confirmed'`,
        day.day,
      )
      const told = sure.filter(({ leftOut }) => leftOut === 0)
      const expected = told.reduce((sum, { id }) => sum + 1 - riskOf(id).away, 0)
      // Who is left out counts for the house, and has no row
      const hidden = sure.length - told.length
      if (hidden === 0) expect(day.expected).toBeCloseTo(expected, 6)
      else {
        expect(day.expected).toBeGreaterThan(expected)
        expect(day.expected).toBeLessThan(expected + hidden)
      }
      expect(day.from).toBeLessThanOrEqual(day.to)
      expect(day.to).toBeLessThanOrEqual(day.booked)
      if (day.hint)
        expect(day.hint.limit - Math.max(day.rooms, day.night)).toBeLessThanOrEqual(day.hint.beyond)
      if (day.hint) expect(day.hint.costAtLimitMinor).toBeLessThanOrEqual(day.hint.costAtRoomsMinor)
    }
  })

  test('takes the mean rate of last year for its costs, and says so', () => {
    // Rates as first booked are those on file where nothing was changed since
    const [mean] = ask<{ rate: number }>(
      `select sum(total_minor) * 1.0 / sum(max(1, julianday(departure) - julianday(arrival))) as rate from bookings
        where status in ('checked-out', 'in-house') and arrival >= date('${testBusinessDate}', '-365 days')
          and arrival < '${testBusinessDate}'`,
    )
    const { costs } = report
    expect(Math.abs(costs!.emptyMinor / mean!.rate - 1)).toBeLessThan(0.02)
    expect(costs).toEqual({
      emptyMinor: costs!.meanRateMinor,
      walkedMinor: 2 * costs!.emptyMinor,
      meanRateMinor: costs!.meanRateMinor,
    })
  })

  test('gives each booking its chances with reasons, and each day its arrivals', async () => {
    const { day } = report.days.find(({ booked }) => booked > 1)!
    const { rows, without } = await t.must('insight.dayRisk', { date: day })
    expect(without).toBe(0)
    expect(rows.map(({ id }) => id).sort()).toEqual(
      ask<{ id: number }>(`select id from bookings where arrival = ? and status = 'confirmed'`, day)
        .map(({ id }) => id)
        .sort(),
    )
    for (const row of rows) {
      const { cancel, no_show, away, away_made } = riskOf(row.id)
      expect(row).toMatchObject({ cancel, noShow: no_show, away, awayWhenMade: away_made })
      expect(away).toBeCloseTo(cancel + no_show, 9)
      expect(away).toBeLessThanOrEqual(1)
      const alone = await t.must('insight.bookingRisk', { id: row.id })
      expect(alone).toMatchObject({
        away,
        reasons: row.reasons,
        badDebt: row.badDebt,
        asOf: testBusinessDate,
      })
      for (const { fact, value } of row.reasons)
        if (fact === 'leadTime') expect([row.id, value]).toEqual([row.id, leadOf(row.id)])
    }
    expect([...rows].sort((a, b) => b.away - a.away || a.id - b.id)).toEqual(rows)
  })

  test('lists the bookings to come by their chance when they were made, page by page', async () => {
    const made = risks.map(({ away_made }) => away_made).sort((a, b) => a - b)
    const [from, to] = [made[Math.floor(made.length / 3)]!, made[Math.floor(made.length / 2)]!]
    const wanted = ask<{ id: number }>(
      `select id from bookings where arrival >= '${testBusinessDate}' and status = 'confirmed' order by arrival, id`,
    ).filter(({ id }) => risks.some((risk) => risk.booking_id === id))
    const chanceOf = ({ id }: { id: number }) => riskOf(id).away_made
    const rows = await listed({ from, to })
    expect(rows.map(({ id }) => id)).toEqual(
      wanted.filter((one) => chanceOf(one) >= from && chanceOf(one) < to).map(({ id }) => id),
    )
    for (const row of rows) expect(row.awayWhenMade).toBe(chanceOf(row))
    // Without an upper bound up to the surest not to come
    const highest = await listed({ from: to })
    expect(highest).toHaveLength(wanted.filter((one) => chanceOf(one) >= to).length)
    expect(Math.max(...highest.map(chanceOf))).toBe(made.at(-1))

    async function listed(band: { from: number; to?: number }) {
      const all: OutputOf<'insight.riskBookings'>['rows'] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: OutputOf<'insight.riskBookings'> = await t.must('insight.riskBookings', {
          ...band,
          limit: 7,
          ...(after ? { after } : {}),
        })
        all.push(...page.rows)
        after = page.next
      }
      return all
    }
  })

  test('judges nobody who is left out, and uses no protected trait until the settings say so', async () => {
    expect(report.allowed).toEqual([])
    for (const fact of ['nationality', 'gender', 'language', 'age']) expect(report.facts).not.toContain(fact)
    const [first] = risks
    const [guest] = ask<{ guest_id: GuestId; own: number }>(
      `select guest_id, (select count(*) from bookings o where o.guest_id = b.guest_id and o.status = 'confirmed'
         and o.arrival >= '${testBusinessDate}') as own from bookings b where id = ?`,
      first!.booking_id,
    )
    const unset = { value: '', need: '', lifecycle: '', behaviour: '', relation: '' } as const
    await t.must('insight.judge', {
      guestId: guest!.guest_id,
      version: 0,
      excluded: true,
      ...unset,
      reason: 'Asked for it',
    })
    // At once, not only with the next computation
    expect(await t.must('insight.bookingRisk', { id: first!.booking_id as BookingId })).toBeNull()
    await t.must('insight.saveSettings', {
      section: 'risk',
      version: 0,
      parameters: { costs: { walkedMinor: 90_000, emptyMinor: 30_000 }, allowed: ['nationality'] },
    })
    const next = await reportOf(t)
    expect(next.allowed).toEqual(['nationality'])
    expect(next.facts).toContain('nationality')
    expect(next.facts).not.toContain('gender')
    expect(next.costs).toEqual({ walkedMinor: 90_000, emptyMinor: 30_000, meanRateMinor: null })
    for (const { hint } of next.days) expect(hint?.ratio).toBe(0.25)
    expect(next.excluded).toBe(report.excluded + guest!.own)
    expect(next.scored).toBe(report.scored - guest!.own)
    expect(risksIn(t).map(({ booking_id }) => booking_id)).not.toContain(first!.booking_id)
  }, 240_000)

  test('as of an earlier day, knows nothing of what came later', async () => {
    const asOf = '2025-12-01' as BusinessDate
    const before = risksIn(t)
    const { job } = await t.must('insight.run', { kind: 'risk', asOf })
    expect(await t.app.jobs.ended(job)).toMatchObject({ state: 'done' })
    const then = (await t.must('insight.output', { kind: 'risk', asOf }))?.output as RunOutputOf<'risk'>
    const [book] = ask<{ booked: number; past: number }>(
      `select (select count(*) from bookings where arrival = @asOf and departure > arrival and created_on <= @asOf
           and status not in ('enquiry', 'waitlisted') and (status <> 'cancelled' or cancelled_on > @asOf)) as booked,
         (select count(*) from bookings where arrival < @asOf and status not in ('enquiry', 'waitlisted', 'confirmed')) as past`,
      { asOf },
    )
    expect(then.days[0]).toMatchObject({ day: asOf, booked: book!.booked })
    expect(then.bookings).toBeLessThanOrEqual(book!.past)
    expect(then.bookings).toBeGreaterThan(0.98 * book!.past)
    // What is kept per booking stays that of the business date
    expect(risksIn(t)).toEqual(before)
  }, 240_000)

  test('says what is owed already: a folio left unpaid, an account overdue, a deposit that did not come in', async () => {
    const [folio] = ask<{ id: FolioId; version: number; guest: number }>(
      `select f.id, f.version, b.guest_id as guest from folios f join bookings b on b.id = f.booking_id
       where f.status = 'closed' and b.status = 'checked-out'
         and not exists (select 1 from folio_routings r where r.folio_id = f.id)
         and b.guest_id in (select guest_id from bookings where status = 'confirmed' and arrival >= '${testBusinessDate}')
         and b.guest_id not in (select guest_id from guest_judgements where excluded = 1) order by f.id desc limit 1`,
    )
    const { id, version, guest } = folio!
    await t.must('folio.reopen', { id, version, reason: 'Late charge' })
    const code = (await t.must('chart.get', {})).codes.find((one) => one.code === 'LAUN')
    await t.must('folio.charge', { folioId: id, items: [{ codeId: code!.id, unitMinor: 8_800 }] })
    await reportOf(t)
    const now = risksIn(t)
    const rows = ask<{ id: number; guest: number; paid: number | null; guarantee: string }>(
      `select id, guest_id as guest, guarantee, coalesce(company_id, agency_id) as paid from bookings`,
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    const left = new Map(
      ask<{ guest: number; minor: number }>(
        `select guest, sum(minor) as minor from (select b.guest_id as guest, sum(e.amount_minor) as minor
           from ledger_entries e join ledger_accounts a on a.id = e.account_id and a.role = 'guest-ledger'
             join folios f on f.id = e.folio_id join bookings b on b.id = f.booking_id
             left join folio_windows w on w.folio_id = f.id and w.window = e.window
           where b.status in ('checked-out', 'cancelled', 'no-show') and w.payee_account_id is null
           group by f.id having sum(e.amount_minor) > 0) group by guest`,
      ).map(({ guest, minor }) => [guest, minor]),
    )
    for (const risk of now) {
      const owed = left.get(byId.get(risk.booking_id)!.guest) ?? 0
      expect([risk.booking_id, risk.bad_debt_reason === 'leftUnpaid', risk.bad_debt_minor ?? 0]).toEqual([
        risk.booking_id,
        owed > 0,
        owed > 0 ? owed : (risk.bad_debt_minor ?? 0),
      ])
    }
    const own = now.filter(({ booking_id }) => byId.get(booking_id)!.guest === guest)
    expect(own.length).toBeGreaterThan(0)
    for (const one of own) expect(one).toMatchObject({ bad_debt: 'high', bad_debt_minor: 8_800 })
    // The house that the demo tells of: who left without paying is still owing
    expect(left.size).toBeGreaterThan(1)
    const due = ask<{ id: number; minor: number }>(
      `select b.id, b.deposit_minor - coalesce((select sum(m.amount_minor) from deposits d
           join deposit_moves m on m.deposit_id = d.id where d.booking_id = b.id and d.kind = 'deposit'
             and m.kind in ('taken', 'refunded')), 0) as minor
         from bookings b where b.status = 'confirmed' and b.deposit_due_on < '${testBusinessDate}'`,
    ).filter(({ minor }) => minor > 0)
    const waiting = now.filter(({ bad_debt_reason }) => bad_debt_reason === 'depositDue')
    const expected = due.filter(({ id }) => waiting.some(({ booking_id }) => booking_id === id))
    expect(waiting.map(({ booking_id, bad_debt_minor }) => [booking_id, bad_debt_minor])).toEqual(
      expected.map(({ id, minor }) => [id, minor]),
    )
    for (const { booking_id } of now.filter(({ bad_debt_reason }) => bad_debt_reason === 'accountOverdue'))
      expect(byId.get(booking_id)!.guarantee).toBe('company')
  }, 240_000)

  function riskOf(id: number): BookingRiskTable {
    return risks.find((risk) => risk.booking_id === id)!
  }

  /** From the day of booking to the arrival first booked, as the log has it. */
  function leadOf(id: number): number {
    const [made] = ask<{ lead: number }>(
      `select julianday(json_extract(after, '$.arrival')) - julianday(json_extract(after, '$.createdOn')) as lead
        from changes where entity = 'booking' and entity_id = ? and before is null`,
      id,
    )
    return made!.lead
  }
})

test('with too little past says so, and shows no number', async () => {
  const t = await openTestApp()
  try {
    expect(await ran(t)).toMatchObject({
      state: 'failed',
      failure: { code: 'RISK_TOO_LITTLE', params: { bookings: 0, least: 50 } },
    })
    expect(await t.must('insight.dayRisk', { date: testBusinessDate as BusinessDate })).toEqual({
      rows: [],
      without: 0,
    } satisfies OutputOf<'insight.dayRisk'>)
    expect(await t.must('insight.bookingRisk', { id: 1 as BookingId })).toBeNull()
  } finally {
    await t.close()
  }
})

function risksIn({ file }: TestApp): BookingRiskTable[] {
  const raw = openRaw(`${file}-insight`, { readonly: true })
  try {
    return raw.prepare('select * from booking_risk order by booking_id').all() as BookingRiskTable[]
  } finally {
    raw.close()
  }
}

import { beforeAll, describe, expect, test } from 'vitest'
import type { DemoTruth } from '#core/demo/truth.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'
import { knownHotel } from './known-hotel.ts'

/** What the generator says of its money is what the ledger has, asked for by statements of their own. */
const { t, all, one } = knownHotel()
let truth: DemoTruth['money']
beforeAll(() => {
  truth = t.made.money
})
const today = '2026-03-02'

const pairs = (sql: string) => t.raw.prepare(sql).raw().all() as [string, number][]

/** Lines that stand, with the word of their code. */
const live = `(select l.*, c.code, c.kind from folio_lines l join transaction_codes c on c.id = l.code_id
  where l.negates is null and not exists (select 1 from folio_lines n where n.negates = l.id))`
/** Stays of at least a night that were paid. */
const stayed = `(select b.*, f.id as folio, julianday(b.departure) - julianday(b.arrival) as nights
  from bookings b join folios f on f.booking_id = b.id and f.guest_id = b.guest_id
  where b.status = 'checked-out' and b.departure > b.arrival and f.skipped_on is null)`

describe('the ledger', () => {
  test('is right by the rules that any bookkeeper knows', () => {
    expect(one('select count(*) from postings')).toBeGreaterThan(20_000)
    expect(ledgerFaults(t.file)).toEqual([])
    expect(one('select sum(amount_minor) from ledger_entries')).toBe(0)
    expect(one('select sum(debit_minor) - sum(credit_minor) from ledger_days')).toBe(0)
  })

  test('has every night of who stays and stayed, once, at its price; of the business date none', () => {
    const booked = all(`select n.booking_id as id, n.night, n.rate_minor as minor from room_nights n
      join bookings b on b.id = n.booking_id
      where b.status in ('checked-out', 'in-house') and n.night < '${today}' order by 1, 2`)
    const posted = all(`select l.booking_id as id, l.service_date as night, sum(l.gross_minor) as minor
      from postings p join folio_lines l on l.posting_id = p.id where p.kind = 'room' group by 1, 2 order by 1, 2`)
    expect(posted.length).toBeGreaterThan(5000)
    expect(posted).toEqual(booked.filter((row) => (row as { minor: number }).minor > 0))
    const free = one(`select count(*) from postings where kind = 'room'`)
    expect(free).toBe(booked.length)
  })

  test('has breakfast on a line of its own where the rate includes it', () => {
    const without =
      one(`select count(*) from bookings b join folios f on f.booking_id = b.id and f.guest_id = b.guest_id
      where b.status = 'checked-out' and b.meal <> 'room-only' and b.total_minor > 0 and b.departure > b.arrival
      and not exists (select 1 from ${live} l where l.booking_id = b.id and l.code = 'BRKF')`)
    expect(without).toBe(0)
  })
})

describe('folios', () => {
  test('that are closed owe and hold nothing; of stays that ended all are, but of who left without paying', () => {
    const owing = one(`select count(*) from folios f join folio_balances b on b.folio_id = f.id
      where f.status = 'closed' and b.balance_minor <> 0`)
    const holding = one(`select count(*) from folios f where f.status = 'closed' and (
      exists (select 1 from deposits d where d.folio_id = f.id and d.held_minor > 0)
      or exists (select 1 from holds h where h.folio_id = f.id and h.status = 'held'))`)
    expect([owing, holding]).toEqual([0, 0])
    const open = all<{ id: number; owed: number }>(`select b.id, sum(w.balance_minor) as owed
      from bookings b join folios f on f.booking_id = b.id and f.guest_id = b.guest_id join folio_balances w on w.folio_id = f.id
      where f.status = 'open' and b.status in ('checked-out', 'no-show', 'cancelled') group by b.id order by b.id`)
    expect(open.map(({ id }) => id)).toEqual([...truth.skipped].sort((a, b) => a - b))
    expect(truth.skipped.length).toBeGreaterThan(0)
    for (const { owed } of open) expect(owed).toBeGreaterThan(0)
    expect(one('select count(*) from folios where skipped_on is not null')).toBe(truth.skipped.length)
  })

  test('of who is in the house are open, secured, and a few owe more than they should', () => {
    const folios = all<{
      status: string
    }>(`select f.status from bookings b join folios f on f.booking_id = b.id and f.guest_id = b.guest_id
      where b.status = 'in-house'`)
    expect(folios.length).toBe(one("select count(*) from bookings where status = 'in-house'"))
    expect(new Set(folios.map(({ status }) => status))).toEqual(new Set(['open']))
    expect(one("select count(*) from deposits where kind = 'key' and held_minor > 0")).toBeGreaterThan(0)
    expect(one("select count(*) from holds where status = 'held'")).toBeGreaterThan(0)
    expect(one("select count(*) from deposits where kind = 'deposit' and held_minor > 0")).toBeGreaterThan(0)
  })

  test('go to companies, agencies and master accounts where they should', () => {
    const corporate =
      one(`select avg(exists (select 1 from payments p where p.folio_id = s.folio and p.method = 'account'))
      from ${stayed} s where s.company_id is not null and s.total_minor > 0`)
    expect(Math.abs(corporate - truth.onAccount)).toBeLessThan(0.05)
    const prepaid =
      one(`select avg(exists (select 1 from payments p where p.folio_id = s.folio and p.method = 'account'))
      from ${stayed} s where s.agency_id is not null and s.guarantee = 'non-refundable'`)
    expect(prepaid).toBe(1)
    expect(
      one(
        `select count(*) from folio_routings r join folios f on f.id = r.to_folio_id where f.kind = 'master'`,
      ),
    ).toBeGreaterThan(20)
  })
})

describe('what guests buy', () => {
  const share = (of: string, code: string) =>
    one(
      `select avg(exists (select 1 from ${live} l where l.folio_id = s.folio and l.code = '${code}')) from ${stayed} s where ${of}`,
    )

  test('is as often as the generator says', () => {
    const minibar = truth.bar * truth.minibarWithBar + (1 - truth.bar) * truth.minibar
    expect(Math.abs(share('1 = 1', 'MINI') - minibar)).toBeLessThan(0.03)
    expect(Math.abs(share('1 = 1', 'BAR') - truth.bar)).toBeLessThan(0.025)
    expect(Math.abs(share('1 = 1', 'PARK') - truth.parking)).toBeLessThan(0.025)
  })

  test('hangs together: the minibar with the bar, laundry with a long stay', () => {
    const bar = `exists (select 1 from ${live} l where l.folio_id = s.folio and l.code = 'BAR')`
    expect(Math.abs(share(bar, 'MINI') - truth.minibarWithBar)).toBeLessThan(0.08)
    expect(Math.abs(share(`not ${bar}`, 'MINI') - truth.minibar)).toBeLessThan(0.03)
    expect(share(`s.nights >= ${truth.long}`, 'LAUN')).toBeGreaterThan(4 * share('s.nights <= 2', 'LAUN'))
  })
})

describe('payments', () => {
  test('are made by the ways and in the mix that the generator says', () => {
    const ways =
      pairs(`select p.method, count(distinct p.folio_id) from payments p join postings x on x.id = p.posting_id
      join folios f on f.id = p.folio_id join guests g on g.id = f.guest_id
      where x.kind = 'payment' and p.method <> 'account' and g.nationality = 'CHN'
      and not exists (select 1 from folio_routings r where r.folio_id = f.id) group by 1`)
    const total = ways.reduce((sum, [, count]) => sum + count, 0)
    expect(total).toBeGreaterThan(800)
    for (const [method, count] of ways)
      expect(
        Math.abs(count / total - truth.methods[method as keyof typeof truth.methods]),
        method,
      ).toBeLessThan(0.06)
  })

  test('in cash are in a shift, whose drawer is empty once it is closed', () => {
    expect(one("select count(*) from payments where method = 'cash' and shift_id is null")).toBe(0)
    const left =
      one(`select count(*) from (select e.shift_id from ledger_entries e join shifts s on s.id = e.shift_id
      where s.status = 'closed' and e.account_id = (select id from ledger_accounts where role = 'cash')
      group by e.shift_id having sum(e.amount_minor) <> 0)`)
    expect(left).toBe(0)
    const wrong = one("select avg(over_minor <> 0) from shifts where status = 'closed'")
    expect(Math.abs(wrong - truth.miscount)).toBeLessThan(0.03)
    const expected =
      one(`select count(*) from shifts s where s.status = 'closed' and s.expected_minor <> s.float_minor +
      coalesce((select sum(amount_minor) from payments p where p.shift_id = s.id and p.method = 'cash'), 0)`)
    expect(expected).toBe(0)
  })
})

describe('fees', () => {
  test('of who did not come are the policy’s, but for those that were let off', () => {
    const due = all<{ id: number; plan: string; first: number; whole: number; fee: number | null }>(
      `select b.id, r.code as plan, b.total_minor as whole,
         (select rate_minor from room_nights n where n.booking_id = b.id order by night limit 1) as first,
         (select sum(l.gross_minor) from ${live} l where l.booking_id = b.id and l.code = 'NOSHOW') as fee
       from bookings b join rate_plans r on r.id = b.rate_plan_id
       where b.status = 'no-show' and b.guarantee <> 'none' and b.total_minor > 0`,
    )
    expect(due.length).toBeGreaterThan(10)
    const waived = new Set<number>(truth.waived)
    for (const { id, plan, first, whole, fee } of due) {
      const policy = plan === 'PKG' || plan === 'GRP' ? whole : first
      expect([id, fee]).toEqual([id, waived.has(id) ? null : policy])
    }
    const unsecured = one(`select count(*) from ${live} l join bookings b on b.id = l.booking_id
      where l.code = 'NOSHOW' and b.guarantee = 'none'`)
    expect(unsecured).toBe(0)
  })
})

test('deposits have slips without gaps, and papers their numbers', () => {
  const slips = one(`select count(*) from deposits d join papers p on p.label = d.slip_no`)
  expect(slips).toBe(one('select count(*) from deposits'))
  expect(one("select count(*) from papers where kind = 'invoice'")).toBeGreaterThan(500)
  const wrong = one(`select count(*) from papers p where p.kind = 'invoice' and p.gross_minor <> (
    select sum(l.gross_minor) from paper_lines x join ${live} l on l.id = x.line_id
    where x.paper_id = p.id and l.kind <> 'payment')`)
  expect(wrong).toBe(0)
})

test('taxis are paid for guests in cash, as often as the generator says, and the guests pay them back', () => {
  const paid = one("select count(*) from postings where kind = 'paid-out'")
  const over = one(`select count(*) from ${stayed} where nights >= 2`)
  expect(paid / over).toBeGreaterThan(truth.paidOut * 0.6)
  expect(paid / over).toBeLessThan(truth.paidOut * 2)
  const out = one(
    `select sum(m.amount_minor) from payments m join postings p on p.id = m.posting_id where p.kind = 'paid-out'`,
  )
  expect(one(`select sum(gross_minor) from ${live} where kind = 'paid-out'`)).toBe(-out)
})

test('accounts pay what is of the months before, so that only a few are behind', () => {
  const items = all<{ account: number; owed: number; paid: number }>(
    `select account_id as account, sum(max(amount_minor, 0)) as owed, -sum(min(amount_minor, 0)) as paid
     from account_items group by account_id`,
  )
  const paid = items.reduce((sum, one) => sum + one.paid, 0)
  const owed = items.reduce((sum, one) => sum + one.owed, 0)
  expect(paid / owed).toBeGreaterThan(0.7)
  for (const account of items) expect(account.paid).toBeLessThanOrEqual(account.owed)
  expect(owed - paid).toBe(
    one(`select sum(e.amount_minor) from ledger_entries e join ledger_accounts a on a.id = e.account_id
      where a.role = 'city-ledger'`),
  )
})

test('发票 are asked for by some who leave, exported the day after, and issued a day later', () => {
  const count = one('select count(*) from fapiao')
  const left = one(`select count(*) from ${stayed}`)
  expect(count / left).toBeGreaterThan(truth.fapiao * 0.5)
  expect(count / left).toBeLessThan(truth.fapiao * 1.2)
  expect(
    one(`select count(*) from fapiao f where amount_minor <> (select sum(l.gross_minor) from fapiao_lines x
      join folio_lines l on l.id = x.line_id where x.fapiao_id = f.id)`),
  ).toBe(0)
  expect(
    one(`select count(*) from fapiao where status <> case
      when asked_on < date('${today}', '-2 days') then 'issued' else status end`),
  ).toBe(0)
  expect(one("select count(distinct number) from fapiao where status = 'issued'")).toBe(
    one("select count(*) from fapiao where status = 'issued'"),
  )
})

describe('sharers', () => {
  type Sharing = { booking: number; guest: number; own: number; others: number }
  const sharing = `select b.id as booking, s.guest_id as guest, f.share as own, s.share as others
    from bookings b join folios f on f.booking_id = b.id and f.guest_id = b.guest_id
    join folios s on s.booking_id = b.id and s.guest_id <> b.guest_id and s.kind = 'booking'`

  test('are whom the generator names, with their parts, and as many as it says', () => {
    const told = truth.sharers.map(({ booking, guest, parts: [own, others] }): Sharing => {
      return { booking, guest, own, others }
    })
    expect(all<Sharing>(`${sharing} order by 1`)).toEqual(told.sort((a, b) => a.booking - b.booking))
    expect(told.length).toBeGreaterThan(10)
    const even = told.filter(({ own, others }) => own === others).length
    expect(Math.abs(even / told.length - truth.evenParts)).toBeLessThan(0.25)
  })

  test('pay their part of each night of theirs, to the cent, and leave with nothing owed', () => {
    const nights = all<{ own: number; others: number; ownMinor: number; othersMinor: number }>(
      `select x.own, x.others, sum(iif(l.folio_id = f.id, l.gross_minor, 0)) as ownMinor,
         sum(iif(l.folio_id = s.id, l.gross_minor, 0)) as othersMinor
       from (${sharing}) x join folios f on f.booking_id = x.booking and f.guest_id <> x.guest
       join folios s on s.booking_id = x.booking and s.guest_id = x.guest
       join folio_lines l on l.booking_id = x.booking
       join postings p on p.id = l.posting_id and p.kind = 'room'
       where coalesce(s.share_from, '') <= l.service_date and coalesce(s.share_to, '9999') > l.service_date
       group by p.id`,
    )
    expect(nights.length).toBeGreaterThan(truth.sharers.length)
    for (const { own, others, ownMinor, othersMinor } of nights) {
      const rate = ownMinor + othersMinor
      // Each line of a night is shared by itself
      expect(Math.abs(othersMinor - (rate * others) / (own + others))).toBeLessThan(3)
    }
    const open = one(`select count(*) from (${sharing}) x join bookings b on b.id = x.booking
      join folios s on s.booking_id = x.booking and s.guest_id = x.guest
      where (s.status = 'open') <> (b.status = 'in-house')`)
    expect(open).toBe(0)
  })

  test('stand on the log as the desk’s own command writes them', async () => {
    const shapes = (where: string) =>
      all<{ entity: string; before: string | null; after: string }>(
        `select entity, before, after from changes where operation = 'stay.setPersons' and ${where} order by seq`,
      ).map(({ entity, before, after }) => {
        const keys = (json: string | null) => (json === null ? null : Object.keys(JSON.parse(json)))
        return [entity, keys(before), keys(after)]
      })
    const made = truth.sharers.find(({ parts: [own, others] }) => own !== others)
    expect(made).toBeDefined()
    const written = shapes(`booking_id = ${made?.booking} and entity = 'folio'`)
    const id = one(`select b.id from bookings b where b.status = 'confirmed' and b.adults > 1
      and not exists (select 1 from booking_companions c where c.booking_id = b.id) order by b.id limit 1`) as BookingId
    const along = one(`select max(id) from guests where id not in (select guest_id from bookings)`) as GuestId
    const booked = await t.must('booking.get', { id })
    await t.must('booking.changeGuests', { id, version: booked.version, companions: [along] })
    await t.must('folio.openForBooking', { bookingId: id })
    const { version } = await t.must('booking.get', { id })
    const persons = await t.must('stay.persons', { id })
    const shares = persons.map(({ role, guestId, dates }) => {
      return { guestId, dates, share: role === 'guest' ? 2 : 1 }
    })
    const last = one('select max(seq) from changes')
    await t.must('stay.setPersons', { id, version, persons: shares })
    expect(shapes(`seq > ${last} and entity = 'folio'`)).toEqual(written)
  })
})

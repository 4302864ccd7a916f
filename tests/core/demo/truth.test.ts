import { expect, test } from 'vitest'
import { lateStays } from '#core/demo/data/effects.ts'
import type { DemoTruth, GuestTruth } from '#core/demo/truth.ts'
import { knownHotel } from './known-hotel.ts'

/** What the generator says of its hotel is what its tables have, asked for by statements of their own. */
const { t, all, one: share } = knownHotel()

test('every guest is known; who is lost has booked nothing since, and is not awaited', () => {
  expect(t.made.guests.length + t.made.minors.count).toBe(share('select count(*) from guests'))
  const lost = t.made.guests.filter(({ lostOn }) => lostOn !== null)
  expect(lost.length).toBeGreaterThan(300)
  const last = new Map(
    all<{ id: number; made: string; awaited: number }>(
      `select guest_id as id, max(created_on) as made,
         sum(status in ('enquiry', 'waitlisted', 'confirmed', 'in-house')) as awaited
       from bookings group by guest_id`,
    ).map((row) => [row.id, row]),
  )
  for (const { id, lostOn } of lost) {
    const booked = last.get(id)
    expect(booked?.awaited, `guest ${id}`).toBe(0)
    expect((booked?.made ?? '') <= (lostOn ?? ''), `guest ${id} booked after ${lostOn}`).toBe(true)
  }
})

test('who comes often calls off less, and so does who is less prone to', () => {
  const cancelled = new Map(
    all<{ id: number; ahead: number; off: number }>(
      `select guest_id as id, count(*) as ahead, sum(status = 'cancelled') as off
       from bookings where created_on < arrival and arrival < '2026-03-02' group by guest_id`,
    ).map((row) => [row.id, row]),
  )
  const rate = (guests: readonly GuestTruth[]) => {
    const rows = guests.flatMap(({ id }) => cancelled.get(id) ?? [])
    return rows.reduce((sum, { off }) => sum + off, 0) / rows.reduce((sum, { ahead }) => sum + ahead, 0)
  }
  const often = t.made.guests.filter(({ habit }) => habit !== 'once' && habit !== 'occasional')
  const seldom = t.made.guests.filter(({ habit }) => habit === 'once' || habit === 'occasional')
  expect(rate(often)).toBeLessThan(rate(seldom) * 0.8)
  const prone = t.made.guests.filter(({ proneness }) => proneness > 1.2)
  const firm = t.made.guests.filter(({ proneness }) => proneness < 0.7)
  expect(rate(prone)).toBeGreaterThan(rate(firm) * 1.4)
})

test('families ask for cribs, packages for bathtubs, suites to leave late, and some guests come late', () => {
  const asking = (stays: string, wish: string) =>
    share(
      `select avg(exists (select 1 from requests r where r.booking_id = b.id and ${wish}))
       from bookings b join rate_plans p on p.id = b.rate_plan_id join room_types t on t.id = b.room_type_id
       where b.status = 'checked-out' and ${stays}`,
    )
  const family = 'b.children + b.infants > 0'
  const crib = "r.kind = 'crib'"
  expect(asking(family, crib)).toBeGreaterThan(5 * asking(`not (${family})`, crib))
  const bathtub = "r.kind = 'bathtub'"
  expect(asking(`p.code = 'PKG' and not (${family})`, bathtub)).toBeGreaterThan(
    3 * asking("p.code <> 'PKG'", bathtub),
  )
  const late = "r.text = 'Late check-out until 2 pm'"
  expect(asking(`t.code = 'STE' and p.code <> 'PKG' and not (${family})`, late)).toBeGreaterThan(
    5 * asking("t.code <> 'STE'", late),
  )
  const comers = new Set(t.made.guests.filter((guest) => guest.late).map(({ id }) => id as number))
  const said = all<{ id: number; late: number }>(
    `select guest_id as id, expected_time >= '20:00' as late from bookings where created_on < arrival`,
  )
  const ofComers = said.filter(({ id }) => comers.has(id))
  const lateShare = ofComers.reduce((sum, row) => sum + (row.late ?? 0), 0) / ofComers.length
  expect(Math.abs(lateShare - lateStays)).toBeLessThan(0.1)
})

test('who left with a wish declined comes again less often', () => {
  const lost = new Set(t.made.guests.filter(({ lostOn }) => lostOn !== null).map(({ id }) => id as number))
  const stays = all<{ id: number; declined: number; last: number }>(
    `select b.guest_id as id, exists (select 1 from requests r where r.booking_id = b.id and r.status = 'declined') as declined,
       b.departure = max(b.departure) over (partition by b.guest_id) as last
     from bookings b where b.status = 'checked-out'`,
  ).filter(({ id }) => ['regular', 'frequent'].includes(t.made.guests[id - 1]?.habit ?? ''))
  // Of all stays, after how many their guest never came again
  const rate = (declined: number) => {
    const rows = stays.filter((row) => row.declined === declined)
    return rows.filter(({ id, last }) => last === 1 && lost.has(id)).length / rows.length
  }
  expect(rate(1)).toBeGreaterThan(rate(0) * 1.2)
})

test('leaving cases follow the rules of the commands, and some are open, left for later, and to be noticed', () => {
  const cases = all<{
    id: number
    guest_id: number
    opened_on: string
    owner: string | null
    offer: string | null
    outcome: string | null
    returned_on: string | null
    closed_on: string | null
    back: string | null
  }>(
    `select c.*, (select min(arrival) from bookings b where b.guest_id = c.guest_id and b.arrival >= c.opened_on
       and b.status in ('in-house', 'checked-out')) as back from leaving_cases c order by id`,
  )
  expect(cases.length).toBeGreaterThan(25)
  const outcomes = new Set(cases.map(({ outcome }) => outcome))
  expect(outcomes).toEqual(new Set(['won-back', 'lost', 'false-alarm', null]))
  for (const one of cases) {
    if (one.outcome === 'won-back') expect(one.returned_on, `case ${one.id}`).toBe(one.back)
    if (one.outcome === 'lost') expect(one.back === null || one.back > (one.closed_on ?? '')).toBe(true)
    if (one.offer !== null) expect(one.owner).not.toBeNull()
  }
  const open = cases.filter(({ closed_on }) => closed_on === null)
  expect(new Set(open.map(({ guest_id }) => guest_id)).size).toBe(open.length)
  expect(share("select count(*) from leaving_cases where snoozed_until > '2026-03-02'")).toBeGreaterThan(0)
  // Who was to be brought back by an offer comes more often than who was not.
  const back = (brings: boolean) => {
    const made = t.made.leavingOffers.filter((offer) => offer.brings === brings)
    const returned = made.filter(({ guest }) => cases.some((one) => one.guest_id === guest && one.back))
    return returned.length / made.length
  }
  expect(back(true)).toBeGreaterThan(back(false) + 0.2)
})

test('what is offered is taken as often as its reason says, and what is taken is on the booking', async () => {
  const rows = all<Pick<DemoTruth['offers'][number], 'guestId' | 'item' | 'basis' | 'outcome'>>(
    'select guest_id as guestId, item, basis, outcome from offers order by id',
  )
  expect(t.made.offers).toMatchObject(rows.map((row) => ({ ...row })))
  const { byBasis } = await t.must('insight.offerRules', {})
  const measured = Object.fromEntries(byBasis.map(({ basis, share: taken }) => [basis, taken ?? Number.NaN]))
  for (const { basis, offered, share: taken } of byBasis) {
    const own = t.made.offers.filter((offer) => offer.basis === basis)
    const chance = own.reduce((sum, offer) => sum + offer.chance, 0) / own.length
    expect(offered, basis).toBe(own.length)
    expect(Math.abs((taken ?? 0) - chance), basis).toBeLessThan(3 * Math.sqrt(0.25 / own.length))
  }
  expect(measured.preference).toBeGreaterThan(measured.habit ?? 0)
  expect(measured.habit).toBeGreaterThan((measured.rule ?? 0) + 0.1)
  const missing = share(`select count(*) from offers o where o.outcome = 'taken' and o.place = 'arrival'
    and not exists (select 1 from requests r where r.booking_id = o.booking_id
      and o.item = case r.kind when 'other' then 'wish:' || lower(r.text) else 'request:' || r.kind end)`)
  expect(missing).toBe(0)
})

test('who wishes to be left out is offered nothing and worked on by nobody since', () => {
  const out = all<{ id: number; on: string }>(`select j.guest_id as id, c.business_date as "on"
    from guest_judgements j join changes c on c.entity = 'guest-judgement' and c.entity_id = j.id where j.excluded = 1`)
  expect(out).toHaveLength(3)
  for (const { id, on } of out) {
    expect(share(`select count(*) from offers where guest_id = ${id} and noted_on > '${on}'`)).toBe(0)
    expect(share(`select count(*) from leaving_cases where guest_id = ${id} and opened_on > '${on}'`)).toBe(0)
  }
})

test('classes set by hand, playbooks and thumbs are each by somebody, with what it was for', () => {
  const written = (entity: string) =>
    all<{ actor: string; reason: string | null }>(
      `select actor, reason from changes where entity = '${entity}' order by seq`,
    )
  const set = share(`select count(*) from guest_judgements
    where excluded = 0 and value || need || lifecycle || behaviour || relation <> '' and reason <> ''`)
  expect(set).toBe(4)
  const judged = written('guest-judgement')
  expect(judged).toHaveLength(7)
  for (const { actor, reason } of judged)
    expect([actor, (reason ?? '').length > 10]).toEqual(['manager', true])
  expect(share('select count(*) from playbooks where length(action) > 20')).toBe(4)
  expect(written('playbook')).toHaveLength(5)
  expect(share('select count(distinct kind) from suggestion_votes')).toBe(7)
  expect(share('select count(distinct voted_by) from suggestion_votes')).toBeGreaterThan(1)
})

test('the guests of day use who stay longer are charged one hour more, and nobody else', () => {
  const { overtime, over } = t.made.dayUse
  const charged = all<{ id: number; origin: string; minor: number; owed: number }>(
    `select d.booking_id as id, p.origin, sum(l.gross_minor) as minor, d.overtime_minor as owed
     from day_uses d join postings p on p.origin like 'stay:' || d.booking_id || ':day-use:%'
     join folio_lines l on l.posting_id = p.id group by p.id order by 1`,
  )
  expect(charged.map(({ id }) => id)).toEqual([...overtime].sort((a, b) => a - b))
  for (const { id, origin, minor, owed } of charged)
    expect([origin, minor]).toEqual([`stay:${id}:day-use:0-1`, owed])
  const left = share(`select count(*) from day_uses d join stays s on s.booking_id = d.booking_id
    where s.checked_out_at is not null and d.overtime_minor > 0`)
  expect(overtime.length).toBeGreaterThan(0)
  // The first of all is made to stay, beside those of their share
  expect(overtime.length - 1).toBeLessThan(left * over + 4 * Math.sqrt(left * over))
})

test('who stays along for a part of the nights is whom it names, as often as it says, and within the stay', () => {
  const { dates, later, earlier } = t.made.companions
  const told = all<{ booking: number; guest: number; from: string; to: string }>(
    `select booking_id as booking, guest_id as guest, from_date as "from", to_date as "to" from stay_persons order by 1, 2`,
  )
  expect(told).toEqual([...dates].sort((a, b) => a.booking - b.booking))
  const wrong = share(`select count(*) from stay_persons p join bookings b on b.id = p.booking_id
    left join booking_companions c on c.booking_id = b.id and c.guest_id = p.guest_id
    where c.guest_id is null or p.from_date < b.arrival or p.to_date > b.departure or p.from_date >= p.to_date
      or (p.from_date = b.arrival and p.to_date = b.departure)`)
  expect(wrong).toBe(0)
  const along = share(`select count(*) from bookings b join stays s on s.booking_id = b.id
    where s.checked_in_at is not null and julianday(b.departure) - julianday(b.arrival) > 1
      and exists (select 1 from booking_companions c where c.booking_id = b.id)`)
  const arrival = new Map(
    all<{ id: number; arrival: string }>('select id, arrival from bookings').map((one) => [
      one.id,
      one.arrival,
    ]),
  )
  const comeLater = dates.filter(({ booking, from }) => from > (arrival.get(booking) ?? ''))
  for (const [found, of] of [
    [comeLater.length, later],
    [dates.length - comeLater.length, earlier],
  ] as const)
    expect(Math.abs(found - along * of), `${found} of ${along}`).toBeLessThan(4 * Math.sqrt(along * of))
})

test('each is registered when they come and when they leave, not with the guest', () => {
  const events = all<{ guest: number; booking: number; event: string; on: string }>(
    `select r.guest_id as guest, r.booking_id as booking, r.event, r.business_date as "on" from registrations r
     join stay_persons p on p.booking_id = r.booking_id and p.guest_id = r.guest_id order by r.id`,
  )
  const registered = t.made.companions.dates.filter(({ booking }) =>
    events.some((one) => one.booking === booking),
  )
  expect(registered.length).toBeGreaterThan(0)
  for (const { booking, guest, from, to } of registered) {
    const of = (event: string) =>
      events.filter((one) => one.booking === booking && one.guest === guest && one.event === event)
    expect(
      of('arrival').map(({ on }) => on),
      `booking ${booking}`,
    ).toEqual([from])
    for (const { on } of of('departure')) expect(on <= to, `booking ${booking}`).toBe(true)
    expect(of('departure').length).toBeLessThan(2)
  }
})

test('budgets are a little above what the hotel does, competitors and commissions as they are said to be', () => {
  const { moreNights, setRooms, online, agencies } = t.made.plan
  expect(all('select id, level from budgets')).toEqual([
    { id: 2025, level: 'type' },
    { id: 2026, level: 'type' },
  ])
  const planned = share('select sum(nights) from budget_cells where year = 2025')
  const sold = share(
    "select count(*) from room_nights where live = 1 and booking_id is not null and night like '2025-%'",
  )
  expect(planned / sold / (1 + moreNights / 1000)).toBeGreaterThan(0.85)
  expect(planned / sold / (1 + moreNights / 1000)).toBeLessThan(1.15)
  const rooms = share('select count(*) from rooms')
  const sets = all<{ period: string; rooms: number }>(
    'select period, rooms_available as rooms from comp_set_cells order by 1',
  )
  expect(sets.length).toBe(13)
  expect(sets.at(-1)).toEqual({ period: '2026-01', rooms: Math.round(rooms * setRooms) * 31 })
  const paid = all<{ points: number }>('select distinct basis_points as points from commissions order by 1')
  expect(paid.map(({ points }) => points)).toEqual([...new Set([agencies, ...online])].sort((a, b) => a - b))
  expect(share('select count(*) from commissions')).toBe(
    share("select count(*) from accounts where kind = 'agency'"),
  )
})

import { describe, expect, test } from 'vitest'
import { minorTruth } from '#core/demo/minors.ts'
import { registrationTruth } from '#core/demo/registration.ts'
import { addDays, ageOn, type BusinessDate } from '#shared/values/index.ts'
import { knownHotel, near } from './known-hotel.ts'

/** Children who come along to a demo hotel are named, registered, and have the sheet that the law wants of each. */
const { t, all, one: count } = knownHotel()

const today = '2026-03-02' as BusinessDate
const since = addDays(today, -registrationTruth.days)

describe('children', () => {
  test('of the last weeks’ stays are guests of their own, as many of those counted as it says', () => {
    const children = t.made.minors.count
    const guests = count('select count(*) from guests')
    expect(children).toBeGreaterThan(10)
    const known = all<{ id: number; bookings: number; born: BusinessDate; contacts: number }>(
      `select g.id, g.birth_date as born, (select count(*) from bookings b where b.guest_id = g.id) as bookings,
         (select count(*) from guest_contacts c where c.guest_id = g.id) as contacts
       from guests g where g.id > ${guests - children}`,
    )
    for (const { id, born, bookings, contacts } of known) {
      expect([id, bookings, contacts]).toEqual([id, 0, 0])
      expect(ageOn(born, today), `guest ${id}`).toBeLessThan(18)
    }
    const stays = all<{ counted: number; named: number }>(
      `select b.children + b.infants as counted,
         (select count(*) from booking_companions c where c.booking_id = b.id and c.guest_id > ${guests - children}) as named
       from bookings b join stays s on s.booking_id = b.id
       where s.checked_in_on >= '${since}' and b.children > 0`,
    )
    const sum = (of: 'counted' | 'named') => stays.reduce((total, stay) => total + stay[of], 0)
    near(sum('named'), sum('counted'), minorTruth.named)
    for (const { counted, named } of stays) expect(named).toBeLessThanOrEqual(counted)
  })

  test('bear the name of the family, and the same ones come each time', () => {
    const pairs = all<{ parent: string; child: string }>(
      `select g.family_name as parent, c.family_name as child from minor_sheets m
       join bookings b on b.id = m.booking_id join guests g on g.id = b.guest_id join guests c on c.id = m.guest_id
       where g.nationality = 'CHN'`,
    )
    expect(pairs.length).toBeGreaterThan(5)
    for (const { parent, child } of pairs) expect(child).toBe(parent)
    const families = count(
      `select count(*) from (select m.guest_id from minor_sheets m join bookings b on b.id = m.booking_id
       group by m.guest_id having count(distinct b.guest_id) > 1)`,
    )
    expect(families).toBe(0)
  })
})

describe('sheets of minors', () => {
  test('are those that the generator says, one for each minor who was registered, past stays’ too', () => {
    const kept = all<{ booking: number; guest: number }>(
      'select booking_id as booking, guest_id as guest from minor_sheets order by id',
    )
    expect(t.made.minors.sheets.map(({ booking, guest }) => ({ booking, guest }))).toEqual(kept)
    expect(kept.length).toBeGreaterThanOrEqual(t.made.minors.count)
    const registered = all<{ booking: number; guest: number }>(
      `select r.booking_id as booking, r.guest_id as guest from registrations r join guests g on g.id = r.guest_id
       where r.event = 'arrival' and date(g.birth_date, '+18 years') > r.business_date order by r.id`,
    )
    const key = (one: { booking: number; guest: number }) => `${one.booking} ${one.guest}`
    expect(registered.map(key).sort()).toEqual(kept.map(key).sort())
    const past = count(
      "select count(*) from minor_sheets m join bookings b on b.id = m.booking_id where b.status = 'checked-out'",
    )
    expect(past).toBeGreaterThan(kept.length / 2)
    const came = t.made.minors.sheets.filter(({ kin }) => kin !== 'alone')
    near(came.filter(({ kin }) => kin === 'parent').length, came.length, minorTruth.parent)
  })

  test('have the guardian before the check-in, and what was sent has them too', () => {
    const wrong = count(
      `select count(*) from minor_sheets where identity_at is null or guardian_phone = '' or guardian_name = '' or guardian_relation = ''`,
    )
    expect(wrong).toBe(0)
    const sent = all<{ phone: string; told: string | null }>(
      `select m.guardian_phone as phone, json_extract(r.data, '$.guardianPhone') as told from registrations r
       join minor_sheets m on m.booking_id = r.booking_id and m.guest_id = r.guest_id`,
    )
    expect(sent.length).toBeGreaterThan(30)
    for (const { phone, told } of sent) expect(told).toBe(phone)
    // Nobody is spoken to after the sheet is closed, and a parent who is there at once
    const first = all<{ made: number; came: number; at: string | null; identity: string }>(
      `select (select min(c.seq) from changes c where c.entity = 'minor-sheet' and c.entity_id = m.id) as made,
         (select c.seq from changes c where c.entity = 'booking' and c.operation = 'stay.checkIn' and c.booking_id = m.booking_id) as came,
         m.contacted_at as at, m.identity_at as identity from minor_sheets m`,
    )
    for (const { made, came, at, identity } of first) {
      expect(made).toBeLessThan(came)
      expect(at === null || at >= identity).toBe(true)
    }
  })

  test('are looked after on as many evenings as it says, while the minor is in the house', () => {
    const nights = count(
      `select sum(julianday(min(b.departure, '${today}')) - julianday(b.arrival)) from minor_sheets m join bookings b on b.id = m.booking_id`,
    )
    near(count("select count(*) from minor_entries where kind = 'patrol'"), nights, minorTruth.patrolled)
    const outside = `select count(*) from minor_entries e join minor_sheets m on m.id = e.sheet_id
      join stays s on s.booking_id = m.booking_id
      where e.at < s.checked_in_at or e.at > coalesce(s.checked_out_at, e.at)`
    expect(count(outside)).toBe(0)
    const visits = count(`select count(*) from visitors v join minor_sheets m on m.booking_id = v.booking_id`)
    expect(count("select count(*) from minor_entries where kind = 'visit'")).toBe(visits)
  })
})

test('the list of minors has who is in the house, with what is done of the five musts and what is open', async () => {
  const { minorsUnder, rows } = await t.must('registration.minors', {})
  expect(minorsUnder).toBe(18)
  expect(rows.length).toBeGreaterThan(0)
  for (const { others, musts, sheet } of rows) {
    expect(sheet).not.toBeNull()
    expect(musts).toMatchObject({ identity: 'done', guardian: 'done', relations: 'done' })
    expect(others.length).toBeGreaterThan(0)
  }
})

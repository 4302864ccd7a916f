import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoWords } from '#core/demo/data/words.ts'
import { dueAfterMove } from '#shared/domain/request/image.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import {
  type BookingChange,
  bookingChanges,
  clearAway,
  count,
  hourOf,
  liveThrough,
  type Row,
  raw,
  rows,
  values,
} from './life.ts'

/** The log of a demo hotel: requests, guests and members. */
beforeAll(liveThrough)
afterAll(clearAway)

const declineReasons = demoWords.en.declined.map(({ reason }) => reason)

describe('requests', () => {
  type RequestRow = Row & { after: { status?: string; reason?: string; dueOn?: BusinessDate } | null }
  const requests = (operation: string) =>
    rows.filter((row) => row.entity === 'request' && row.operation === operation) as RequestRow[]

  test('are taken note of on the morning of the arrival, and seen to while the guest is there', () => {
    const found = requests('request.advance')
    const seen = new Set<string>()
    let noted = 0
    let onTime = 0
    const bookings = new Map<number, BookingChange[]>()
    for (const one of bookingChanges)
      bookings.set(one.row.entity_id, [...(bookings.get(one.row.entity_id) ?? []), one])
    for (const row of found) {
      const is = bookings.get(row.booking_id ?? 0)?.findLast((one) => one.row.seq < row.seq)?.is
      if (!is) throw new Error(`request ${row.entity_id} without its booking`)
      const status = String(row.after?.status)
      seen.add(`${is.status} ${status}`)
      if (status === 'acknowledged') {
        expect(row.business_date <= is.arrival).toBe(true)
        noted++
        if (is.arrival === row.business_date && [7, 8, 9].includes(Math.floor(hourOf(row)))) onTime++
      }
      if (status === 'declined' && is.status === 'in-house')
        expect(declineReasons).toContain(row.after?.reason)
      if (is.status === 'no-show') expect(row.after?.reason).toBe(demoWords.en.audit)
      if (is.status === 'cancelled') expect(row.after?.reason).toBe(is.cancelReason)
      expect(row.reason ?? null).toBe(row.after?.reason ?? null)
    }
    expect([...seen].sort()).toEqual([
      'cancelled declined',
      'confirmed acknowledged',
      'in-house declined',
      'in-house done',
      ...(seen.has('no-show declined') ? ['no-show declined'] : []),
    ])
    // But for bookings that were made or moved since.
    expect(onTime / noted).toBeGreaterThan(0.8)
    const done = found.filter(({ after }) => after?.status === 'done').length
    const declined = found.filter(
      ({ after, reason }) => after?.status === 'declined' && declineReasons.includes(reason ?? ''),
    ).length
    expect(declined / (done + declined)).toBeGreaterThan(0.05)
    expect(declined / (done + declined)).toBeLessThan(0.2)
  })

  test('of one kind come once to a booking, are due within it, and ended ones are closed', () => {
    expect(
      values(
        "select count(*) from requests where kind <> 'other' group by booking_id, kind having count(*) > 1",
      ),
    ).toEqual([])
    expect(
      count(`select count(*) from requests r join bookings b on b.id = r.booking_id
        where r.due_on is null or r.due_on < b.arrival or r.due_on > b.departure`),
    ).toBe(0)
    expect(
      count(`select count(*) from requests r join bookings b on b.id = r.booking_id
        where b.status in ('cancelled', 'no-show') and r.status in ('open', 'acknowledged')`),
    ).toBe(0)
    expect(count("select count(*) from requests where due_time is not null and kind <> 'other'")).toBe(0)
    const times = values('select distinct due_time from requests where due_time is not null') as string[]
    expect(times.length).toBeGreaterThan(5)
    for (const time of times) expect(time).toMatch(/^(0[6-9]|1\d|2[0-2]):(00|15|30)$/)
    expect(
      count(
        'select count(*) from requests where due_on > (select arrival from bookings b where b.id = booking_id)',
      ),
    ).toBeGreaterThan(0)
    expect(count("select count(*) from requests where kind = 'other' and text = ''")).toBe(0)
    expect(count('select count(*) from requests') / count('select count(*) from bookings')).toBeGreaterThan(
      0.2,
    )
    expect(count('select count(*) from requests') / count('select count(*) from bookings')).toBeLessThan(1.2)
  })

  test('are mostly seen to on the day of the arrival, and one stay may have several', () => {
    const done = requests('request.advance').filter(({ after }) => after?.status === 'done')
    const arrivals = new Map(
      (raw.prepare('select id, arrival from bookings').all() as { id: number; arrival: string }[]).map(
        ({ id, arrival }) => [id, arrival],
      ),
    )
    const same = done.filter((row) => arrivals.get(row.booking_id ?? 0) === row.business_date)
    expect(same.length / done.length).toBeGreaterThan(0.6)
    expect(
      values("select booking_id from requests where kind <> 'other' group by booking_id having count(*) > 1")
        .length,
    ).toBeGreaterThan(5)
  })

  test('follow a stay that moves', () => {
    const found = requests('booking.changeDates')
    expect(found.length).toBeGreaterThan(2)
    for (const row of found) {
      const moved = bookingChanges.find(({ row: one }) => one.seq === row.command)
      expect(moved).toMatchObject({ row: { operation: 'booking.changeDates', entity_id: row.booking_id } })
      const to = {
        arrival: moved?.is.arrival as BusinessDate,
        departure: moved?.is.departure as BusinessDate,
      }
      const before = row.before as unknown as { dueOn: BusinessDate }
      const due = dueAfterMove(
        { status: 'open', dueOn: before.dueOn },
        { arrival: moved?.was?.arrival as BusinessDate },
        to,
      )
      expect(row.after?.dueOn).toBe(due)
    }
  })

  test('of a guest’s preferences come with the booking, in its command', () => {
    const found = requests('booking.create')
    expect(found.length).toBeGreaterThan(20)
    for (const row of found) {
      const booking = bookingChanges.find(({ row: one }) => one.seq === row.command)
      expect(booking?.row).toMatchObject({ operation: 'booking.create', entity_id: row.booking_id })
    }
    expect(requests('request.create').length).toBeGreaterThan(20)
  })
})

describe('guests and members', () => {
  test('come again, some of them often, and most once', () => {
    const stays = values(
      "select count(*) n from bookings where status = 'checked-out' group by guest_id order by n desc",
    ) as number[]
    const once = stays.filter((number) => number === 1).length
    expect(once / stays.length).toBeGreaterThan(0.4)
    expect(once / stays.length).toBeLessThan(0.9)
    expect(stays[0]).toBeGreaterThan(4)
    const never = count('select count(*) from guests where id not in (select guest_id from bookings)')
    expect(never / count('select count(*) from guests')).toBeLessThan(0.06)
    expect(count('select count(*) from guests') / count('select count(*) from bookings')).toBeCloseTo(0.52, 1)
  })

  test('no guest sleeps in two rooms of their own', () => {
    const twice =
      count(`select count(*) from bookings a join bookings b on a.guest_id = b.guest_id and a.id < b.id
      where a.status in ('checked-out', 'in-house') and b.status in ('checked-out', 'in-house')
        and a.arrival < b.departure and b.arrival < a.departure`)
    expect(twice / count('select count(*) from bookings')).toBeLessThan(0.05)
  })

  test('what is recorded of a guest is in the log at the moment it was recorded', () => {
    const operations = new Set(
      rows.filter(({ entity }) => entity === 'guest').map(({ operation }) => operation),
    )
    expect([...operations].sort()).toEqual([
      'guest.create',
      'guest.recordConsent',
      'guest.saveAlert',
      'guest.saveDocument',
      'guest.saveNote',
      'guest.setPreference',
      'guest.setTags',
      'registration.takeDocument',
    ])
    for (const row of rows) {
      if (row.entity !== 'guest' || row.operation === 'guest.create') continue
      // A part is absent before it is recorded.
      for (const [part, entries] of Object.entries(row.after ?? {}))
        expect(row.before?.[part], part).toEqual(
          part === 'birthDate' ? null : Object.fromEntries(Object.keys(entries).map((key) => [key, null])),
        )
    }
    const notes = raw.prepare('select at, by from guest_notes').all() as { at: string; by: string }[]
    const logged = rows.filter(({ operation }) => operation === 'guest.saveNote')
    expect(notes.map(({ at, by }) => `${at} ${by}`).sort()).toEqual(
      logged.map(({ moment, actor }) => `${moment} ${actor}`).sort(),
    )
    const wished = rows.filter(({ operation }) => operation === 'guest.setPreference')
    const sources = new Set<string>()
    const made = new Map(
      rows.filter(({ operation }) => operation === 'guest.create').map((row) => [row.entity_id, row]),
    )
    for (const row of wished) {
      const [preference] = Object.values(row.after?.preferences as unknown as object) as {
        source: string
        notedOn: string
      }[]
      expect(preference?.notedOn).toBe(row.business_date)
      expect(preference?.source).toBe(
        made.get(row.entity_id)?.business_date === row.business_date ? 'guest' : 'stay',
      )
      sources.add(String(preference?.source))
    }
    expect([...sources].sort()).toEqual(['guest', 'stay'])
    expect(
      values('select count(*) from guest_preferences group by guest_id, category having count(*) > 1'),
    ).toEqual([])
    const most = count('select max(n) from (select count(*) n from guest_preferences group by guest_id)')
    expect([2, 3, 4]).toContain(most)
    for (const row of rows)
      if (
        row.entity === 'guest' &&
        row.operation !== 'guest.create' &&
        hourOf(row) !== hourOf(made.get(row.entity_id) as Row)
      ) {
        expect(hourOf(row)).toBeGreaterThanOrEqual(7.99)
        expect(hourOf(row)).toBeLessThan(22.01)
      }
  })

  test('tags go with what a guest is', () => {
    const { tags } = demoWords.en
    const tagged = new Set(values('select distinct tag from guest_tags'))
    for (const tag of [tags.vip, tags.regular, tags.business, tags.family, tags.foreign])
      expect(tagged).toContain(tag)
    expect(
      count(`select count(*) from guest_tags t join guests g on g.id = t.guest_id
        where t.tag = '${tags.foreign}' and g.nationality = 'CHN'`),
    ).toBe(0)
    expect(
      count(`select count(*) from guest_tags a join guest_tags b on a.guest_id = b.guest_id
        where a.tag = '${tags.business}' and b.tag in ('${tags.family}', '${tags.honeymoon}')`),
    ).toBe(0)
  })

  test('few want special care, and who comes regularly is known to', () => {
    const { care, regular, vip } = demoWords.en.tags
    const tagged = (tag: string) => count(`select count(*) from guest_tags where tag = '${tag}'`)
    expect(tagged(care) / count('select count(*) from guests')).toBeLessThan(0.05)
    expect(tagged(regular)).toBeGreaterThan(tagged(vip))
  })

  test('a tier is written by who took the member in, and a later one by the program', () => {
    const enrolled = new Map(
      rows.filter(({ operation }) => operation === 'loyalty.enrol').map((row) => [row.entity_id, row.actor]),
    )
    const tiers = raw.prepare('select membership_id, position, by from membership_tiers').all() as {
      membership_id: number
      position: number
      by: string
    }[]
    for (const { membership_id, position, by } of tiers)
      expect([membership_id, position, by]).toEqual([
        membership_id,
        position,
        position === 1 ? enrolled.get(membership_id) : 'heqiang',
      ])
    expect(tiers.filter(({ position }) => position > 1).length).toBeGreaterThan(0)
  })

  test('members joined when they became known, with the number that search finds them by', () => {
    const members = raw.prepare('select * from memberships order by id').all() as {
      id: number
      guest_id: number
      number: string
      joined_on: string
    }[]
    expect(members.length).toBeGreaterThan(50)
    const enrolled = rows.filter(({ operation }) => operation === 'loyalty.enrol')
    expect(enrolled).toHaveLength(members.length)
    const made = new Map(
      rows.filter(({ operation }) => operation === 'guest.create').map((row) => [row.entity_id, row]),
    )
    for (const [index, { id, guest_id, number, joined_on }] of members.entries()) {
      expect(number).toBe(`KR${80_000_000 + id}`)
      expect(enrolled[index]).toMatchObject({
        entity_id: id,
        business_date: joined_on,
        actor: made.get(guest_id)?.actor,
      })
    }
    const share = count('select count(*) from memberships') / count('select count(*) from guests')
    expect(share).toBeGreaterThan(0.12)
    expect(share).toBeLessThan(0.45)
    expect(
      count("select count(*) from guest_search where guest_search match 'kr80000001*'"),
    ).toBeGreaterThanOrEqual(0)
  })
})

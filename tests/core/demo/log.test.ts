import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoWords } from '#core/demo/data/words.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { clearAway, count, hourOf, liveThrough, nightsOf, of, type Row, raw, rows } from './life.ts'

/** The log of a demo hotel: what is changed in bookings, requests, guests and members. */
beforeAll(liveThrough)
afterAll(clearAway)

test('a row says of all that it changes what it was before', () => {
  for (const { seq, before, after } of rows)
    if (before && after) expect([seq, Object.keys(before).sort()]).toEqual([seq, Object.keys(after).sort()])
})

test('the rows of an act stand together, the first of them names it', () => {
  const apart = raw
    .prepare(
      `select command from changes group by command having min(seq) <> command or max(seq) - min(seq) + 1 <> count(*)`,
    )
    .pluck()
    .all()
  expect(apart).toEqual([])
})

describe('changes of a booking', () => {
  test('a cancellation says why, by how close the arrival was', () => {
    const found = of('booking.cancel')
    expect(found.length).toBeGreaterThan(80)
    const { early, late, full, enquiry } = demoWords.en.cancelled
    for (const { row, was, is } of found) {
      expect(is).toMatchObject({
        status: 'cancelled',
        cancelledOn: row.business_date,
        cancelReason: row.reason,
      })
      expect(row.business_date <= is.arrival).toBe(true)
      if (was?.status === 'waitlisted') expect(row.reason).toBe(full)
      else if (was?.status === 'enquiry') expect(row.reason).toBe(enquiry)
      else {
        expect(was?.status).toBe('confirmed')
        expect(addDays(row.business_date, 2) >= is.arrival ? late : early).toContain(row.reason)
      }
    }
    const share = found.length / of('booking.create').length
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.35)
  })

  test('a few are reinstated soon after, before their arrival', () => {
    const found = of('booking.reinstate')
    expect(found.length).toBeGreaterThan(0)
    expect(found.length / of('booking.cancel').length).toBeLessThan(0.12)
    for (const { row, was, is } of found) {
      expect(was?.status).toBe('cancelled')
      expect(is).toMatchObject({ status: 'confirmed', cancelledOn: null, cancelReason: null })
      expect(row.business_date < is.arrival).toBe(true)
      expect(row.business_date <= addDays(was?.cancelledOn as BusinessDate, 1)).toBe(true)
    }
  })

  test('an enquiry or a place on the waiting list is confirmed while there is room', () => {
    const found = of('booking.confirm')
    expect(new Set(found.map(({ was }) => was?.status))).toEqual(new Set(['enquiry', 'waitlisted']))
    for (const { is } of found) expect(is.status).toBe('confirmed')
  })

  test('new dates leave the nights that stay as they were, and are never before today', () => {
    const found = of('booking.changeDates')
    expect(found.length).toBeGreaterThan(20)
    const { dates, extend, early } = demoWords.en.changed
    const kinds = new Set<string>()
    for (const { row, was, is } of found) {
      if (!was) throw new Error('moved before it was made')
      const nights = nightsOf(is)
      expect(nights[0]).toBe(is.arrival)
      expect(addDays(is.arrival, nights.length)).toBe(is.departure)
      for (const night of nightsOf(was) as BusinessDate[])
        if (is.nights[night]) expect(is.nights[night]).toEqual(was.nights[night])
      const added = nights.length - nightsOf(was).length
      if (was.status === 'in-house') {
        expect(is.arrival).toBe(was.arrival)
        if (added < 0) {
          expect(early).toContain(row.reason)
          expect(is.departure).toBe(row.business_date)
          expect([7, 8]).toContain(Math.floor(hourOf(row)))
          kinds.add('leaves early')
        } else {
          expect(extend).toContain(row.reason)
          expect([1, 2]).toContain(added)
          expect(addDays(row.business_date, 1)).toBe(was.departure)
          expect(hourOf(row)).toBeGreaterThanOrEqual(14.99)
          expect(hourOf(row)).toBeLessThan(21.1)
          kinds.add('stays longer')
        }
        continue
      }
      expect(dates).toContain(row.reason)
      expect(is.arrival >= row.business_date).toBe(true)
      expect(was.arrival > row.business_date).toBe(true)
      if (is.arrival === was.arrival) {
        expect([1, -1]).toContain(added)
        kinds.add(added > 0 ? 'longer' : 'shorter')
      } else {
        expect(added).toBe(was.arrival === was.departure ? 1 : 0)
        const shifts = [1, 2, 7, -1].map((days) => addDays(was.arrival, days))
        expect(shifts).toContain(is.arrival)
        kinds.add('moved')
      }
    }
    expect([...kinds].sort()).toEqual(['leaves early', 'longer', 'moved', 'shorter', 'stays longer'])
  })

  test('another room type has no room yet; an upgrade keeps the charged type and its rates', () => {
    const found = of('booking.changeRoomType')
    expect(found.length).toBeGreaterThan(10)
    const kinds = new Set<string>()
    for (const { row, was, is } of found) {
      if (!was) throw new Error('changed before it was made')
      expect(is.roomTypeId).not.toBe(was.roomTypeId)
      const kept = is.chargedRoomTypeId === was.chargedRoomTypeId
      for (const [night, { roomTypeId, roomId, rateMinor }] of Object.entries(is.nights)) {
        expect(roomTypeId).toBe(is.roomTypeId)
        expect(roomId).toBeNull()
        if (kept && is.chargedRoomTypeId !== is.roomTypeId)
          expect(rateMinor).toBe(was.nights[night as BusinessDate]?.rateMinor)
      }
      if (is.chargedRoomTypeId !== is.roomTypeId) {
        expect(demoWords.en.changed.upgrade).toContain(row.reason)
        expect(kept).toBe(true)
        // At the check-in it may be any type that has a room.
        if (row.business_date < is.arrival)
          expect(Number(is.roomTypeId)).toBeGreaterThan(Number(was.roomTypeId))
        kinds.add('upgrade')
      } else {
        expect(demoWords.en.changed.dates.concat(demoWords.en.changed.upgrade)).toContain(row.reason)
        kinds.add('charged')
      }
    }
    expect([...kinds].sort()).toEqual(['charged', 'upgrade'])
  })

  test('a rate is changed for every night, in whole yuan; an undo on the same day brings it back', () => {
    const found = of('booking.changeRate')
    expect(found.length).toBeGreaterThan(10)
    for (const { row, was, is } of found) {
      expect(demoWords.en.changed.rate).toContain(row.reason)
      for (const night of nightsOf(is) as BusinessDate[]) {
        const [before, after] = [was?.nights[night]?.rateMinor ?? 0, is.nights[night]?.rateMinor ?? 0]
        expect(after % 100).toBe(0)
        expect([0.88, 0.9, 0.95, 1.05].some((cut) => Math.abs(before * cut - after) <= 50.001)).toBe(true)
        expect(is.nights[night]).toEqual({ ...was?.nights[night], rateMinor: after })
      }
    }
    const undone = of('change.undo')
    expect(undone.length).toBeGreaterThan(0)
    for (const { row } of undone) {
      const first = rows.find(({ seq }) => seq === row.undoes)
      expect(first).toMatchObject({ operation: 'booking.changeRate', entity_id: row.entity_id })
      expect([row.before, row.after]).toEqual([first?.after, first?.before])
      expect([row.business_date, row.actor]).toEqual([first?.business_date, first?.actor])
      expect(hourOf(row) - hourOf(first as Row)).toBeGreaterThan(0.03)
      expect(hourOf(row) - hourOf(first as Row)).toBeLessThan(0.84)
    }
    expect(rows.filter(({ undoes }) => undoes !== null)).toHaveLength(undone.length)
  })

  test('a changed party has its companion, its children, or a person more or less, within what the type takes', () => {
    const found = of('booking.changeGuests')
    expect(found.length).toBeGreaterThan(10)
    const most = new Map(
      (
        raw.prepare('select id, max_persons from room_types').all() as { id: number; max_persons: number }[]
      ).map(({ id, max_persons }) => [id, max_persons]),
    )
    const children = raw.prepare('select guest_id from minor_sheets').pluck().all()
    let named = 0
    for (const { row, was, is } of found) {
      expect(demoWords.en.changed.guest).toContain(row.reason)
      const added = Object.keys((row.after?.companions ?? {}) as object)
      if (added.some((id) => children.includes(Number(id)))) {
        expect(row.business_date).toBe(is.arrival)
        // Somebody who was booked as an adult may be a child
        const fewer = Number(was?.adults) - Number(is.adults)
        expect(fewer === 0 || (fewer === 1 && Number(is.children) > Number(was?.children))).toBe(true)
        expect(1 + Object.keys(is.companions as object).length).toBeLessThanOrEqual(
          most.get(Number(is.roomTypeId)) ?? 0,
        )
        named += added.length
        continue
      }
      const companions = Object.keys(is.companions as object).length
      if (companions > Object.keys((was?.companions ?? {}) as object).length)
        expect(is.adults).toBe(Math.max(2, Number(was?.adults)))
      else {
        expect(Math.abs(Number(is.adults) - Number(was?.adults))).toBe(1)
        expect(Number(is.adults)).toBeGreaterThan(0)
        if (Number(is.adults) > Number(was?.adults))
          expect(Number(is.adults) + Number(is.children)).toBeLessThanOrEqual(
            most.get(Number(is.roomTypeId)) ?? 0,
          )
      }
    }
    expect(named).toBeGreaterThan(0)
    for (const { is } of of('booking.changeDetails')) {
      expect(['confirmed', 'enquiry', 'waitlisted']).toContain(is.status)
      expect(['', ...demoWords.en.comments]).toContain(is.comment)
    }
    const fields = new Set(of('booking.changeDetails').flatMap(({ row }) => Object.keys(row.after ?? {})))
    expect([...fields].sort()).toEqual(['comment', 'guarantee'])
  })

  test('who books for another is not that guest, and nobody is their own companion', () => {
    const bookers = count('select count(*) from bookings where booker_id is not null')
    expect(bookers).toBeGreaterThan(30)
    expect(count('select count(*) from bookings where booker_id = guest_id')).toBe(0)
    expect(
      count(`select count(*) from booking_companions c join bookings b on b.id = c.booking_id
        where c.guest_id = b.guest_id or c.guest_id = b.booker_id`),
    ).toBe(0)
    // A company has few people who book for its travellers.
    const most = count(`select max(n) from (select count(distinct booker_id) n from bookings
      where company_id is not null group by company_id)`)
    expect([1, 2]).toContain(most)
    const travel = count('select count(*) from bookings where company_id is not null')
    const booked = count(
      'select count(*) from bookings where company_id is not null and booker_id is not null',
    )
    expect(booked / travel).toBeGreaterThan(0.38)
    expect(booked / travel).toBeLessThan(0.62)
    expect(count('select count(*) from booking_companions')).toBeGreaterThan(0)
    const others = count('select count(*) from bookings where company_id is null and booker_id is not null')
    expect(others / (count('select count(*) from bookings') - travel)).toBeLessThan(0.07)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoUsers } from '#core/demo/data/hotel.ts'
import { demoWords } from '#core/demo/data/words.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import {
  type BookingChange,
  clearAway,
  count,
  dayOfMoment,
  hourOf,
  liveThrough,
  nightsOf,
  of,
  progress,
  type Row,
  raw,
  result,
  rows,
  today,
  values,
} from './life.ts'

/** The log of a demo hotel reads as if people at a desk had written it: what happens to bookings. */
beforeAll(liveThrough)
afterAll(clearAway)

describe('who and when', () => {
  test('every row is of the day on whose clock it was written', () => {
    for (const row of rows) expect(dayOfMoment(row), `row ${row.seq}`).toBe(row.business_date)
    for (const row of rows) if (row.business_date === today) expect(hourOf(row)).toBeLessThan(10.51)
  })

  test('the desk is the shift’s at that hour, the reservations office has its own hours and desks', () => {
    const on = (shift: string) => demoUsers.filter((user) => user.shift === shift).map(({ login }) => login)
    const seen = new Set<string>()
    for (const row of rows) {
      seen.add(`${row.actor} ${row.workstation}`)
      if (row.workstation === 'OFFICE-1') {
        expect(row.actor).toBe('manager')
        continue
      }
      // What the program does by itself is signed by the night clerk.
      if (row.operation === 'loyalty.review') {
        expect([row.actor, row.workstation, Math.floor(hourOf(row))]).toEqual(['heqiang', 'DESK-1', 4])
        continue
      }
      if (row.operation === 'change.undo') continue
      const hour = hourOf(row)
      if (row.workstation.startsWith('RES-')) {
        expect(on('reservations')).toContain(row.actor)
        expect(hour >= 8 && hour < 19.001, `${row.seq} at ${hour}`).toBe(true)
        continue
      }
      const shift = hour < 7 || hour >= 23 ? 'night' : hour < 15 ? 'morning' : 'evening'
      expect(on(shift), `${row.seq} ${row.operation} at ${hour}`).toContain(row.actor)
    }
    const people = ['clerk', 'sunjia', 'wuhao', 'anna', 'heqiang']
    for (const person of people)
      for (const desk of ['DESK-1', 'DESK-2', 'DESK-3']) expect(seen).toContain(`${person} ${desk}`)
    for (const person of ['xufei', 'tangyi'])
      for (const desk of ['RES-1', 'RES-2']) expect(seen).toContain(`${person} ${desk}`)
  })

  test('on most days of a stretch of days the same people work', () => {
    const mornings = rows.filter(({ actor }) => actor === 'clerk' || actor === 'sunjia')
    const byDay = new Map<string, Row[]>()
    for (const row of mornings) byDay.set(row.business_date, [...(byDay.get(row.business_date) ?? []), row])
    let most = 0
    for (const list of byDay.values()) {
      const one = list.filter(({ actor }) => actor === 'clerk').length
      most += Math.max(one, list.length - one)
    }
    expect(most / mornings.length).toBeGreaterThan(0.8)
  })

  test('what the reservations office does in its hours is done by nobody at the desk', () => {
    const before = of('booking.changeDates', 'booking.changeRoomType').filter(
      ({ row, was }) => was?.status === 'confirmed' && row.business_date < was.arrival,
    )
    const always = of(
      'booking.create',
      'booking.cancel',
      'booking.confirm',
      'booking.reinstate',
      'booking.changeRate',
      'booking.changeGuests',
      'booking.changeDetails',
    )
    // Children are named when they come
    const children = values('select guest_id from minor_sheets')
    const names = ({ is, was }: BookingChange) =>
      Object.keys(is.companions as object).some(
        (id) => children.includes(Number(id)) && !(id in ((was?.companions ?? {}) as object)),
      )
    const atDesk = [...always.filter((change) => !names(change)), ...before].filter(
      ({ row }) => row.workstation.startsWith('DESK') && hourOf(row) >= 8 && hourOf(row) < 18.99,
    )
    expect(atDesk).toEqual([])
  })
})

describe('arrivals and departures', () => {
  test('a check-in is on the day of arrival, into a room, from ten in the morning to midnight', () => {
    const found = of('stay.checkIn')
    expect(found.length).toBeGreaterThan(300)
    for (const { row, was, is } of found) {
      expect(was?.status).toBe('confirmed')
      expect(is).toMatchObject({ status: 'in-house', arrival: row.business_date })
      for (const night of Object.values(is.nights)) expect(night.roomId).not.toBeNull()
      expect(hourOf(row)).toBeGreaterThanOrEqual(9.99)
      expect(hourOf(row)).toBeLessThan(24)
    }
    const early = found.filter(({ row }) => hourOf(row) < 13)
    expect(early.length / found.length).toBeGreaterThan(0.05)
    expect(early.length / found.length).toBeLessThan(0.25)
    const mean = found.reduce((sum, { row }) => sum + hourOf(row), 0) / found.length
    expect(mean).toBeGreaterThan(15)
    expect(mean).toBeLessThan(17.5)
  })

  test('who has a room keeps it at the check-in, and few need one of another type', () => {
    const again = of('booking.assignRoom').filter(
      ({ was, is }) =>
        was?.status === 'confirmed' && was.nights[was.arrival]?.roomId && is.nights[is.arrival]?.roomId,
    )
    expect(again).toEqual([])
    const other = of('booking.changeRoomType').filter(
      ({ row, is }) => row.business_date === is.arrival && row.workstation.startsWith('DESK'),
    )
    expect(other.length / of('stay.checkIn').length).toBeLessThan(0.05)
  })

  test('a check-out is on the day of departure, in the morning; who came for some hours leaves about their end', () => {
    const found = of('stay.checkOut')
    const end = raw.prepare('select to_time from day_uses where booking_id = ?').pluck()
    const endOf = (id: number) => end.get(id) as string
    expect(found.length).toBeGreaterThan(300)
    for (const { row, was, is } of found) {
      expect(was?.status).toBe('in-house')
      expect(is).toMatchObject({ status: 'checked-out', departure: row.business_date })
      if (is.arrival === is.departure) {
        const [hour = 0, minute = 0] = endOf(row.entity_id).split(':').map(Number)
        expect(Math.abs(hourOf(row) - hour - minute / 60), `booking ${row.entity_id}`).toBeLessThan(0.9)
        continue
      }
      expect(hourOf(row), `booking ${row.entity_id}`).toBeGreaterThanOrEqual(5.99)
      expect(hourOf(row)).toBeLessThan(12.9)
    }
    const late = found.filter(({ is }) => is.arrival < is.departure).map(({ row }) => hourOf(row))
    expect(late.reduce((sum, hour) => sum + hour, 0) / late.length).toBeGreaterThan(9.5)
    expect(late.reduce((sum, hour) => sum + hour, 0) / late.length).toBeLessThan(10.9)
  })

  test('who does not come is found out before midnight by the night clerk, and nobody is who walked in', () => {
    const found = of('stay.noShow')
    expect(found.length).toBeGreaterThan(2)
    expect(found.length / of('stay.checkIn').length).toBeLessThan(0.05)
    for (const { row, was, is } of found) {
      expect(was?.status).toBe('confirmed')
      expect(is).toMatchObject({ status: 'no-show', arrival: row.business_date })
      expect(is.createdOn).not.toBe(is.arrival)
      expect(row).toMatchObject({ actor: 'heqiang', reason: demoWords.en.audit })
      expect(hourOf(row)).toBeGreaterThan(23.8)
    }
  })

  test('nobody who should have come or left is left over', () => {
    expect(count(`select count(*) from bookings where status = 'confirmed' and arrival < '${today}'`)).toBe(0)
    expect(count(`select count(*) from bookings where status = 'in-house' and departure < '${today}'`)).toBe(
      0,
    )
    expect(
      count(
        `select count(*) from bookings where status in ('enquiry', 'waitlisted') and arrival < '${today}'`,
      ),
    ).toBe(0)
    // On the last day, at half past ten, some have left, some are still to leave, some have come.
    expect(count(`select count(*) from bookings where status = 'in-house' and arrival > '${today}'`)).toBe(0)
    expect(
      count(`select count(*) from bookings where arrival > '${today}' and status = 'confirmed'`),
    ).toBeGreaterThan(20)
  })

  test('a stay is in one room of its type at a time, and no room is given to two', () => {
    const held = values(`select count(*) from room_nights where live = 1 and room_id is not null
      group by room_id, night having count(*) > 1`)
    expect(held).toEqual([])
    const moves = of('stay.moveRoom').filter(({ was }) => was?.status === 'in-house')
    for (const { row, was, is } of moves) {
      expect(demoWords.en.changed.room).toContain(row.reason)
      for (const night of nightsOf(is) as BusinessDate[]) {
        const [before, after] = [was?.nights[night]?.roomId, is.nights[night]?.roomId]
        if (night < row.business_date) expect(after).toBe(before)
        else expect(after).not.toBeNull()
      }
      expect(hourOf(row)).toBeGreaterThanOrEqual(7.99)
      expect(hourOf(row)).toBeLessThan(21.1)
    }
    expect(moves.length).toBeGreaterThan(1)
    const early = of('booking.assignRoom').filter(
      ({ row, is }) =>
        is.status === 'confirmed' && row.business_date < is.arrival && is.nights[is.arrival]?.roomId,
    )
    expect(early.length).toBeGreaterThan(20)
    for (const { row } of early) expect(hourOf(row)).toBeGreaterThanOrEqual(7.99)
    // But for bookings made, moved or reinstated since.
    const usual = early.filter(
      ({ row, is }) => hourOf(row) < 11.1 && addDays(row.business_date, 2) >= is.arrival,
    )
    expect(usual.length / early.length).toBeGreaterThan(0.85)
  })
})

describe('the hotel on its last day', () => {
  test('rooms are as their guests left them', () => {
    const states = raw
      .prepare(
        `select r.housekeeping, r.out_of_service as oos,
          exists (select 1 from room_nights n join bookings b on b.id = n.booking_id
            where n.room_id = r.id and b.status = 'in-house' and n.live = 1
              and (n.night = '${today}' or (n.night = '2026-03-01' and b.departure = '${today}'))) as occupied
        from rooms r`,
      )
      .all() as { housekeeping: string; oos: number; occupied: number }[]
    expect(states).toHaveLength(10)
    for (const { housekeeping, oos, occupied } of states)
      if (occupied) expect([['clean', 'inspected', 'dirty'].includes(housekeeping), oos]).toEqual([true, 0])
    // Nobody sets a state by the form of the room
    for (const { operation, before, after } of rows)
      if (operation === 'room.save')
        expect([before, after]).toEqual([{ outOfService: false }, { outOfService: true }])
  })

  test('a family is in the house: nobody looks at an empty list of minors', () => {
    const here = `select count(*) from minor_sheets m join bookings b on b.id = m.booking_id
      where b.status = 'in-house' and b.departure > '${today}'`
    expect(count(here)).toBeGreaterThan(0)
  })

  test('the job answers with what there is', () => {
    const number = (table: string) => count(`select count(*) from ${table}`)
    expect(result).toEqual({
      hotel: 'Demo Hotel',
      businessDate: today,
      rooms: 10,
      guests: number('guests'),
      bookings: number('bookings'),
      members: number('memberships'),
      changes: number('changes'),
      users: demoUsers.map(({ login }) => login),
    })
  })

  test('the progress is told about a hundred times, up to the end', () => {
    const bookings = count('select count(*) from bookings')
    expect(progress.at(-1)).toEqual([bookings, bookings])
    const running = progress.filter(([done], index) => done !== progress[index - 1]?.[0])
    expect(running.length).toBeGreaterThan(50)
    expect(running.length).toBeLessThan(110)
  })

  test('prices follow the season: each new night has its type’s price of the day on its plan', () => {
    const bases = new Map(
      (raw.prepare('select id, base_rate_minor from room_types').all() as Record<string, number>[]).map(
        (one) => [one.id, Number(one.base_rate_minor)],
      ),
    )
    const bar = count("select id from rate_plans where code = 'BAR'")
    const byNight = new Map<string, Set<number>>()
    for (const { is } of of('booking.create')) {
      if (is.ratePlanId !== bar) continue
      for (const [night, { rateMinor, roomTypeId }] of Object.entries(is.nights)) {
        expect(rateMinor % 1000).toBe(0)
        const factor = rateMinor / (bases.get(roomTypeId) ?? 1)
        expect(factor).toBeGreaterThan(0.8)
        expect(factor).toBeLessThan(1.9)
        byNight.set(
          `${night} ${roomTypeId}`,
          (byNight.get(`${night} ${roomTypeId}`) ?? new Set()).add(rateMinor),
        )
      }
    }
    expect(Math.max(...[...byNight.values()].map((rates) => rates.size))).toBe(1)
  })
})

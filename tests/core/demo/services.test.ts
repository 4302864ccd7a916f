import { describe, expect, test } from 'vitest'
import { closesTruth } from '#core/demo/closes.ts'
import { waitTruth } from '#core/demo/course/arrival.ts'
import { feedbackTruth } from '#core/demo/course/feedback.ts'
import { registrationTruth } from '#core/demo/registration.ts'
import { housekeepingTruth } from '#core/demo/rounds.ts'
import { servicesTruth } from '#core/demo/services.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { knownHotel, near } from './known-hotel.ts'

/** What the house, housekeeping, registration and the close have on file in a demo hotel is what its generator says. */
const { t, all, one: count } = knownHotel()

const today = '2026-03-02' as BusinessDate

describe('services', () => {
  const came = `select count(*) from bookings b join stays s on s.booking_id = b.id
    where s.checked_in_on >= '${addDays(today, -servicesTruth.days)}' and b.departure > b.arrival`

  test('are made for their share of stays, within the stay, and of the last weeks alone', () => {
    const stays = count(came)
    expect(stays).toBeGreaterThan(100)
    for (const [table, share] of [
      ['guest_messages', servicesTruth.message],
      ['wake_calls', servicesTruth.wakeCall],
      ['parcels', servicesTruth.parcel],
      ['luggage', servicesTruth.luggage],
      ['found_items', servicesTruth.found],
      ["key_logs where note <> ''", servicesTruth.keys],
    ] as const) {
      expect(count(`select count(*) from ${table}`), table).toBeGreaterThan(0)
      near(count(`select count(*) from ${table}`), stays, share)
    }
    for (const table of ['guest_messages', 'wake_calls', 'parcels', 'luggage', 'found_items', 'key_logs']) {
      const outside = `select count(*) from ${table} t join bookings b on b.id = t.booking_id
        where date(t.created_at, '+8 hours') < b.arrival or date(t.created_at, '+8 hours') > b.departure`
      expect(count(outside), table).toBe(0)
    }
    const first = count("select min(date(created_at, '+8 hours')) from traces") as unknown as string
    expect(first).toBe(addDays(today, -servicesTruth.days))
  })

  test('every check-in gives keys, a second one to most of those who share, and nearly all come back', () => {
    const given = all<{ id: number; keys: number; adults: number; same: number; left: number; back: number }>(
      `select b.id, k.keys, b.adults, k.created_at = s.checked_in_at and k.created_by = s.checked_in_by as same,
        s.checked_out_at is not null as left, k.status = 'back' and k.returned = k.keys as back
      from stays s join bookings b on b.id = s.booking_id
        left join key_logs k on k.booking_id = b.id and k.note = '' and k.to_name = ''
      where s.checked_in_on >= '${addDays(today, -servicesTruth.days)}' order by b.id`,
    )
    expect(new Set(given.map(({ id }) => id)).size).toBe(given.length)
    for (const one of given) expect(one, `booking ${one.id}`).toMatchObject({ same: 1 })
    const shared = given.filter(({ adults }) => adults > 1)
    near(shared.filter(({ keys }) => keys === 2).length, shared.length, servicesTruth.twoKeys)
    expect(given.every(({ adults, keys }) => keys === 1 || adults > 1)).toBe(true)
    const gone = given.filter(({ left }) => left === 1)
    near(gone.filter(({ back }) => back === 1).length, gone.length, servicesTruth.keysBack)
    expect(given.every(({ left, back }) => left === 1 || back === 0)).toBe(true)
  })

  test('wake-up calls are of a morning of the stay, after they were asked for', () => {
    const calls = all<{ status: string; tries: number }>(`select w.status, w.tries from wake_calls w
      join bookings b on b.id = w.booking_id
      where w.call_on > b.arrival and w.call_on <= b.departure and w.call_on > date(w.created_at, '+8 hours')`)
    expect(calls.length).toBe(count('select count(*) from wake_calls'))
    for (const { status, tries } of calls) expect(tries > 0).toBe(status === 'done' || status === 'no-answer')
  })

  test('traces are done on their day as often as it says', () => {
    const due = `from traces where due_on < '${today}'`
    const onDay = count(`select count(*) ${due} and status = 'done' and date(status_at, '+8 hours') = due_on`)
    near(onDay, count(`select count(*) ${due}`), servicesTruth.traceInTime)
  })

  test('one guest is incognito, and some do not wish to be disturbed', () => {
    expect(count('select count(*) from stays where incognito = 1 and checked_out_at is null')).toBe(1)
    expect(count('select count(*) from stays where do_not_disturb = 1 and checked_out_at is not null')).toBe(
      0,
    )
  })
})

test('of who comes before rooms are ready some wait, as long as it says', () => {
  const [least, most] = waitTruth.minutes
  const waits = all<{ minutes: number; hour: number }>(`select
      round((julianday(checked_in_at) - julianday(arrived_at)) * 1440) as minutes,
      cast(strftime('%H', arrived_at, '+8 hours') as integer) + strftime('%M', arrived_at) / 60.0 as hour
    from stays where arrived_at is not null and checked_in_at is not null`)
  expect(waits.length).toBeGreaterThan(100)
  for (const { minutes, hour } of waits) {
    expect(minutes).toBeGreaterThanOrEqual(least)
    expect(minutes).toBeLessThanOrEqual(most)
    expect(hour).toBeLessThan(waitTruth.before + 0.02)
  }
})

describe('registration', () => {
  test('everyone who came in the last weeks is registered, with what the law asks', () => {
    const since = addDays(today, -registrationTruth.days)
    const came = count(`select count(*) from stays where checked_in_on >= '${since}'`)
    expect(count("select count(distinct booking_id) from registrations where event = 'arrival'")).toBe(came)
    for (const field of ['documentNumber', 'gender', 'birthDate', 'nationality'])
      expect(
        count(`select count(*) from registrations where json_extract(data, '$.${field}') is null`),
        field,
      ).toBe(0)
    const foreign = "from registrations r join registrants g on g.id = r.guest_id where g.visa_kind <> ''"
    expect(count(`select count(*) ${foreign}`)).toBeGreaterThan(20)
    expect(count(`select count(*) ${foreign} and json_extract(r.data, '$.entryOn') is null`)).toBe(0)
  })

  test('is sent in batches; what the client does not take is sent later, and few are late', async () => {
    const hours = all<{ hour: number }>(
      "select distinct strftime('%H', state_at, '+8 hours') + strftime('%M', state_at) / 60.0 as hour from registrations where state = 'sent'",
    ).map(({ hour }) => hour)
    expect(registrationTruth.batches).toEqual(expect.arrayContaining(hours))
    const marks = count(
      "select count(*) from changes where entity = 'registration' and after like '%\"failed\"%'",
    )
    near(marks, count("select count(*) from registrations where state = 'sent'"), registrationTruth.failed)
    const list = await t.must('registration.list', { show: 'open' })
    expect(list.unregistered).toEqual([])
    expect(list.rows.every(({ missing }) => missing.length === 0)).toBe(true)
    expect(list.counts.toSend).toBeGreaterThan(0)
  })

  test('visitors come to who is in the house and are gone before the night', () => {
    const visits = count('select count(*) from visitors')
    expect(visits).toBeGreaterThan(registrationTruth.days / 2)
    expect(
      count(`select count(*) from visitors v join stays s on s.booking_id = v.booking_id
        where v.came_at >= s.checked_in_at and (s.checked_out_at is null or v.came_at <= s.checked_out_at)
          and (v.left_at > v.came_at or v.left_at is null)`),
    ).toBe(visits)
    expect(count(`select count(*) from visitors where left_at is null and business_date < '${today}'`)).toBe(
      0,
    )
  })
})

describe('housekeeping', () => {
  test('rooms that were slept in were given to somebody, and who stays lets nobody in as often as it says', () => {
    const past = `from housekeeping_tasks where on_date < '${today}'`
    expect(count(`select count(distinct on_date) ${past}`)).toBe(housekeepingTruth.days)
    expect(count(`select count(*) ${past} and (attendant_id is null or outcome is null)`)).toBe(0)
    const stays = count(`select count(*) ${past} and work = 'stay-over'`)
    near(count(`select count(*) ${past} and outcome = 'do-not-disturb'`), stays, housekeepingTruth.shut)
    near(count(`select count(*) ${past} and outcome = 'refused'`), stays, housekeepingTruth.refused)
    expect(count(`select count(*) ${past} and work = 'departure' and outcome <> 'done'`)).toBe(0)
  })

  test('the log has every state of a room: left dirty, cleaned, inspected, slept in, and nobody comes into a dirty one', () => {
    // How rooms are is told since the night before the first attendants begin
    const first = addDays(today, -housekeepingTruth.days - 1)
    const told = all<{
      seq: number
      command: number
      room: number
      operation: string
      was: string
      is: string
    }>(
      `select seq, command, entity_id as room, operation, json_extract(before, '$.housekeeping') as was,
        json_extract(after, '$.housekeeping') as "is" from changes
       where entity = 'room' and operation <> 'room.save' and business_date >= '${first}' and before is not null order by seq`,
    )
    const ends: Record<string, readonly string[]> = {
      'stay.checkOut': ['dirty'],
      'stay.moveRoom': ['dirty'],
      'audit.advance': ['dirty'],
      'housekeeping.noteVisit': ['clean'],
      'housekeeping.setRooms': ['clean', 'inspected', 'pickup'],
    }
    const states = new Map<number, string>()
    for (const { seq, room, operation, was, is } of told) {
      expect([seq, was]).toEqual([seq, states.get(room) ?? 'clean'])
      expect(ends[operation], operation).toContain(is)
      states.set(room, is)
    }
    expect(new Set(told.map(({ operation }) => operation))).toEqual(new Set(Object.keys(ends)))
    const stateAt = (room: number, seq: number) =>
      told.findLast((row) => row.room === room && row.seq < seq)?.is ?? 'clean'
    const acts = all<{ seq: number; command: number; operation: string; room: number | null }>(
      `select c.seq, c.command, c.operation, json_extract(c.after, '$.roomId') as room from changes c
       where c.entity = 'stay' and c.operation = 'stay.checkIn' and c.business_date >= '${first}'`,
    )
    for (const { seq, room } of acts)
      if (room !== null) expect(['clean', 'inspected'], `change ${seq}`).toContain(stateAt(room, seq))
    const left = count(
      `select count(*) from stays where checked_out_on >= '${first}' and room_id is not null`,
    )
    const dirtied = new Set(told.flatMap((row) => (row.operation === 'stay.checkOut' ? [row.command] : [])))
    // A room that the night left dirty is dirty already, but where it was made before its guest left
    expect(dirtied.size).toBeGreaterThan(0)
    expect(dirtied.size).toBeLessThanOrEqual(left)
  })

  test('closed rooms take their nights, and nobody sleeps in them', () => {
    const closures = all<{ id: number; nights: number; taken: number }>(`select c.id,
        julianday(c.to_night) - julianday(c.from_night) as nights,
        (select count(*) from room_nights n where n.closure_id = c.id and n.room_id = c.room_id) as taken
      from closures c where c.kind = 'out-of-order'`)
    expect(closures.length).toBeGreaterThan(
      housekeepingTruth.closureDays / housekeepingTruth.closureEvery / 2,
    )
    for (const { id, nights, taken } of closures) expect([id, taken]).toEqual([id, nights])
  })

  test('discrepancies of past days were settled', () => {
    expect(count(`select count(*) from discrepancies where on_date < '${today}'`)).toBeGreaterThan(0)
    expect(
      count(`select count(*) from discrepancies where on_date < '${today}' and settled_at is null`),
    ).toBe(0)
  })
})

describe('the close', () => {
  test('each past day was closed once, by the night, with what its audit posted', () => {
    const dates = all<{ date: BusinessDate }>('select business_date as date from closes order by 1')
    dates.forEach(({ date }, at) => {
      expect(date).toBe(addDays(dates[0]?.date as BusinessDate, at))
    })
    expect(dates.at(-1)?.date).toBe(addDays(today, -1))
    const wrong = `select count(*) from closes c where json_extract(c.counts, '$.nights') <>
      (select count(*) from postings p where p.kind = 'room' and p.business_date = c.business_date)`
    expect(count(wrong)).toBe(0)
    expect(count("select count(*) from closes where status <> 'done' or started_by <> 'heqiang'")).toBe(0)
  })

  test('shifts leave notes; the next has read all but the last', () => {
    const notes = all<{ by: string; ticked: string | null }>(
      'select created_by as by, ticked_by as ticked from shift_notes order by id',
    )
    expect(notes.length).toBeGreaterThan(closesTruth.noteDays / 2)
    expect(notes.filter(({ ticked }) => ticked === null)).toHaveLength(closesTruth.unread)
    for (const { by, ticked } of notes) expect(by).not.toBe(ticked)
  })
})

describe('feedback', () => {
  const gone = `from stays s join bookings b on b.id = s.booking_id where s.checked_out_at is not null`
  const waited = '(julianday(s.checked_in_at) - julianday(s.arrived_at)) * 1440 >= 29.999'
  const declined = "exists (select 1 from requests r where r.booking_id = b.id and r.status = 'declined')"
  const marks = (which: string) =>
    all<{ marks: number; mean: number }>(
      `select count(*) as marks, avg(s.feedback_mark) as mean ${gone} and s.feedback_mark is not null and ${which}`,
    )[0] ?? { marks: 0, mean: 0 }

  test('is given by its share of who left, at their departure', () => {
    near(marks('1').marks, count(`select count(*) ${gone}`), feedbackTruth.share)
    expect(count('select count(*) from stays where feedback_at <> checked_out_at')).toBe(0)
  })

  test('is lower of who waited long, or did without what they asked for', () => {
    const { mean, spread } = feedbackTruth
    const usual = marks(`coalesce(${waited}, 0) = 0 and not ${declined}`)
    // Cut to 1 to 5, which takes of the upper end alone
    expect(usual.mean).toBeGreaterThan(mean.usual - 0.4)
    expect(usual.mean).toBeLessThan(mean.usual)
    for (const [which, cause] of [
      [waited, 'waited'],
      [`coalesce(${waited}, 0) = 0 and ${declined}`, 'declined'],
    ] as const) {
      const found = marks(which)
      expect(found.marks, cause).toBeGreaterThan(10)
      expect(Math.abs(found.mean - mean[cause]), cause).toBeLessThan(
        (4 * (spread + 0.3)) / Math.sqrt(found.marks),
      )
      expect(found.mean, cause).toBeLessThan(usual.mean - 0.5)
    }
  })
})

test('wishes that were declined say why, and most what was offered instead', () => {
  const declined = all<{ reason: string | null; alternative: string | null }>(
    `select r.reason, r.alternative from requests r join bookings b on b.id = r.booking_id
     where r.status = 'declined' and b.status = 'checked-out'`,
  )
  expect(declined.length).toBeGreaterThan(20)
  for (const { reason } of declined) expect(reason).toBeTruthy()
  expect(declined.filter(({ alternative }) => alternative !== null).length).toBeGreaterThan(
    declined.length / 2,
  )
  expect(count("select count(*) from requests where alternative is not null and status <> 'declined'")).toBe(
    0,
  )
})

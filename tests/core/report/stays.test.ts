import { expect, test } from 'vitest'
import { waitTruth } from '#core/demo/course/arrival.ts'
import { registrationTruth } from '#core/demo/registration.ts'
import { housekeepingTruth } from '#core/demo/rounds.ts'
import { csvOf } from '#core/report/files/csv.ts'
import { jsonOf } from '#core/report/files/json.ts'
import type { ReportName } from '#shared/domain/report/catalogue.ts'
import type { Row } from '#shared/domain/report/result.ts'
import { momentOf } from '#shared/values/index.ts'
import { wordedIn } from '#tests/support/report-files.ts'
import { knownHotel } from '../demo/known-hotel.ts'

/** Reports of what stays bring, against statements by hand over the same store, and against what its generator says. */
const { t, one } = knownHotel()

const period = { from: '2026-02-16', to: '2026-03-01' }
const run = (name: ReportName, parameters: Record<string, string> = {}) =>
  t.must('report.run', { name, parameters: { ...period, ...parameters } })
const sum = (rows: readonly Row[], key: string) => rows.reduce((all, row) => all + Number(row[key]), 0)
const within = (column: string) => `${column} between '${period.from}' and '${period.to}'`

test.each(['attendant', 'day', 'week', 'month', 'work', 'floor'])(
  'rooms cleaned by %s are the tasks on file',
  async (by) => {
    const { tables } = await run('housekeeping', { by })
    const [main] = tables
    const count = (also: string) =>
      one(`select count(*) from housekeeping_tasks where ${within('on_date')} and ${also}`)
    expect(main.total).toMatchObject({
      roomsGiven: count('1'),
      roomsCleaned: count("outcome = 'done'"),
      notDisturbed: count("outcome = 'do-not-disturb'"),
      serviceRefused: count("outcome = 'refused'"),
      creditsCleaned: one(
        `select sum(credits) from housekeeping_tasks where ${within('on_date')} and outcome = 'done'`,
      ),
    })
    expect(main.total?.roomsGiven).toBeGreaterThan(100)
    for (const key of ['roomsGiven', 'roomsCleaned', 'creditsGiven'])
      expect(sum(main.rows, key), key).toBe(main.total?.[key])
  },
)

test('housekeeping has the share of closed doors that is true of it, closures by reason and discrepancies', async () => {
  const { tables } = await run('housekeeping', { by: 'work', from: '2026-01-01' })
  const [main, closures, discrepancies] = tables
  const stays = main.rows.find(({ work }) => work === 'stay-over')
  const share = Number(stays?.notDisturbed) / Number(stays?.roomsGiven)
  const { shut } = housekeepingTruth
  const spread = Math.sqrt((shut * (1 - shut)) / Number(stays?.roomsGiven))
  expect(Math.abs(share - shut)).toBeLessThan(4 * spread)
  expect(closures?.total?.closedNights).toBe(
    one(
      "select count(*) from room_nights where closure_id is not null and night between '2026-01-01' and '2026-03-01'",
    ),
  )
  expect(sum(closures?.rows ?? [], 'closures')).toBe(closures?.total?.closures)
  expect(discrepancies?.total?.discrepanciesSettled).toBe(discrepancies?.total?.discrepancies)
})

test.each(['hour', 'day', 'roomType', 'user'])(
  'check-ins and check-outs by %s are those of stays',
  async (by) => {
    const [main] = (await run('arrivalTimes', { by })).tables
    const ins = one(`select count(*) from stays where ${within('checked_in_on')}`)
    expect(main.total).toMatchObject({
      checkIns: ins,
      checkOuts: one(`select count(*) from stays where ${within('checked_out_on')}`),
      waitedForRoom: one(
        `select count(*) from stays where ${within('checked_in_on')} and arrived_at is not null`,
      ),
      earlyCheckIns: one(
        `select count(*) from stays where ${within('checked_in_on')} and time(checked_in_at, '+8 hours') < '14:00'`,
      ),
    })
    expect(sum(main.rows, 'checkIns')).toBe(ins)
    const [least, most] = waitTruth.minutes
    expect(Number(main.total?.longestWait)).toBeLessThanOrEqual(most)
    expect(Number(main.total?.medianWait)).toBeGreaterThanOrEqual(least)
  },
)

test('hours go in order, and a line leads to who came and went in it', async () => {
  const { tables } = await run('arrivalTimes', { by: 'hour' })
  const hours = tables[0].rows.map(({ hour }) => hour)
  expect(hours).toEqual(hours.toSorted())
  const { rows } = await t.must('report.bookings', {
    name: 'arrivalTimes',
    parameters: { ...period, by: 'hour' },
    row: { hour: '16:00' },
  })
  const atFour = one(`select count(distinct booking_id) from stays
    where (${within('checked_in_on')} and strftime('%H', checked_in_at, '+8 hours') = '16')
      or (${within('checked_out_on')} and strftime('%H', checked_out_at, '+8 hours') = '16')`)
  expect(rows).toHaveLength(atFour)
  expect(atFour).toBeGreaterThan(0)
})

test('registrations are counted with what was sent, failed and late', async () => {
  const [main] = (await run('registration', { by: 'event', from: '2026-01-20' })).tables
  const count = (also: string) =>
    one(
      `select count(*) from registrations where business_date between '2026-01-20' and '2026-03-01' and ${also}`,
    )
  expect(main.total).toMatchObject({
    registrations: count('1'),
    registrationsSent: count("state = 'sent'"),
    registrationsFailed: count("state = 'failed'"),
  })
  const overseas = count('guest_id in (select id from registrants where entry_on is not null)')
  const late = Number(main.total?.registrationsLate)
  expect(late).toBe(
    count(`guest_id in (select id from registrants where entry_on is not null) and state = 'sent'
      and julianday(state_at) - julianday(at) > 1`),
  )
  expect(late / overseas).toBeLessThan(registrationTruth.late * 3)
  const [byCountry] = (await run('registration', { by: 'country' })).tables
  expect(byCountry.rows.map(({ country }) => country)).toContain('CHN')
})

test('traces by department are those due, and done on their day', async () => {
  const [main] = (await run('traces', { by: 'department' })).tables
  expect(main.total).toMatchObject({
    traces: one(`select count(*) from traces where ${within('due_on')}`),
    tracesOnDay: one(
      `select count(*) from traces where ${within('due_on')} and status = 'done' and date(status_at, '+8 hours') <= due_on`,
    ),
    tracesOverdue: one(`select count(*) from traces where ${within('due_on')} and status = 'open'`),
  })
})

test('rooms used are the nights slept, and behind a room is who was in it', async () => {
  const [main] = (await run('roomUse', { by: 'room' })).tables
  const slept = `from room_nights n join bookings b on b.id = n.booking_id
    where ${within('n.night')} and n.live = 1 and n.room_id is not null and b.status in ('in-house', 'checked-out')`
  expect(main.total?.roomNightsSlept).toBe(one(`select count(*) ${slept}`))
  expect(main.total?.roomStays).toBe(one(`select count(distinct b.id) ${slept}`))
  const [row] = main.rows
  expect(row?.roomStays).toBe(one(`select count(distinct b.id) ${slept} and n.room_id = ${row?.room}`))
})

test('a period without stays says what would make some', async () => {
  for (const [name, note] of [
    ['housekeeping', 'noTasks'],
    ['arrivalTimes', 'noPassages'],
    ['roomUse', 'noRoomNights'],
    ['registration', 'noRegistrations'],
    ['traces', 'noTraces'],
  ] as const) {
    const { notes, says } = await run(name, { from: '2019-01-01', to: '2019-01-31' })
    expect(notes.map(({ code }) => code)).toContain(note)
    expect(says).toBeNull()
  }
})

// `vitest run tests/core/report/stays.test.ts -u` writes the golden files again: read the difference before it is committed
test.each(
  (['housekeeping', 'arrivalTimes', 'registration', 'traces'] as const).flatMap((name) =>
    (['en', 'zh'] as const).map((language) => [name, language] as const),
  ),
)('the files of %s in %s are what they were', async (name, language) => {
  const found = await run(name)
  const result = { ...found, asOf: { ...found.asOf, moment: momentOf(Date.UTC(2026, 2, 2, 6, 30)), seq: 0 } }
  const worded = wordedIn(result, language)
  const file = (ending: string) => `../../golden/report/${name}.${language}.${ending}`
  await expect(jsonOf(result, worded)).toMatchFileSnapshot(file('json'))
  await expect(csvOf(worded)).toMatchFileSnapshot(file('csv'))
})

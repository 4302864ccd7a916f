import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import type { ImportSummary, TakenBack } from '#shared/contract/import.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, ImportBatchId } from '#shared/values/index.ts'
import { closeHotel, column, hotel, openHotel, rowsOf } from './lists.ts'
import { addRoom1203, recognised, summaryOf } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  const findings = await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)
  expect(await closeHotel()).toEqual([])
  expect(findings).toEqual([])
})

const headings = 'Confirmation No,Guest name,Arrival,Departure,Room type,Rate,Status,Phone,Adults,Note'
let files = 0

async function run(
  lines: readonly string[],
  more: { source?: string; dryRun?: boolean; heads?: string } = {},
) {
  files += 1
  const { heads = headings, dryRun = false, source } = more
  const file = hotel.give(`week-${files}.csv`, `${[heads, ...lines].join('\n')}\n`)
  const mapping = await recognised(hotel.app, file)
  const ended = await hotel.run({ file, profile: 'generic', mapping, dryRun, ...(source ? { source } : {}) })
  return { ended, summary: summaryOf(ended) }
}

const week = async (lines: readonly string[], source?: string): Promise<ImportSummary> =>
  (await run(lines, source ? { source } : {})).summary

/** Findings of a run, as kind, field and value. */
async function found(source: string, ...kinds: string[]) {
  const { rows } = await hotel.app.must('import.findings', { source })
  return rows.filter(({ kind }) => kinds.includes(kind)).map(({ kind, field, value }) => [kind, field, value])
}

const ofBatch = (summary: ImportSummary, ...kinds: string[]) => found(`batch:${summary.batchId}`, ...kinds)

type Stored = {
  id: number
  status: string
  arrival: string
  departure: string
  total: number
  version: number
}
const stored = (number = 'R100') =>
  rowsOf<Stored>(
    `select id, status, arrival, departure, total_minor as total, version from bookings
     where source ->> '$.confirmationNo' = '${number}' order by id`,
  )

function row(
  over: Partial<
    Record<'no' | 'name' | 'from' | 'to' | 'type' | 'rate' | 'status' | 'phone' | 'adults' | 'note', string>
  > = {},
) {
  const { no = 'R100', name = 'Re Export', from = '2026-03-20', to = '2026-03-22', type = 'DBL' } = over
  const { rate = '300', status = 'Confirmed', phone = '', adults = '2', note = '' } = over
  return [no, name, from, to, type, rate, status, phone, adults, note].join(',')
}

async function change(input: Omit<InputOf<'booking.changeDates'>, 'id' | 'version' | 'kind'>) {
  const [one] = stored()
  const { id, version } = one as Stored
  return hotel.app.must('booking.changeDates', { id: id as BookingId, version, kind: 'dates', ...input })
}

async function takeBack(batch: ImportBatchId | null): Promise<TakenBack> {
  const { job } = await hotel.app.must('import.takeBack', { batch: batch as ImportBatchId })
  const report = await hotel.app.app.jobs.ended(job)
  if (report?.failure) throw new Error(JSON.stringify(report.failure))
  return report?.result as TakenBack
}

test('the next export cancels what the last one brought: shown dry, on the log, taken back with its import', async () => {
  await week([row()])
  const cancelled = row({ status: 'Cancelled' })
  const dry = await run([cancelled], { dryRun: true })
  expect(dry.summary).toMatchObject({
    batchId: null,
    imported: 1,
    rejected: {},
    created: { bookings: 0, guests: 0 },
    compared: { new: 0, changed: 1, same: 0, gone: 0 },
  })
  if (!('job' in dry.ended)) throw new Error('refused')
  const shown = [['changed', 'Status', 'confirmed → cancelled']]
  expect(await found(`job:${dry.ended.job}`, 'changed', 'same', 'new', 'gone')).toEqual(shown)
  expect(stored()).toMatchObject([{ status: 'confirmed', version: 1 }])

  const second = await week([cancelled])
  expect(await ofBatch(second, 'changed')).toEqual(shown)
  const [one] = stored()
  expect(one).toMatchObject({ status: 'cancelled', version: 2 })
  expect(column('select live from room_nights')).toEqual([0, 0])
  const { rows } = await hotel.app.must('change.list', { entity: 'booking', entityId: one?.id })
  expect(rows).toMatchObject([
    { operation: 'import.start', before: { status: 'confirmed' }, after: { status: 'cancelled' } },
    { operation: 'import.start', before: null },
  ])
  expect(await takeBack(second.batchId)).toMatchObject({
    removed: { bookings: 0 },
    restored: { bookings: 1 },
  })
  expect(stored()).toMatchObject([{ status: 'confirmed' }])
  expect(column('select live from room_nights')).toEqual([1, 1])
  // What it said is forgotten with it: the same export changes the same again.
  expect((await week([cancelled])).compared).toMatchObject({ changed: 1 })
})

test('each field is compared, and told from what to what', async () => {
  await week([row()])
  const second = await week([
    row({
      from: '2026-03-21',
      to: '2026-03-24',
      type: 'KING',
      rate: '320',
      phone: '13800138001',
      adults: '1',
      note: 'late',
    }),
  ])
  expect(await ofBatch(second, 'changed')).toEqual([
    ['changed', 'Arrival', '2026-03-20 → 2026-03-21'],
    ['changed', 'Departure', '2026-03-22 → 2026-03-24'],
    ['changed', 'Room type', 'DBL → KING'],
    ['changed', 'Rate', '300.00 → 320.00'],
    ['changed', 'Adults', '2 → 1'],
    ['changed', 'Note', ' → late'],
    ['changed', 'Phone', ' → +8613800138001'],
  ])
  expect(second.created).toMatchObject({ bookings: 0, guests: 0, roomTypes: 1 })
  expect(stored()).toMatchObject([{ arrival: '2026-03-21', departure: '2026-03-24', total: 96_000 }])
  expect(column('select night from room_nights order by night')).toEqual([
    '2026-03-21',
    '2026-03-22',
    '2026-03-23',
  ])
  expect(column('select value from guest_contacts')).toEqual(['+8613800138001'])
  await takeBack(second.batchId)
  expect(stored()).toMatchObject([{ arrival: '2026-03-20', departure: '2026-03-22', total: 60_000 }])
  expect(column('select value from guest_contacts')).toEqual([])
  expect(column('select code from room_types')).toEqual(['DBL'])
})

test('what a clerk changed stays and is noted; what nobody touched is updated', async () => {
  await week([row()])
  await change({ arrival: '2026-03-20' as never, departure: '2026-03-21' as never })
  const second = await week([row({ to: '2026-03-24', adults: '1' })])
  expect(second).toMatchObject({ notes: { keptByDesk: 1 }, compared: { changed: 1 } })
  expect(await ofBatch(second, 'changed', 'noted')).toEqual([
    ['changed', 'Adults', '2 → 1'],
    ['noted', 'Departure', '2026-03-21 ≠ 2026-03-24'],
  ])
  expect(stored()).toMatchObject([{ departure: '2026-03-21' }])
  // An export that still says the old thing is noted as well, week after week.
  const third = await week([row({ adults: '1' })])
  expect(await ofBatch(third, 'changed', 'same', 'noted')).toEqual([
    ['same', '', ''],
    ['noted', 'Departure', '2026-03-21 ≠ 2026-03-22'],
  ])
  // One that agrees with the clerk ends it, and changes after that are the source's again.
  expect(await week([row({ to: '2026-03-21', adults: '1' })])).toMatchObject({
    notes: {},
    compared: { same: 1 },
  })
  expect(await week([row({ to: '2026-03-25', adults: '1' })])).toMatchObject({
    notes: {},
    compared: { changed: 1 },
  })
  expect(stored()).toMatchObject([{ departure: '2026-03-25' }])
})

test('a cancellation made here is not undone by an older export', async () => {
  await addRoom1203(hotel.app)
  const today = { from: '2026-03-02', to: '2026-03-04', type: 'KING' }
  await week([row(today), row({ ...today, no: 'R101', name: 'Other' })])
  const [one] = stored()
  await hotel.app.must('booking.cancel', {
    id: one?.id as BookingId,
    version: 1,
    kind: 'cancel',
    reason: 'phoned',
  })
  const again = await week([row(today), row({ ...today, no: 'R101', name: 'Other', adults: '1' })])
  expect(again).toMatchObject({ notes: { keptByDesk: 1 }, compared: { same: 1, changed: 1 } })
  expect(await ofBatch(again, 'noted')).toEqual([['noted', 'Status', 'cancelled ≠ confirmed']])
  expect(stored()).toMatchObject([{ status: 'cancelled' }])
})

test('an assumed status is no statement: a stay that is over by now was not checked out by the export', async () => {
  const heads = 'Confirmation No,Guest name,Arrival,Departure,Room type'
  await run(['A1,Ann,2026-03-02,2026-03-03,DBL'], { heads })
  const next = await run(['A1,Ann,2026-02-20,2026-02-21,DBL'], { heads })
  expect(next.summary.compared).toMatchObject({ changed: 1 })
  expect(stored('A1')).toMatchObject([{ status: 'confirmed', arrival: '2026-02-20' }])
})

test('several rooms under one number are matched among each other', async () => {
  await week([row({ type: 'DBL' }), row({ type: 'TWIN' }), row({ type: 'KING' })])
  const before = stored()
  const second = await week([
    row({ type: 'KING' }),
    row({ type: 'TWIN', to: '2026-03-23' }),
    row({ type: 'SUITE' }),
    row({ type: 'DBL' }),
  ])
  expect(second.compared).toEqual({ new: 1, changed: 1, same: 2, gone: 0 })
  expect(stored().map(({ departure }) => departure)).toEqual([
    '2026-03-22',
    '2026-03-23',
    '2026-03-22',
    '2026-03-22',
  ])
  expect(
    stored()
      .slice(0, 3)
      .map(({ id }) => id),
  ).toEqual(before.map(({ id }) => id))
  expect(await ofBatch(second, 'changed')).toEqual([['changed', 'Departure', '2026-03-22 → 2026-03-23']])
  // One room fewer: the others are who they were.
  const third = await week([
    row({ type: 'SUITE' }),
    row({ type: 'TWIN', to: '2026-03-23' }),
    row({ type: 'DBL' }),
  ])
  expect(third.compared).toEqual({ new: 0, changed: 0, same: 3, gone: 1 })
})

test('a row of several rooms is its party: changed together, longer by a room, shorter by one', async () => {
  const heads = '订单号,姓名,入住日期,离店日期,房型,间数,总价'
  const order = (rooms: number, to = '2026-03-07') =>
    `T1,王一,2026-03-05,${to},大床房,${rooms},${rooms * 600}`
  await run([order(3)], { heads })
  expect(stored('T1')).toHaveLength(3)
  expect((await run([`${order(3)} `], { heads })).summary).toMatchObject({
    compared: { same: 1, changed: 0, new: 0, gone: 0 },
    created: { bookings: 0 },
  })
  const longer = (await run([order(4, '2026-03-08')], { heads })).summary
  expect(longer).toMatchObject({ imported: 1, compared: { changed: 1 }, created: { bookings: 1, guests: 0 } })
  expect(await ofBatch(longer, 'changed')).toEqual([
    ['changed', '离店日期', '2026-03-07 → 2026-03-08'],
    ['changed', '总价', '300.00 → 200.00'],
    ['changed', '间数', '3 → 4'],
  ])
  expect(stored('T1').map(({ departure, total }) => [departure, total])).toEqual(
    Array.from({ length: 4 }, () => ['2026-03-08', 60_000]),
  )
  const shorter = (await run([order(2, '2026-03-08')], { heads })).summary
  expect(shorter).toMatchObject({ compared: { same: 1, changed: 0, gone: 2 } })
  expect(stored('T1')).toHaveLength(4)
  // Each room is another booking of the one guest.
  await takeBack(longer.batchId)
  expect(stored('T1').map(({ departure }) => departure)).toEqual(['2026-03-07', '2026-03-07', '2026-03-07'])
})

describe('a number alone proves nothing', () => {
  test('another guest on other dates is another stay', async () => {
    await week([row()])
    const second = await week([row({ name: 'Somebody Else', from: '2026-05-01', to: '2026-05-03' })])
    expect(second).toMatchObject({
      compared: { new: 1 },
      notes: { confirmationOther: 1 },
      created: { bookings: 1 },
    })
    expect(stored()).toHaveLength(2)
  })

  test('a rounded one is none', async () => {
    const heads = '订单号,姓名,入住日期,离店日期,房型,手机号,房价'
    const [a, b] = [
      [
        '1.26031E+18,王一,2026-03-05,2026-03-07,大床房,13800138000,300',
        '1.26031E+18,李二,2026-03-05,2026-03-07,大床房,13800138001,300',
      ],
      ['1.26031E+18,赵三,2026-03-05,2026-03-07,大床房,13800138002,300'],
    ]
    await run(a as string[], { heads })
    const { summary } = await run(b as string[], { heads })
    expect(summary).toMatchObject({ imported: 1, rejected: {}, created: { bookings: 1, guests: 1 } })
  })
})

describe('whose numbers they are', () => {
  test('two systems that number alike stay apart, by their headings or by their names', async () => {
    await week([row()])
    const other = await run(['R100,Ann,2026-03-20,2026-03-22,DBL'], {
      heads: 'Booking ref,Guest name,Arrival,Departure,Room type',
    })
    expect(other.summary).toMatchObject({ imported: 1, created: { bookings: 1 } })
    expect(other.summary.compared).toBeUndefined()
    await week([row({ name: 'Ben', no: 'R200' })], 'OPERA')
    const named = await week([row({ name: 'Ben', no: 'R200', note: 'by Mews' })], 'Mews')
    expect(named).toMatchObject({ imported: 1, created: { bookings: 1 }, source: 'Mews' })
    expect(stored('R200')).toHaveLength(2)
    const again = await week(
      [row({ name: 'Ben', no: 'R200', note: 'by Mews', status: 'Cancelled' })],
      ' mews ',
    )
    expect(again.compared).toEqual({ new: 0, changed: 1, same: 0, gone: 0 })
    expect(stored('R200').map(({ status }) => status)).toEqual(['confirmed', 'cancelled'])
  })

  test('a file of another layout that says the very same stay is kept out, until its system is named', async () => {
    const heads = 'Booking ref,Guest name,Arrival,Departure,Room type,Phone'
    await week([row()], '')
    const line = 'R100,Re Export,2026-03-20,2026-03-22,DBL,'
    const kept = await run([line], { heads })
    expect(kept.summary).toMatchObject({ imported: 0, rejected: { confirmationOnFile: 1 } })
  })

  test('a file without a name is of the system that the last one of its layout was', async () => {
    await week([row()], 'OPERA')
    const next = await week([row({ status: 'Cancelled' })])
    expect(next).toMatchObject({ source: 'OPERA', compared: { changed: 1 } })
  })
})

test('what is gone is listed and left alone, within the dates that the file covers', async () => {
  await week([
    row({ no: 'G1', name: 'Ann' }),
    row({ no: 'G2', name: 'Ben', from: '2026-03-25', to: '2026-03-26' }),
    row({ no: 'G3', name: 'Cas', from: '2026-06-01', to: '2026-06-02' }),
    row({ no: 'G4', name: 'Dan', from: '2026-03-25', to: '2026-03-26' }),
    row({ no: 'G5', name: 'Eve', from: '2026-03-25', to: '2026-03-26', status: 'Cancelled' }),
  ])
  const next = await week([
    row({ no: 'G1', name: 'Ann' }),
    row({ no: 'G4', name: 'Dan', from: 'soon' }),
    row({ no: 'G9', name: 'Zoe', from: '2026-03-30', to: '2026-03-31' }),
  ])
  expect(next).toMatchObject({
    compared: { new: 1, same: 1, changed: 0, gone: 1 },
    rejected: { dateForm: 1 },
  })
  const [[, , value] = []] = await ofBatch(next, 'gone')
  expect(value).toBe(`G2 · ${10_000_000 + Number(stored('G2')[0]?.id)} · 2026-03-25 · Ben`)
  expect(stored('G2')).toMatchObject([{ status: 'confirmed', version: 1 }])
})

test('rooms change hands within one file, and a room that is let to another is not taken', async () => {
  await addRoom1203(hotel.app)
  const [type] = await hotel.app.must('room.listTypes', {})
  await hotel.app.must('room.save', { number: '1204', roomTypeId: type?.id as never, floor: 12 })
  const heads = `${headings},Room No`
  const at = (no: string, name: string, room: string, over: Parameters<typeof row>[0] = {}) =>
    `${row({ no, name, type: 'KING', ...over })},${room}`
  await run([at('A', 'Ann', '1203'), at('B', 'Ben', '1204')], { heads })
  const swapped = await run([at('A', 'Ann', '1204'), at('B', 'Ben', '1203')], { heads })
  expect(swapped.summary).toMatchObject({ compared: { changed: 2 }, notes: {} })
  const rooms = () =>
    column(`select distinct b.source ->> '$.confirmationNo' || ' ' || r.number from bookings b
      join room_nights n on n.booking_id = b.id join rooms r on r.id = n.room_id order by 1`)
  expect(rooms()).toEqual(['A 1204', 'B 1203'])
  // Ann goes, and Cas comes into her room by the same file, above her row.
  const next = await run(
    [at('C', 'Cas', '1204'), at('A', 'Ann', '1204', { status: 'Cancelled' }), at('B', 'Ben', '1203')],
    { heads },
  )
  expect(next.summary).toMatchObject({ compared: { new: 1, changed: 1, same: 1 }, rejected: {} })
  // Two in one room: the second has none.
  const taken = await run([at('C', 'Cas', '1204'), at('B', 'Ben', '1204')], { heads })
  expect(taken.summary).toMatchObject({ compared: { changed: 1, same: 1 }, notes: { roomDropped: 1 } })
  expect(rooms()).toEqual(['A 1204', 'C 1204'])
})

test('another guest under the same number, arrival and type takes the booking over', async () => {
  await week([row({ phone: '13800138001' })])
  const second = await week([row({ name: 'Ann Lee', phone: '13800138002' })])
  expect(await ofBatch(second, 'changed')).toEqual([['changed', 'Guest name', 'Re Export → Ann Lee']])
  expect(second.created.guests).toBe(1)
  await takeBack(second.batchId)
  expect(column('select g.given_name from bookings b join guests g on g.id = b.guest_id')).toHaveLength(1)
  expect(hotel.count('guests')).toBe(1)
})

test('a weekly export imported twenty times gives one booking each', async () => {
  const numbers = Array.from({ length: 60 }, (_, at) => at)
  const departs = (at: number, round: number) => (at % 7 === 0 && round > 5 ? 25 : 22)
  const summaries: ImportSummary[] = []
  for (let round = 0; round < 20; round++) {
    const lines = numbers
      .filter((at) => at < 30 + round)
      .map((at) =>
        row({
          no: `W${at}`,
          name: `Guest ${'ABCDEFGHIJ'[at % 10]}${at}`,
          to: `2026-03-${departs(at, round)}`,
          status: at % 11 === 0 && round > 10 ? 'Cancelled' : 'Confirmed',
          note: `week ${round % 2}`,
        }),
      )
    summaries.push(await week(lines))
  }
  expect(summaries.map(({ created }) => created.bookings)).toEqual([
    30,
    ...Array.from({ length: 19 }, () => 1),
  ])
  expect(summaries.every(({ rejected }) => Object.keys(rejected).length === 0)).toBe(true)
  expect(hotel.count('bookings')).toBe(49)
  expect(hotel.count('guests')).toBe(49)
  expect(column(`select count(*) from bookings where status = 'cancelled'`)).toEqual([5])
  expect(column(`select count(*) from bookings where departure = '2026-03-25'`)).toEqual([7])
  // The last one taken back leaves what the one before it left.
  const last = summaries.at(-1)
  expect(await takeBack(last?.batchId ?? null)).toMatchObject({
    removed: { bookings: 1 },
    restored: { bookings: 48 },
  })
  expect(hotel.count('bookings')).toBe(48)
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, TraceId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'
import { openDay } from '../booking/steps.ts'

let t: BookingHotel
let bookingId: BookingId
beforeEach(async () => {
  t = await openBookingHotel()
  bookingId = await t.book({ roomId: t.rooms['101'] })
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const trace = { department: 'engineering', from: '2026-03-10', text: 'Check the safe' } as const
async function add(over: Partial<InputOf<'house.addTrace'>> = {}): Promise<TraceId[]> {
  return (await t.must('house.addTrace', { bookingId, ...trace, ...over })).ids
}
const open = async (over: InputOf<'house.traces'> = {}) => (await t.must('house.traces', over)).rows
const days = async (over: InputOf<'house.traces'> = {}) => (await open(over)).map(({ dueOn }) => dueOn)

describe('a trace', () => {
  test('is open for its department with whose it is, and is ticked off by name', async () => {
    const [id] = await add({ dueTime: '14:30' })
    expect(await open()).toEqual([
      {
        id,
        bookingId,
        guestId: t.zhang,
        guestName: '张伟',
        guestLatinName: 'Zhang Wei',
        confirmationNo: expect.stringMatching(/^\d+$/),
        roomNumber: '101',
        department: 'engineering',
        dueOn: '2026-03-10',
        dueTime: '14:30',
        text: 'Check the safe',
        status: 'open',
        createdAt: expect.stringMatching(/Z$/),
        createdBy: 'Ada Min',
        statusAt: expect.stringMatching(/Z$/),
        statusBy: 'Ada Min',
        version: 1,
      },
    ])
    await t.must('house.markTrace', { id: id!, version: 1, action: 'done' })
    expect(await open()).toEqual([])
    expect(await open({ view: 'closed' })).toMatchObject([{ status: 'done', statusBy: 'Ada Min' }])
    expect(await t.call('house.markTrace', { id: id!, version: 2, action: 'done' })).toMatchObject({
      refusal: { code: 'STATUS_NOT_POSSIBLE', params: { status: 'done' } },
    })
    expect(await t.call('house.changeTrace', { id: id!, version: 2, text: 'x' })).toMatchObject({
      refusal: { code: 'STATUS_NOT_POSSIBLE' },
    })
    await t.must('house.markTrace', { id: id!, version: 2, action: 'reopen' })
    expect(await days()).toEqual(['2026-03-10'])
  })

  test('of a range is one for each day; all of them go with one undo', async () => {
    const reply = await t.call('house.addTrace', { bookingId, ...trace, to: '2026-03-12' })
    expect(await days()).toEqual(['2026-03-10', '2026-03-11', '2026-03-12'])
    await t.must('change.undo', { change: (reply.ok && reply.change) || 0 })
    expect(await days()).toEqual([])
  })

  test('is of the house where it is of no booking, by day and time, what has no time last', async () => {
    await add({ bookingId: null, from: '2026-03-03' })
    await add({ bookingId: null, from: '2026-03-03', dueTime: '22:00', department: 'concierge' })
    await add({ from: '2026-03-02' })
    expect((await open()).map((row) => [row.dueOn, row.dueTime, row.confirmationNo === null])).toEqual([
      ['2026-03-02', null, false],
      ['2026-03-03', '22:00', true],
      ['2026-03-03', null, true],
    ])
    expect(await days({ department: 'concierge' })).toEqual(['2026-03-03'])
    expect(await days({ until: '2026-03-02' })).toEqual(['2026-03-02'])
    expect(await days({ bookingId })).toEqual(['2026-03-02'])
    await openDay(t, '2026-03-03')
    expect(await t.must('house.traceCounts', {})).toEqual([
      { department: 'concierge', overdue: 0, today: 1, later: 0 },
      { department: 'engineering', overdue: 1, today: 1, later: 0 },
    ])
  })

  test.each([
    ['safe', 1],
    ['SAFE', 1],
    ['张伟', 1],
    ['zw', 1],
    ['101', 1],
    ['%', 0],
    ['nobody', 0],
  ])('is found by %j: %i', async (text, count) => {
    await add()
    expect(await open({ text })).toHaveLength(count)
  })

  test.each([
    [{ from: '2026-03-01' }, 'TRACE_PAST', { date: '2026-03-01', businessDate: '2026-03-02' }],
    [{ to: '2026-03-09' }, 'TRACE_DATES', { from: '2026-03-10', to: '2026-03-09' }],
    [{ to: '2026-09-09' }, 'TRACE_DATES', { max: 92 }],
    [{ text: 'card 4111 1111 1111 1111' }, 'CARD_NUMBER', {}],
    [{ bookingId: 99 }, 'BOOKING_UNKNOWN', { id: 99 }],
  ] as [object, string, object][])('is refused with %j: %s', async (over, code, params) => {
    expect(await t.call('house.addTrace', { bookingId, ...trace, ...over })).toMatchObject({
      refusal: { code, params },
    })
    expect(await open()).toEqual([])
  })

  test.each([
    [{ text: '' }, 'text', 'invalid.required'],
    [{ from: '2026-02-30' }, 'from', 'invalid.date'],
    [{ dueTime: '25:00' }, 'dueTime', 'invalid.time'],
    [{ department: 'spa' }, 'department', 'invalid.choice'],
  ] as [object, string, string][])('is no input with %j', async (over, field, code) => {
    expect(await t.call('house.addTrace', { bookingId, ...trace, ...over } as never)).toMatchObject({
      fault: { code: 'INVALID_INPUT', issues: [{ path: [field], code }] },
    })
  })

  test('is changed: text, day, time, department; a day that has passed is kept and not chosen', async () => {
    const [id] = await add()
    await t.must('house.changeTrace', {
      id: id!,
      version: 1,
      text: 'Mend the safe',
      dueOn: '2026-03-11',
      dueTime: '09:00',
      department: 'housekeeping',
    })
    expect(await open()).toMatchObject([
      { text: 'Mend the safe', dueOn: '2026-03-11', dueTime: '09:00', department: 'housekeeping' },
    ])
    await openDay(t, '2026-03-20')
    await t.must('house.changeTrace', { id: id!, version: 2, dueOn: '2026-03-11', text: 'Mend it' })
    expect(await t.call('house.changeTrace', { id: id!, version: 3, dueOn: '2026-03-12' })).toMatchObject({
      refusal: { code: 'TRACE_PAST' },
    })
    expect(await t.call('house.changeTrace', { id: id!, version: 1, text: 'x' })).toMatchObject({
      fault: { code: 'CONFLICT', entity: 'trace', id },
    })
    expect(await t.call('house.markTrace', { id: 77 as never, version: 1, action: 'done' })).toMatchObject({
      refusal: { code: 'TRACE_UNKNOWN' },
    })
  })

  test('is in the log with what it was, whom it is of and its booking, and each step is undone', async () => {
    const [id] = await add()
    const done = await t.call('house.markTrace', { id: id!, version: 1, action: 'done' })
    const { rows } = await t.must('booking.changes', { id: bookingId })
    expect(rows.filter(({ entity }) => entity === 'trace').map(({ operation }) => operation)).toEqual([
      'house.markTrace',
      'house.addTrace',
    ])
    expect(rows[0]).toMatchObject({ whom: { guestId: t.zhang }, label: expect.stringMatching(/^\d{4,}$/) })
    await t.must('change.undo', { change: (done.ok && done.change) || 0 })
    expect(await days()).toEqual(['2026-03-10'])
  })

  test('keeps its booking: the booking’s making is not undone before it', async () => {
    const made = await t.call('booking.create', t.draft({ guestId: t.anna }))
    const other = made.ok ? made.output.id : (0 as never)
    const added = await t.call('house.addTrace', { bookingId: other, ...trace })
    const undo = (reply: { ok: boolean; change?: number }) =>
      t.call('change.undo', { change: reply.change ?? 0 })
    expect(await undo(made as never)).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { what: 'trace' } },
    })
    const gone = await undo(added as never)
    await undo(made as never)
    expect(await undo(gone as never)).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'gone' } },
    })
  })

  test('that was changed beside the program is found by doctor', async () => {
    await add()
    const raw = openRaw(t.file, { readonly: false })
    expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
    raw.exec("update traces set due_on = '2026-03-11'")
    expect((await examine({ rawReader: raw }, () => 0)).findings).toMatchObject([
      { code: 'IMAGE_DIFFERS', params: { entity: 'trace', field: 'dueOn' } },
    ])
    raw.close()
  })
})

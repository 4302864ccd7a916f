import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, BusinessDate, RequestId, TraceId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel, sumsThatDiffer } from '../booking/hotel.ts'
import { openDay } from '../booking/steps.ts'

let t: BookingHotel
let bookingId: BookingId
beforeEach(async () => {
  t = await openBookingHotel()
  bookingId = await t.book({ roomId: t.rooms['101'] })
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  expect(sumsThatDiffer(t)).toEqual([])
  await t.close()
})

async function ask(over: Partial<InputOf<'request.create'>> = {}): Promise<RequestId> {
  return (await t.must('request.create', { bookingId, kind: 'crib', ...over })).id
}
async function trace(over: Partial<InputOf<'house.addTrace'>> = {}): Promise<TraceId> {
  const from = '2026-03-02' as BusinessDate
  const { ids } = await t.must('house.addTrace', { department: 'engineering', from, text: 'Boiler', ...over })
  return ids[0] as TraceId
}
const board = (input: InputOf<'request.board'> = {}) => t.must('request.board', input)

const shown = async (input: InputOf<'request.board'> = {}) =>
  (await board(input)).rows.map(({ of, id }) => `${of} ${id}`)
const today = '2026-03-02' as BusinessDate
const later = '2026-03-03' as BusinessDate

describe('the board', () => {
  beforeEach(async () => {
    bookingId = await t.book({ arrival: today, departure: '2026-03-05' as never, roomId: t.rooms['101'] })
  })

  test('has requests and traces of every department, the overdue first, by day and time', async () => {
    const crib = await ask({ dueTime: '18:00' })
    // The hotel's clock is at noon
    const noon = await ask({ kind: 'quiet', dueTime: '11:00' })
    const boiler = await trace()
    await openDay(t, '2026-03-03')
    const tomorrow = await trace({ from: later, dueTime: '09:30', bookingId, department: 'housekeeping' })
    await openDay(t, today)
    expect(await board()).toMatchObject({
      more: false,
      work: [
        { department: 'front-office', overdue: 1, today: 0 },
        { department: 'engineering', overdue: 0, today: 1 },
        { department: 'housekeeping', overdue: 0, today: 1 },
      ],
      rows: [
        { of: 'request', id: noon, kind: 'quiet', overdue: true, roomNumber: '101', guestName: '张伟' },
        { of: 'request', id: crib, overdue: false, status: 'open', version: 1, createdBy: 'Ada Min' },
        {
          of: 'trace',
          id: boiler,
          kind: null,
          text: 'Boiler',
          bookingId: null,
          guestId: null,
          overdue: false,
        },
      ],
    })
    expect(await shown({ day: 'later' })).toEqual([`trace ${tomorrow}`])
    expect(await shown({ day: 'all' })).toHaveLength(4)
    expect(await shown({ day: 'overdue' })).toEqual([`request ${noon}`])
    expect(await shown({ day: 'today', department: 'engineering' })).toEqual([`trace ${boiler}`])
    await openDay(t, '2026-03-04')
    expect((await board()).rows.map(({ overdue }) => overdue)).toEqual([true, true, true, true])
  })

  test('narrows by state, and sorts by room, guest and state', async () => {
    const other = await t.book({
      guestId: t.anna,
      arrival: today,
      departure: later,
      roomId: t.rooms['102'],
    })
    const house = await trace()
    const second = await ask({ bookingId: other, kind: 'shower' })
    const first = await ask()
    await t.must('request.advance', { id: second, version: 1, action: 'acknowledge' })
    const rows = { house: `trace ${house}`, second: `request ${second}`, first: `request ${first}` }
    expect(await shown({ sort: 'room' })).toEqual([rows.first, rows.second, rows.house])
    expect(await shown({ sort: 'guest' })).toEqual([rows.second, rows.first, rows.house])
    expect((await shown({ sort: 'state' })).at(-1)).toBe(rows.second)
    expect(await shown({ state: 'acknowledged' })).toEqual([rows.second])
    expect((await shown({ state: 'new' })).toSorted()).toEqual([rows.first, rows.house].toSorted())
    expect(await shown({ state: 'closed' })).toEqual([])
    await t.must('request.advance', {
      id: first,
      version: 1,
      action: 'decline',
      reason: 'None left',
      alternative: 'A rail for the bed',
    })
    await t.must('house.markTrace', { id: house, version: 1, action: 'done' })
    expect(await board({ state: 'closed', sort: 'room' })).toMatchObject({
      rows: [
        { of: 'trace', status: 'done' },
        { of: 'request', status: 'declined', reason: 'None left', alternative: 'A rail for the bed' },
      ],
    })
  })

  test('leaves out whose guest does not come, and keeps traces', async () => {
    await ask()
    await trace({ bookingId })
    await t.must('booking.cancel', { id: bookingId, version: 1, reason: 'plans' })
    expect((await board()).rows).toMatchObject([{ of: 'trace', bookingId }])
  })
})

describe('what stays that are over left open', () => {
  let gone: BookingId
  beforeEach(async () => {
    bookingId = await t.book({ arrival: today, departure: '2026-03-05' as never, roomId: t.rooms['101'] })
    gone = await t.book({ guestId: t.anna, arrival: today, departure: later, roomId: t.rooms['102'] })
  })
  const leave = () => {
    const raw = openRaw(t.file, { readonly: false })
    raw.prepare("update bookings set status = 'checked-out' where id = ?").run(gone)
    raw.close()
  }

  test('stands apart, neither due nor overdue; traces and live stays stay on the board', async () => {
    const open = await ask()
    const first = await ask({ bookingId: gone })
    const second = await ask({ bookingId: gone, kind: 'quiet', dueOn: later })
    await t.must('request.advance', { id: first, version: 1, action: 'acknowledge' })
    const own = await trace({ bookingId: gone })
    await openDay(t, '2026-03-10')
    expect(await board()).toMatchObject({ left: 0 })
    expect(await shown({ day: 'overdue' })).toHaveLength(4)
    leave()
    expect(await shown({ day: 'all' })).toEqual([`trace ${own}`, `request ${open}`])
    expect(await shown({ state: 'acknowledged', day: 'all' })).toEqual([])
    expect(await shown({ state: 'new', day: 'all' })).toHaveLength(2)
    const { rows, work, left } = await board({ state: 'left', day: 'today', sort: 'guest' })
    expect(left).toBe(2)
    expect(rows.map(({ id, overdue }) => [id, overdue])).toEqual([
      [second, false],
      [first, false],
    ])
    expect(work).toMatchObject([
      { department: 'engineering', overdue: 1 },
      { department: 'housekeeping', overdue: 1 },
    ])
    expect((await t.must('today.read', {})).work).toEqual(work)
  })

  test('is declined together for one reason, as one act; a trace is not declined', async () => {
    const ids = [await ask({ bookingId: gone }), await ask({ bookingId: gone, kind: 'quiet' })]
    const other = await trace()
    await openDay(t, later)
    leave()
    const items = [
      ...ids.map((id) => ({ of: 'request' as const, id, version: 1 })),
      { of: 'trace' as const, id: other, version: 1 },
    ]
    const decline = { items, action: 'decline' } as const
    expect(await t.call('request.markTogether', decline)).toMatchObject({
      output: { done: [], failed: [{ code: 'REASON_NEEDED' }, { code: 'REASON_NEEDED' }, { of: 'trace' }] },
    })
    expect(await t.call('request.markTogether', { ...decline, reason: '4111 1111 1111 1111' })).toMatchObject(
      { refusal: { code: 'CARD_NUMBER' } },
    )
    const reply = await t.call('request.markTogether', { ...decline, reason: 'The stay is over' })
    expect(reply).toMatchObject({
      output: {
        done: [{ id: ids[0] }, { id: ids[1] }],
        failed: [{ of: 'trace', code: 'STATUS_NOT_POSSIBLE' }],
      },
    })
    expect(await board({ state: 'left' })).toMatchObject({ left: 0, rows: [] })
    expect((await t.must('booking.get', { id: gone })).requests).toMatchObject([
      { status: 'declined', reason: 'The stay is over' },
      { status: 'declined', reason: 'The stay is over' },
    ])
    await t.must('change.undo', { change: (reply.ok && reply.change) || 0 })
    expect((await board({ state: 'left' })).left).toBe(2)
  })
})

describe('several at once', () => {
  const mark = (
    items: InputOf<'request.markTogether'>['items'],
    action: InputOf<'request.markTogether'>['action'],
  ) => t.call('request.markTogether', { items, action })

  test('are ticked off as one act, which one undo takes back', async () => {
    const one = await ask()
    const two = await trace()
    const items = [
      { of: 'request' as const, id: one, version: 1 },
      { of: 'trace' as const, id: two, version: 1 },
    ]
    const reply = await mark(items, 'done')
    expect(reply).toMatchObject({
      ok: true,
      output: { done: items.map((item) => ({ ...item, version: 2 })), failed: [] },
    })
    expect(await shown({ day: 'all' })).toEqual([])
    await t.must('change.undo', { change: (reply.ok && reply.change) || 0 })
    expect(await shown({ day: 'all' })).toHaveLength(2)
  })

  test.each([
    ['request', { id: 99 }, 'done', 'REQUEST_UNKNOWN'],
    ['trace', { id: 99 }, 'done', 'TRACE_UNKNOWN'],
    ['request', { version: 7 }, 'done', 'CONFLICT'],
    ['request', {}, 'reopen', 'STATUS_NOT_POSSIBLE'],
    ['trace', {}, 'acknowledge', 'STATUS_NOT_POSSIBLE'],
  ] as const)('%s %j, %s: %s, and the others are done', async (of, over, action, code) => {
    const id = of === 'request' ? await ask() : await trace()
    const other = await ask({ kind: 'quiet' })
    if (action === 'reopen') await t.must('request.advance', { id: other, version: 1, action: 'done' })
    const good = { of: 'request' as const, id: other, version: action === 'reopen' ? 2 : 1 }
    expect(await mark([{ of, id, version: 1, ...over }, good], action)).toMatchObject({
      output: { done: [{ ...good, version: good.version + 1 }], failed: [{ of, code }] },
    })
  })

  test('is refused with the same one twice', async () => {
    const id = await ask()
    const item = { of: 'request' as const, id, version: 1 }
    expect(await mark([item, item], 'done')).toMatchObject({ fault: { code: 'INVALID_INPUT' } })
  })
})

describe('a wish that is declined', () => {
  test('keeps what is offered instead, until it is opened again; undone and read as of then', async () => {
    const id = await ask()
    const declined = await t.call('request.advance', {
      id,
      version: 1,
      action: 'decline',
      reason: 'None left',
      alternative: ' A rail for the bed ',
    })
    const requests = async () => (await t.must('booking.get', { id: bookingId })).requests
    expect(await requests()).toMatchObject([{ reason: 'None left', alternative: 'A rail for the bed' }])
    const { rows } = await t.must('change.list', { entity: 'request', entityId: id, limit: 1 })
    expect(rows[0]?.after).toMatchObject({ alternative: 'A rail for the bed' })
    await t.must('change.undo', { change: (declined.ok && declined.change) || 0 })
    expect(await requests()).toMatchObject([{ status: 'open', reason: null, alternative: null }])
    await t.must('request.advance', { id, version: 3, action: 'decline', reason: 'x', alternative: 'y' })
    await t.must('request.advance', { id, version: 4, action: 'reopen' })
    expect(await requests()).toMatchObject([{ reason: null, alternative: null }])
  })

  test('has no offer where it was done instead, and none with a card number in it', async () => {
    const id = await ask()
    const done = { id, version: 1, action: 'done', alternative: 'y' } as const
    const card = { ...done, action: 'decline', reason: 'x', alternative: '4111 1111 1111 1111' } as const
    expect(await t.call('request.advance', card)).toMatchObject({ refusal: { code: 'CARD_NUMBER' } })
    await t.must('request.advance', done)
    expect((await t.must('booking.get', { id: bookingId })).requests).toMatchObject([{ alternative: null }])
  })
})

describe('the paper of the board', () => {
  const html = async (input: Partial<InputOf<'request.paper'>> = {}) => {
    const asked = { format: 'html', language: 'en', day: 'all', ...input } as const
    const file = await t.must('request.paper', asked)
    return { name: file.name, text: Buffer.from(file.content, 'base64').toString() }
  }

  test('has a table for each department on pages of its own, in either language', async () => {
    await ask()
    await trace({ text: 'Boiler <b>hot</b>' })
    const en = await html()
    expect(en.text).toContain('<h2>Housekeeping (1)</h2>')
    // Each is a sheet, and a sheet after another begins a page
    expect(en.text.match(/<section class="sheet">/g)).toHaveLength(2)
    expect(en.text).not.toContain('style="')
    expect(en.text).toContain('Boiler &lt;b&gt;hot&lt;/b&gt;')
    expect(en.text).toContain('Zhang Wei')
    const zh = await html({ language: 'zh', department: 'engineering', size: 'letter' })
    expect(zh.name).toMatch(/^要求与跟进 工程部 2026/)
    expect(zh.text).not.toContain('张伟')
    expect(zh.text).toContain('工程部（1）')
  })

  test('says that there is nothing, and is noted in the log', async () => {
    expect((await html({ department: 'concierge' })).text).toContain('Nothing to do.')
    const { rows } = await t.must('change.list', { limit: 1 })
    expect(rows[0]).toMatchObject({ operation: 'request.paper', after: { report: 'board' } })
  })
})

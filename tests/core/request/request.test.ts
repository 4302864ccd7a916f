import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import type { BookingId, RequestId } from '#shared/values/index.ts'
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

const requests = async () => (await t.must('booking.get', { id: bookingId })).requests

describe('a request', () => {
  test('is open, due on arrival, and goes to the usual department', async () => {
    const id = await ask()
    expect(await requests()).toEqual([
      {
        id,
        bookingId,
        guestId: t.zhang,
        kind: 'crib',
        text: '',
        department: 'housekeeping',
        dueOn: '2026-03-10',
        dueTime: null,
        status: 'open',
        reason: null,
        alternative: null,
        fromPreference: false,
        asPreference: null,
        createdAt: expect.stringMatching(/Z$/),
        createdBy: 'Ada Min',
        statusAt: expect.stringMatching(/Z$/),
        statusBy: 'Ada Min',
        version: 1,
      },
    ])
  })

  test('goes from open to acknowledged to done, and is opened again', async () => {
    const id = await ask()
    const step = (action: 'acknowledge' | 'done' | 'decline' | 'reopen', version: number, reason?: string) =>
      t.call('request.advance', { id, version, action, ...(reason ? { reason } : {}) })
    expect(await step('acknowledge', 1)).toMatchObject({ ok: true, output: { id, version: 2 } })
    expect(await step('acknowledge', 2)).toMatchObject({ refusal: { code: 'STATUS_NOT_POSSIBLE' } })
    expect(await step('done', 2)).toMatchObject({ ok: true })
    expect(await step('decline', 3, 'none left')).toMatchObject({ refusal: { code: 'STATUS_NOT_POSSIBLE' } })
    expect(await step('reopen', 3)).toMatchObject({ ok: true })
    expect(await step('decline', 4)).toMatchObject({ refusal: { code: 'REASON_NEEDED' } })
    expect(await step('decline', 4, 'none left')).toMatchObject({ ok: true })
    expect(await requests()).toMatchObject([{ status: 'declined', reason: 'none left', version: 5 }])
    await step('reopen', 5)
    expect(await requests()).toMatchObject([{ status: 'open', reason: null }])
  })

  test('changes what, by whom and when; another kind goes to its own department', async () => {
    const id = await ask()
    await t.must('request.update', {
      id,
      version: 1,
      kind: 'no-alcohol',
      dueOn: '2026-03-12',
      dueTime: '08:30',
    })
    expect(await requests()).toMatchObject([
      { kind: 'no-alcohol', department: 'food-and-beverage', dueOn: '2026-03-12', dueTime: '08:30' },
    ])
    await t.must('request.update', { id, version: 2, department: 'concierge', dueTime: null })
    expect(await requests()).toMatchObject([{ department: 'concierge', dueTime: null, version: 3 }])
  })

  test('keeps what a change does not name: the department it was given, the time, a day that the stay left behind', async () => {
    const id = await ask({ department: 'concierge', dueTime: '08:30' })
    await t.must('request.update', { id, version: 1, text: 'from home' })
    expect(await requests()).toMatchObject([{ department: 'concierge', text: 'from home' }])
    await t.must('request.advance', { id, version: 2, action: 'done', reason: 'on the phone' })
    const moved = { arrival: '2026-03-20', departure: '2026-03-22' } as const
    await t.must('booking.changeDates', { id: bookingId, version: await t.version(bookingId), ...moved })
    await t.must('request.update', { id, version: 3, kind: 'other', text: 'her own pillow' })
    const kept = { dueOn: '2026-03-10', dueTime: '08:30', status: 'done', reason: null }
    expect(await requests()).toMatchObject([{ ...kept, department: 'front-office', text: 'her own pillow' }])
    expect(await t.call('request.update', { id, version: 4, dueOn: '2026-03-23' })).toMatchObject({
      refusal: { code: 'DUE_OUTSIDE_STAY', params: { dueOn: '2026-03-23', ...moved } },
    })
  })

  test.each([
    [{ dueOn: '2026-03-09' }, 'DUE_OUTSIDE_STAY', { dueOn: '2026-03-09', arrival: '2026-03-10' }],
    [{ dueOn: '2026-03-13' }, 'DUE_OUTSIDE_STAY', { departure: '2026-03-12' }],
    [{ kind: 'other' }, 'TEXT_NEEDED', {}],
    [{ kind: 'other', text: 'pay with 4111 1111 1111 1111' }, 'CARD_NUMBER', {}],
    [{ bookingId: 99 }, 'BOOKING_UNKNOWN', { id: 99 }],
  ] as [object, string, object][])('is refused with %j: %s', async (over, code, params) => {
    expect(await t.call('request.create', { bookingId, kind: 'crib', ...over })).toMatchObject({
      refusal: { code, params },
    })
    expect(await requests()).toEqual([])
  })

  test('of a stay that is over is not taken any more, but one made before is still seen to', async () => {
    const id = await ask()
    await t.must('booking.cancel', { id: bookingId, version: 1, reason: 'plans' })
    expect(await t.call('request.create', { bookingId, kind: 'quiet' })).toMatchObject({
      refusal: { code: 'BOOKING_ENDED', params: { status: 'cancelled' } },
    })
    await t.must('request.advance', { id, version: 1, action: 'decline', reason: 'cancelled' })
  })

  test('is nobody’s to overwrite who read another version, and one that is not there is said so', async () => {
    const id = await ask()
    await t.must('request.update', { id, version: 1, text: 'by the window' })
    expect(await t.call('request.update', { id, version: 1, text: 'x' })).toMatchObject({
      fault: { code: 'CONFLICT', entity: 'request', id },
    })
    expect(await t.call('request.advance', { id: 77 as never, version: 1, action: 'done' })).toMatchObject({
      refusal: { code: 'REQUEST_UNKNOWN' },
    })
  })

  test('is undone: made, changed and moved', async () => {
    const made = await t.call('request.create', { bookingId, kind: 'crib' })
    const id = made.ok ? made.output.id : (0 as never)
    const done = await t.call('request.advance', { id, version: 1, action: 'done' })
    const change = (reply: typeof made) => (reply.ok ? (reply.change ?? 0) : 0)
    expect(await t.call('change.undo', { change: change(made) })).toMatchObject({
      refusal: { code: 'CHANGED_SINCE', params: { operation: 'request.advance' } },
    })
    await t.must('change.undo', { change: change(done as never) })
    expect(await requests()).toMatchObject([{ status: 'open' }])
    const { rows } = await t.must('booking.changes', { id: bookingId })
    expect(rows.filter((row) => row.entity === 'request').map((row) => row.operation)).toEqual([
      'change.undo',
      'request.advance',
      'request.create',
    ])
  })

  test('that was taken back is taken away, and comes back with its booking alone', async () => {
    const made = await t.call('request.create', { bookingId, kind: 'crib' })
    const gone = await t.must('change.undo', { change: (made.ok && made.change) || 0 })
    expect(await requests()).toEqual([])
    const newest = async () => (await t.must('change.list', { limit: 1 })).rows[0]?.command ?? 0
    const taken = await newest()
    await t.must('change.undo', { change: taken })
    expect(await requests()).toMatchObject([{ kind: 'crib', status: 'open' }])
    await t.must('change.undo', { change: await newest() })
    const again = await newest()
    const booking = await t.must('change.list', { entity: 'booking', entityId: bookingId })
    await t.must('change.undo', { change: booking.rows[0]?.command ?? 0 })
    expect(await t.call('change.undo', { change: again })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'gone', what: 'booking' } },
    })
    expect(gone.undone).toBe(made.ok && made.change)
  })

  test('of a stay that was called off stays as it is from the next day on', async () => {
    const made = await t.call('request.create', { bookingId, kind: 'crib' })
    const id = await ask({ kind: 'quiet' })
    const declined = await t.call('request.advance', { id, version: 1, action: 'decline', reason: 'none' })
    await t.must('booking.cancel', { id: bookingId, version: 1, reason: 'plans' })
    await openDay(t, '2026-03-03')
    for (const reply of [made, declined]) {
      expect(await t.call('change.undo', { change: (reply.ok && reply.change) || 0 })).toMatchObject({
        refusal: { code: 'BOOKING_ENDED', params: { status: 'cancelled' } },
      })
    }
  })
})

describe('the list of open requests', () => {
  test('is by due day and department, page by page, with whose they are and the room', async () => {
    const late = await ask({ dueOn: '2026-03-12' })
    const quiet = await ask({ kind: 'quiet' })
    const crib = await ask()
    const done = await ask({ kind: 'king' })
    await t.must('request.advance', { id: done, version: 1, action: 'done' })
    const other = await t.book({ guestId: t.anna, arrival: '2026-03-05', departure: '2026-03-06' })
    const early = (await t.must('request.create', { bookingId: other, kind: 'shower' })).id
    const all = await t.must('request.listOpen', {})
    expect(all.rows.map((row) => row.id)).toEqual([early, quiet, crib, late])
    expect(all.rows[0]).toMatchObject({
      guestName: 'Anna Müller',
      roomNumber: null,
      confirmationNo: '10000002',
    })
    expect(all.rows[1]).toMatchObject({
      guestName: '张伟',
      guestLatinName: 'Zhang Wei',
      roomNumber: '101',
      guestId: t.zhang,
    })
    const seen: number[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await t.must('request.listOpen', { limit: 1, ...(after ? { after } : {}) })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next
    }
    expect(seen).toEqual([early, quiet, crib, late])
    expect(await t.must('request.listOpen', { limit: 4 })).toEqual({ rows: all.rows, next: null })
    const { rows } = await t.must('request.listOpen', { department: 'housekeeping' })
    expect(rows.map((row) => row.id)).toEqual([crib, late])
  })

  test('has nothing of a stay that is over', async () => {
    const stay = { arrival: '2026-03-02', departure: '2026-03-03', roomId: t.rooms['102'] }
    const id = await t.book({ guestId: t.anna, ...stay })
    await t.must('stay.checkIn', { id, version: 1, accept: ['not-registered'] })
    const wished = (await t.must('request.create', { bookingId: id, kind: 'crib' })).id
    expect((await t.must('request.listOpen', {})).rows.map((row) => row.id)).toEqual([wished])
    await t.must('stay.checkOut', { id, version: await t.version(id), accept: ['early-departure'] })
    expect((await t.must('request.listOpen', {})).rows).toEqual([])
  })

  test('has nothing of a stay that is called off, until it is reinstated; nor have the guests', async () => {
    const wished = await ask()
    await t.must('booking.cancel', { id: bookingId, version: await t.version(bookingId), reason: 'plans' })
    expect((await t.must('request.listOpen', {})).rows).toEqual([])
    expect((await t.must('guest.search', { openRequests: true })).rows).toEqual([])
    expect((await t.must('guest.search', { text: '张伟' })).rows).toMatchObject([{ openRequests: 0 }])
    expect((await t.must('guest.profile', { id: t.zhang })).requests).toMatchObject([
      { id: wished, status: 'open', calledOff: true },
    ])
    await t.must('booking.reinstate', { id: bookingId, version: await t.version(bookingId) })
    expect((await t.must('request.listOpen', {})).rows).toMatchObject([{ id: wished }])
    expect((await t.must('guest.search', { openRequests: true })).rows).toMatchObject([{ openRequests: 1 }])
  })
})

import { describe, expect, test } from 'vitest'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { eachBookingHotel } from './hotel.ts'

const t = eachBookingHotel()

type Draft = Partial<InputOf<'booking.create'>>

describe('a new booking', () => {
  test('has a night for every date of its half-open stay, priced by its plan', async () => {
    const made = await t.must('booking.create', t.draft({ ratePlanId: t.breakfast, companions: [t.anna] }))
    expect(made).toEqual({ id: 1, version: 1, confirmationNo: '10000001' })
    const booking = await t.must('booking.get', { id: made.id })
    expect(booking).toMatchObject({
      status: 'confirmed',
      meal: 'breakfast',
      totalMinor: 112_000,
      createdOn: '2026-03-02',
      guest: { id: t.zhang, name: '张伟', latinName: 'Zhang Wei' },
      companions: [{ id: t.anna, name: 'Anna Müller' }],
      allowed: ['dates', 'room-type', 'room', 'rate', 'guests', 'details', 'cancel', 'request'],
    })
    expect(booking.nights).toEqual([
      { night: '2026-03-10', roomTypeId: t.std, roomId: null, roomNumber: null, rateMinor: 56_000 },
      { night: '2026-03-11', roomTypeId: t.std, roomId: null, roomNumber: null, rateMinor: 56_000 },
    ])
  })

  test('names its guest in the log in the language of whoever asks, not of the desk', async () => {
    const id = await t.book({})
    const nameIn = async (language?: 'en' | 'zh') => {
      const reply = await t.app
        .desk({ workstation: 'TEST-PC', language: 'en', user: t.desk.user()! })
        .call('booking.changes', { id }, undefined, language)
      const { rows } = (reply as { output: OutputOf<'booking.changes'> }).output
      return rows[0]?.names[`guest:${t.zhang}`]
    }
    expect([await nameIn(), await nameIn('zh'), await nameIn('en')]).toEqual([
      'Zhang Wei 张伟',
      '张伟 Zhang Wei',
      'Zhang Wei 张伟',
    ])
  })

  test('asks the base rate where the plan has no price, and a rate of its own where one is given', async () => {
    const rates = [{ night: '2026-03-11' as never, rateMinor: 1 }]
    const id = await t.book({ roomTypeId: t.dlx, ratePlanId: t.breakfast, rates, reason: 'staff' })
    const { nights, totalMinor } = await t.must('booking.get', { id })
    expect(nights.map((night) => night.rateMinor)).toEqual([80_000, 1])
    expect(totalMinor).toBe(80_001)
  })

  test('of day use has no night and takes nothing', async () => {
    const id = await t.book({ departure: '2026-03-10' })
    const booking = await t.must('booking.get', { id })
    expect(booking.nights).toEqual([])
    expect(booking.derived).toEqual(['day-use'])
    expect(await leftOfStd()).toEqual([3, 3])
  })

  test('of the waiting list or an enquiry deducts nothing until it is confirmed', async () => {
    const waiting = await t.book({ status: 'waitlisted' })
    const enquiry = await t.book({ status: 'enquiry' })
    expect(await leftOfStd()).toEqual([3, 3])
    await t.must('booking.confirm', { id: waiting, version: 1 })
    await t.must('booking.confirm', { id: enquiry, version: 1 })
    expect(await leftOfStd()).toEqual([1, 1])
    expect(await t.call('booking.confirm', { id: waiting, version: 2 })).toMatchObject({
      refusal: { code: 'ALREADY_CONFIRMED' },
    })
  })

  test('leaves out the preferences that it is told to, and gets what is asked for this stay', async () => {
    let version = 1
    for (const [group, value] of [
      ['bed', 'twin'],
      ['room-feature', 'quiet'],
      ['diet', 'halal'],
    ] as const) {
      const saved = await t.must('guest.setPreference', { guestId: t.zhang, version, group, value })
      version = saved.version
    }
    const id = await t.book({
      withoutPreferences: [
        { group: 'bed', value: 'twin' },
        { group: 'pillow', value: 'soft' },
      ],
      requests: [
        { kind: 'quiet' },
        { kind: 'crib', department: 'concierge' },
        { kind: 'other', text: 'desk lamp' },
      ],
    })
    const { requests } = await t.must('booking.get', { id })
    expect(
      requests.map(({ kind, text, department, fromPreference }) => [kind, text, department, fromPreference]),
    ).toEqual([
      ['quiet', '', 'front-office', true],
      ['other', 'halal', 'food-and-beverage', true],
      ['crib', '', 'concierge', false],
      ['other', 'desk lamp', 'front-office', false],
    ])
    expect(await t.call('booking.create', t.draft({ requests: [{ kind: 'other' }] }))).toMatchObject({
      refusal: { code: 'TEXT_NEEDED' },
    })
    expect(
      await t.call('booking.create', t.draft({ requests: [{ kind: 'quiet', text: '4111 1111 1111 1111' }] })),
    ).toMatchObject({ refusal: { code: 'CARD_NUMBER' } })
  })

  test('gets the preferences on file as requests, in the same command', async () => {
    const { version } = await t.must('guest.setPreference', {
      guestId: t.zhang,
      version: 1,
      group: 'floor',
      value: 'high',
    })
    await t.must('guest.setPreference', { guestId: t.zhang, version, group: 'pillow', value: 'firm' })
    const reply = await t.call('booking.create', t.draft())
    const id = 1 as never
    const { requests } = await t.must('booking.get', { id })
    expect(requests).toMatchObject([
      {
        kind: 'high-floor',
        text: '',
        department: 'front-office',
        dueOn: '2026-03-10',
        fromPreference: true,
        status: 'open',
      },
      { kind: 'other', text: 'firm', department: 'housekeeping', fromPreference: true },
    ])
    const { rows } = await t.must('booking.changes', { id })
    expect(new Set(rows.map((row) => row.command))).toEqual(new Set([reply.ok && reply.change]))
    expect(rows.map((row) => row.entity).sort()).toEqual(['booking', 'request', 'request'])
  })

  test('made again with the same request id is the same booking', async () => {
    const first = await t.call('booking.create', t.draft(), 'one-click')
    const second = await t.call('booking.create', t.draft(), 'one-click')
    expect(second).toEqual(first)
    expect(await leftOfStd()).toEqual([2, 2])
  })
})

describe('a booking is refused', () => {
  const refusals: [string, Draft | (() => Draft), string, object?][] = [
    ['with departure before arrival', { departure: '2026-03-09' }, 'DEPARTURE_BEFORE_ARRIVAL'],
    ['beyond 400 nights', { departure: '2027-04-15' }, 'STAY_TOO_LONG', { nights: 401, max: 400 }],
    ['in the past', { arrival: '2026-03-01' }, 'NIGHT_IN_PAST', { night: '2026-03-01' }],
    ['with more persons than the type takes', { adults: 2, children: 1 }, 'TOO_MANY_PERSONS', { max: 2 }],
    ['for a guest who is not on file', { guestId: 99 as never }, 'GUEST_UNKNOWN', { id: 99 }],
    ['with an unknown companion', { companions: [98 as never] }, 'GUEST_UNKNOWN', { id: 98 }],
    ['with the guest as companion', () => ({ companions: [t.zhang] }), 'GUEST_TWICE'],
    ['with a companion named twice', () => ({ companions: [t.anna, t.anna] }), 'GUEST_TWICE'],
    ['for an unknown type', { roomTypeId: 9 as never }, 'ROOM_TYPE_UNKNOWN'],
    ['for an unknown plan', { ratePlanId: 9 as never }, 'RATE_PLAN_UNKNOWN'],
    ['for an unknown room', { roomId: 77 as never }, 'ROOM_UNKNOWN'],
    [
      'for a room of another type',
      () => ({ roomId: t.rooms['201'] }),
      'ROOM_WRONG_TYPE',
      { room: '201', roomType: 'DLX', wanted: 'STD' },
    ],
    ['for an unknown account', { agencyId: 5 as never }, 'ACCOUNT_UNKNOWN'],
    [
      'with a rate for a night outside the stay',
      { rates: [{ night: '2026-03-12' as never, rateMinor: 1 }] },
      'NIGHT_OUTSIDE_STAY',
      { night: '2026-03-12' },
    ],
    [
      'with a room for day use, which has no night',
      () => ({ departure: '2026-03-10', roomId: t.rooms['101'] }),
      'NIGHT_OUTSIDE_STAY',
    ],
  ]

  test.each(refusals)('%s', async (_name, over, code, params = {}) => {
    const draft = t.draft(typeof over === 'function' ? over() : over)
    const before = await lastChange()
    expect(await t.call('booking.create', draft)).toMatchObject({ ok: false, refusal: { code, params } })
    const preview = await t.must('booking.previewCreate', draft)
    expect(preview.refusal).toMatchObject({ code, params })
    expect(await lastChange()).toBe(before)
  })

  test('when nothing is left of the type, naming night, type and what is left', async () => {
    await t.book()
    await t.book()
    await t.book({ departure: '2026-03-11' })
    await t.book({ departure: '2026-03-11', status: 'waitlisted' })
    expect(await t.call('booking.create', t.draft())).toMatchObject({
      refusal: { code: 'NOT_AVAILABLE', params: { night: '2026-03-10', roomType: 'STD', left: 0 } },
    })
    expect(await t.call('booking.create', t.draft({ arrival: '2026-03-11' }))).toMatchObject({ ok: true })
  })

  test('when the room is taken, naming by whom, rather than that nothing is left', async () => {
    await t.book({ roomId: t.rooms['101'] })
    await t.book()
    await t.book()
    const reply = await t.call('booking.create', t.draft({ arrival: '2026-03-11', roomId: t.rooms['101'] }))
    expect(reply).toMatchObject({
      refusal: {
        code: 'ROOM_TAKEN',
        params: { room: '101', night: '2026-03-11', confirmationNo: '10000001' },
      },
    })
  })

  test('for a room out of service, and for a type or plan no longer sold', async () => {
    const room = (await t.must('room.list', {})).find((one) => one.number === '101')
    if (room) await t.must('room.save', { ...room, outOfService: true })
    expect(await t.call('booking.create', t.draft({ roomId: t.rooms['101'] }))).toMatchObject({
      refusal: { code: 'ROOM_OUT_OF_SERVICE', params: { room: '101' } },
    })
    const plan = (await t.must('rate.list', {})).find((one) => one.code === 'BAR')
    const { accountName: _, ...saved } = plan ?? {}
    await t.must('rate.save', { ...(saved as InputOf<'rate.save'>), active: false })
    expect(await t.call('booking.create', t.draft())).toMatchObject({
      refusal: { code: 'RATE_PLAN_UNKNOWN' },
    })
  })

  test('for an account of the wrong kind', async () => {
    const { id } = await t.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
    expect(await t.call('booking.create', t.draft({ agencyId: id }))).toMatchObject({
      refusal: { code: 'ACCOUNT_UNKNOWN' },
    })
    const made = await t.must('booking.create', t.draft({ companyId: id }))
    expect(await t.must('booking.get', { id: made.id })).toMatchObject({ company: { id, name: 'Acme' } })
  })
})

describe('wrong use is answered with where and what, and nothing is written', () => {
  const wrong: [string, object, (string | number)[], string][] = [
    ['a day that does not exist', { arrival: '2026-02-30' }, ['arrival'], 'invalid.date'],
    ['a date as a number', { departure: 20260312 }, ['departure'], 'invalid.date'],
    [
      'a rate below zero',
      { rates: [{ night: '2026-03-10', rateMinor: -1 }] },
      ['rates', 0, 'rateMinor'],
      'invalid.amountNegative',
    ],
    [
      'half a minor unit',
      { rates: [{ night: '2026-03-10', rateMinor: 0.5 }] },
      ['rates', 0, 'rateMinor'],
      'invalid.amount',
    ],
    ['more persons than any room', { adults: 21 }, ['adults'], 'invalid.tooLarge'],
    ['no adult', { adults: 0 }, ['adults'], 'invalid.tooSmall'],
    ['10,000 characters', { comment: 'x'.repeat(10_000) }, ['comment'], 'invalid.tooLong'],
    ['a control character', { comment: 'a\u0000b' }, ['comment'], 'invalid.controlCharacter'],
    ['a direction override', { comment: 'a\u202eb' }, ['comment'], 'invalid.directionCharacter'],
    ['an unknown field', { discount: 10 }, ['discount'], 'invalid.unknownField'],
    ['a status that is not for new ones', { status: 'in-house' }, ['status'], 'invalid.choice'],
    ['an id that is text', { guestId: '1' }, ['guestId'], 'invalid.id'],
    ['no guest', { guestId: undefined }, ['guestId'], 'invalid.required'],
  ]

  test.each(wrong)('%s', async (_name, over, path, code) => {
    const before = await lastChange()
    const reply = await t.desk.call('booking.create', { ...t.draft(), ...over })
    expect(reply).toMatchObject({ ok: false, fault: { code: 'INVALID_INPUT', issues: [{ path, code }] } })
    expect(await lastChange()).toBe(before)
  })
})

describe('undo of a new booking', () => {
  test('takes it and its copied requests away, and undo of that brings them back as they were', async () => {
    await t.must('guest.setPreference', { guestId: t.zhang, version: 1, group: 'floor', value: 'high' })
    const reply = await t.call('booking.create', t.draft({ roomId: t.rooms['101'], companions: [t.anna] }))
    const id = 1 as never
    const before = await t.must('booking.get', { id })
    const undone = await t.call('change.undo', { change: changeOf(reply) })
    expect(undone).toMatchObject({ ok: true })
    expect(await t.call('booking.get', { id })).toMatchObject({ refusal: { code: 'BOOKING_UNKNOWN' } })
    expect(await leftOfStd()).toEqual([3, 3])
    const redone = await t.call('change.undo', { change: changeOf(undone) })
    expect(redone).toMatchObject({ ok: true })
    expect(await t.must('booking.get', { id })).toEqual(before)
  })

  test('never frees its number for another booking', async () => {
    const reply = await t.call('booking.create', t.draft())
    await t.must('change.undo', { change: changeOf(reply) })
    expect(await t.must('booking.create', t.draft())).toMatchObject({ id: 2, confirmationNo: '10000002' })
  })

  test('is refused while a request made later stands on it', async () => {
    const reply = await t.call('booking.create', t.draft())
    await t.must('request.create', { bookingId: 1 as never, kind: 'crib' })
    expect(await t.call('change.undo', { change: changeOf(reply) })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'on', what: 'request' } },
    })
  })

  test('of an undo is refused when the room went to somebody else', async () => {
    const reply = await t.call('booking.create', t.draft({ roomId: t.rooms['101'] }))
    const undone = await t.call('change.undo', { change: changeOf(reply) })
    await t.book({ roomId: t.rooms['101'] })
    expect(await t.call('change.undo', { change: changeOf(undone) })).toMatchObject({
      refusal: { code: 'ROOM_TAKEN', params: { room: '101', confirmationNo: '10000002' } },
    })
  })
})

describe('the preview of a new booking', () => {
  test('says nights, total and what is left after it, without a guest and without a trace', async () => {
    await t.book()
    const { guestId: _nobody, ...draft } = t.draft({ ratePlanId: t.breakfast, roomId: t.rooms['102'] })
    const before = await lastChange()
    const effect = await t.must('booking.previewCreate', draft)
    expect(effect).toMatchObject({
      refusal: null,
      nightsBefore: 0,
      nightsAfter: 2,
      totalBeforeMinor: 0,
      totalAfterMinor: 112_000,
    })
    expect(effect.nights).toEqual(
      ['2026-03-10', '2026-03-11'].map((night) => ({
        night,
        change: 'added',
        rateBeforeMinor: null,
        rateAfterMinor: 56_000,
        leftAfter: 1,
      })),
    )
    expect(effect.facts).toContainEqual({ field: 'roomId', before: null, after: '102' })
    expect(await lastChange()).toBe(before)
  })
})

async function leftOfStd(): Promise<number[]> {
  const found = await t.must('room.availability', { arrival: '2026-03-10', departure: '2026-03-12' })
  return found.find((type) => type.roomTypeId === t.std)?.nights.map((night) => night.left) ?? []
}

async function lastChange(): Promise<number> {
  const { rows } = await t.must('change.list', { limit: 1 })
  return rows[0]?.seq ?? 0
}

function changeOf(reply: { ok: boolean; change?: number }): number {
  return reply.change ?? 0
}

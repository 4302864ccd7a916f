import { describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { AttendantId, RoomId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()

const inHouse = (guestId: number, roomId: RoomId, arrival: string, departure: string) =>
  writeStays(t.file, [
    {
      guestId,
      arrival: `2026-${arrival}`,
      departure: `2026-${departure}`,
      status: 'in-house',
      roomId,
      roomTypeId: t.std,
    },
  ])
const rooms = async () =>
  Object.fromEntries((await t.must('housekeeping.board', {})).rooms.map((row) => [row.number, row]))
const row = async (number: string) => {
  const found = (await rooms())[number]
  if (!found) throw new Error(`no room ${number}`)
  return found
}
const set = async (number: string, state: 'clean' | 'dirty' | 'pickup' | 'inspected') => {
  const { id, version } = await row(number)
  await t.must('housekeeping.setRooms', { rooms: [{ id, version, state }] })
}
const undo = async (operation: string) => {
  const { rows } = await t.must('change.list', { operation })
  return t.call('change.undo', { change: rows[0]?.command ?? 0 })
}
const attendant = async (name: string, over: object = {}) =>
  (await t.must('housekeeping.saveAttendant', { name, language: 'zh', credits: 480, ...over })).id

describe('the board', () => {
  test('says who is in a room, who is due in and what is to be done', async () => {
    inHouse(t.anna, t.rooms['101'], '02-27', '03-04')
    inHouse(t.li, t.rooms['102'], '03-01', '03-02')
    await t.book({
      roomId: t.rooms['102'],
      arrival: '2026-03-02',
      departure: '2026-03-03',
      adults: 2,
      expectedTime: '14:00',
    })
    await set('101', 'dirty')
    await t.must('housekeeping.closeRoom', {
      roomId: t.rooms['201'],
      kind: 'out-of-order',
      from: '2026-03-02',
      to: '2026-03-05',
      reason: 'Paint',
    })
    expect(await rooms()).toMatchObject({
      '101': {
        use: 'occupied',
        linenDue: true,
        work: { work: 'stay-over', linen: true, credits: 30 },
        ready: false,
      },
      '102': {
        use: 'due-out',
        work: { work: 'departure' },
        guest: { guestLatinName: 'Li Na', persons: 1 },
        arrival: { guestName: '张伟', expectedTime: '14:00', persons: 2 },
      },
      '103': { use: 'vacant', work: null, ready: true, guest: null, arrival: null },
      '201': { outOfOrder: true, ready: false, work: null, closure: { reason: 'Paint' } },
    })
  })
})

describe('a visit', () => {
  const visit = async (number: string, over: object) => {
    const { id, version, task } = await row(number)
    return t.call('housekeeping.noteVisit', {
      roomId: id,
      roomVersion: version,
      taskVersion: task?.version ?? 0,
      outcome: null,
      ...over,
    })
  }

  test('that cleans makes a dirty room clean, with linen; undone, both are as before', async () => {
    await set('101', 'dirty')
    expect(await visit('101', { outcome: 'done', counts: { sheet: 2 } })).toMatchObject({ ok: true })
    expect(await row('101')).toMatchObject({
      state: 'clean',
      work: null,
      task: { work: 'departure', outcome: 'done', outcomeBy: 'admin', counts: { sheet: 2 } },
    })
    expect(await undo('housekeeping.noteVisit')).toMatchObject({ ok: true })
    expect(await row('101')).toMatchObject({ state: 'dirty', task: null })
  })

  test('at a closed door leaves the room as it is; two days of it are counted', async () => {
    inHouse(t.anna, t.rooms['101'], '02-25', '03-04')
    await set('101', 'dirty')
    await visit('101', { outcome: 'do-not-disturb' })
    expect(await row('101')).toMatchObject({
      state: 'dirty',
      shutOutDays: 0,
      task: { outcome: 'do-not-disturb' },
    })
    const raw = openRaw(t.file, { readonly: false })
    for (const [at, day] of ['2026-02-28', '2026-03-01'].entries())
      raw
        .prepare(
          `insert into housekeeping_tasks values (?, ?, ?, 'stay-over', 0, 20, null, 0, 'refused', null, null, '{}', '', 1)`,
        )
        .run(50 + at, day, t.rooms['101'])
    raw.close()
    expect(await row('101')).toMatchObject({ shutOutDays: 2 })
    const clear = openRaw(t.file, { readonly: false })
    clear.exec('delete from housekeeping_tasks where id >= 50')
    clear.close()
  })

  test('of a room that somebody set meanwhile is a conflict', async () => {
    const stale = await row('101')
    await set('101', 'dirty')
    expect(
      await t.call('housekeeping.noteVisit', {
        roomId: stale.id,
        roomVersion: stale.version,
        taskVersion: 0,
        outcome: 'done',
      }),
    ).toMatchObject({ fault: { code: 'CONFLICT' } })
    expect(await visit('101', { roomId: 99, roomVersion: 1 })).toMatchObject({
      refusal: { code: 'ROOM_UNKNOWN' },
    })
    await visit('101', { outcome: 'later' })
    expect(await visit('101', { taskVersion: 0, outcome: 'refused' })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
  })
})

describe('attendants', () => {
  test('share the work by neighbouring rooms, adjusted by hand, undone as one', async () => {
    for (const number of ['101', '102', '201', '202']) await set(number, 'dirty')
    const [ling, wang] = [await attendant('Ling'), await attendant('Wang')]
    expect(await t.must('housekeeping.assign', { attendantIds: [ling, wang] })).toEqual({ rooms: 4 })
    const given = async () =>
      Object.values(await rooms()).map(
        ({ number, task }) => `${number} ${task?.attendantId ?? '-'}/${task?.position ?? ''}`,
      )
    expect(await given()).toEqual([
      `101 ${ling}/1`,
      `102 ${ling}/2`,
      '103 -/',
      `201 ${wang}/1`,
      `202 ${wang}/2`,
    ])
    const input = { attendantId: wang, roomIds: [t.rooms['102'], t.rooms['103']] }
    expect(await t.must('housekeeping.giveRooms', input)).toEqual({ rooms: 2 })
    expect((await given()).slice(1, 3)).toEqual([`102 ${wang}/3`, `103 ${wang}/4`])
    expect(await undo('housekeeping.giveRooms')).toMatchObject({ ok: true })
    expect(await undo('housekeeping.assign')).toMatchObject({ ok: true })
    expect((await rooms())['101']).toMatchObject({ task: null })
  })

  test('who are gone or have worked are answered for', async () => {
    const gone = await attendant('Gone', { active: false })
    for (const id of [gone, 99 as AttendantId]) {
      expect(await t.call('housekeeping.assign', { attendantIds: [id] })).toMatchObject({
        refusal: { code: 'ATTENDANT_UNKNOWN' },
      })
      expect(
        await t.call('housekeeping.giveRooms', { attendantId: id, roomIds: [t.rooms['101']] }),
      ).toMatchObject({
        refusal: { code: 'ATTENDANT_UNKNOWN' },
      })
    }
    const ling = await attendant('Ling', { floors: [2, 1, 2] })
    expect(await t.call('housekeeping.assign', { attendantIds: [ling] })).toMatchObject({
      refusal: { code: 'NOTHING_TO_ASSIGN' },
    })
    expect((await t.must('housekeeping.attendants', {})).map(({ name, floors }) => [name, floors])).toEqual([
      ['Gone', []],
      ['Ling', [1, 2]],
    ])
    await t.must('housekeeping.giveRooms', { attendantId: ling, roomIds: [t.rooms['101']] })
    const { rows } = await t.must('change.list', { entity: 'attendant', entityId: ling })
    expect(await t.call('change.undo', { change: rows[0]?.command ?? 0 })).toMatchObject({
      refusal: { code: 'STANDS_ON' },
    })
  })
})

describe('who signs in', () => {
  const user = async (login: string) =>
    (
      await t.must('access.createUser', {
        login,
        name: login,
        role: 'housekeeper',
        language: 'zh',
        password: 'quiet corridor',
      })
    ).id
  const mineOf = async (login: string) => {
    const desk = t.app.desk({ workstation: 'PHONE', language: 'zh' })
    await desk.call('access.signIn', { login, password: 'quiet corridor' })
    const board = (await desk.call('housekeeping.board', {})) as unknown as {
      output: { mine: number | null }
    }
    return board.output.mine
  }
  const change = async (id: AttendantId, over: object) => {
    const one = (await t.must('housekeeping.attendants', {})).find((each) => each.id === id)
    return t.call('housekeeping.saveAttendant', { ...one, ...over } as never)
  }

  test('as an attendant has that attendant’s rooms, until the attendant is active no more', async () => {
    const userId = await user('ling')
    await user('wang')
    const ling = await attendant('Ling')
    expect(await mineOf('ling')).toBe(null)
    expect(await change(ling, { userId, name: 'Ling Li' })).toMatchObject({ ok: true })
    expect([await mineOf('ling'), await mineOf('wang')]).toEqual([ling, null])
    expect(await t.must('housekeeping.logins', {})).toMatchObject([{}, { id: userId, login: 'ling' }, {}])
    await change(ling, { active: false })
    expect(await mineOf('ling')).toBe(null)
  })

  test('is one attendant at most, and an active user', async () => {
    const userId = await user('ling')
    const ling = await attendant('Ling', { userId })
    const wang = await attendant('Wang')
    const taken = { refusal: { code: 'ATTENDANT_USER_TAKEN', params: { name: 'Ling' } } }
    expect(await change(wang, { userId })).toMatchObject(taken)
    expect(await change(wang, { userId: 99 })).toMatchObject({ refusal: { code: 'USER_UNKNOWN' } })
    await t.must('access.updateUser', { id: userId, version: 1, active: false })
    expect(await change(ling, { name: 'Ling Li' })).toMatchObject({ ok: true })
    expect(await change(wang, { userId })).toMatchObject({ refusal: { code: 'USER_UNKNOWN' } })
    await t.must('access.updateUser', { id: userId, version: 2, active: true })
    await change(ling, { active: false })
    expect(await change(wang, { userId })).toMatchObject({ ok: true })
    const { rows } = await t.must('change.list', { entity: 'attendant', entityId: ling })
    expect(await t.call('change.undo', { change: rows[0]?.command ?? 0 })).toMatchObject({
      refusal: { code: 'ATTENDANT_USER_TAKEN', params: { name: 'Wang' } },
    })
  })

  test('no more leaves what is not done to others; undone, it is theirs again', async () => {
    for (const number of ['101', '102']) await set(number, 'dirty')
    const ling = await attendant('Ling')
    await t.must('housekeeping.giveRooms', { attendantId: ling, roomIds: [t.rooms['101'], t.rooms['102']] })
    const { id, version, task } = await row('101')
    const visit = { roomId: id, roomVersion: version, taskVersion: task?.version ?? 0 }
    await t.must('housekeeping.noteVisit', { ...visit, outcome: 'done' })
    expect(await change(ling, { active: false })).toMatchObject({ ok: true })
    expect((await row('101')).task).toMatchObject({ attendantId: ling, outcome: 'done' })
    expect((await row('102')).task).toMatchObject({ attendantId: null, position: 0 })
    expect(await undo('housekeeping.saveAttendant')).toMatchObject({ ok: true })
    expect((await row('102')).task).toMatchObject({ attendantId: ling, position: 2 })
  })
})

describe('what was seen in a room', () => {
  const see = (number: '101' | '102', persons: number) =>
    t.must('housekeeping.noteSeen', { roomId: t.rooms[number], persons, note: 'bed untouched' })

  test('other than at the desk stays open until it is settled or agrees', async () => {
    inHouse(t.anna, t.rooms['101'], '03-01', '03-04')
    expect(await see('101', 1)).toEqual({ kind: null })
    expect(await see('101', 0)).toEqual({ kind: 'skip' })
    expect(await see('102', 2)).toEqual({ kind: 'sleep' })
    expect(await see('101', 2)).toEqual({ kind: 'persons' })
    const open = await t.must('housekeeping.discrepancies', {})
    expect(open).toMatchObject([
      { roomNumber: '101', kind: 'persons', seenPersons: 2, deskPersons: 1, notedBy: 'Ada Min', version: 2 },
      { roomNumber: '102', kind: 'sleep' },
    ])
    const { id, version } = open[1] ?? { id: 0 as never, version: 0 }
    const settle = { id, version, settlement: 'A walk-in, not checked in yet' }
    await t.must('housekeeping.settleDiscrepancy', settle)
    expect(await t.call('housekeeping.settleDiscrepancy', { ...settle, version: version + 1 })).toMatchObject(
      {
        refusal: { code: 'DISCREPANCY_SETTLED' },
      },
    )
    expect(await t.call('housekeeping.settleDiscrepancy', { ...settle, id: 99 as never })).toMatchObject({
      refusal: { code: 'DISCREPANCY_UNKNOWN' },
    })
    expect(await see('101', 1)).toEqual({ kind: null })
    expect(await t.must('housekeeping.discrepancies', {})).toEqual([])
  })
})

describe('a ticket', () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 0xff, 0xd9]).toString('base64')
  const open = (over: object = {}) =>
    t.call('ticket.create', { roomId: t.rooms['101'], category: 'plumbing', text: 'Tap drips', ...over })

  test('has its picture and goes from open to done', async () => {
    const made = await open({ picture: jpeg, priority: 'urgent' })
    const id = made.ok ? made.output.id : (0 as never)
    await open({ roomId: null, place: 'Lobby', priority: 'low' })
    const [first] = await t.must('ticket.list', {})
    expect(first).toMatchObject({
      roomNumber: '101',
      status: 'open',
      priority: 'urgent',
      openedBy: 'Ada Min',
    })
    const digest = first?.picture ?? ''
    expect(await t.must('ticket.picture', { digest })).toEqual({ kind: 'image/jpeg', base64: jpeg })
    expect(await row('101')).toMatchObject({ tickets: 1 })
    await t.must('ticket.advance', { id, version: 1, action: 'start' })
    await t.must('ticket.update', { id, version: 2, priority: 'normal' })
    await t.must('ticket.advance', { id, version: 3, action: 'done', resolution: 'New washer' })
    expect(await t.must('ticket.list', { show: 'done' })).toMatchObject([{ id, resolution: 'New washer' }])
    expect(await row('101')).toMatchObject({ tickets: 0 })
    expect(await undo('ticket.advance')).toMatchObject({ ok: true })
    expect(await row('101')).toMatchObject({ tickets: 1 })
  })

  test('closes its room in the same act, and both are undone together', async () => {
    const closes = { kind: 'out-of-order' as const, to: '2026-03-04' }
    expect(await open({ closes })).toMatchObject({ ok: true })
    expect(await row('101')).toMatchObject({ outOfOrder: true, tickets: 1, closure: { reason: 'Tap drips' } })
    expect(await t.must('ticket.list', {})).toMatchObject([{ closesRoom: true }])
    expect(await undo('ticket.create')).toMatchObject({ ok: true })
    expect(await row('101')).toMatchObject({ outOfOrder: false, tickets: 0, closure: null })
    await t.book({ roomId: t.rooms['101'], arrival: '2026-03-02', departure: '2026-03-03' })
    expect(await open({ closes })).toMatchObject({ refusal: { code: 'CLOSURE_PROMISED' } })
    expect(
      await t
        .deskAs('clerk')
        .call('ticket.create', { roomId: t.rooms['102'], category: 'other', text: 'Rust', closes }),
    ).toMatchObject({
      refusal: { code: 'RIGHT_NEEDED' },
    })
    expect(await t.must('ticket.list', {})).toEqual([])
  })

  test.each([
    ['without a place', { roomId: null }, 'PLACE_NEEDED'],
    ['in no room', { roomId: 99 }, 'ROOM_UNKNOWN'],
    ['with a picture that is none', { picture: Buffer.from('<svg>').toString('base64') }, 'PICTURE_NOT_READ'],
    ['with a picture too large', { picture: Buffer.alloc(400_001).toString('base64') }, 'PICTURE_TOO_LARGE'],
  ])('%s is refused', async (_what, over, code) => {
    expect(await open(over)).toMatchObject({ refusal: { code } })
  })

  test('moved by somebody else meanwhile is left', async () => {
    await open()
    const [one] = await t.must('ticket.list', {})
    const id = one?.id ?? (0 as never)
    expect(await t.call('ticket.advance', { id, version: 1, action: 'reopen' })).toMatchObject({
      refusal: { code: 'STATUS_NOT_POSSIBLE' },
    })
    expect(await t.call('ticket.advance', { id: 99 as never, version: 1, action: 'done' })).toMatchObject({
      refusal: { code: 'TICKET_UNKNOWN' },
    })
    expect(await t.call('ticket.picture', { digest: 'x'.repeat(43) })).toMatchObject({
      refusal: { code: 'PICTURE_UNKNOWN' },
    })
  })
})

describe('minibar and damage', () => {
  test('go to the folio of who is in the room, and are undone', async () => {
    await t.must('chart.load', { chart: 'cn-general' })
    const [bookingId] = inHouse(t.anna, t.rooms['101'], '03-01', '03-04')
    const codes = await t.must('housekeeping.chargeItems', {})
    expect(codes.length).toBeGreaterThan(3)
    const code = codes.find(({ code: one }) => one === 'MINI') ?? codes[0]
    const items = [{ codeId: code?.id ?? (0 as never), quantity: 2, unitMinor: 1500, text: 'Water' }]
    const charged = await t.must('housekeeping.chargeRoom', { roomId: t.rooms['101'], items })
    expect(charged).toMatchObject({ bookingId })
    const { rows } = await t.must('folio.list', {
      kind: 'booking',
      status: 'open',
      show: 'owing',
      limit: 5,
    } as never)
    expect(rows).toMatchObject([{ balanceMinor: 3000 }])
    expect(await undo('housekeeping.chargeRoom')).toMatchObject({ ok: true })
    expect(await t.call('housekeeping.chargeRoom', { roomId: t.rooms['102'], items })).toMatchObject({
      refusal: { code: 'NOBODY_IN_ROOM', params: { room: '102' } },
    })
    inHouse(t.li, t.rooms['103'], '02-27', '03-01')
    inHouse(t.zhang, t.rooms['103'], '03-01', '03-03')
    expect(await t.call('housekeeping.chargeRoom', { roomId: t.rooms['103'], items })).toMatchObject({
      refusal: { code: 'SEVERAL_IN_ROOM' },
    })
    expect(await t.call('housekeeping.chargeRoom', { roomId: 99 as never, items })).toMatchObject({
      refusal: { code: 'ROOM_UNKNOWN' },
    })
  })
})

test('sheets are a page for each attendant who has rooms, in the attendant’s language, without names of guests', async () => {
  inHouse(t.anna, t.rooms['101'], '03-01', '03-02')
  for (const number of ['101', '103']) await set(number, 'dirty')
  const ling = await attendant('Ling')
  const joan = await attendant('Joan', { language: 'en' })
  await attendant('Off duty')
  await t.must('housekeeping.giveRooms', { attendantId: ling, roomIds: [t.rooms['101']] })
  await t.must('housekeeping.giveRooms', { attendantId: joan, roomIds: [t.rooms['103']] })
  const page = async (input: Partial<InputOf<'housekeeping.sheets'>> = {}) => {
    const { content } = await t.must('housekeeping.sheets', { format: 'html', ...input })
    return Buffer.from(content, 'base64').toString()
  }
  const html = await page()
  expect(html.match(/<section class="sheet" lang="(zh|en)">/g)).toHaveLength(2)
  expect(html).toContain('走客房')
  expect(html).toContain('Departure')
  expect(html).not.toContain('Müller')
  expect(html).toContain('@page{size:A4')
  const own = await page({ attendantId: joan, size: 'letter' })
  expect(own.match(/<section class="sheet"/g)).toHaveLength(1)
  expect(own).toContain('279.4mm')
  expect((await t.must('change.list', { entity: 'report' })).rows).toMatchObject([
    { operation: 'housekeeping.sheets', after: { report: 'sheets', format: 'html' } },
    { operation: 'housekeeping.sheets' },
  ])
})

test('for when a room is needed stands on its sheet; where no time is known, only for how many', async () => {
  const ling = await attendant('Ling', { language: 'en' })
  await t.must('housekeeping.giveRooms', { attendantId: ling, roomIds: [t.rooms['101'], t.rooms['102']] })
  const at = { arrival: '2026-03-02', departure: '2026-03-03' }
  await t.book({ ...at, roomId: t.rooms['101'], adults: 2 })
  await t.book({ ...at, roomId: t.rooms['102'], expectedTime: '14:30' })
  const { content } = await t.must('housekeeping.sheets', { format: 'html' })
  const html = Buffer.from(content, 'base64').toString()
  expect(html).toContain('<td>Arrival, 2 persons</td>')
  expect(html).toContain('<td>Arrival 14:30, 1 person</td>')
})

test('no sheet is printed while nobody was given a room', async () => {
  expect(await t.call('housekeeping.sheets', { format: 'html' })).toMatchObject({
    ok: false,
    refusal: { code: 'NOTHING_SHARED' },
  })
})

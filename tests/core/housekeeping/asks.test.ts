import { expect, test } from 'vitest'
import { writeStays } from '#tests/support/stays.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()

const inHouse = (over: object = {}) => {
  const [id] = writeStays(t.file, [
    {
      guestId: t.anna,
      arrival: '2026-02-27',
      departure: '2026-03-04',
      status: 'in-house',
      roomId: t.rooms['101'],
      roomTypeId: t.std,
      ...over,
    },
  ])
  return id as never
}
const trace = (over: object = {}) =>
  t.must('house.addTrace', {
    department: 'housekeeping',
    from: '2026-03-02',
    text: 'Turn the mattress',
    ...over,
  })
const asked = async (day: 'due' | 'all' = 'due') =>
  (await t.deskAs('housekeeper').call('housekeeping.asks', { day })) as unknown as {
    ok: true
    output: { of: string; text: string; roomNumber: string | null; overdue: boolean }[]
  }
const said = async (day: 'due' | 'all' = 'due') =>
  (await asked(day)).output.map(({ of, text, roomNumber, overdue }) =>
    [of, text, roomNumber ?? '–', ...(overdue ? ['overdue'] : [])].join(' '),
  )

test('a housekeeper reads what is asked of housekeeping alone, with its room, what is overdue first', async () => {
  const bookingId = inHouse()
  const wish = { bookingId, kind: 'other', department: 'housekeeping' } as const
  await t.must('request.create', { ...wish, text: 'Two robes', dueOn: '2026-03-02', dueTime: '18:00' })
  await t.must('request.create', { ...wish, text: 'Iron', dueOn: '2026-03-01' })
  await t.must('request.create', { ...wish, text: 'Late cleaning', dueOn: '2026-03-04' })
  await t.must('request.create', { ...wish, text: 'Taxi', department: 'concierge', dueOn: '2026-03-02' })
  await trace({ bookingId })
  await trace({ text: 'Lobby plants' })
  const due = [
    'request Iron 101 overdue',
    'request Two robes 101',
    'trace Turn the mattress 101',
    'trace Lobby plants –',
  ]
  expect(await said()).toEqual(due)
  expect(await said('all')).toEqual([...due, 'request Late cleaning 101'])
})

test('what was due before a move is asked for in the room that the guest is in now', async () => {
  const bookingId = inHouse()
  await t.must('request.create', {
    bookingId,
    kind: 'crib',
    department: 'housekeeping',
    dueOn: '2026-02-28',
  })
  await t.must('stay.moveRoom', {
    id: bookingId,
    version: await t.version(bookingId),
    roomId: t.rooms['102'],
    reason: 'Noise',
  })
  expect(await said()).toEqual(['request  102 overdue'])
})

test('for an arrival it is asked for in the room that is promised; without one, in none yet', async () => {
  const at = { arrival: '2026-03-02', departure: '2026-03-04' }
  const promised = await t.book({ ...at, roomId: t.rooms['103'] })
  const open = await t.book({ ...at, guestId: t.li })
  for (const bookingId of [promised, open])
    await t.must('request.create', { bookingId, kind: 'crib', department: 'housekeeping' })
  expect(await said()).toEqual(['request  103', 'request  –'])
})

test('a housekeeper ticks it off, and declines with a reason alone', async () => {
  const bookingId = inHouse()
  const { id } = await t.must('request.create', { bookingId, kind: 'crib', department: 'housekeeping' })
  const {
    ids: [traceId],
  } = await trace()
  const desk = t.deskAs('housekeeper')
  const decline = { id, version: 1, action: 'decline' } as const
  expect(await desk.call('request.advance', decline)).toMatchObject({ refusal: { code: 'REASON_NEEDED' } })
  expect(await desk.call('request.advance', { id, version: 1, action: 'acknowledge' })).toMatchObject({
    ok: true,
  })
  expect(await desk.call('request.advance', { ...decline, version: 2, reason: 'All in use' })).toMatchObject({
    ok: true,
  })
  expect(await desk.call('house.markTrace', { id: traceId, version: 1, action: 'done' })).toMatchObject({
    ok: true,
  })
  expect(await said()).toEqual([])
})

test('it is on the sheet under its room, in the attendant’s language, as is a guest who is not to be disturbed', async () => {
  const bookingId = inHouse()
  await t.must('request.create', {
    bookingId,
    kind: 'crib',
    department: 'housekeeping',
    dueOn: '2026-03-02',
    dueTime: '18:00',
  })
  await trace({ bookingId, text: '<b>Lamp</b>' })
  await t.must('house.setDoNotDisturb', { bookingId, version: 0, active: true })
  const ling = await t.must('housekeeping.saveAttendant', { name: 'Ling', language: 'zh', credits: 480 })
  await t.must('housekeeping.giveRooms', { attendantId: ling.id, roomIds: [t.rooms['101'], t.rooms['103']] })
  const { content } = await t.must('housekeeping.sheets', { format: 'html' })
  const html = Buffer.from(content, 'base64').toString()
  expect(html).toContain('☐ 18:00 婴儿床<br>☐ &lt;b&gt;Lamp&lt;/b&gt;')
  expect(html.match(/class="asks"/g)).toHaveLength(1)
  expect(html).toContain('请勿打扰 · ')
})

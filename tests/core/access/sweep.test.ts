import { describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { allows, type Operation, operations } from '#shared/contract/index.ts'
import { type GivenRole, givenRoleCodes, givenRoles } from '#shared/domain/access/given-roles.ts'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()

const all: readonly Operation[] = Object.values(operations)
const password = 'a long one'

/** Somebody of a role, signed in by their password. */
async function deskOf(role: GivenRole) {
  await t.must('access.createUser', { login: role, name: role, role, language: 'en', password })
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  expect(await desk.call('access.signIn', { login: role, password })).toMatchObject({ ok: true })
  return desk
}

/** Past the right, what is sent is looked at: a field that no operation has keeps it from being done. */
const nothing = { shoe: 42 }

function logged(): unknown {
  const raw = openRaw(t.file, { readonly: true })
  const last = raw.prepare('select max(seq) from changes').pluck().get()
  raw.close()
  return last
}

describe('every operation', () => {
  test.each(givenRoleCodes)('asks a %s for its right, and for no other', async (role) => {
    const desk = await deskOf(role)
    const before = logged()
    const wrong: unknown[] = []
    for (const { name, permission } of all) {
      const mayDo = permission === 'public' || allows(givenRoles[role], permission)
      const reply = await desk.call(name, nothing)
      const fault = 'fault' in reply ? reply.fault : null
      const asked = mayDo
        ? fault?.code === 'INVALID_INPUT'
        : fault?.code === 'NOT_PERMITTED' && fault.needed === permission
      if (!asked) wrong.push([name, permission, reply])
    }
    expect(wrong).toEqual([])
    expect(logged()).toBe(before)
  })

  test('asks for nothing and does nothing where nobody is signed in', async () => {
    const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
    const before = logged()
    for (const { name, permission } of all) {
      const code = permission === 'public' ? 'INVALID_INPUT' : 'NOT_SIGNED_IN'
      expect([name, await desk.call(name, nothing)]).toMatchObject([name, { fault: { code } }])
    }
    expect(logged()).toBe(before)
  })
})

/** What a housekeeper may read, each with what it is asked with. */
const reads: Readonly<Record<string, object>> = {
  'access.approvers': { right: 'housekeeping-supervise' },
  'access.attend': {},
  'access.listRoles': {},
  'access.listSessions': {},
  'access.session': {},
  'access.signInList': {},
  'access.whoMay': { right: 'housekeeping-supervise' },
  'hotel.settings': {},
  'hotel.state': {},
  'housekeeping.asks': {},
  'housekeeping.attendants': {},
  'housekeeping.board': {},
  'housekeeping.chargeItems': {},
  'housekeeping.closures': {},
  'housekeeping.discrepancies': {},
  'housekeeping.forecast': {},
  'housekeeping.settings': {},
  'job.status': { job: 'insight-1' },
  'room.list': {},
  'room.listTypes': {},
  'setup.state': {},
  'ticket.list': {},
  'ticket.picture': {},
}

test('what a housekeeper reads has nobody’s telephone, mail, document or money', async () => {
  const mayRead = all.filter(
    ({ kind, permission }) =>
      kind === 'query' && (permission === 'public' || allows(givenRoles.housekeeper, permission)),
  )
  expect(mayRead.map(({ name }) => name).sort()).toEqual(Object.keys(reads))
  const { secrets, digest } = await fillHouse()
  const desk = await deskOf('housekeeper')
  const { rooms } = await t.must('housekeeping.board', {})
  expect(rooms.find(({ number }) => number === '101')?.guest).toMatchObject({ guestName: '张伟' })
  for (const [name, input] of Object.entries(reads)) {
    const reply = await desk.call(name, name === 'ticket.picture' ? { digest } : input)
    expect([name, 'fault' in reply]).toEqual([name, false])
    const said = JSON.stringify(reply)
    expect([name, secrets.filter((secret) => said.includes(secret))]).toEqual([name, []])
  }
})

/** A guest in house with everything on file, a ticket with a picture, something to settle; answers with what no housekeeper is to read. */
async function fillHouse(): Promise<{ secrets: string[]; digest: string }> {
  const { guest } = await t.must('guest.profile', { id: t.zhang })
  const { version } = await t.must('guest.saveContact', {
    guestId: t.zhang,
    version: guest.version,
    kind: 'mobile',
    value: '13800138000',
  })
  const mailed = await t.must('guest.saveContact', {
    guestId: t.zhang,
    version,
    kind: 'email',
    value: 'wei@example.com',
  })
  await t.must('guest.saveDocument', {
    guestId: t.zhang,
    version: mailed.version,
    kind: 'passport',
    number: 'E12345678',
    country: 'CHN',
  })
  await t.must('chart.load', { chart: 'cn-general' })
  const id = await t.book({
    arrival: '2026-03-02',
    departure: '2026-03-04',
    roomId: t.rooms['101'],
    rates: [{ night: '2026-03-02' as never, rateMinor: 47_311 }],
    reason: 'As agreed',
  })
  await t.must('stay.checkIn', { id, version: await t.version(id), accept: ['not-registered'] })
  await t.must('folio.postRoom', { bookingId: id, nights: ['2026-03-02' as never] })
  await t.must('housekeeping.noteSeen', { roomId: t.rooms['102'], persons: 1 })
  await t.must('housekeeping.closeRoom', {
    roomId: t.rooms['201'],
    kind: 'out-of-order',
    from: '2026-03-02' as never,
    to: '2026-03-05' as never,
    reason: 'Paint',
  })
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 0xff, 0xd9]).toString('base64')
  const tap = { roomId: t.rooms['101'], category: 'plumbing', text: 'The tap drips', picture: jpeg } as const
  await t.must('ticket.create', tap)
  const [ticket] = await t.must('ticket.list', {})
  const [{ baseRateMinor } = { baseRateMinor: null }] = await t.must('room.listTypes', {})
  expect(baseRateMinor).toBeGreaterThan(9_999)
  const secrets = [
    '13800138000',
    'wei@example',
    'E12345678',
    '47311',
    '47,311',
    '473.11',
    String(baseRateMinor),
  ]
  return { secrets, digest: ticket?.picture ?? '' }
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { ReplyOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { writeStays } from '#tests/support/stays.ts'
import { type BookingHotel, openBookingHotel } from '../../booking/hotel.ts'

let t: BookingHotel
let guestId: GuestId
beforeEach(async () => {
  t = await openBookingHotel()
  guestId = t.zhang
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const cases = () => t.must('leaving.cases', { guestId })
const changeOf = (reply: ReplyOf<'leaving.close'>) => (reply.ok && reply.change ? reply.change : 0)

describe('a guest who may be leaving', () => {
  test('is taken on, gets an offer, and is closed as lost with the reason', async () => {
    const { id } = await t.must('leaving.takeOn', { guestId })
    await t.must('leaving.offer', { guestId, version: 1, offer: 'upgrade', text: 'suite', costMinor: 9000 })
    await t.must('leaving.close', {
      guestId,
      version: 2,
      outcome: 'lost',
      lossReason: 'other-hotel',
      text: 'nearer to work',
    })
    const admin = { login: 'admin', name: 'Ada Min' }
    expect(await cases()).toEqual([
      {
        id,
        guestId,
        version: 3,
        state: 'closed',
        openedOn: '2026-03-02',
        openedBy: admin,
        owner: admin,
        ownedOn: '2026-03-02',
        mine: true,
        snoozedUntil: null,
        offer: 'upgrade',
        offerText: 'suite',
        costMinor: 9000,
        offeredOn: '2026-03-02',
        offeredBy: admin,
        outcome: 'lost',
        lossReason: 'other-hotel',
        outcomeText: 'nearer to work',
        returnedOn: null,
        closedOn: '2026-03-02',
        closedBy: admin,
      },
    ])
    // A new warning is a new case.
    const again = await t.must('leaving.snooze', { guestId, until: '2026-04-01' })
    expect(again).toEqual({ id: id + 1, version: 1 })
    expect((await cases()).map(({ state }) => state)).toEqual(['snoozed', 'closed'])
  })

  test('is taken by one person at a time; the other is told by whom, and may take over', async () => {
    const clerk = t.deskAs('clerk')
    expect(await clerk.call('leaving.takeOn', { guestId })).toMatchObject({ ok: true })
    expect(await t.call('leaving.takeOn', { guestId })).toMatchObject({
      refusal: { code: 'CASE_TAKEN', params: { owner: 'clerk', name: 'clerk', since: '2026-03-02' } },
    })
    expect(await t.call('leaving.offer', { guestId, version: 1, offer: 'call' })).toMatchObject({
      refusal: { code: 'CASE_TAKEN', params: { name: 'clerk' } },
    })
    await t.must('leaving.takeOn', { guestId, from: 'clerk' })
    expect(await cases()).toMatchObject([{ owner: { login: 'admin', name: 'Ada Min' }, mine: true }])
    // The clerk, whose page still shows it as theirs, learns of it in the same way.
    expect(await clerk.call('leaving.release', { guestId, version: 1 })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
  })

  test('may be given to somebody else, who must be a user', async () => {
    expect(await t.call('leaving.takeOn', { guestId, owner: 'nobody' })).toMatchObject({
      refusal: { code: 'USER_UNKNOWN', params: { login: 'nobody' } },
    })
    await t.must('leaving.takeOn', { guestId, owner: 'admin' })
    await t.must('leaving.release', { guestId, version: 1 })
    expect(await cases()).toMatchObject([{ owner: null, ownedOn: null, mine: false, state: 'open' }])
  })

  test('is not changed by a page that read an older state, nor twice by a double click', async () => {
    await t.must('leaving.takeOn', { guestId })
    expect(await t.call('leaving.snooze', { guestId, until: '2026-04-01' })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
    expect(
      await t.call('leaving.snooze', { guestId: t.anna, version: 1, until: '2026-04-01' }),
    ).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
    const input = { guestId, version: 1, offer: 'dinner' } as const
    const first = await t.call('leaving.offer', input, 'one-click')
    expect(await t.call('leaving.offer', input, 'one-click')).toEqual(first)
    expect(await cases()).toMatchObject([{ version: 2 }])
  })

  test('bad input is refused with what to do', async () => {
    const refused = (code: string) => ({ refusal: { code } })
    expect(await t.call('leaving.takeOn', { guestId: 999 as GuestId })).toMatchObject(
      refused('GUEST_UNKNOWN'),
    )
    expect(await t.call('leaving.release', { guestId, version: 1 })).toMatchObject(refused('CASE_UNKNOWN'))
    expect(await t.call('leaving.snooze', { guestId, until: '2026-03-02' })).toMatchObject(
      refused('SNOOZE_DATE'),
    )
    expect(await t.call('leaving.offer', { guestId, offer: 'other' })).toMatchObject(
      refused('OFFER_TEXT_NEEDED'),
    )
    expect(await t.call('leaving.offer', { guestId, offer: 'call', costMinor: -1 })).toMatchObject({
      fault: { code: 'INVALID_INPUT' },
    })
    expect(
      await t.call('leaving.offer', { guestId, offer: 'call', text: 'card 4111 1111 1111 1111' }),
    ).toMatchObject(refused('CARD_NUMBER'))
    expect(await t.call('leaving.close', { guestId, outcome: 'lost' })).toMatchObject(
      refused('LOSS_REASON_NEEDED'),
    )
    // None of it left a case behind.
    expect(await cases()).toEqual([])
  })
})

describe('a guest who comes again', () => {
  test('is noticed once a stay has begun, and only then closed as won back', async () => {
    await t.must('leaving.offer', { guestId, offer: 'call' })
    const close = () => t.call('leaving.close', { guestId, version: 1, outcome: 'won-back' })
    writeStays(t.file, [
      { guestId, arrival: '2026-02-20', departure: '2026-02-22' },
      { guestId, arrival: '2026-03-08', departure: '2026-03-09', status: 'confirmed' },
      { guestId, arrival: '2026-03-07', departure: '2026-03-08', status: 'cancelled' },
      { guestId: t.anna, arrival: '2026-03-05', departure: '2026-03-06' },
    ])
    // A stay before the case, a booking to come, one called off and another guest’s stay are no return.
    expect(await cases()).toMatchObject([{ returnedOn: null }])
    expect(await close()).toMatchObject({
      refusal: { code: 'NOT_BACK_YET', params: { since: '2026-03-02' } },
    })
    writeStays(t.file, [{ guestId, arrival: '2026-03-09', departure: '2026-03-11' }])
    writeStays(t.file, [{ guestId, arrival: '2026-03-06', departure: '2026-03-08', status: 'in-house' }])
    expect(await cases()).toMatchObject([{ returnedOn: '2026-03-06', state: 'open' }])
    expect((await t.must('leaving.results', {})).returned).toEqual([
      { id: 1, guestId, returnedOn: '2026-03-06' },
    ])
    expect(
      await t.call('leaving.close', { guestId, version: 1, outcome: 'lost', lossReason: 'price' }),
    ).toMatchObject({ refusal: { code: 'CAME_BACK', params: { on: '2026-03-06' } } })
    expect(await close()).toMatchObject({ ok: true })
    expect(await cases()).toMatchObject([{ state: 'closed', outcome: 'won-back', returnedOn: '2026-03-06' }])
    expect((await t.must('leaving.results', {})).returned).toEqual([])
  })
})

describe('the change log', () => {
  test('tells each step, and undo takes it back; two open cases never come of it', async () => {
    await t.must('leaving.takeOn', { guestId })
    const closed = await t.call('leaving.close', {
      guestId,
      version: 1,
      outcome: 'lost',
      lossReason: 'price',
      text: 'too dear',
    })
    await t.must('leaving.takeOn', { guestId })
    // Both would be open.
    expect(await t.call('change.undo', { change: changeOf(closed) })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { what: 'leaving-case' } },
    })
    const { rows } = await t.must('change.list', { entity: 'leaving-case' })
    expect(rows.map(({ operation, whom }) => [operation, whom?.guestId])).toEqual([
      ['leaving.takeOn', guestId],
      ['leaving.close', guestId],
      ['leaving.takeOn', guestId],
    ])
    await t.must('change.undo', { change: rows[0]?.seq ?? 0 })
    expect(await cases()).toMatchObject([{ state: 'closed', outcome: 'lost' }])
    await t.must('change.undo', { change: changeOf(closed) })
    expect(await cases()).toMatchObject([{ state: 'open', outcome: null, outcomeText: '', lossReason: null }])
  })

  test('a guest with a case is not taken away by undo; the doctor finds the case as the log has it', async () => {
    const made = await t.call('guest.create', { nativeName: '王芳' })
    const fang = made.ok ? (made.output as { id: GuestId }).id : guestId
    await t.must('leaving.offer', { guestId: fang, offer: 'other', text: 'a bouquet' })
    const change = made.ok && made.change ? made.change : 0
    expect(await t.call('change.undo', { change })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { what: 'leaving-case' } },
    })
    const raw = openRaw(t.file, { readonly: false })
    expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
    raw.exec("update leaving_cases set offer = 'call'")
    expect((await examine({ rawReader: raw }, () => 0)).findings).toMatchObject([
      { code: 'IMAGE_DIFFERS', params: { entity: 'leaving-case', field: 'offer' } },
    ])
    raw.close()
  })
})

test('what came of cases is counted by offer and by person, found again by hand', async () => {
  const people = ['clerk', 'admin'] as const
  for (let round = 0; round < 12; round++) {
    const guest = (await t.must('guest.create', { nativeName: `客人${round}` })).id
    const who = people[round % 2] === 'clerk' ? t.deskAs('clerk') : t.desk
    await who.call('leaving.offer', { guestId: guest, offer: round < 8 ? 'dinner' : 'call', costMinor: 1000 })
    if (round % 3 === 0)
      writeStays(t.file, [{ guestId: guest, arrival: '2026-03-02', departure: '2026-03-03' }])
    const outcome = round % 3 === 0 ? 'won-back' : 'lost'
    const closed = await who.call('leaving.close', {
      guestId: guest,
      version: 1,
      outcome,
      lossReason: outcome === 'lost' ? 'not-reached' : null,
    })
    expect(closed).toMatchObject({ ok: true })
  }
  const { all, byOffer, byOwner, minCases, open } = await t.must('leaving.results', {})
  const counted = (group: string) => {
    const raw = openRaw(t.file, { readonly: true })
    const rows = raw
      .prepare(
        `select ${group} as k, sum(outcome = 'won-back') as won, sum(outcome = 'lost') as lost, sum(cost_minor) as cost
         from leaving_cases group by 1 order by count(*) desc, min(id)`,
      )
      .raw()
      .all()
    raw.close()
    return rows
  }
  expect(all).toEqual({ wonBack: 4, lost: 8, falseAlarms: 0, rate: 4 / 12, costMinor: 12_000 })
  expect(byOffer.map(({ offer, tally }) => [offer, tally.wonBack, tally.lost, tally.costMinor])).toEqual(
    counted('offer'),
  )
  expect(
    byOwner.map(({ owner, tally }) => [owner?.login, tally.wonBack, tally.lost, tally.costMinor]),
  ).toEqual(counted('owner'))
  // Eight dinners are too few for a rate.
  expect(byOffer[0]?.tally.rate).toBeNull()
  expect([minCases, open]).toEqual([10, 0])
})

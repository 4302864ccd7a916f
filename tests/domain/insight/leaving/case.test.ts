import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  close,
  type LeavingCaseImage,
  lossReasons,
  makeOffer,
  newCase,
  outcomes,
  release,
  snooze,
  stateOf,
  takeOn,
} from '#shared/domain/insight/leaving/case.ts'
import { businessDateOf, type GuestId } from '#shared/values/index.ts'

const on = businessDateOf('2026-03-02')
const later = businessDateOf('2026-03-20')
const lastYear = businessDateOf('2027-03-02')
const guest = 7 as GuestId
const by = { on, actor: 'anna' }
const fresh = newCase(guest, by)

const must = (result: { ok: true; value: LeavingCaseImage } | { ok: false }) => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}
const held = (owner: string) => must(takeOn(fresh, owner, null, on))

describe('a case has one owner', () => {
  test.each([
    ['nobody has it', null, 'anna', null, 'anna'],
    ['the same person again', 'anna', 'anna', null, 'anna'],
    ['somebody else has it', 'clerk', 'anna', null, 'CASE_TAKEN'],
    ['it is taken over from whom it was shown with', 'clerk', 'anna', 'clerk', 'anna'],
    ['it has meanwhile gone to a third person', 'wuhao', 'anna', 'clerk', 'CASE_TAKEN'],
  ])('%s', (_what, owner, wanted, from, expected) => {
    const result = takeOn(owner === null ? fresh : held(owner), wanted, from, on)
    expect(result.ok ? result.value.owner : result.refusal.code).toBe(expected)
  })

  test('who else acts on it is told who has it, and since when', () => {
    const clerks = held('clerk')
    const refused = { refusal: { code: 'CASE_TAKEN', params: { owner: 'clerk', since: on } } }
    expect(release(clerks, 'anna')).toMatchObject(refused)
    expect(snooze(clerks, later, lastYear, by)).toMatchObject(refused)
    expect(makeOffer(clerks, { offer: 'call', text: '', costMinor: null }, by)).toMatchObject(refused)
    expect(close(clerks, { outcome: 'false-alarm', lossReason: null, text: '' }, null, by)).toMatchObject(
      refused,
    )
  })

  test('who offers has it from then on; giving it back leaves what was offered', () => {
    const offered = must(makeOffer(fresh, { offer: 'upgrade', text: 'to a suite', costMinor: 9000 }, by))
    expect(offered).toMatchObject({
      owner: 'anna',
      ownedOn: on,
      offer: 'upgrade',
      offerText: 'to a suite',
      costMinor: 9000,
      offeredOn: on,
      offeredBy: 'anna',
    })
    expect(must(release(offered, 'anna'))).toMatchObject({ owner: null, ownedOn: null, offer: 'upgrade' })
  })
})

describe('a snooze ends by itself', () => {
  const snoozed = must(snooze(fresh, later, lastYear, by))
  test.each([
    ['the day before', '2026-03-19', 'snoozed'],
    ['on its day', '2026-03-20', 'open'],
    ['after it', '2026-04-01', 'open'],
  ])('%s', (_what, day, state) => {
    expect(stateOf(snoozed, businessDateOf(day))).toBe(state)
  })

  test.each(['2026-03-02', '2026-03-01', '2027-03-03'])('%s is refused', (until) => {
    expect(snooze(fresh, businessDateOf(until), lastYear, by)).toMatchObject({
      refusal: { code: 'SNOOZE_DATE', params: { until, on, latest: lastYear } },
    })
  })

  test('taking it on ends the snooze', () => {
    expect(stateOf(must(takeOn(snoozed, 'anna', null, on)), on)).toBe('open')
  })
})

describe('a case is closed', () => {
  test.each([
    ['won back, without a stay since', 'won-back', null, '', null, 'NOT_BACK_YET'],
    ['won back, with one', 'won-back', null, '', '2026-03-10', 'won-back'],
    ['lost, without a reason', 'lost', null, 'no idea', null, 'LOSS_REASON_NEEDED'],
    ['lost for another reason, without words', 'lost', 'other', '', null, 'LOSS_TEXT_NEEDED'],
    ['lost for another reason, in words', 'lost', 'other', 'emigrated', null, 'lost'],
    ['lost, who came again', 'lost', 'price', '', '2026-03-10', 'CAME_BACK'],
    ['a false alarm, who came again', 'false-alarm', null, '', '2026-03-10', 'false-alarm'],
  ] as const)('%s', (_what, outcome, lossReason, text, returned, expected) => {
    const result = close(fresh, { outcome, lossReason, text }, returned && businessDateOf(returned), by)
    expect(result.ok ? result.value.outcome : result.refusal.code).toBe(expected)
  })

  test('whatever is said, a reason of loss is kept of a loss alone, and a return of a guest won back alone', () => {
    const closings = fc.record({
      outcome: fc.constantFrom(...outcomes),
      lossReason: fc.constantFrom(null, ...lossReasons),
      text: fc.constantFrom('', 'words'),
    })
    fc.assert(
      fc.property(closings, fc.constantFrom(null, later), (closing, returned) => {
        const result = close(must(snooze(fresh, later, lastYear, by)), closing, returned, by)
        if (!result.ok) return
        const { value } = result
        expect(value.lossReason === null).toBe(value.outcome !== 'lost')
        expect(value.returnedOn === null).toBe(value.outcome !== 'won-back')
        expect(value).toMatchObject({ closedOn: on, closedBy: 'anna', snoozedUntil: null })
      }),
    )
  })
})

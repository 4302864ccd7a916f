import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as contract from '#shared/contract/request.ts'
import { preferenceGroups, preferenceRules } from '#shared/domain/guest/preferences.ts'
import {
  actionsOf,
  departmentOf,
  departments,
  isOpen,
  nextStatus,
  type RequestStatus,
  requestActions,
  requestKinds,
  requestOfPreference,
  requestStatuses,
} from '#shared/domain/request/request.ts'

test('the rules and the contract know the same words', () => {
  expect(contract.requestView.shape.kind.options).toEqual(requestKinds)
  expect(contract.requestView.shape.department.options).toEqual(departments)
  expect(contract.requestView.shape.status.options).toEqual(requestStatuses)
  expect(requestKinds.length).toBe(14)
})

test.each([
  ['open', 'acknowledge', '', 'acknowledged'],
  ['open', 'done', '', 'done'],
  ['open', 'decline', 'sold out', 'declined'],
  ['open', 'decline', '  ', 'REASON_NEEDED'],
  ['open', 'reopen', '', 'STATUS_NOT_POSSIBLE'],
  ['acknowledged', 'acknowledge', '', 'STATUS_NOT_POSSIBLE'],
  ['acknowledged', 'done', '', 'done'],
  ['acknowledged', 'decline', 'no crib left', 'declined'],
  ['acknowledged', 'reopen', '', 'open'],
  ['done', 'reopen', '', 'open'],
  ['done', 'decline', 'x', 'STATUS_NOT_POSSIBLE'],
  ['done', 'acknowledge', '', 'STATUS_NOT_POSSIBLE'],
  ['declined', 'reopen', '', 'open'],
  ['declined', 'done', '', 'STATUS_NOT_POSSIBLE'],
] as const)('%s, %s (%s) → %s', (status, action, reason, expected) => {
  const result = nextStatus(status, action, reason)
  expect(result.ok ? result.value : result.refusal.code).toBe(expected)
})

test('a step that is not possible names the status and the step', () => {
  expect(nextStatus('done', 'decline', 'why')).toEqual({
    ok: false,
    refusal: { code: 'STATUS_NOT_POSSIBLE', params: { status: 'done', action: 'decline' } },
  })
})

test('the buttons of a status are what it allows, and it is never without one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...requestStatuses), fc.constantFrom(...requestActions), (status, action) => {
      expect(actionsOf(status).includes(action)).toBe(nextStatus(status, action, 'why').ok)
      expect(actionsOf(status).length).toBeGreaterThan(0)
    }),
  )
})

test('any way back to open is one step', () => {
  const closed: RequestStatus[] = ['acknowledged', 'done', 'declined']
  for (const status of closed) expect(nextStatus(status, 'reopen')).toEqual({ ok: true, value: 'open' })
  expect(requestStatuses.filter(isOpen)).toEqual(['open', 'acknowledged'])
})

test('preferences become requests', () => {
  expect(requestOfPreference('floor', 'high')).toEqual({
    kind: 'high-floor',
    department: 'front-office',
    text: '',
  })
  expect(requestOfPreference('room-feature', 'crib')).toMatchObject({
    kind: 'crib',
    department: 'housekeeping',
  })
  expect(requestOfPreference('diet', 'halal')).toEqual({
    kind: 'other',
    department: 'food-and-beverage',
    text: 'halal',
  })
  const kinds = preferenceGroups.flatMap((group) =>
    preferenceRules[group].values.map((value) => requestOfPreference(group, value).kind),
  )
  // Each of the thirteen kinds can be preferred.
  expect(new Set(kinds)).toEqual(new Set(requestKinds))
  for (const kind of requestKinds) expect(departments).toContain(departmentOf(kind))
})

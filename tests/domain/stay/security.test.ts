import { expect, test } from 'vitest'
import { guarantees } from '#shared/domain/booking/choices.ts'
import { type Security, securedBy } from '#shared/domain/stay/security.ts'

const nothing = { heldMinor: 0, holdsMinor: 0 }

test.each<[(typeof guarantees)[number], Security[]]>([
  ['none', []],
  ['deposit', []],
  ['non-refundable', ['guarantee']],
  ['refundable', ['guarantee']],
  ['company', ['guarantee']],
  ['card', ['guarantee']],
])('without money in hand, %s secures a stay by %j', (guarantee, by) => {
  expect(securedBy({ ...nothing, guarantee })).toEqual(by)
  expect(guarantees).toContain(guarantee)
})

test('money in hand comes first, whatever was agreed', () => {
  expect(securedBy({ guarantee: 'none', heldMinor: 1, holdsMinor: 0 })).toEqual(['deposit'])
  expect(securedBy({ guarantee: 'company', heldMinor: 1, holdsMinor: 1 })).toEqual([
    'deposit',
    'hold',
    'guarantee',
  ])
})

import { expect, test } from 'vitest'
import * as contract from '#shared/contract/booking.ts'
import { bookingRow } from '#shared/contract/booking-row.ts'

type Field = { safeParse: (value: unknown) => { success: boolean } }
const create = contract.create.input.shape

// What the contract takes of each closed list; `fax` is in none.
test.each<[string, Field, string[]]>([
  [
    'a status',
    bookingRow.shape.status,
    ['enquiry', 'waitlisted', 'confirmed', 'in-house', 'checked-out', 'cancelled', 'no-show'],
  ],
  ['a new booking’s status', create.status, ['enquiry', 'waitlisted', 'confirmed']],
  ['a role', bookingRow.shape.role, ['guest', 'booker', 'companion']],
  ['a list of the day', contract.list.input.shape.view, ['due-in', 'in-house', 'due-out', 'created']],
  [
    'an action',
    contract.get.output.shape.allowed.element,
    ['change', 'confirm', 'cancel', 'reinstate', 'request'],
  ],
  [
    'what happens to a night',
    contract.effect.shape.nights.element.shape.change,
    ['same', 'added', 'removed', 'changed'],
  ],
  ['a segment', create.segment, ['transient', 'corporate', 'group', 'complimentary', 'undefined']],
  ['a channel', create.channel, ['direct', 'telephone', 'walk-in', 'gds', 'undefined']],
  ['a guarantee', create.guarantee, ['none', 'deposit', 'non-refundable', 'refundable', 'company']],
])('%s', (_what, field, words) => {
  for (const word of words) expect(field.safeParse(word).success).toBe(true)
  expect(field.safeParse('fax').success).toBe(false)
})

test('nobody books as in house or as gone', () => {
  for (const status of ['in-house', 'checked-out', 'cancelled', 'no-show'])
    expect(create.status.safeParse(status).success).toBe(false)
})

test('a new booking may be refused by the rules of a stay and by the inventory', () => {
  expect(contract.create.refusals).toContain('ROOM_WRONG_TYPE')
  expect(contract.create.refusals).toContain('NOT_AVAILABLE')
})

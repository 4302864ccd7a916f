import { describe, expect, test } from 'vitest'
import { putContact, settlePrimaries } from '#shared/domain/guest/contacts.ts'
import type { ContactPart } from '#shared/domain/guest/image.ts'

const contact = (kind: ContactPart['kind'], value: string, primary = false): ContactPart => ({
  kind,
  value,
  primary,
  agencyMasked: false,
})
const on = (contacts: Record<string, ContactPart>) =>
  Object.values(contacts).map(({ kind, value, primary }) => `${kind} ${value}${primary ? ' primary' : ''}`)

describe('one contact of each kind is the primary', () => {
  test.each([
    ['the first of a kind', {}, 1, contact('mobile', 'a'), ['mobile a primary']],
    [
      'a second beside it',
      { 1: contact('mobile', 'a', true) },
      2,
      contact('mobile', 'b'),
      ['mobile a primary', 'mobile b'],
    ],
    [
      'a new primary takes over',
      { 1: contact('mobile', 'a', true), 2: contact('email', 'c', true) },
      3,
      contact('mobile', 'b', true),
      ['mobile a', 'email c primary', 'mobile b primary'],
    ],
    [
      'the primary saved without the word stays it',
      { 1: contact('mobile', 'a'), 2: contact('mobile', 'b', true) },
      2,
      contact('mobile', 'new'),
      ['mobile a', 'mobile new primary'],
    ],
    [
      'the primary that becomes another kind leaves its place to the oldest',
      { 1: contact('mobile', 'a', true), 2: contact('mobile', 'b'), 3: contact('mobile', 'c') },
      1,
      contact('phone', 'd'),
      ['phone d primary', 'mobile b primary', 'mobile c'],
    ],
  ])('%s', (_what, before, id, one, after) => {
    expect(on(putContact(before, id, one))).toEqual(after)
  })

  test('where the primary was taken away, the oldest of its kind is; others stay as they are', () => {
    const contacts = { 2: contact('mobile', 'b'), 3: contact('mobile', 'c'), 4: contact('email', 'd', true) }
    expect(on(settlePrimaries(contacts))).toEqual(['mobile b primary', 'mobile c', 'email d primary'])
    expect(settlePrimaries({})).toEqual({})
  })
})

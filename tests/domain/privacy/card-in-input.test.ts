import { expect, test } from 'vitest'
import { findCardIn } from '#shared/domain/privacy/card-in-input.ts'

const card = '4111 1111 1111 1111'

test.each<[string, unknown, (string | number)[] | null]>([
  ['a text alone', card, []],
  ['a field', { note: `card ${card}` }, ['note']],
  ['a field of a field', { guest: { note: card } }, ['guest', 'note']],
  ['a list', { notes: ['window', card] }, ['notes', 1]],
  ['an object in a list', [{ a: 1 }, { text: card }], [1, 'text']],
  ['a value that is no contact’s', { kind: 'diet', value: card }, ['value']],
  ['a value without a kind', { value: card }, ['value']],
  ['the label of a contact', { kind: 'mobile', value: '+86', label: card }, ['label']],
  ['a key', { mapping: { columns: { [card]: 'note' } } }, ['mapping', 'columns']],
  ['the first of two', { a: { b: card }, c: card }, ['a', 'b']],
  ['what comes after nothing found', { a: { b: 'x' }, c: null, d: card }, ['d']],
  ['a mobile', { kind: 'mobile', value: card }, null],
  ['a telephone', { kind: 'phone', value: card }, null],
  ['an e-mail', { kind: 'email', value: card }, null],
  ['a password', { password: card }, null],
  ['the password of now', { current: card }, null],
  ['a zone', { mrz: card }, null],
  ['a file', { file: { name: card } }, null],
  ['a number', { total: 4_111_111_111_111_111 }, null],
  ['nothing', null, null],
  ['no text', { a: undefined, b: true, c: [] }, null],
])('%s', (_, input, path) => {
  const expected = path === null ? null : { path, card: expect.objectContaining({ brand: 'visa' }) }
  expect(findCardIn(input)).toEqual(expected)
})

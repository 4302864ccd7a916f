import { expect, test } from 'vitest'
import { findCardIn } from '#shared/domain/privacy/card-in-input.ts'

const card = '4111 1111 1111 1111'

/** Points of a line that somebody drew, whose digits in a row would pass for a card. */
const drawn =
  '100,150 120,200 140,205 160,158 180,105 200,92 220,133 240,189 260,209 280,175 300,117 320,90 340,118 360,175 380,209 400,189 420,133 440,92 460,105 480,159 500,205 520,200 540,149 560,99 580,96 600,142 620,196 640,207 660,166 680,110'

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
  ['a signature', { signature: drawn }, null],
  ['the same anywhere else', { note: drawn }, ['note']],
  ['a card where a signature should be', { signature: card }, ['signature']],
  ['a number', { total: 4_111_111_111_111_111 }, null],
  ['nothing', null, null],
  ['no text', { a: undefined, b: true, c: [] }, null],
])('%s', (_, input, path) => {
  const expected = path === null ? null : { path, card: expect.objectContaining({ brand: 'visa' }) }
  expect(findCardIn(input)).toEqual(expected)
})

import { describe, expect, test } from 'vitest'
import {
  applied,
  changedSince,
  type Difference,
  difference,
  entryOf,
  fieldsOf,
  type Image,
  type Plain,
  samePlain,
} from '#shared/domain/change/change.ts'

test.each<[Plain, Plain, boolean]>([
  ['a', 'a', true],
  ['a', 'b', false],
  [1, '1', false],
  [null, null, true],
  [null, {}, false],
  [{}, null, false],
  [null, [], false],
  ['a', {}, false],
  [{}, 'a', false],
  [1, {}, false],
  [{}, 1, false],
  [[], { length: 0 }, false],
  [{ length: 0 }, [], false],
  [[], [], true],
  [[], {}, false],
  [{}, [], false],
  [[1, 2], [1, 2], true],
  [[1, 2], [2, 1], false],
  [[1], [1, 2], false],
  [[1, 2], [1], false],
  [[null], [], false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  // An entry that is null is one that is absent.
  [{ a: 1, b: null }, { a: 1 }, true],
  [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }, true],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
])('%j and %j are the same: %s', (a, b, same) => {
  expect(samePlain(a, b)).toBe(same)
})

test('an entry is the collection’s own, not one that every object has', () => {
  expect(entryOf({ constructor: 1 }, 'constructor')).toBe(1)
  expect(entryOf({}, 'constructor')).toBeNull()
  expect(entryOf({ a: 0 }, 'a')).toBe(0)
})

describe('a difference', () => {
  test.each<[string, Image | null, Image | null, Difference | null]>([
    ['nothing made of nothing', null, null, null],
    ['made', null, { a: 1 }, { before: null, after: { a: 1 } }],
    ['taken away', { a: 1 }, null, { before: { a: 1 }, after: null }],
    ['a field that is new', {}, { a: 1 }, { before: { a: null }, after: { a: 1 } }],
    ['a field that is gone', { a: 1 }, {}, { before: { a: 1 }, after: { a: null } }],
    ['a list, as a whole', { a: [1] }, { a: [1, 2] }, { before: { a: [1] }, after: { a: [1, 2] } }],
    ['a list and a collection', { a: [] }, { a: { x: 1 } }, { before: { a: [] }, after: { a: { x: 1 } } }],
    ['a collection and a list', { a: { x: 1 } }, { a: [] }, { before: { a: { x: 1 } }, after: { a: [] } }],
    ['a collection and a value', { a: { x: 1 } }, { a: 2 }, { before: { a: { x: 1 } }, after: { a: 2 } }],
    [
      'entries of a collection',
      { a: { x: 1, y: 2 } },
      { a: { y: 2, z: 3 } },
      { before: { a: { x: 1, z: null } }, after: { a: { x: null, z: 3 } } },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(difference(before, after)).toEqual(expected)
  })
})

describe('put on an image', () => {
  test.each<[string, Image | null, Difference, Image | null]>([
    ['what was made is as it was made', null, { before: null, after: { a: 1 } }, { a: 1 }],
    ['what was taken away is gone', { a: 1 }, { before: { a: 1 }, after: null }, null],
    ['a change of what is not there', null, { before: { a: 1 }, after: { a: 2 } }, null],
    ['a field beside others', { a: 1, b: 2 }, { before: { a: 1 }, after: { a: 3 } }, { a: 3, b: 2 }],
    [
      'an entry beside others',
      { a: { x: 1, y: 2 } },
      { before: { a: { y: 2 } }, after: { a: { y: 3 } } },
      { a: { x: 1, y: 3 } },
    ],
    [
      'an entry taken out',
      { a: { x: 1, y: 2 } },
      { before: { a: { y: 2 } }, after: { a: { y: null } } },
      { a: { x: 1 } },
    ],
    [
      'a collection in a value’s place',
      { a: 1 },
      { before: { a: 1 }, after: { a: { x: 1 } } },
      { a: { x: 1 } },
    ],
    [
      'a value in a collection’s place',
      { a: { x: 1 } },
      { before: { a: { x: 1 } }, after: { a: 1 } },
      { a: 1 },
    ],
    ['a list in a list’s place', { a: [1] }, { before: { a: [1] }, after: { a: [2] } }, { a: [2] }],
  ])('%s', (_, image, change, expected) => {
    expect(applied(image, change)).toEqual(expected)
  })
})

describe('what stands on a change', () => {
  test.each<[string, Image | null, Difference, string | null]>([
    ['taken away, and still away', null, { before: { a: 1 }, after: null }, null],
    ['taken away, and there again', { a: 1 }, { before: { a: 1 }, after: null }, ''],
    ['changed, and gone', null, { before: { a: 1 }, after: { a: 2 } }, ''],
    ['a field as it was left', { a: 2, b: 5 }, { before: { a: 1 }, after: { a: 2 } }, null],
    ['a field changed again', { a: 3 }, { before: { a: 1 }, after: { a: 2 } }, 'a'],
    ['a field gone, left as null', {}, { before: { a: 1 }, after: { a: null } }, null],
    ['a list changed again', { a: [3] }, { before: { a: [1] }, after: { a: [2] } }, 'a'],
    ['a collection become a value', { a: 3 }, { before: { a: {} }, after: { a: { x: 1 } } }, 'a'],
    ['a value become a collection', { a: { x: 1 } }, { before: { a: 1 }, after: { a: 2 } }, 'a'],
    ['an entry changed again', { a: { x: 3 } }, { before: { a: { x: 1 } }, after: { a: { x: 2 } } }, 'a.x'],
    [
      'another entry is new',
      { a: { x: 2, y: 1 } },
      { before: { a: { x: 1 } }, after: { a: { x: 2 } } },
      null,
    ],
    [
      'another entry of what was made',
      { a: { x: 2, y: 1 } },
      { before: null, after: { a: { x: 2 } } },
      'a.y',
    ],
  ])('%s', (_, image, change, field) => {
    expect(changedSince(image, change)).toBe(field)
  })
})

test.each<[Difference, string[] | null]>([
  [{ before: null, after: { a: 1 } }, null],
  [{ before: { a: 1 }, after: null }, null],
  [{ before: { a: 1 }, after: { a: 2 } }, ['a']],
  [{ before: { a: { x: 1 } }, after: { a: { x: 2, y: 3 } } }, ['a.x', 'a.y']],
  [{ before: { a: { x: 1 } }, after: { a: null } }, ['a.x']],
  [{ before: { a: [1], b: 1 }, after: { a: [2], b: 2 } }, ['a', 'b']],
])('%j touches %j', (change, fields) => {
  expect(fieldsOf(change)).toEqual(fields)
})

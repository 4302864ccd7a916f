import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  changedSince,
  difference,
  type Image,
  inverse,
  samePlain,
} from '#shared/domain/change/change.ts'

const scalar = fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.boolean(), fc.constant(null))
const collection = fc.dictionary(
  fc.constantFrom('1', '2', '2026-03-01'),
  fc.record({ a: scalar, b: scalar }),
  { maxKeys: 3 },
)
const image: fc.Arbitrary<Image> = fc.record({
  name: scalar,
  notes: collection,
  nights: collection,
  tags: fc.array(fc.string(), { maxLength: 3 }),
})
const maybe = fc.option(image, { nil: null })

describe('a difference', () => {
  test('put on what was before gives what is after, and its inverse takes it back', () => {
    fc.assert(
      fc.property(maybe, maybe, (before, after) => {
        const change = difference(before, after)
        if (!change) return samePlain(before, after)
        return samePlain(applied(before, change), after) && samePlain(applied(after, inverse(change)), before)
      }),
    )
  })

  test('holds only what changed', () => {
    const before = { name: 'a', notes: { '1': { t: 'x' }, '2': { t: 'y' } } }
    const after = { name: 'a', notes: { '1': { t: 'z' }, '2': { t: 'y' } } }
    expect(difference(before, after)).toEqual({
      before: { notes: { '1': { t: 'x' } } },
      after: { notes: { '1': { t: 'z' } } },
    })
    expect(difference(before, before)).toBeNull()
  })

  test('survives JSON, as the log keeps it', () => {
    fc.assert(
      fc.property(image, image, (before, after) => {
        const change = difference(before, after)
        return !change || samePlain(applied(before, JSON.parse(JSON.stringify(change))), after)
      }),
    )
  })
})

describe('what stands on a change', () => {
  test('nothing, right after it', () => {
    fc.assert(
      fc.property(maybe, maybe, (before, after) => {
        const change = difference(before, after)
        return !change || changedSince(after, change) === null
      }),
    )
  })

  test.each([
    [{ name: 'b', notes: {} }, { name: 'c', notes: {} }, 'name'],
    [{ name: 'a', notes: { '1': { t: 1 } } }, { name: 'a', notes: { '1': { t: 2 } } }, 'notes.1'],
    [{ name: 'b', notes: {} }, null, ''],
  ])('is named by its field', (after, now, field) => {
    const change = difference({ name: 'a', notes: {} }, after)
    expect(change && changedSince(now, change)).toBe(field)
  })

  test('a change of another field or entry does not stand on it', () => {
    const change = difference(
      { name: 'a', notes: {}, age: 1 },
      { name: 'b', notes: { '1': { t: 1 } }, age: 1 },
    )
    expect(
      change && changedSince({ name: 'b', notes: { '1': { t: 1 }, '2': { t: 2 } }, age: 2 }, change),
    ).toBeNull()
  })

  test('a thing that was made is taken away only as it was made', () => {
    const made = difference(null, { name: 'a', notes: {} })
    expect(made && changedSince({ name: 'a', notes: {} }, made)).toBeNull()
    expect(made && changedSince({ name: 'a', notes: { '1': { t: 1 } } }, made)).toBe('notes.1')
  })
})

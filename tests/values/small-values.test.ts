import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, isMoment, isRefused, momentOf, ok, parseId, refuse } from '#shared/values/index.ts'

test('moments are one form and read back', () => {
  const span = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) })
  fc.assert(
    fc.property(span, (epochMs) => {
      const moment = momentOf(epochMs)
      expect(moment).toBe(new Date(epochMs).toISOString())
      expect(isMoment(moment)).toBe(true)
    }),
  )
})

test.each([
  '2026-03-05T08:30:00Z',
  '2026-03-05T08:30:00.000+08:00',
  '2026-02-30T08:30:00.000Z',
  '2026-03-05T24:00:00.000Z',
  '2026-03-05T08:60:00.000Z',
  '2026-03-05 08:30:00.000Z',
  '',
])('not a moment: %j', (text) => {
  expect(isMoment(text)).toBe(false)
})

test('a moment out of range is a defect', () => {
  expect(() => momentOf(Date.UTC(2200, 0, 1))).toThrow(RangeError)
  expect(() => momentOf(Number.NaN)).toThrow(RangeError)
})

test('ids are positive integers', () => {
  for (const bad of [0, -1, 1.5, Number.NaN, 2 ** 53, '1', null]) expect(isId(bad)).toBe(false)
  expect(isId(1)).toBe(true)
  expect(parseId('42')).toBe(42)
  for (const bad of ['0', '042', '-1', '1.0', '9007199254740993', 'x', '']) expect(parseId(bad)).toBeNull()
})

test('results are plain objects', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 })
  expect(refuse('ROOM_TAKEN')).toEqual({ ok: false, refusal: { code: 'ROOM_TAKEN', params: {} } })
})

test('only a rule’s no is a refusal, not what carries one', () => {
  expect(isRefused(refuse('ROOM_TAKEN'))).toBe(true)
  for (const other of [null, {}, ok(1), { refusal: null }, { ok: true, refusal: { code: 'ROOM_TAKEN' } }])
    expect(isRefused(other)).toBe(false)
})

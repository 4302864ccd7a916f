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
  '2026-03-05T29:00:00.000Z',
  '2026-03-05T30:00:00.000Z',
  '2026-03-05T08:30:60.000Z',
  '2026-03-05T8:30:00.000Z',
  '2026-03-05T08:30:00.00Z',
  '2026-03-05T08:30:00.0000Z',
  '2026-03-05T08:30:00x000Z',
  '2026-03-05T08:30:00.abcZ',
  '2026-03-05T08:30:00.000Z ',
  ' 2026-03-05T08:30:00.000Z',
  'x2026-03-05T08:30:00.000Z',
  '2026-03-05T08:30:00.000Zx',
  '',
])('not a moment: %j', (text) => {
  expect(isMoment(text)).toBe(false)
})

test('what is no text is no moment', () => {
  const text = '2026-03-05T08:30:00.000Z'
  for (const value of [null, undefined, 5, [text], Object(text)]) expect(isMoment(value)).toBe(false)
})

test('every hour of a day is one', () => {
  for (let hour = 0; hour < 24; hour++)
    expect(isMoment(`2026-03-05T${String(hour).padStart(2, '0')}:59:59.999Z`)).toBe(true)
})

test('a moment out of range is a defect', () => {
  expect(() => momentOf(Date.UTC(2200, 0, 1))).toThrow(RangeError)
  expect(() => momentOf(Number.NaN)).toThrow(RangeError)
})

test('ids are positive integers', () => {
  for (const bad of [0, -1, 1.5, Number.NaN, 2 ** 53, '1', null]) expect(isId(bad)).toBe(false)
  expect(isId(1)).toBe(true)
  for (const good of [1, 7, 42, 999, Number.MAX_SAFE_INTEGER]) {
    expect(isId(good)).toBe(true)
    expect(parseId(String(good))).toBe(good)
  }
  for (const bad of ['0', '042', '-1', '1.0', ' 1', '1 ', '1\n', '9007199254740993', 'x', 'x1', '1x', ''])
    expect(parseId(bad)).toBeNull()
})

test('results are plain objects', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 })
  expect(refuse('ROOM_TAKEN', { room: '12' })).toEqual({
    ok: false,
    refusal: { code: 'ROOM_TAKEN', params: { room: '12' } },
  })
  expect(refuse('ROOM_TAKEN')).toEqual({ ok: false, refusal: { code: 'ROOM_TAKEN', params: {} } })
})

test('only a rule’s no is a refusal, not what carries one', () => {
  expect(isRefused(refuse('ROOM_TAKEN'))).toBe(true)
  for (const other of [
    null,
    {},
    ok(1),
    { refusal: null },
    { ok: false },
    { ok: true, refusal: { code: 'ROOM_TAKEN' } },
  ])
    expect(isRefused(other)).toBe(false)
})

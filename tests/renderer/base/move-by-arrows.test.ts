import { expect, test } from 'vitest'
import { type Box, boxByArrow } from '#renderer/base/keys/move-by-arrows.ts'

const box = (left: number, top: number, width = 40): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + 20,
})
/** Two columns and three rows, with a hole in the middle, and a wide button below. */
const names = ['a1', 'b1', 'a2', 'a3', 'b3', 'wide'] as const
const boxes = [box(0, 0), box(100, 0), box(0, 30), box(0, 60), box(100, 60), box(0, 90, 140)]
const after = (key: string, from: (typeof names)[number]) => {
  const next = boxByArrow(key, boxes[names.indexOf(from)] as Box, boxes)
  return next === null ? null : names[next]
}

test('up and down lead to the next row, there to the nearest of the column', () => {
  expect(after('ArrowDown', 'a1')).toBe('a2')
  expect(after('ArrowDown', 'a2')).toBe('a3')
  expect(after('ArrowDown', 'b3')).toBe('wide')
  expect(after('ArrowUp', 'b3')).toBe('a2')
  expect(after('ArrowUp', 'a1')).toBeNull()
})

test('left and right stay in the row', () => {
  expect(after('ArrowRight', 'a1')).toBe('b1')
  expect(after('ArrowRight', 'b1')).toBeNull()
  expect(after('ArrowLeft', 'b3')).toBe('a3')
  expect(after('ArrowRight', 'a2')).toBeNull()
})

test('other keys lead nowhere', () => {
  expect(after('Enter', 'a1')).toBeNull()
})

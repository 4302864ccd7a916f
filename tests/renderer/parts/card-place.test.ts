import { expect, test } from 'vitest'
import { placeCard } from '#renderer/parts/guest/card-place.ts'

const view = { width: 1366, height: 768 }
const card = { width: 300, height: 200 }
const box = (left: number, top: number, width = 120, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

test('a card is below its name, above where there is no room, and over no field in use', () => {
  expect(placeCard(box(100, 100), card, view, [])).toEqual({ left: 100, top: 126 })
  expect(placeCard(box(100, 740), card, view, [])).toEqual({ left: 100, top: 534 })
  const fields = [box(100, 130), box(100, 160)]
  const { left, top } = placeCard(box(100, 100), card, view, fields)
  expect(fields.every((one) => top >= one.bottom || top + 200 <= one.top || left >= one.right)).toBe(true)
  expect(placeCard(box(1300, 10), card, view, []).left).toBe(1058)
})

import { expect, test } from 'vitest'
import { axisNames, textWidth } from '#renderer/ui/axis-names.ts'

const months = ['Oct 2025', 'Nov 2025', 'Dec 2025']

test('names that have room stand in a line', () => {
  expect(axisNames(months, 70)).toMatchObject({ texts: months, isEach: true, rotate: 0, below: 22 })
  expect(axisNames([], 70)).toMatchObject({ texts: [], below: 22 })
})

test('names that are somewhat wider are broken, and the drawing gives room to the most lines', () => {
  const { texts, rotate, below } = axisNames(['India', 'United Kingdom', 'United States of America'], 64)
  expect(texts).toEqual(['India', 'United\nKingdom', 'United\nStates of\nAmerica'])
  expect([rotate, below]).toEqual([0, 50])
  expect(axisNames(['印度尼西亚', '中国'], 45).texts).toEqual(['印度尼\n西亚', '中国'])
})

test('names that are wider by far stand aslant, cut where the table has the rest', () => {
  const names = ['Complimentary', 'Travel agent', 'Association of hotel managers']
  const { texts, rotate, below, left } = axisNames(names, 40)
  expect(texts.slice(0, 2)).toEqual(names.slice(0, 2))
  expect(texts[2]).toMatch(/^Association.*…$/)
  expect(rotate).toBe(35)
  expect(below).toBeGreaterThan(60)
  expect(left).toBeLessThan(textWidth('Complimentary'))
})

test('of more than fifteen not each is named', () => {
  const days = Array.from({ length: 31 }, (_, at) => `${at + 1} Mar`)
  expect(axisNames(days, 200).isEach).toBe(false)
  expect(axisNames(days.slice(0, 15), 200).isEach).toBe(true)
})

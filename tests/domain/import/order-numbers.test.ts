import { expect, test } from 'vitest'
import { createOrderNumberWatch } from '#shared/domain/import/order-numbers.ts'

const card = '4111111111111111'
const plain = (count: number) =>
  Array.from({ length: count }, (_, index) => `411111111111${1000 + index * 10}`)

function verdict(cells: string[]): boolean {
  const watch = createOrderNumberWatch()
  for (const cell of cells) watch.see(cell)
  return watch.areOrderNumbers()
}

test.each<[string, string[], boolean]>([
  ['nothing', [], false],
  ['too few to say', plain(8).filter((one) => one !== card), false],
  ['a few that pass by chance', ['4111111111110009', card, ...plain(12)], true],
  ['short ones', Array.from({ length: 20 }, (_, index) => String(1_000_000 + index)), false],
  ['cards alone', Array.from({ length: 20 }, () => card), false],
  ['cards among short numbers', [...Array.from({ length: 20 }, (_, index) => `HM${index}`), card], false],
  ['one card in four', [...plain(12), card, card, card, card], false],
])('%s', (_what, cells, expected) => {
  expect(verdict(cells)).toBe(expected)
})

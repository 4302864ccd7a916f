import { expect, test } from 'vitest'
import { exactNameKeys } from '#shared/domain/search/exact-names.ts'

test.each([
  ['张伟', ['zhang wei 张伟']],
  ['张 伟', ['zhang wei 张伟']],
  ['xubin', ['xu bin']],
  ['lilu', ['li lu']],
  ['zhangwei', ['zhang wei']],
  ['lvbu', ['lv bu']],
  ['xian', ['xi an']],
  ['ouyangnana', ['ou yang na na']],
  ['john smith', ['john smith', 'smith john']],
  ['zhang', []],
  ['smith', []],
  ['', []],
  ['13800138000', []],
])('%s is exactly %j', (typed, keys) => {
  const found = exactNameKeys(typed)
  for (const key of keys) expect(found).toContain(key)
  if (keys.length === 0) expect(found).toEqual([])
})

test('a word that can be read in very many ways stays within a handful', () => {
  expect(exactNameKeys('nananananana').length).toBeLessThanOrEqual(8)
  expect(exactNameKeys('a'.repeat(100))).toEqual([])
})

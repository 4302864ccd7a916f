import { expect, test } from 'vitest'
import { sortKey } from '#shared/domain/name/pinyin.ts'
import { exactNameKeys } from '#shared/domain/search/exact-names.ts'

test.each<[string, string[]]>([
  ['张伟', ['zhang wei 张伟']],
  ['张 伟', ['zhang wei 张伟']],
  [' 张  伟 ', ['zhang wei 张伟']],
  ['佐藤たけし', ['佐藤たけし']],
  ['佐藤 Takeshi', ['佐藤 takeshi']],
  ['xubin', ['xu bin']],
  ['XuBin', ['xu bin']],
  ['lilu', ['li lu']],
  ['zhangwei', ['zhang wei', 'zhang we i']],
  ['lvbu', ['lv bu']],
  ['xian', ['xi an']],
  ['fangan', ['fang an', 'fan gan']],
  ['ouyangnana', ['ou yang nan a', 'ou yang na na']],
  ['john smith', ['john smith', 'smith john']],
  ['o´brien john', ['obrien john', 'john obrien']],
  ['Smith, John', ['smith john', 'john smith']],
  ['anna maria meyer', ['anna maria meyer', 'meyer anna maria', 'maria meyer anna', 'meyer maria anna']],
  ['anna müller', ['anna muller', 'muller anna', 'anna mueller', 'mueller anna']],
  ['wei wei', ['wei wei']],
  ['a b c d e', ['a b c d e', 'e a b c d', 'b c d e a', 'e d c b a']],
  ['a b c d e f', []],
  ['zhang', []],
  ['smith', []],
  ['zhangw', []],
  ['', []],
  ['  ', []],
  ['13800138000', []],
])('%j is exactly %j', (typed, keys) => {
  expect(exactNameKeys(typed)).toEqual(keys)
})

test.each([
  ['张伟', 'Zhang', 'Wei', '张伟'],
  ['佐藤たけし', '', '', '佐藤たけし'],
  ['', 'Smith', 'John', 'john smith'],
  ['', 'Smith', 'John', 'Smith John'],
  ['', 'Li', 'Lu', 'lilu'],
])(
  'a guest called %s, %s %s is among those called exactly %s',
  (nativeName, familyName, givenName, typed) => {
    expect(exactNameKeys(typed)).toContain(sortKey({ nativeName, familyName, givenName }))
  },
)

test('a word is read as two to four syllables', () => {
  expect(exactNameKeys('mimimimi')).toEqual(['mi mi mi mi'])
  expect(exactNameKeys('mimimimimi')).toEqual([])
})

test('a word that can be read in very many ways stays within a handful', () => {
  expect(exactNameKeys('nananananana').length).toBeLessThanOrEqual(8)
  expect(exactNameKeys('xianguangai').length).toBe(8)
  expect(exactNameKeys('a'.repeat(100))).toEqual([])
})

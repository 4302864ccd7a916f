import { describe, expect, test } from 'vitest'
import { parseSearch } from '#shared/domain/search/query.ts'
import { similarNames } from '#shared/domain/search/similar.ts'
import { readWithSlip, withoutSlip } from '#shared/domain/search/slips.ts'
import { readByEar, SYLLABLES, soundingLike } from '#shared/domain/search/syllables.ts'

/** Every sort key that is looked up, in order. */
function keysOf(text: string): string[] {
  return [...similarNames(parseSearch(text), true)].flatMap((look) => ('keys' in look ? look.keys : []))
}

describe('sounds', () => {
  test('every syllable is one, once, and reads as itself', () => {
    expect(new Set(SYLLABLES).size).toBe(SYLLABLES.length)
    expect(SYLLABLES.length).toBeGreaterThan(395)
    for (const one of SYLLABLES) expect(soundingLike(one)[0]).toBe(one)
  })
  test.each([
    ['zang', ['zang', 'zan', 'zhan', 'zhang']],
    ['chen', ['chen', 'cen', 'ceng', 'cheng']],
    ['si', ['si', 'shi']],
    ['ning', ['ning', 'lin', 'ling', 'nin']],
    ['len', ['ren', 'leng', 'nen', 'neng', 'reng']],
    ['wei', ['wei']],
    ['xyz', []],
  ])('%s', (typed, expected) => {
    expect([...soundingLike(typed)].sort()).toEqual([...expected].sort())
  })
  test('a word is read as syllables in every way, also by ear', () => {
    expect(readByEar('xian')).toEqual([['xian'], ['xi', 'an']])
    expect(readByEar('lenwei')).toContainEqual(['len', 'wei'])
    expect(readByEar('smith')).toEqual([])
  })
})

describe('slips', () => {
  test.each([
    ['doubled', 'weei', ['wei']],
    ['swapped', 'wie', ['iwe', 'wei']],
    ['extra', 'wxi', ['xi', 'wi', 'wx']],
  ] as const)('%s: %s', (slip, typed, meant) => {
    expect(withoutSlip(typed, slip)).toEqual(meant)
  })
  test('a letter left out, and one for another', () => {
    expect(withoutSlip('wi', 'missing')).toContain('wei')
    expect(withoutSlip('wai', 'wrong')).toContain('wei')
    expect(withoutSlip('wei', 'wrong')).not.toContain('wei')
  })
  test('read as pinyin after one slip, the likeliest first; never as it stands', () => {
    const read = (word: string) => readWithSlip(word).map(({ syllables }) => syllables.join(' '))
    expect(read('zhagnwei')[0]).toBe('zhang wei')
    expect(read('wanng')[0]).toBe('wang')
    expect(read('lwei')).toContain('li wei')
    expect(read('liwe')).toContain('li wei')
    for (const one of ['zhangwei', 'liwei']) expect(read(one)).not.toContain(one)
  })
})

describe('similar names', () => {
  test.each([
    ['zang sen', 'zhang sheng'],
    ['zangsen', 'zhang sheng'],
    ['cenjie', 'chen jie'],
    ['lilina', 'li ni na'],
    ['lanlan', 'ran nan'],
    ['zhagnwei', 'zhang wei'],
    ['zhang wie', 'zhang wei'],
    ['wie zhang', 'zhang wei'],
    ['weizhnag', 'zhang wei'],
    ['wangxiaomni', 'wang xiao min'],
    ['wangxiaomni', 'wang xiaomin'],
    ['ouyagn na', 'ou yang na'],
    ['章伟', 'zhang wei'],
    ['曾杰', 'zheng jie'],
  ])('%s is looked up as %s', (typed, key) => {
    expect(keysOf(typed)).toContain(key)
  })
  test.each([
    ['too short', 'wi'],
    ['a number', '13800138000'],
    ['an e-mail', 'wei@qq.com'],
    ['letters and digits', 'e1234'],
    ['one character', '张'],
    ['a name in translation', '阿卜杜拉买买提'],
    ['four words', 'a b c de'],
    ['another script', 'петр'],
    ['very long', 'x'.repeat(60)],
    ['nothing', ''],
  ])('nothing for %s', (_what, typed) => {
    expect([...similarNames(parseSearch(typed), true)]).toEqual([])
  })
  test('beginnings with a slip only where nobody is found', () => {
    const begins = (inVain: boolean) =>
      [...similarNames(parseSearch('jonh smith'), inVain)].flatMap((look) =>
        'begins' in look ? look.begins : [],
      )
    expect(begins(true).join(' ')).toContain('"john"*')
    expect(begins(false)).toEqual([])
  })
})

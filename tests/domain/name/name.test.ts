import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldLatin, foldPassport, latinWords } from '#shared/domain/name/fold.ts'
import {
  cleanText,
  displayName,
  type GuestNames,
  isUnnamed,
  latinName,
  wholeName,
} from '#shared/domain/name/name.ts'
import { pinyinName, readsAs, sortKey, suggestLatin } from '#shared/domain/name/pinyin.ts'
import { simplified } from '#shared/domain/name/script.ts'

function names(nativeName: string, familyName = '', givenName = ''): GuestNames {
  return { nativeName, familyName, givenName }
}

describe('pinyin', () => {
  test.each([
    ['张伟', 'Zhang', 'Wei'],
    ['单田芳', 'Shan', 'Tianfang'],
    ['仇英', 'Qiu', 'Ying'],
    ['曾国藩', 'Zeng', 'Guofan'],
    ['解晓东', 'Xie', 'Xiaodong'],
    ['查良镛', 'Zha', 'Liangyong'],
    ['区伟', 'Ou', 'Wei'],
    ['朴树', 'Piao', 'Shu'],
    ['盖聂', 'Ge', 'Nie'],
    ['任建', 'Ren', 'Jian'],
    ['翟天临', 'Zhai', 'Tianlin'],
    ['乐嘉', 'Yue', 'Jia'],
    ['欧阳修', 'Ouyang', 'Xiu'],
    ['上官婉儿', 'Shangguan', 'Waner'],
    ['司马光', 'Sima', 'Guang'],
    ['诸葛亮', 'Zhuge', 'Liang'],
    ['尉迟恭', 'Yuchi', 'Gong'],
    ['长孙无忌', 'Zhangsun', 'Wuji'],
    ['万俟卨', 'Moqi', 'Xie'],
    ['单于明', 'Chanyu', 'Ming'],
    ['吕布', 'Lyu', 'Bu'],
    ['張偉', 'Zhang', 'Wei'],
    ['歐陽鋒', 'Ouyang', 'Feng'],
    ['王 小明', 'Wang', 'Xiaoming'],
  ])('%s → %s %s', (native, family, given) => {
    expect(suggestLatin(native)).toEqual({ family, given })
  })
  test.each([
    ['阿卜杜拉·买买提', ''],
    ['陳大文', 'HKG'],
    ['林太郎', 'JPN'],
    ['山田たろう', ''],
    ['John', ''],
    ['王', ''],
    ['', ''],
  ])('%s (%s) is not guessed at', (native, nationality) => {
    expect(suggestLatin(native, nationality)).toBeNull()
  })
  test('one spelling may be another', () => {
    expect(readsAs('吕布', 'LV BU')).toBe(true)
    expect(readsAs('吕布', 'Bu, Lu')).toBe(true)
    expect(readsAs('张伟', 'WEI ZHANG')).toBe(true)
    expect(readsAs('张伟', 'Wang Wei')).toBe(false)
    expect(readsAs('محمد', 'Mohamed')).toBe(false)
  })
  test('any Han name comes apart or is not one', () => {
    const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(han, (codes) => {
        const name = pinyinName(String.fromCodePoint(...codes))
        expect(name && name.family + name.given).toBe(String.fromCodePoint(...codes))
        for (const syllable of [...(name?.familySyllables ?? []), ...(name?.givenSyllables ?? [])]) {
          expect(syllable).toMatch(/^[a-z]+$/)
        }
      }),
    )
  })
  test('traditional characters', () => {
    expect([...'張偉劉陳歐陽麗華'].map(simplified).join('')).toBe('张伟刘陈欧阳丽华')
    expect(simplified('王')).toBe('王')
  })
})

describe('which name is shown', () => {
  test('by language, falling back to the other script', () => {
    const zhang = names('张伟', 'Zhang', 'Wei')
    expect(displayName(zhang, 'zh-CN')).toBe('张伟')
    expect(displayName(zhang, 'en')).toBe('Zhang Wei')
    expect(displayName(names('张伟'), 'en')).toBe('张伟')
    expect(displayName(names('', 'Müller', 'Anna'), 'zh-CN')).toBe('Anna Müller')
    expect(latinName(names('', 'Müller', ''))).toBe('Müller')
    expect(latinName(names('محمد علي', 'Ali', 'Mohamed'))).toBe('Mohamed Ali')
    expect(displayName(names(''), 'en')).toBe('')
    expect(isUnnamed(names(''))).toBe(true)
  })
  test.each([
    // The own script is first only where the language on screen reads it; the Latin name is always kept
    ['张伟', 'Zhang Wei', '张伟 Zhang Wei', 'Zhang Wei 张伟'],
    ['佐藤健', 'Sato Ken', '佐藤健 Sato Ken', 'Sato Ken 佐藤健'],
    ['王David', 'David Wang', '王David David Wang', 'David Wang 王David'],
    ['阿卜杜拉·买买提', 'Abdulla Memet', '阿卜杜拉·买买提 Abdulla Memet', 'Abdulla Memet 阿卜杜拉·买买提'],
    ['佐藤さくら', 'Sato Sakura', 'Sato Sakura 佐藤さくら', 'Sato Sakura 佐藤さくら'],
    ['김지은', 'Jieun Kim', 'Jieun Kim 김지은', 'Jieun Kim 김지은'],
    ['Иван Петров', 'Ivan Petrov', 'Ivan Petrov Иван Петров', 'Ivan Petrov Иван Петров'],
    ['محمد علي', 'Mohamed Ali', 'Mohamed Ali \u2068محمد علي\u2069', 'Mohamed Ali \u2068محمد علي\u2069'],
    ['Nguyễn Văn An', 'An Nguyen', 'An Nguyen Nguyễn Văn An', 'An Nguyen Nguyễn Văn An'],
    ['김지은', '', '김지은', '김지은'],
    ['', 'Anna Müller', 'Anna Müller', 'Anna Müller'],
    // Answers name a person without a script of their own twice
    ['Anna Müller', 'Anna Müller', 'Anna Müller', 'Anna Müller'],
    ['', '', '', ''],
  ])('%s, %s: “%s” in Chinese, “%s” in English', (native, latin, chinese, english) => {
    expect([wholeName(native, latin, 'zh'), wholeName(native, latin, 'en')]).toEqual([chinese, english])
  })
  test('sorted by family name, pinyin and Latin among each other, unnamed last', () => {
    const list = [
      names(''),
      names('محمد علي'),
      names('张伟'),
      names('王芳'),
      names('', 'Zahn', 'Ute'),
      names('', 'Über', 'Max'),
      names('曾强'),
      names('', 'Wagner', 'A'),
      names('张三'),
    ]
    list.sort((a, b) => (Buffer.from(sortKey(a)) < Buffer.from(sortKey(b)) ? -1 : 1))
    const order = list
      .sort((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))))
      .map((one) => displayName(one, 'zh'))
    expect(order).toEqual([
      'Max Über',
      'A Wagner',
      '王芳',
      'Ute Zahn',
      '曾强',
      '张三',
      '张伟',
      'محمد علي',
      '',
    ])
  })
})

test('folding', () => {
  expect(foldLatin('Müller')).toBe('muller')
  expect(foldPassport('Müller Åse Øst Groß')).toBe('mueller aase oest gross')
  expect(foldLatin('Søren Łukasz Þór Đức İpek')).toBe('soren lukasz thor duc ipek')
  expect(foldLatin('김민수')).toBe('김민수')
  expect(latinWords("O'Neil-Smith, J.R.")).toEqual(['oneil', 'smith', 'jr'])
})

describe('cleanText', () => {
  const rule = { max: 100 }
  const code = (text: string, more = {}) => {
    const result = cleanText(text, { ...rule, ...more })
    return result.ok ? result.value : result.refusal.code
  }
  test.each([
    ['  张伟\u3000', '张伟'],
    ['e\u0301', 'é'],
    ['محمد علي', 'محمد علي'],
    ['דוד בן־גוריון', 'דוד בן־גוריון'],
    ['Zhang\u200bWei', 'ZhangWei'],
    ['𠮷野', '𠮷野'],
    ['', ''],
  ])('%j is kept as %j', (text, kept) => {
    expect(code(text)).toBe(kept)
  })
  test.each([
    ['a\u0000b', 'text.control'],
    ['a\u001bb', 'text.control'],
    ['a\u009fb', 'text.control'],
    ['a\nb', 'text.control'],
    ['a\u2028b', 'text.control'],
    ['abc\u202etxt.exe', 'text.bidi'],
    ['\u2066abc\u2069', 'text.bidi'],
    [`z${'\u0300'.repeat(28)}`, 'text.marks'],
    ['\ud83d', 'text.surrogate'],
    ['a\udc00b', 'text.surrogate'],
    ['Anna 😀', 'text.emoji'],
    ['x'.repeat(101), 'text.tooLong'],
    ['x'.repeat(10_000_000), 'text.tooLong'],
  ])('%j is refused as %s', (text, expected) => {
    expect(code(text)).toBe(expected)
  })
  test('notes take line breaks and pictographs', () => {
    expect(code('one\r\ntwo\tthree 👍🏽', { multiline: true, emoji: true })).toBe('one\ntwo\tthree 👍🏽')
    expect(code('a\u0007', { multiline: true, emoji: true })).toBe('text.control')
  })
  test('what is kept is kept again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text, { max: 10_000, multiline: true, emoji: true })
        if (once.ok)
          expect(cleanText(once.value, { max: 10_000, multiline: true, emoji: true })).toEqual(once)
      }),
    )
  })
})

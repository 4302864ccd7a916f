import { describe, expect, test } from 'vitest'
import { foldLatin, foldPassport, latinWords } from '#shared/domain/name/fold.ts'
import { cleanText, displayName, isUnnamed, orderNames } from '#shared/domain/name/name.ts'
import {
  pinyinName,
  plainSyllable,
  readingsOf,
  readsAs,
  sortKey,
  suggestLatin,
} from '#shared/domain/name/pinyin.ts'
import { refuse } from '#shared/values/index.ts'

test.each<[string, number, unknown]>([
  ['x'.repeat(100), 100, null],
  ['x'.repeat(101), 100, refuse('text.tooLong', { max: 100, length: 101 })],
  // Spaces are tidied away before the text is measured, unless there are far too many.
  [`${' '.repeat(1399)}x`, 100, null],
  [`${' '.repeat(1400)}x`, 100, refuse('text.tooLong', { max: 100, length: 1401 })],
])('a text of %#', (text, max, refusal) => {
  expect(cleanText(text, { max })).toEqual(refusal ?? { ok: true, value: text.trim() })
})

test.each(['a\nb', 'a\rb', 'a\r\nb'])('the break of %j is one kind of break', (text) => {
  expect(cleanText(text, { max: 9, multiline: true })).toEqual({ ok: true, value: 'a\nb' })
})

test.each([
  ['张伟', '', ''],
  ['', 'Zhang', ''],
  ['', '', 'Wei'],
])('a guest with one name of three has a name: %j %j %j', (nativeName, familyName, givenName) => {
  expect(isUnnamed({ nativeName, familyName, givenName })).toBe(false)
})

test('every Chinese page shows the Chinese name', () => {
  const names = { nativeName: '张伟', familyName: 'Zhang', givenName: 'Wei' }
  for (const language of ['zh', 'zh-CN', 'zh-Hant']) {
    expect(displayName(names, language)).toBe('张伟')
    expect(orderNames('张伟', 'Zhang Wei', language)).toEqual(['张伟', 'Zhang Wei'])
  }
})

test.each([
  ['Anna', 'anna', 'anna'],
  ['Jörg', 'jorg', 'joerg'],
  ['İpek', 'ipek', 'ipek'],
  ['ÉÉ', 'ee', 'ee'],
  ['Ü', 'u', 'ue'],
  ['', '', ''],
])('%j folds to %j and %j', (text, folded, passport) => {
  expect(foldLatin(text)).toBe(folded)
  expect(foldPassport(text)).toBe(passport)
})

test.each([
  ['  Anna -- Maria  ', ['anna', 'maria']],
  ['…', []],
  ['O´Brien O’Hara O`Neil', ['obrien', 'ohara', 'oneil']],
])('the words of %j are %j', (text, words) => {
  expect(latinWords(text)).toEqual(words)
})

describe('pinyin', () => {
  test.each([
    ['乐', ['le', 'yue', 'yao', 'lao']],
    ['长', ['chang', 'zhang']],
    ['伟', ['wei']],
  ])('%s is read %j', (character, readings) => {
    expect(readingsOf(character)).toEqual(readings)
  })
  test.each(['x张伟', '张伟x', '张x伟'])('%s is no Chinese name', (name) => {
    expect(pinyinName(name)).toBeNull()
  })
  test('separators of every kind are left out', () => {
    expect(pinyinName('张 · 伟')).toMatchObject({ family: '张', given: '伟' })
  })
  test('a surname alone has no given name', () => {
    expect(pinyinName('王')).toEqual({
      family: '王',
      given: '',
      familySyllables: ['wang'],
      givenSyllables: [],
    })
  })
  test('a bearer from China is read like one from nowhere', () => {
    expect(suggestLatin('张伟', 'CHN')).toEqual({ family: 'Zhang', given: 'Wei' })
  })
  test('單于 is Chanyu in either script', () => {
    expect(pinyinName('單于明')?.familySyllables).toEqual(['chan', 'yu'])
  })
  test.each([
    ['lü', 'lu'],
    ['nv', 'nu'],
    ['lyu', 'lu'],
    ['nyu', 'nu'],
    ['yu', 'yu'],
    ['xlyu', 'xlyu'],
    ['byu', 'byu'],
  ])('%s is written %s', (syllable, plain) => {
    expect(plainSyllable(syllable)).toBe(plain)
  })
  test.each([
    ['张伟', '', '', 'zhang wei 张伟'],
    ['', 'Müller', 'Anna', 'muller anna'],
    ['محمد', 'Ali', '', 'ali محمد'],
    ['Ähren', '', '', 'ahren'],
    ['', '', '', '\u{10fffd}'],
  ])('%j %j %j is sorted as %j', (nativeName, familyName, givenName, key) => {
    expect(sortKey({ nativeName, familyName, givenName })).toBe(key)
  })
  test('no Chinese name, nothing that it reads as', () => {
    expect(readsAs('', '')).toBe(false)
  })
})

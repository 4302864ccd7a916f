import { describe, expect, test } from 'vitest'
import { exactNameKeys } from '#shared/domain/search/exact-names.ts'
import { explainMatch } from '#shared/domain/search/explain.ts'
import { searchTerms } from '#shared/domain/search/query.ts'
import { guestTokens, type SearchParts } from '#shared/domain/search/tokens.ts'

const guest = (nativeName: string, familyName = '', givenName = '', more: Partial<SearchParts> = {}) => ({
  nativeName,
  familyName,
  givenName,
  ...more,
})

/** Whether the index would find the guest: every term begins a token, or is one. */
function finds(parts: SearchParts, typed: string): boolean {
  const tokens = guestTokens(parts).split(' ')
  const terms = searchTerms(typed)
  const has = ({ token, prefix }: { token: string; prefix: boolean }) =>
    tokens.some((one) => (prefix ? one.startsWith(token) : one === token))
  return terms.length > 0 && terms.every(({ any }) => any.some(has))
}

describe('telephones', () => {
  const zhang = guest('张伟', '', '', { phones: ['+8613800138001'] })
  test.each([
    '8613800138001',
    '008613800138001',
    '+8613800138001',
    '+86 138 0013 8001',
    '86 138-0013-8001',
    '13800138001',
    '٠٠٨٦١٣٨٠٠١٣٨٠٠١',
    '８６１３８００１３８００１',
  ])('%s', (typed) => {
    expect(finds(zhang, typed)).toBe(true)
    expect(explainMatch(zhang, searchTerms(typed))).toMatchObject({ field: 'phone', ranges: [[3, 11]] })
  })
  test('a landline with its country', () => {
    expect(finds(guest('', '', '', { phones: ['+861062345678'] }), '861062345678')).toBe(true)
  })
  test('another number that begins with 86 is itself alone', () => {
    expect(searchTerms('86138')).toEqual([
      {
        kind: 'digits',
        text: '86138',
        any: [
          { token: '86138', prefix: true },
          { token: 'þ83168', prefix: true },
        ],
      },
    ])
    expect(finds(guest('', '', '', { documents: ['8613800'] }), '8613800')).toBe(true)
  })
})

describe('names', () => {
  test.each<[SearchParts, string[]]>([
    [guest('', 'Mueller', 'Anna'), ['müller', 'Müller Anna', 'mueller', 'annamueller']],
    [guest('Müller Anna'), ['mueller', 'anna muller', 'annamueller', 'am', 'ma']],
    [guest('Åse Ødegård'), ['aase odegard', 'ase oedegaard', 'aase odegaard', 'ødegård']],
    [
      guest('', 'van der Berg', 'Jan'),
      ['vanderberg', 'vandenberg', 'berg', 'van den berg', 'jan van der berg', 'janvan'],
    ],
    [guest('O’Brien Sean'), ["o'brien", 'obrien', 'o brien', 'brien', 'O´Brien', 'seanobrien', 'so']],
    [guest('', 'Smith', 'J.R.'), ['j.r. smith', 'jr smith', 'j r smith', 'jrs']],
    [guest('محمد عبد الله'), ['عبدالله', 'محمد عبدالله', 'عبد الله']],
    [guest('علی\u200cرضا'), ['علیرضا', 'علی رضا', 'علی\u200cرضا', 'رضا']],
    [guest('张乐'), ['zhang1le4', 'zhangyue', 'zhāng lè', 'Zhang1Yue4', 'zhang1 le4']],
    [guest('单田一'), ['shantianyi', 'dantianyi']],
    [guest('阿卜杜拉·买买提'), ['maimaiti', 'abudula maimaiti', '买买提']],
    [guest('王伟（VIP）'), ['wangwei', '王伟', 'vip']],
    [guest('葛\u{e0100}城'), ['葛城', 'gecheng']],
    [guest('ﾔﾏﾀﾞ たろう'), ['ヤマダ', 'やまだ', 'タロウ']],
  ])('%j', (parts, typed) => {
    for (const text of typed) {
      expect([text, finds(parts, text)]).toEqual([text, true])
      expect([text, explainMatch(parts, searchTerms(text))]).not.toEqual([text, null])
    }
  })
  test.each<[SearchParts, string[]]>([
    [guest('', 'Muller', 'Anna'), ['mueller', 'moller']],
    [guest('张伟'), ['zhang2wen3', 'zhangwei9', '章伟']],
    [guest('王艺'), ['王芸']],
    [guest('', 'Dennis', 'Jan'), ['dernis']],
  ])('%j is not found by %j', (parts, typed) => {
    for (const text of typed) expect([text, finds(parts, text)]).toEqual([text, false])
  })

  test.each<[SearchParts, string, [number, number][]]>([
    [
      guest('张　伟'),
      '张伟',
      [
        [0, 1],
        [2, 1],
      ],
    ],
    [guest('李𬀩明'), '暐明', [[1, 3]]],
    [guest('乐嘉'), 'yuejia', [[0, 2]]],
    [guest('单田一'), 'dan', [[0, 1]]],
    [guest('', 'Müller', 'Anna'), 'muel', [[5, 6]]],
    [guest('Kaʻahumanu Lani'), "ka'a", [[0, 4]]],
    [guest('', 'Berg', 'Jan'), 'bergj', [[0, 8]]],
  ])('%j marks %s at %j', (parts, typed, ranges) => {
    expect(explainMatch(parts, searchTerms(typed))?.ranges).toEqual(ranges)
  })
})

test.each([
  ['Müller Anna', ['muller anna', 'anna muller', 'mueller anna']],
  ['Mueller Anna', ['mueller anna', 'anna mueller']],
  ['jan van der berg', ['van der berg jan']],
  ['anh van nguyen', ['nguyen van anh']],
  ['gu4li4', ['gu li']],
  ['張偉', ['zhang wei 张伟']],
])('%s may be exactly %j', (typed, keys) => {
  expect(exactNameKeys(typed)).toEqual(expect.arrayContaining(keys))
})

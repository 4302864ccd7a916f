import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainMatch } from '#shared/domain/search/explain.ts'
import { parseSearch, searchTerms } from '#shared/domain/search/query.ts'
import { guestTokens, type SearchParts } from '#shared/domain/search/tokens.ts'

function guest(
  nativeName: string,
  familyName = '',
  givenName = '',
  more: Partial<SearchParts> = {},
): SearchParts {
  return { nativeName, familyName, givenName, ...more }
}

const GUESTS: Record<string, SearchParts> = {
  zhangwei: guest('张伟', 'Zhang', 'Wei', {
    phones: ['+8613800135678'],
    emails: ['zhang.wei@example.com'],
    documents: ['E12345678'],
  }),
  zhangweidong: guest('张伟东', '', '', { phones: ['+8613912348000'], memberships: ['M-0042'] }),
  weizhang: guest('魏章'),
  ouyang: guest('欧阳修', '', '', { emails: ['xiu@guest.booking.com'] }),
  lyubu: guest('吕布', 'Lyu', 'Bu'),
  zhangle: guest('张乐'),
  shan: guest('单田芳'),
  traditional: guest('劉麗華'),
  li: guest('李'),
  muller: guest('', 'Müller', 'Hans Peter', {
    phones: ['+4915112345678'],
    emails: ['hp_mueller@siemens.com'],
  }),
  oneil: guest('', "O'Neil-Smith", 'José', { confirmations: ['KR-2026-00017'] }),
  wang: guest('王芳', 'Wang', 'Fang', { emails: ['wang@xinhua.cn'] }),
  kim: guest('김민수', 'Kim', 'Min-su'),
  sato: guest('佐藤たけし', 'Sato', 'Takeshi'),
  ali: guest('محمد علي', 'Ali', 'Mohamed'),
  ivanov: guest('Иванов Пётр', 'Ivanov', 'Petr'),
  somchai: guest('สมชาย ใจดี'),
  gudrun: guest('', 'Þórðardóttir', 'Guðrún'),
  rare: guest('𠮷田', 'Yoshida', 'Ken'),
}
const NAMES = Object.keys(GUESTS)

const db = new Database(':memory:')
// As the store keeps it: no content, no positions, so that a term falling apart would be an error here too.
db.exec(`create virtual table guest_search using fts5(tokens, content='', contentless_delete=1, detail=none,
    prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 2")`)
const insert = db.prepare('insert into guest_search (rowid, tokens) values (?, ?)')
for (const [i, name] of NAMES.entries()) insert.run(i + 1, guestTokens(GUESTS[name] as SearchParts))
const search = db.prepare<[string], { rowid: number }>(
  'select rowid from guest_search where guest_search match ? order by rowid',
)

function find(text: string): string[] {
  const { match } = parseSearch(text)
  return match ? search.all(match).map(({ rowid }) => NAMES[rowid - 1] as string) : []
}

describe('what a clerk types finds', () => {
  test.each<[string, string[]]>([
    ['张伟', ['zhangwei', 'zhangweidong']],
    ['张伟东', ['zhangweidong']],
    ['伟东', ['zhangweidong']],
    ['張偉', ['zhangwei', 'zhangweidong']],
    ['张', ['zhangwei', 'zhangweidong', 'zhangle']],
    ['李', ['li']],
    ['刘丽华', ['traditional']],
    ['zhang', ['zhangwei', 'zhangweidong', 'weizhang', 'zhangle']],
    ['ZhangW', ['zhangwei', 'zhangweidong', 'weizhang']],
    ['zhangwei', ['zhangwei', 'zhangweidong', 'weizhang']],
    ['wei zhang', ['zhangwei', 'zhangweidong', 'weizhang']],
    ['zhang, wei', ['zhangwei', 'zhangweidong', 'weizhang']],
    ['weidongzhang', ['zhangweidong']],
    ['dong', ['zhangweidong']],
    ['张w', ['zhangwei', 'zhangweidong']],
    ['zwd', ['zhangweidong']],
    ['zw', ['zhangwei', 'zhangweidong']],
    ['ｚｗｄ', ['zhangweidong']],
    ['ouyangxiu', ['ouyang']],
    ['欧阳', ['ouyang']],
    ['shantian', ['shan']],
    ['lv', ['lyubu']],
    ['lü bu', ['lyubu']],
    ['lyu', ['lyubu']],
    ['zhangle', ['zhangle']],
    ['zhangyue', ['zhangle']],
    ['5678', ['zhangwei', 'muller']],
    ['35678', ['zhangwei']],
    ['13800135678', ['zhangwei']],
    ['+86 138 0013', ['zhangwei']],
    ['0086-13800135678', ['zhangwei']],
    ['8000', ['zhangweidong']],
    ['015112345678', ['muller']],
    ['+49 1511', ['muller']],
    ['muller', ['muller']],
    ['Müller', ['muller']],
    ['mueller', ['muller']],
    ['peter mul', ['muller']],
    ['hanspeter', ['muller']],
    ["o'neil", ['oneil']],
    ['jose smith', ['oneil']],
    ['kr-2026-00017', ['oneil']],
    ['KR2026', ['oneil']],
    ['wang@x', ['wang']],
    ['wang@xinhua.cn', ['wang']],
    ['xinhua', ['wang']],
    ['@xin', ['wang']],
    ['zhang.wei@', ['zhangwei']],
    ['@siemens.com', ['muller']],
    ['siemens', ['muller']],
    ['@guest.booking', ['ouyang']],
    ['booking', []],
    ['example', []],
    ['e1234', ['zhangwei']],
    ['E 1234 5678', []],
    ['m-0042', ['zhangweidong']],
    ['김민수', ['kim']],
    ['민수', ['kim']],
    ['kim min', ['kim']],
    ['佐藤', ['sato']],
    ['たけし', ['sato']],
    ['محمد', ['ali']],
    ['иванов', ['ivanov']],
    ['петр', ['ivanov']],
    ['สมชาย', ['somchai']],
    ['guðrún', ['gudrun']],
    ['gudrun thor', ['gudrun']],
    ['𠮷田', ['rare']],
    ['nobody', []],
    ['', []],
    ['  ', []],
    ['"\'*()^:-+', []],
    ['NEAR AND OR NOT', []],
  ])('%j', (text, expected) => {
    expect(find(text).sort()).toEqual([...expected].sort())
  })

  test('nothing typed is syntax to the index', () => {
    const nasty = fc.array(
      fc.oneof(
        fc.constantFrom(
          '"',
          '*',
          '(',
          ')',
          ':',
          '^',
          '-',
          '+',
          '@',
          'AND',
          'OR',
          'NOT',
          'NEAR(',
          '{',
          "'",
          '\0',
          ' ',
        ),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        fc.constantFrom('张', '伟', 'zhang', '138', '김', 'é', 'ð', 'þ', '\ud800', '𫠝', 'ใ', '\u0301'),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(nasty, (pieces) => {
        expect(() => find(pieces.join(''))).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })

  test('every guest is found by the whole of each name', () => {
    for (const name of NAMES) {
      const parts = GUESTS[name] as SearchParts
      const typed = [
        parts.nativeName,
        `${parts.familyName} ${parts.givenName}`,
        `${parts.givenName} ${parts.familyName}`,
        ...(parts.phones ?? []),
        ...(parts.phones ?? []).map((phone) => phone.slice(-4)),
        ...(parts.emails ?? []),
        ...(parts.documents ?? []),
        ...(parts.memberships ?? []),
        ...(parts.confirmations ?? []),
      ]
      for (const text of typed.filter((one) => one.trim() !== ''))
        expect([text, find(text)]).toEqual([text, expect.arrayContaining([name])])
    }
  })

  test('any Chinese name is found by its characters, its first two, and its pinyin as it is typed', () => {
    const common = [...'王李张刘陈杨黄赵吴周曾单仇解查乐吕伟芳娜秀英敏静丽强磊军洋勇艳杰行长重朝盛']
    const anyName = fc.array(fc.constantFrom(...common), { minLength: 2, maxLength: 4 })
    const one = new Database(':memory:')
    one.exec(`create virtual table s using fts5(t, detail=none, tokenize="unicode61 remove_diacritics 2")`)
    const insert = one.prepare('insert into s (t) values (?)')
    const has = one.prepare('select 1 from s where s match ?')
    fc.assert(
      fc.property(anyName, (characters) => {
        const tokens = guestTokens(guest(characters.join('')))
        one.exec('delete from s')
        insert.run(tokens)
        const pinyin = tokens.split(' ').find((token) => /^[a-z]{4,}$/.test(token)) ?? ''
        const typed = [characters.join(''), characters.slice(0, 2).join('')]
        for (let i = 1; i <= pinyin.length; i++) typed.push(pinyin.slice(0, i))
        for (const text of typed)
          expect([text, has.get(parseSearch(text).match as string)]).toEqual([text, { 1: 1 }])
      }),
      { numRuns: 300 },
    )
    one.close()
  })
})

test('a term too short for a telephone tail looks from the front alone', () => {
  expect(parseSearch('13').match).toBe('"13"*')
  expect(parseSearch('138').match).toBe('("138"* OR "þ831"*)')
  expect(parseSearch('8000').match).toBe('("8000"* OR "þ0008"*)')
  expect(searchTerms('a b c d e f g h i j k').length).toBe(8)
  expect(parseSearch('x'.repeat(10_000)).match?.length).toBeLessThan(120)
})

test('names written with signs that stand for an apostrophe are found by any of them', () => {
  for (const typed of ["o'neil", 'o’neil', 'o`neil', 'o´neil', 'oneil'])
    expect(find(typed)).toEqual(['oneil'])
})

describe('the match shown', () => {
  const zhang = guest('张伟东', 'Zhang', 'Weidong', {
    phones: ['+8613800138000'],
    emails: ['wei.zhang@siemens.com'],
    documents: ['E12345678'],
    memberships: ['M-0042'],
  })
  test.each<[string, string, string, [number, number][]]>([
    ['张伟', 'nativeName', '张伟东', [[0, 2]]],
    ['伟东', 'nativeName', '张伟东', [[1, 2]]],
    ['zhangw', 'nativeName', '张伟东', [[0, 2]]],
    ['zwd', 'nativeName', '张伟东', [[0, 3]]],
    ['dong', 'nativeName', '张伟东', [[2, 1]]],
    ['8000', 'phone', '+8613800138000', [[10, 4]]],
    ['138001', 'phone', '+8613800138000', [[3, 6]]],
    ['wei.zhang@s', 'email', 'wei.zhang@siemens.com', [[0, 11]]],
    ['@siem', 'email', 'wei.zhang@siemens.com', [[9, 5]]],
    ['siemens', 'email', 'wei.zhang@siemens.com', [[10, 7]]],
    ['weizhangs', 'email', 'wei.zhang@siemens.com', [[0, 11]]],
    ['m-00', 'membership', 'M-0042', [[0, 4]]],
    ['0042', 'membership', 'M-0042', [[2, 4]]],
    ['e1234', 'document', 'E*****678', [[0, 5]]],
  ])('%s', (typed, field, text, ranges) => {
    expect(explainMatch(zhang, searchTerms(typed))).toEqual({ field, text, ranges })
  })
  test('Latin names, and none at all', () => {
    const muller = guest('', 'Müller', 'Anna')
    expect(explainMatch(muller, searchTerms('mul'))).toEqual({
      field: 'latinName',
      text: 'Anna Müller',
      ranges: [[5, 3]],
    })
    expect(explainMatch(muller, searchTerms('annam'))).toMatchObject({
      field: 'latinName',
      ranges: [[0, 11]],
    })
    expect(explainMatch(guest('', "O'Brien", 'Séan'), searchTerms("o'brien"))).toMatchObject({
      ranges: [[5, 7]],
    })
    expect(explainMatch(muller, searchTerms('xyz'))).toBeNull()
    expect(explainMatch(muller, searchTerms(''))).toBeNull()
  })
  test('whoever is found is explained, within the text', () => {
    for (const name of NAMES) {
      const parts = GUESTS[name] as SearchParts
      for (const typed of [
        'zhang',
        'wei zhang',
        '张',
        '5678',
        'zw',
        'wang@x',
        'mueller',
        'lv',
        '김',
        'петр',
        'gudrun',
      ]) {
        if (!find(typed).includes(name)) continue
        const match = explainMatch(parts, searchTerms(typed))
        expect([name, typed, match !== null]).toEqual([name, typed, true])
        for (const [start, length] of match?.ranges ?? []) {
          expect(start + length).toBeLessThanOrEqual(match?.text.length ?? 0)
        }
      }
    }
  })
})

test('tokens are few', () => {
  const parts = guest('张伟东', 'Zhang', 'Weidong', {
    phones: ['+8613800138000'],
    emails: ['wei.zhang@qq.com'],
    documents: ['11010519491231002X'],
    memberships: ['M0000042'],
  })
  expect(Buffer.byteLength(guestTokens(parts))).toBeLessThanOrEqual(160)
})

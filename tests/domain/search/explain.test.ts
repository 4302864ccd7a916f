import { describe, expect, test } from 'vitest'
import { explainMatch, type Match } from '#shared/domain/search/explain.ts'
import { searchTerms } from '#shared/domain/search/query.ts'
import type { SearchParts } from '#shared/domain/search/tokens.ts'

type Ranges = Match['ranges']
const guest = (over: Partial<SearchParts>): SearchParts => ({
  nativeName: '',
  familyName: '',
  givenName: '',
  ...over,
})
const shown = (over: Partial<SearchParts>, typed: string) => explainMatch(guest(over), searchTerms(typed))
const rangesOf = (over: Partial<SearchParts>, typed: string) => shown(over, typed)?.ranges ?? null

describe('in a Chinese name', () => {
  test.each<[string, string, Ranges | null]>([
    ['张伟东', '张', [[0, 1]]],
    ['张伟东', '东', [[2, 1]]],
    ['张伟东', '张伟东', [[0, 3]]],
    ['张伟东', '张东', null],
    ['張偉東', '伟东', [[1, 2]]],
    [
      '张·伟',
      '张伟',
      [
        [0, 1],
        [2, 1],
      ],
    ],
    ['张 伟', '伟', [[2, 1]]],
    ['𠮷田', '𠮷田', [[0, 3]]],
    ['𠮷田', '田', [[2, 1]]],
    ['张伟东', 'z', [[0, 1]]],
    ['张伟东', 'zhang', [[0, 1]]],
    ['张伟东', 'zhangw', [[0, 2]]],
    ['张伟东', 'zhangweidong', [[0, 3]]],
    ['张伟东', 'weidongz', [[0, 3]]],
    ['张伟东', 'wei', [[1, 1]]],
    ['张伟东', 'weid', [[1, 2]]],
    [
      '张伟东',
      'dongz',
      [
        [0, 1],
        [2, 1],
      ],
    ],
    ['张伟东', 'zw', [[0, 2]]],
    ['张伟东', 'zwd', [[0, 3]]],
    ['张伟东', 'wd', [[1, 2]]],
    ['张伟东', 'wdz', [[0, 3]]],
    ['张伟东', 'zd', null],
    ['张伟东', 'zhangd', null],
    ['张伟东', 'zhangweidongx', null],
    [
      '张·伟',
      'zhangwei',
      [
        [0, 1],
        [2, 1],
      ],
    ],
    ['张·伟', 'wei', [[2, 1]]],
    ['欧阳修', 'ouyang', [[0, 2]]],
    ['欧阳修', 'xiu', [[2, 1]]],
    ['张乐', 'yue', [[1, 1]]],
    ['张乐', 'zhangy', [[0, 2]]],
    ['张乐', 'le', [[1, 1]]],
    ['吕布', 'lv', [[0, 1]]],
    ['吕布', 'lub', [[0, 2]]],
    ['吕布', 'lyubu', [[0, 2]]],
    ['吕布', 'bulyu', [[0, 2]]],
    [
      '张伟东',
      'zhang dong',
      [
        [0, 1],
        [2, 1],
      ],
    ],
    ['张伟东', 'zhang wei', [[0, 2]]],
    ['张伟东', '张 zhang', [[0, 1]]],
    ['张伟东', '伟东 张伟', [[0, 3]]],
    ['张伟东', '5678', null],
    ['张伟东', 'a@b', null],
  ])('%s, typed %s', (nativeName, typed, ranges) => {
    expect(shown({ nativeName }, typed)).toEqual(ranges && { field: 'nativeName', text: nativeName, ranges })
  })
})

describe('in a name of another script', () => {
  test.each<[string, string, Ranges | null]>([
    ['Иванов Пётр', 'петр', [[7, 4]]],
    ['Иванов Пётр', 'иван', [[0, 4]]],
    ['Иванов Пётр', 'ванов', null],
    ['佐藤たけし', 'たけし', [[2, 3]]],
    ['김민수', '민수', [[1, 2]]],
  ])('%s, typed %s', (nativeName, typed, ranges) => {
    expect(rangesOf({ nativeName }, typed)).toEqual(ranges)
  })
})

describe('in a Latin name', () => {
  test.each<[string, string, string, Ranges | null]>([
    ['Müller', 'Anna', 'mul', [[5, 3]]],
    ['Müller', 'Anna', 'Müller', [[5, 6]]],
    ['Müller', 'Anna', 'mueller', [[5, 6]]],
    ['Müller', 'Anna', 'annamueller', [[0, 11]]],
    ['Müller', 'Anna', 'muelleranna', [[0, 11]]],
    ['Müller', 'Anna', 'mulleran', [[0, 11]]],
    ['Müller', 'Anna', 'annam', [[0, 11]]],
    ['Müller', 'Anna', 'ma', [[0, 11]]],
    ['Müller', 'Anna', 'am', [[0, 11]]],
    ['Müller', 'Anna', 'uller', null],
    [
      'Müller',
      'Anna',
      'anna mul',
      [
        [0, 4],
        [5, 3],
      ],
    ],
    ['Müller', 'Hans Peter', 'mhp', [[0, 17]]],
    ['Müller', 'Hans Peter', 'peter', [[5, 5]]],
    ["O'Brien", 'Séan', "o'brien", [[5, 7]]],
    ['O’Brien', 'Séan', 'obri', [[5, 5]]],
    ['O´Brien', 'Séan', "o'brien", [[5, 7]]],
    ['O`Brien', 'Séan', 'obrien', [[5, 7]]],
    ["O'Brien", 'Séan', 'sean', [[0, 4]]],
    ['佐藤', 'たけし', '佐藤', [[4, 2]]],
    ['Müller', 'Anna', '5678', null],
    ['Müller', 'Anna', 'anna@', null],
  ])('%s, %s, typed %s', (familyName, givenName, typed, ranges) => {
    const match = shown({ familyName, givenName }, typed)
    expect(match).toEqual(ranges && { field: 'latinName', text: `${givenName} ${familyName}`, ranges })
  })
})

describe('in what else is known', () => {
  test.each<[string, Partial<SearchParts>, string, Ranges | null]>([
    ['a telephone from the front', { phones: ['+8613800138000'] }, '138', [[3, 3]]],
    ['a whole telephone', { phones: ['+8613800138000'] }, '+86 138 0013 8000', [[3, 11]]],
    ['a telephone from the back', { phones: ['+8613800138000'] }, '38000', [[9, 5]]],
    ['a telephone in the middle', { phones: ['+8613800138000'] }, '0013', null],
    ['three digits from the back', { phones: ['+8613800138000'] }, '000', [[11, 3]]],
    ['two digits from the back', { phones: ['+8613800138000'] }, '00', null],
    ['digits at either end', { phones: ['+8613800138138'] }, '138', [[11, 3]]],
    ['a tail that begins with 0', { phones: ['+8613800130238'] }, '0238', [[10, 4]]],
    ['a national number', { phones: ['+447911123456'] }, '07911 123456', [[3, 10]]],
    ['the second telephone', { phones: ['+8613800138000', '+8613912345678'] }, '5678', [[10, 4]]],
    ['a word in a telephone', { phones: ['+8613800138000'] }, 'wei', null],
    ['an e-mail', { emails: ['wei.zhang@siemens.com'] }, 'wei.zhang@siemens.com', [[0, 21]]],
    ['an e-mail and a point', { emails: ['wei.zhang@siemens.com'] }, 'wei.zhang@siemens.com.', [[0, 21]]],
    ['an e-mail’s name', { emails: ['wei.zhang@siemens.com'] }, 'weizhang@', [[0, 10]]],
    [
      'an e-mail’s name and the beginning of its domain',
      { emails: ['wei.zhang@siemens.com'] },
      'wei.zhang@si',
      [[0, 12]],
    ],
    ['the domain', { emails: ['wei.zhang@siemens.com'] }, '@siemens', [[9, 8]]],
    ['another name', { emails: ['wei.zhang@siemens.com'] }, 'zhang@', null],
    ['another domain', { emails: ['wei.zhang@siemens.com'] }, 'wei.zhang@qq', null],
    ['a longer domain', { emails: ['wei.zhang@siemens.com'] }, '@siemens.com.cn', null],
    ['a word of it', { emails: ['wei.zhang@siemens.com'] }, 'zhan', [[4, 4]]],
    ['its words joined', { emails: ['wei.zhang@siemens.com'] }, 'weizh', [[0, 6]]],
    ['the company', { emails: ['wei.zhang@siemens.com'] }, 'siemens', [[10, 7]]],
    ['digits that begin it', { emails: ['1234@qq.com'] }, '1234', [[0, 4]]],
    ['characters', { emails: ['1234@qq.com'] }, '张', null],
    ['a membership', { memberships: ['KR-8000172'] }, 'kr80', [[0, 5]]],
    ['a membership without its letters', { memberships: ['KR80000172'] }, '8000', [[2, 4]]],
    ['the whole of it without its letters', { memberships: ['KR-8000-0172'] }, '80000172', [[3, 9]]],
    ['the end of a membership', { memberships: ['KR80000172'] }, '0172', null],
    ['a membership of digits', { memberships: ['80000172'] }, '8000', [[0, 4]]],
    ['the end of one of digits', { memberships: ['80000172'] }, '0172', null],
    ['a confirmation', { confirmations: ['KR-2026-17'] }, 'kr2026', [[0, 7]]],
    ['a confirmation without its letters', { confirmations: ['KR-2026-17'] }, '202617', [[3, 7]]],
    ['an e-mail in a number', { confirmations: ['KR-2026-17'] }, 'kr@', null],
    ['characters in a number', { confirmations: ['KR-2026-17'] }, '张', null],
    ['a document', { documents: ['E12345678'] }, 'e12345', [[0, 6]]],
    ['the whole document', { documents: ['E12345678'] }, 'e12345678', [[0, 9]]],
    ['a document without its letters stays closed', { documents: ['E12345678'] }, '12345', null],
  ])('%s', (_what, over, typed, ranges) => {
    expect(rangesOf(over, typed)).toEqual(ranges)
  })
})

describe('which field', () => {
  const zhang = {
    nativeName: '张伟',
    familyName: 'Zhang',
    givenName: 'Wei',
    phones: ['+8613800138000'],
    emails: ['zhang@x.com'],
    memberships: ['ZHANG17', 'M1380'],
    confirmations: ['1380'],
    documents: ['1380'],
  }
  test.each([
    ['zhang', 'nativeName'],
    ['1380', 'phone'],
    ['zhang@', 'email'],
    ['zhang17', 'membership'],
    ['zhang 1380', 'nativeName'],
    ['m1380 xyz', 'membership'],
  ])('%s is shown in %s', (typed, field) => {
    expect(shown(zhang, typed)?.field).toBe(field)
  })
  test('the one that explains more', () => {
    expect(shown({ nativeName: '张伟', emails: ['zhang@x.com'] }, 'zhang zhang@x')?.field).toBe('email')
    expect(shown({ nativeName: '张伟', emails: ['zhang.x@wei.com'] }, 'zhang x wei')?.field).toBe('email')
    expect(shown({ nativeName: '张伟', familyName: 'Chan', givenName: 'Wei' }, 'chan wei')?.field).toBe(
      'latinName',
    )
  })
  test('confirmations come before documents, which are masked', () => {
    expect(shown({ confirmations: ['E1380000'], documents: ['E1380000'] }, 'e138')?.field).toBe(
      'confirmation',
    )
    expect(shown({ documents: ['E12345678'] }, 'e123')).toEqual({
      field: 'document',
      text: 'E*****678',
      ranges: [[0, 4]],
    })
  })
  test('none', () => {
    expect(shown(zhang, 'xyz')).toBeNull()
    expect(shown(zhang, '')).toBeNull()
    expect(shown({}, 'zhang')).toBeNull()
  })
})

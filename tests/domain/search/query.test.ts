import { describe, expect, test } from 'vitest'
import { parseSearch, type SearchTerm, searchTerms, tailSearch } from '#shared/domain/search/query.ts'

const characters = (...tokens: string[]): SearchTerm[] =>
  tokens.map((token) => ({ kind: 'characters', text: token, any: [{ token, prefix: false }] }))
const word = (token: string): SearchTerm => ({ kind: 'word', text: token, any: [{ token, prefix: true }] })
const digits = (text: string, ...tails: string[]): SearchTerm => ({
  kind: 'digits',
  text,
  any: [text, ...tails.map((tail) => `þ${tail}`)].map((token) => ({ token, prefix: true })),
})
const email = (text: string, token: string): SearchTerm => ({
  kind: 'email',
  text,
  any: [{ token, prefix: true }],
})

describe('the terms of what was typed', () => {
  test.each<[string, SearchTerm[]]>([
    ['', []],
    ['  ', []],
    ['张', characters('张')],
    ['张伟东', characters('张伟', '伟东')],
    ['張偉', characters('张伟')],
    ['张w', [...characters('张'), word('w')]],
    ['w张伟x', [...characters('张伟'), word('w'), word('x')]],
    ['张 伟', characters('张', '伟')],
    ['  Zhang   Wei ', [word('zhang'), word('wei')]],
    ['zhang,wei', [word('zhang'), word('wei')]],
    ["O'Neil-Smith", [word('oneil'), word('smith')]],
    ['o’neil o`hara o´brien', [word('oneil'), word('ohara'), word('obrien')]],
    ['-smith-', [word('smith')]],
    ['KR-2026-17', [word('kr202617')]],
    ['zhang 5678', [word('zhang'), digits('5678', '8765')]],
    ['zhang 567', [word('zhang'), digits('567', '765')]],
    ['zhang 0567', [word('zhang'), digits('0567', '7650')]],
    ['13800138000', [digits('13800138000', '00083100831')]],
    ['13', [digits('13')]],
    ['138', [digits('138', '831')]],
    ['0238', [digits('0238', '8320')]],
    ['000238', [digits('000238', '832000')]],
    ['1380', [digits('1380', '0831')]],
    ['(138) 0013-8000', [digits('13800138000', '00083100831')]],
    ['138–0013—80/0.0', [digits('13800138000', '00083100831')]],
    ['+86 138 0013', [digits('1380013', '3100831')]],
    ['0086-138 0013', [digits('1380013', '3100831')]],
    ['+86', [digits('86')]],
    ['0086', [digits('0086', '6800')]],
    ['86 138', [digits('86138', '83168')]],
    ['07911 123456', [digits('07911123456', '65432111970', '6543211197')]],
    ['+49 1511', [digits('491511', '115194')]],
    ['0', [digits('0')]],
    ['00000', [digits('00000', '00000')]],
    ['１３８', [digits('138', '831')]],
    ['-', []],
    ['+', []],
    ['"*:^', []],
    ['Wei.Zhang@QQ', [email('wei.zhang@qq', 'weizhangðqq')]],
    ['@siem', [email('@siem', 'ðsiem')]],
    ['wei@', [email('wei@', 'weið')]],
    ['@', []],
    ['.@-', []],
    ['wei@a@b', [email('wei@a@b', 'weiðab')]],
    ['zhang wei@qq', [word('zhang'), email('wei@qq', 'weiðqq')]],
    ['wei wei', [word('wei')]],
    ['a b c d e f g h i', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(word)],
    ['a a a a a a a a b', [word('a'), word('b')]],
  ])('%j', (text, terms) => {
    expect(searchTerms(text)).toEqual(terms)
  })
  test('at most a hundred characters are read, and none of them in half', () => {
    expect(searchTerms('x'.repeat(101))).toEqual([word('x'.repeat(100))])
    expect(searchTerms(`${'x'.repeat(99)}𠮷`)).toEqual([word('x'.repeat(99))])
  })
})

describe('as an expression', () => {
  test.each<[string, string | null]>([
    ['', null],
    ['-', null],
    ['zhang', '"zhang"*'],
    ['张伟', '"张伟"'],
    ['13', '"13"*'],
    ['138', '("138"* OR "þ831"*)'],
    ['8000', '("8000"* OR "þ0008"*)'],
    ['张 wei 8000', '"张" AND "wei"* AND ("8000"* OR "þ0008"*)'],
    ['wei@qq', '"weiðqq"*'],
  ])('%j', (text, match) => {
    expect(parseSearch(text)).toEqual({ text, terms: searchTerms(text), match })
  })
})

describe('the end of a telephone', () => {
  test.each<[string, string | null]>([
    ['238', '"þ832"*'],
    ['0238', '"þ8320"*'],
    ['002-380', '"þ083200"*'],
    ['23', null],
    ['1380013', null],
    ['+86 138', null],
    ['zhang 0238', null],
    ['张', null],
    ['', null],
  ])('%j', (text, match) => {
    expect(tailSearch(parseSearch(text))?.match ?? null).toBe(match)
  })
})

import { describe, expect, it } from 'vitest'
import { exactFirst, rank, score } from '#renderer/base/find/match.ts'
import { pinyinWords } from '#renderer/base/find/pinyin.ts'
import { coveredHint } from '#renderer/shell/palette/covered.ts'

const entry = (id: string, ...words: string[]) => ({ id, words: [...words, ...words.flatMap(pinyinWords)] })
const entries = [
  entry('guests', 'Guests', '客人'),
  entry('changes', 'Changes', '变更日志'),
  entry('new', 'New booking', '新建预订'),
  entry('settings', 'Settings', '设置'),
  entry('lock', 'Switch user and keep the screen', '切换用户并保留当前页面'),
]
const ids = (typed: string, recent: string[] = []) => rank(entries, typed, recent).map((one) => one.id)

describe('the palette', () => {
  it('finds by title in both languages, pinyin and initials', () => {
    for (const typed of ['gue', '客人', '客', 'keren', 'kr', 'KR']) expect(ids(typed)[0]).toBe('guests')
    expect(ids('bgrz')).toEqual(['changes'])
    expect(ids('nb')).toEqual(['new'])
    expect(ids('booking')).toEqual(['new'])
  })

  it('puts the beginning of a title before a word within it', () => {
    expect(score(entries[3]!, 'set')).toBeGreaterThan(score(entry('x', 'Reset settings'), 'set'))
    expect(score(entry('a', 'Guests'), 'guests')).toBeGreaterThan(
      score(entry('b', 'Guests in-house'), 'guests'),
    )
  })

  it('offers the recently used first among equals, and everything when nothing is typed', () => {
    expect(ids('', ['settings', 'new']).slice(0, 2)).toEqual(['settings', 'new'])
    expect(ids('').length).toBe(entries.length)
  })

  it('does not offer what does not fit', () => {
    expect(ids('xyz')).toEqual([])
    expect(ids('１')).toEqual([])
  })

  it('takes full-width letters as typed by an input method', () => {
    expect(ids('ｇｕｅ')).toEqual(['guests'])
  })

  it('puts the room or booking whose whole number was typed before whoever has it in an ID', () => {
    const rows = [
      { id: 'guest:1' },
      { id: 'booking:1', number: '15090001' },
      { id: 'room:1', number: '1509' },
    ]
    const order = (typed: string) => exactFirst(rows, typed).map((row) => row.id)
    expect(order('１５０９ ')).toEqual(['room:1', 'guest:1', 'booking:1'])
    expect(order('15090001')).toEqual(['booking:1', 'guest:1', 'room:1'])
    expect(order('150')).toEqual(['guest:1', 'booking:1', 'room:1'])
  })

  it('covers a telephone number but for its tail and what was typed', () => {
    expect(coveredHint('+8613812345678', 'zhangw')).toBe('+86138****5678')
    expect(coveredHint('+8613812345678', '138 1234')).toBe('+8613812345678')
    expect(coveredHint('li.na@example.com', 'li.na')).toBe('li.na@example.com')
  })
})

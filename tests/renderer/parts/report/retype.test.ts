import { expect, test } from 'vitest'
import { retype } from '#renderer/parts/report/retype.ts'

test.each([
  ['occupancy by chanel', { text: 'chanel', at: 13 }, 'channel', 'occupancy by channel'],
  ['上周渠到取消', { text: '渠到', at: 2 }, '渠道', '上周渠道取消'],
  ['last month', { text: '', at: 0 }, 'occupancy', 'last month occupancy'],
  ['adr direct last month', { text: 'direct', at: 4 }, 'channel Direct', 'adr channel Direct last month'],
])('in “%s” %j becomes “%s”', (typed, problem, word, expected) => {
  expect(retype(typed, problem, word)).toBe(expected)
})

test('what was typed in two places is not written over', () => {
  expect(retype('vs oct adr 2024', { text: 'vs … 2024', at: 0 }, 'vs last year')).toBeNull()
})

import { expect, test } from 'vitest'
import { byFit, type FreeRoom, meetsOf, wishesOf } from '#shared/domain/room/fit.ts'

test('wishes: open requests first, then preferences on file, each once and none that names no feature', () => {
  const preferences = [
    { group: 'floor', value: 'high' },
    { group: 'bed', value: 'king' },
    { group: 'room-feature', value: 'quiet' },
    { group: 'room-feature', value: 'view' },
    { group: 'room-feature', value: 'connecting' },
    { group: 'smoking', value: 'smoking' },
    { group: 'smoking', value: 'non-smoking' },
    { group: 'diet', value: 'vegan' },
    { group: 'of-an-older-version', value: 'high' },
  ]
  expect(wishesOf(['quiet', 'other', 'crib'], preferences)).toEqual([
    'quiet',
    'crib',
    'high-floor',
    'king',
    'view',
    'connecting',
    'smoking',
  ])
  expect(wishesOf([], [])).toEqual([])
})

const room = (number: string, more: Partial<FreeRoom & { meets: string[] }> = {}) => ({
  number,
  housekeeping: 'clean',
  outOfService: false,
  features: [],
  meets: [],
  ...more,
})

test('a room meets the wishes that it has, in the order of the wishes', () => {
  const high = room('1801', { features: ['king', 'quiet', 'view', 'high-floor'] })
  expect(meetsOf(high, ['high-floor', 'crib', 'king'])).toEqual(['high-floor', 'king'])
  expect(meetsOf(high, [])).toEqual([])
})

test.each<[string, ReturnType<typeof room>, ReturnType<typeof room>]>([
  ['in service before out of it', room('9'), room('1', { outOfService: true, meets: ['quiet'] })],
  [
    'what meets more first',
    room('9', { meets: ['a', 'b'], housekeeping: 'dirty' }),
    room('1', { meets: ['a'] }),
  ],
  [
    'inspected as good as clean',
    room('1', { housekeeping: 'clean' }),
    room('2', { housekeeping: 'inspected' }),
  ],
  [
    'clean as good as inspected',
    room('1', { housekeeping: 'inspected' }),
    room('2', { housekeeping: 'clean' }),
  ],
  ['clean before pick-up', room('9'), room('1', { housekeeping: 'pickup' })],
  [
    'inspected before pick-up',
    room('9', { housekeeping: 'inspected' }),
    room('1', { housekeeping: 'pickup' }),
  ],
  ['pick-up before dirty', room('9', { housekeeping: 'pickup' }), room('1', { housekeeping: 'dirty' })],
  [
    'pick-up before a state not known',
    room('9', { housekeeping: 'pickup' }),
    room('1', { housekeeping: '?' }),
  ],
  ['9 before 10', room('9'), room('10')],
  ['101 before 102', room('101'), room('102')],
])('%s', (_, first, second) => {
  expect(byFit([second, first])).toEqual([first, second])
  expect(byFit([first, second])).toEqual([first, second])
})

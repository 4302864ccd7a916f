import { expect, test } from 'vitest'
import { byFit, type FreeRoom, habitOf, meetsOf, wishesOf } from '#shared/domain/room/fit.ts'

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

const room = (
  number: string,
  more: Partial<FreeRoom & { occupied: boolean; meets: string[]; stays: number; floorStays: number }> = {},
) => ({
  number,
  housekeeping: 'clean',
  outOfService: false,
  occupied: false,
  features: [],
  meets: [],
  stays: 0,
  floorStays: 0,
  ...more,
})

test('a room meets the wishes that it has, in the order of the wishes', () => {
  const high = room('1801', { features: ['king', 'quiet', 'view', 'high-floor'] })
  expect(meetsOf(high, ['high-floor', 'crib', 'king'])).toEqual(['high-floor', 'king'])
  expect(meetsOf(high, [])).toEqual([])
})

test('a stay counts once in each of its rooms and once on each floor', () => {
  const habit = habitOf([
    { bookingId: 1, roomId: 11, floor: 8 },
    { bookingId: 1, roomId: 12, floor: 8 },
    { bookingId: 2, roomId: 11, floor: 8 },
    { bookingId: 3, roomId: 31, floor: 9 },
  ])
  expect([11, 12, 31, 41].map(habit.ofRoom)).toEqual([2, 1, 1, 0])
  expect([8, 9, 10].map(habit.ofFloor)).toEqual([2, 1, 0])
})

test.each<[string, ReturnType<typeof room>, ReturnType<typeof room>]>([
  ['in service before out of it', room('9'), room('1', { outOfService: true, meets: ['quiet'] })],
  [
    'what meets more first',
    room('9', { meets: ['a', 'b'], housekeeping: 'dirty' }),
    room('1', { meets: ['a'] }),
  ],
  [
    'dirty before one that somebody is in',
    room('9', { housekeeping: 'dirty' }),
    room('1', { occupied: true }),
  ],
  ['what meets more before what nobody is in', room('9', { occupied: true, meets: ['a'] }), room('1')],
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
  [
    'ready before the room of earlier stays',
    room('9'),
    room('1', { housekeeping: 'dirty', stays: 5, floorStays: 5 }),
  ],
  [
    'the room of more stays first',
    room('9', { stays: 2, floorStays: 2 }),
    room('1', { stays: 1, floorStays: 6 }),
  ],
  ['then the floor of more stays', room('9', { floorStays: 2 }), room('1', { floorStays: 1 })],
  ['9 before 10', room('9'), room('10')],
  ['101 before 102', room('101'), room('102')],
])('%s', (_, first, second) => {
  expect(byFit([second, first])).toEqual([first, second])
  expect(byFit([first, second])).toEqual([first, second])
})

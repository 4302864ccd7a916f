import { describe, expect, it } from 'vitest'
import { sortOf } from '#renderer/features/today/day-input.ts'
import { type DayRow, roomMark, roomSentence, roomStates } from '#renderer/features/today/room-words.ts'

type DayRoom = NonNullable<DayRow['room']>
const room = (over: Partial<DayRoom> = {}): DayRoom => ({
  housekeeping: 'clean',
  outOfService: false,
  outOfOrder: false,
  claim: 'free',
  by: null,
  ...over,
})
const by = (inHouse: boolean, departure = '2026-03-02') => ({ inHouse, departure }) as DayRoom['by']

describe('the room of a row of today', () => {
  it.each([
    [{}, 'clean'],
    [{ housekeeping: 'dirty' }, 'dirty'],
    [{ outOfService: true }, 'out-of-service'],
    [{ claim: 'awaited' }, 'due-in'],
    // Nobody can go in: how clean it is does not matter yet
    [{ claim: 'occupied', housekeeping: 'dirty', outOfService: true }, 'occupied'],
    [{ claim: 'occupied', outOfOrder: true }, 'out-of-order'],
    [{ claim: 'twice', outOfOrder: true }, 'promised-twice'],
  ] as const)('%j is marked %s', (over, mark) => {
    expect(roomMark(room(over))).toBe(mark)
  })

  it.each([
    ['confirmed', {}, ['vacant', 'clean']],
    ['confirmed', { claim: 'occupied', by: by(true) }, ['occupied', 'clean']],
    ['confirmed', { claim: 'twice', by: by(true) }, ['promised-twice', 'occupied', 'clean']],
    ['confirmed', { claim: 'twice', by: by(false) }, ['promised-twice', 'vacant', 'clean']],
    ['in-house', { claim: 'awaited', by: by(false), housekeeping: 'dirty' }, ['occupied', 'dirty']],
    [
      'confirmed',
      { outOfOrder: true, outOfService: true },
      ['vacant', 'out-of-order', 'out-of-service', 'clean'],
    ],
  ] as const)('of a booking %s, %j, says %j', (status, over, states) => {
    expect(roomStates({ status, room: room(over as Partial<DayRoom>) })).toEqual(states)
  })

  it.each([
    [{ claim: 'awaited', by: by(false) }, 'today.room.awaited'],
    [{ claim: 'occupied', by: by(true) }, 'today.room.occupied'],
    [{ claim: 'occupied', by: by(true, '2026-03-01') }, 'today.room.overdue'],
    [{ claim: 'twice', by: by(true, '2026-03-04') }, 'today.room.twiceInHouse'],
    [{ claim: 'twice', by: by(false, '2026-03-04') }, 'today.room.twiceDueIn'],
  ] as const)('%j has its sentence', (over, key) => {
    expect(roomSentence(room(over as Partial<DayRoom>), '2026-03-02')).toBe(key)
  })
})

it('only who is due in is expected at a time: the other lists are by name then', () => {
  const views = ['due-in', 'due-out', 'in-house'] as const
  expect(views.map((view) => sortOf(view, 'time'))).toEqual(['time', 'name', 'name'])
  expect(views.map((view) => sortOf(view, 'room'))).toEqual(['room', 'room', 'room'])
})

import { expect, test } from 'vitest'
import { type BoardRoom, countsOf, shownRooms } from '#renderer/features/housekeeping/board/views.ts'

type Due = { ready?: boolean; expectedTime?: string; arrivedAt?: string }

const room = (number: string, due: Due | null) =>
  ({
    number,
    ready: due?.ready ?? false,
    arrival: due && {
      guestName: '',
      guestLatinName: number,
      expectedTime: due.expectedTime ?? null,
      arrivedAt: due.arrivedAt ?? null,
    },
    guest: null,
    state: 'dirty',
    use: 'vacant',
    roomTypeCode: 'STD',
  }) as BoardRoom

const rooms = [
  room('101', { expectedTime: '18:00' }),
  room('102', {}),
  room('103', { arrivedAt: '2026-03-02T05:30:00.000Z', expectedTime: '20:00' }),
  room('104', { ready: true, expectedTime: '09:00' }),
  room('105', { expectedTime: '09:30' }),
  room('106', null),
  room('107', { arrivedAt: '2026-03-02T04:10:00.000Z' }),
]
const shown = (text = '') =>
  shownRooms({ rooms, asks: new Map() }, 'arrivals', text, () => []).map(({ number }) => number)

test('what must be ready first is first: who waits longest, then by their time, who said none, then what is ready', () => {
  expect(shown()).toEqual(['107', '103', '105', '101', '102', '104'])
  expect(countsOf(rooms, new Map()).arrivals).toBe(6)
})

test('every word that was typed is one of the room', () => {
  expect(shown('105')).toEqual(['105'])
  expect(shown('std 9')).toEqual([])
})

import { expect, test } from 'vitest'
import type { Reply } from '#shared/contract/index.ts'
import { eachBookingHotel } from './hotel.ts'

const t = eachBookingHotel()

function codes(replies: Reply[]): string[] {
  return replies.map((reply) => (reply.ok ? 'ok' : 'refusal' in reply ? reply.refusal.code : 'fault')).sort()
}

test('eight desks that want the same room at once: one gets it, the others are told who has it', async () => {
  for (let round = 0; round < 20; round++) {
    const stay = { arrival: `2026-04-${String(round + 1).padStart(2, '0')}` }
    const draft = {
      ...t.draft({ ...stay, departure: '2026-04-22', roomTypeId: t.dlx }),
      roomId: t.rooms['201'],
    }
    const desks = Array.from({ length: 8 }, () => t.deskAs('clerk'))
    const replies = await Promise.all(desks.map((desk) => desk.call('booking.create', draft)))
    expect(codes(replies)).toEqual([...Array<string>(7).fill('ROOM_TAKEN'), 'ok'])
    const winner = replies.find((reply) => reply.ok)
    const { id, confirmationNo } = winner?.ok
      ? (winner.output as { id: never; confirmationNo: string })
      : ({} as never)
    const loser = replies.find((reply) => !reply.ok)
    expect(loser).toMatchObject({ refusal: { params: { room: '201', confirmationNo } } })
    await t.must('booking.cancel', { id, version: 1, reason: 'next round' })
  }
})

test('eight desks that want the last room of a type without naming one: one gets it, nothing is left for the others', async () => {
  await t.book({ roomTypeId: t.dlx })
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => t.call('booking.create', t.draft({ roomTypeId: t.dlx }))),
  )
  expect(codes(replies)).toEqual([...Array<string>(7).fill('NOT_AVAILABLE'), 'ok'])
})

test('three bookings moved into the same room at once: one moves', async () => {
  const ids = []
  for (let at = 0; at < 3; at++) ids.push(await t.book())
  const replies = await Promise.all(
    ids.map((id) => t.call('booking.assignRoom', { id, version: 1, roomId: t.rooms['101'] })),
  )
  expect(codes(replies)).toEqual(['ROOM_TAKEN', 'ROOM_TAKEN', 'ok'])
})

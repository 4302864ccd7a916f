import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type BookingId, isRefused, refuse } from '#shared/values/index.ts'
import { tryEach } from '../kernel/each.ts'
import { conflict, done, type Outcome } from '../kernel/outcome.ts'

type One = { id: BookingId; version: number }
type Answer = OutputOf<'stay.checkInTogether'>
type Question = Answer['failed'][number]['question']

/**
 * Does the same for several bookings. What is refused is reported with its reason, and so is a booking that somebody changed
 * meanwhile; the others are done. Where none can be done and one for want of a right alone, that is the answer: somebody who has
 * the right may approve it for all.
 */
export async function together<C extends string>(
  tx: Writer,
  bookings: readonly One[],
  act: (one: One) => Promise<Outcome<Answer['done'][number], C>>,
  questionOf: (code: string) => Question,
): Promise<Outcome<Answer, Extract<C, 'RIGHT_NEEDED'>>> {
  const each = await tryEach(tx, bookings, act)
  for (const { answer } of each.done.length > 0 ? [] : each.failed)
    if (isRefused(answer) && answer.refusal.code === 'RIGHT_NEEDED') return answer as never
  const failed = each.failed.map(({ one, answer }) => {
    if (!isRefused(answer)) return { id: one.id, code: 'CONFLICT', params: {}, question: null }
    const { code, params } = answer.refusal
    return { id: one.id, code, params, question: questionOf(code) }
  })
  return done({ done: each.done, failed }, each.changes)
}

/** A booking at the version that the caller read; else why not. */
export async function readBookingAt(tx: Writer, id: BookingId, version: number) {
  const booking = await loadBooking(tx, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  return booking.version === version ? booking : conflict('booking', id)
}

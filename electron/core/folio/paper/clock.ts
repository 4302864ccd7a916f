import type { BusinessDate } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { hotelClock } from '../../kernel/hotel-clock.ts'

/** The hotel's calendar and clock now: what a paper is dated by, whatever the business date is. */
export function issueTime(ctx: Pick<Context, 'moment' | 'hotel'>): {
  issuedOn: BusinessDate
  issuedAt: string
} {
  const { date, time } = hotelClock(ctx)
  return { issuedOn: date, issuedAt: time }
}

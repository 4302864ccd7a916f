import { describe, expect, it } from 'vitest'
import { isPastHold } from '#shared/domain/booking/hold.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const booking = {
  status: 'confirmed' as const,
  guarantee: 'none',
  arrival: '2026-03-02' as BusinessDate,
  holdUntil: '18:00' as string | null,
}
const today = '2026-03-02' as BusinessDate
const at = (time: string, date = '2026-03-02') => ({ date, time })

describe('a booking without a guarantee', () => {
  it.each([
    ['before its time', '18:00', today, at('17:59'), false],
    ['at its time', '18:00', today, at('18:00'), true],
    ['after midnight, before the night audit', '18:00', today, at('00:30', '2026-03-03'), true],
    ['in the small hours after the night audit', '18:00', today, at('04:00'), false],
    ['held into the night, in the afternoon', '02:00', today, at('14:00'), false],
    ['held into the night, before its time', '02:00', today, at('01:59', '2026-03-03'), false],
    ['held into the night, at its time', '02:00', today, at('02:00', '2026-03-03'), true],
    ['the day before', '18:00', '2026-03-01' as BusinessDate, at('23:00', '2026-03-01'), false],
    ['the day after', '18:00', '2026-03-03' as BusinessDate, at('08:00', '2026-03-03'), true],
    ['in a hotel whose night audit lags by months', '18:00', today, at('09:00', '2026-11-30'), false],
  ])('%s', (_when, holdUntil, businessDate, clock, past) => {
    expect(isPastHold({ ...booking, holdUntil }, businessDate, clock)).toBe(past)
  })

  it('is held without end where it is guaranteed, has no time, or its guest is there', () => {
    const late = at('23:00')
    expect(isPastHold({ ...booking, guarantee: 'deposit' }, today, late)).toBe(false)
    expect(isPastHold({ ...booking, holdUntil: null }, today, late)).toBe(false)
    expect(isPastHold({ ...booking, status: 'in-house' as never }, today, late)).toBe(false)
  })
})

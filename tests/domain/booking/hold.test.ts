import { describe, expect, it } from 'vitest'
import { endOfHold, isPastHold } from '#shared/domain/booking/hold.ts'
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

describe('the end of a hold', () => {
  it.each([
    ['of the day', '18:00', at('12:00'), at('18:00')],
    ['of the day, once it is over', '18:00', at('18:00'), null],
    ['into the night', '02:00', at('14:00'), at('02:00', '2026-03-03')],
    ['into the night, shortly before', '02:00', at('01:59', '2026-03-03'), at('02:00', '2026-03-03')],
    ['into the night, once it is over', '02:00', at('02:00', '2026-03-03'), null],
    ['into a night of long ago', '02:00', at('01:00', '2026-11-30'), null],
  ])('%s', (_when, holdUntil, clock, end) => {
    expect(endOfHold({ ...booking, holdUntil }, today, clock)).toEqual(end)
  })

  it('never is where it is guaranteed, on another day, or the guest is there', () => {
    const noon = at('12:00')
    expect(endOfHold({ ...booking, guarantee: 'deposit' }, today, noon)).toBeNull()
    expect(endOfHold({ ...booking, status: 'in-house' }, today, noon)).toBeNull()
    expect(endOfHold(booking, '2026-03-01' as BusinessDate, noon)).toBeNull()
  })
})

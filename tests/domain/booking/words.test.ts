import { expect, test } from 'vitest'
import { bookingActs } from '#shared/domain/booking/acts.ts'
import { bookingRoles, bookingStatuses, dayViews, draftStatuses } from '#shared/domain/booking/booking.ts'
import { stayCodes } from '#shared/domain/booking/change.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import { nightChanges } from '#shared/domain/booking/effect.ts'
import { reasonsFor } from '#shared/domain/booking/needs.ts'
import { stockCodes } from '#shared/domain/booking/stock.ts'

// What the contract and the screens take from each closed list.
test.each<[string, readonly string[], string]>([
  ['statuses', bookingStatuses, 'enquiry waitlisted confirmed in-house checked-out cancelled no-show'],
  ['statuses of a new booking', draftStatuses, 'enquiry waitlisted confirmed'],
  ['roles', bookingRoles, 'guest booker companion'],
  ['lists of the day', dayViews, 'due-in in-house due-out created'],
  ['acts', bookingActs, 'dates room-type room rate guests details confirm cancel reinstate request'],
  ['what a reason is asked for', reasonsFor, 'move guest rate given'],
  ['what happens to a night', nightChanges, 'same added removed changed'],
  ['guarantees', guarantees, 'none deposit non-refundable refundable company card'],
  ['what the inventory answers', stockCodes, 'NOT_AVAILABLE ROOM_TAKEN HOURS_TAKEN'],
])('the %s', (_what, list, words) => {
  expect(list.join(' ')).toBe(words)
})

test('a booking comes from a segment and by a channel, which may be unknown', () => {
  for (const word of ['transient', 'group', 'complimentary', 'undefined']) expect(segments).toContain(word)
  for (const word of ['direct', 'walk-in', 'gds', 'undefined']) expect(channels).toContain(word)
})

test('what a stay may be refused with names no refusal twice', () => {
  expect(stayCodes).toContain('ROOM_WRONG_TYPE')
  expect(new Set(stayCodes).size).toBe(stayCodes.length)
})

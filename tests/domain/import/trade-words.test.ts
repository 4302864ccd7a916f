import { describe, expect, test } from 'vitest'
import { channelWords, mealWords, segmentWords, statusWords } from '#shared/domain/import/trade-words.ts'
import { plainWord, readChannel, readMeal, readSegment, readStatus } from '#shared/domain/import/values.ts'

describe('no word means two things', () => {
  test.each<[string, Record<string, readonly string[]>, (text: string) => string | null]>([
    ['statuses', statusWords, readStatus],
    ['meals', mealWords, readMeal],
    ['segments', segmentWords, readSegment],
    ['channels', channelWords, readChannel],
  ])('of %s', (_, words, read) => {
    const seen = new Map<string, string>()
    for (const [meaning, lists] of Object.entries(words))
      for (const word of lists.flatMap((list) => list.split('|'))) {
        expect([word, seen.get(plainWord(word)) ?? meaning]).toEqual([word, meaning])
        seen.set(plainWord(word), meaning)
        expect(read(word)).toBe(meaning)
      }
    expect(seen.size).toBeGreaterThan(40)
  })
})

describe('a status as its program writes it', () => {
  test.each<[string, string | null]>([
    // Booking.com
    ['ok', 'confirmed'],
    ['cancelled_by_hotel', 'cancelled'],
    ['Cancelled by guest', 'cancelled'],
    ['no_show', 'no-show'],
    // Expedia
    ['preStay', 'confirmed'],
    ['inHouse', 'in-house'],
    ['postStay', 'checked-out'],
    ['No-show', 'no-show'],
    // Agoda
    ['Amended', 'confirmed'],
    ['Departed', 'checked-out'],
    ['CancelledByCustomer', 'cancelled'],
    // Airbnb
    ['Confirmed', 'confirmed'],
    ['Canceled by host', 'cancelled'],
    ['Past guest', 'checked-out'],
    ['Currently hosting', 'in-house'],
    ['Awaiting guest review', 'checked-out'],
    ['Inquiry', 'enquiry'],
    // OPERA
    ['Due In', 'confirmed'],
    ['RESV', 'confirmed'],
    ['DUEIN', 'confirmed'],
    ['CKIN', 'in-house'],
    ['DueOut', 'in-house'],
    ['Checked Out ', 'checked-out'],
    ['CHECKED_IN', 'in-house'],
    ['CheckedOut', 'checked-out'],
    ['PendingCheckout', 'in-house'],
    ['Waitlisted', 'waitlisted'],
    ['CXL', 'cancelled'],
    ['6PM', 'confirmed'],
    ['Guaranteed', 'confirmed'],
    ['OUT', 'checked-out'],
    ['IN', 'in-house'],
    // Mews
    ['Inquired', 'enquiry'],
    ['Requested', 'waitlisted'],
    ['Optional', 'enquiry'],
    ['Started', 'in-house'],
    ['Processed', 'checked-out'],
    // Cloudbeds
    ['not_confirmed', 'enquiry'],
    ['checked_in', 'in-house'],
    // Chinese agencies and programs
    ['待确认', 'enquiry'],
    ['已接单', 'confirmed'],
    ['已拒单', 'cancelled'],
    ['已消费', 'checked-out'],
    ['交易成功', 'checked-out'],
    ['交易关闭', 'cancelled'],
    ['已入住', 'in-house'],
    ['预离', 'in-house'],
    ['待支付', 'enquiry'],
    ['客人取消', 'cancelled'],
    // What speaks of money, or of two things, is asked about.
    ['Non-refundable', null],
    ['已付款', null],
    ['已退款', null],
    ['Paid', null],
    ['in_progress', null],
    ['R', null],
    ['(x)', null],
    ['Confirmed (cancelled by phone)', null],
  ])('%j is %s', (text, status) => {
    expect(readStatus(text)).toBe(status)
  })
})

test.each<[string, string | null]>([
  ['双早', 'breakfast'],
  ['含2份早餐', 'breakfast'],
  ['Breakfast included', 'breakfast'],
  ['Breakfast included in the price', 'breakfast'],
  ['CP', 'breakfast'],
  ['EP', 'room-only'],
  ['Room Only', 'room-only'],
  ['早餐0份', 'room-only'],
  ['MAP', 'half-board'],
  ['一价全包', 'full-board'],
  ['是', null],
])('a meal of %j is %s', (text, meal) => {
  expect(readMeal(text)).toBe(meal)
})

test.each<[string, string | null]>([
  ['Booking.com', 'online-agency'],
  ['Expedia (Hotel Collect Booking)', 'online-agency'],
  ['携程EBK', 'online-agency'],
  ['美团酒店', 'online-agency'],
  ['飞猪旅行', 'online-agency'],
  ['Website/Booking Engine', 'website'],
  ['Walk-In', 'walk-in'],
  ['Sabre', 'gds'],
  ['Agent X', null],
])('a channel of %j is %s', (text, channel) => {
  expect(readChannel(text)).toBe(channel)
})

test.each<[string, string | null]>([
  ['FIT', 'transient'],
  ['协议散客', 'corporate'],
  ['网络散客', 'online-agency'],
  ['House Use', 'complimentary'],
  ['Airline Crew', 'aviation'],
  ['市场1', null],
])('a segment of %j is %s', (text, segment) => {
  expect(readSegment(text)).toBe(segment)
})

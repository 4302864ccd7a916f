import { describe, expect, test } from 'vitest'
import { readConfirmation } from '#shared/domain/confirmation/read-confirmation.ts'
import { messageHotel, messages, messageTypes } from '#tests/support/confirmations/hotel.ts'
import { asText, tableOf } from '#tests/support/confirmations/message.ts'

test('there are sixty of them, of seven sources', () => {
  expect(messages).toHaveLength(60)
  expect(new Set(messages.map(({ name }) => name)).size).toBe(60)
  expect(new Set(messages.map(({ name }) => name.split('-')[0])).size).toBe(7)
})

describe('a confirmation as it is pasted', () => {
  test.each(messages)('$name', (message) => {
    const { reading, lines } = readConfirmation(asText(message), messageHotel)
    const { said, unsure } = tableOf(reading, messageTypes)
    expect({ said, unsure }).toEqual({ said: message.want, unsure: message.unsure ?? {} })
    for (const fact of Object.values(reading)) {
      if (fact) expect(lines[fact.line - 1]?.trim() ?? '').not.toBe('')
    }
  })
})

describe('the line that says it', () => {
  test('is where one finds it', () => {
    const { reading, lines } = readConfirmation(asText(messages[0]!), messageHotel)
    const lineOf = (name: 'arrival' | 'roomType' | 'total' | 'guest' | 'kind') =>
      lines[(reading[name]?.line ?? 0) - 1]
    expect(lineOf('arrival')).toBe('Check-in: Thursday, 5 March 2026 (from 14:00)')
    expect(lineOf('roomType')).toBe('Room: Deluxe King Room')
    expect(lineOf('total')).toBe('Total price: CNY 1,360.00')
    expect(lineOf('guest')).toBe('Guest name: Emma Whitfield')
    expect(lineOf('kind')).toContain('New booking!')
  })
})

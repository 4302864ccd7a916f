import { describe, expect, test } from 'vitest'
import type { Answer } from '#renderer/features/booking/confirmation/facts.ts'
import { draftOfMessage, filledWith } from '#renderer/features/booking/confirmation/fill.ts'
import { contentOf, isMessage, sizeLimitOf } from '#renderer/features/booking/confirmation/given.ts'
import {
  markedFacts,
  openPoints,
  withConfirmed,
} from '#renderer/features/booking/confirmation/message-draft.ts'
import { emptyDraft, inputOf, type NewDraft } from '#renderer/features/booking/new/new-draft.ts'
import { maxSentBytes } from '#shared/domain/confirmation/limits.ts'
import { readConfirmation } from '#shared/domain/confirmation/read-confirmation.ts'
import { businessDateOf, type Currency } from '#shared/values/index.ts'
import { messageHotel, messages } from '#tests/support/confirmations/hotel.ts'
import { asText } from '#tests/support/confirmations/message.ts'

const date = businessDateOf
const empty = emptyDraft(date('2026-03-02'), date('2026-03-03'))
const context = {
  language: 'en' as const,
  locale: 'en-GB',
  currency: 'CNY' as Currency,
  typeName: (id: number) => messageHotel.roomTypes.find((type) => type.id === id)?.nameEn ?? '',
}
const guest = { id: 4 as never, name: '张伟', latinName: 'Zhang Wei', tier: null }

function answerOf(name: string, onFile: Answer['onFile'] = []): Answer {
  const { reading, lines, cut } = readConfirmation(
    asText(messages.find((one) => one.name === name)!),
    messageHotel,
  )
  return { reading: reading as Answer['reading'], lines, cut, account: null, onFile }
}
const filledBy = (name: string, onFile: Answer['onFile'] = []): NewDraft => ({
  ...empty,
  ...draftOfMessage(answerOf(name, onFile), empty, context),
})
const openIn = (form: NewDraft) => openPoints(form).map(({ name }) => name)
const booked = [
  {
    id: 7 as never,
    confirmationNo: '10000007',
    guestId: 1 as never,
    guestName: 'Emma',
    guestLatinName: 'Emma',
    arrival: date('2026-03-05'),
    departure: date('2026-03-07'),
    status: 'confirmed' as const,
  },
]

describe('a form filled with a message', () => {
  test('holds what it says, and is saved with its rates, its meal and its number', () => {
    const form = filledBy('ctrip-prepaid')
    expect(form).toMatchObject({
      stay: { arrival: '2026-03-12', departure: '2026-03-14' },
      newGuest: { nativeName: '李雨桐' },
      channel: 'online-agency',
      guarantee: 'deposit',
      comment: '高楼层,远离电梯; arrives 18:00-20:00; paid to the agency; commission CNY204.00',
    })
    const { create } = inputOf(
      { ...form, guest },
      { roomTypeId: form.roomTypeId, ratePlanId: 1 },
      'CNY' as Currency,
    )
    expect(create).toMatchObject({
      roomTypeId: 2,
      meal: 'breakfast',
      rates: [
        { night: '2026-03-12', rateMinor: 68_000 },
        { night: '2026-03-13', rateMinor: 68_000 },
      ],
      source: { agency: 'Ctrip', confirmationNo: '11283746501' },
    })
  })

  test('keeps no rate of the message for other nights, and a typed one goes before', () => {
    const form = { ...filledBy('ctrip-prepaid'), guest }
    const ratesOf = (patch: Partial<NewDraft>) =>
      inputOf({ ...form, ...patch }, { roomTypeId: 2, ratePlanId: 1 }, 'CNY' as Currency).create?.rates
    expect(ratesOf({ stay: { arrival: '2026-03-12', departure: '2026-03-15' } })).toEqual([])
    expect(ratesOf({ ownRate: '500' })?.map(({ rateMinor }) => rateMinor)).toEqual([50_000, 50_000])
  })

  test('leaves a day that the message does not name empty: it is not tonight', () => {
    const answer = answerOf('form-prose')
    const form = {
      ...empty,
      ...draftOfMessage({ ...answer, reading: { ...answer.reading, arrival: null } }, empty, context),
    }
    expect(form.stay.arrival).toBe('')
    expect(inputOf({ ...form, guest }, { roomTypeId: 1, ratePlanId: 1 }, 'CNY' as Currency).missing).toBe(
      'dates',
    )
  })

  test('of another currency has no rate, and its total in the comment', () => {
    const form = filledBy('booking-other-currency')
    expect(form.nightRates).toEqual([])
    expect(form.comment).toContain('total EUR €182.40')
    expect(openIn(form)).toContain('rates')
  })

  test('keeps a number that looks like a card out of the form', () => {
    expect(filledBy('meituan-number-like-card').source.confirmationNo).toBe('')
  })
})

describe('what has to be looked at', () => {
  test('is every unsure fact that fills a field, until it is confirmed or changed', () => {
    let form = filledBy('booking-date-order')
    expect(openIn(form)).toEqual(['guest', 'arrival', 'departure', 'adults', 'rates'])
    form = { ...form, guest }
    expect(openIn(form)).toEqual(['arrival', 'departure', 'adults', 'rates'])
    form = { ...form, ...withConfirmed(form, 'arrival') }
    form = {
      ...form,
      persons: { ...form.persons, adults: 1 },
      stay: { ...form.stay, departure: '2026-04-06' },
    }
    expect(openIn(form)).toEqual(['rates'])
    expect(openIn({ ...form, ownRate: '400' })).toEqual([])
    expect(markedFacts(form).get('arrival')).toEqual({ state: 'confirmed', line: 6 })
    expect(markedFacts(form).get('departure')?.state).toBe('changed')
    expect(markedFacts(form).get('confirmationNo')).toEqual({ state: 'sure', line: 4 })
  })

  test('and that the number is on file already', () => {
    expect(openIn({ ...filledBy('booking-new-en', booked), guest })).toEqual(['onFile'])
    expect(openIn({ ...filledBy('booking-new-en'), guest })).toEqual([])
  })

  test('a fact the form needs and the message lacks', () => {
    expect(openIn(filledBy('ctrip-masked'))).toEqual(['guest', 'phone', 'adults'])
  })
})

describe('a change or a cancellation', () => {
  test.each(['booking-modified-en', 'booking-cancelled-en'])('%s fills nothing by itself', (name) => {
    const form = filledBy(name)
    expect({ ...form, message: null }).toEqual(empty)
    expect(form.message?.filled).toBeNull()
    expect(openIn(form)).toEqual([])
  })

  test('fills the form where the clerk asks for it', () => {
    const form = filledBy('booking-modified-en')
    const asked = { ...form, ...filledWith(form.message!, form, context) }
    expect(asked.stay).toEqual({ arrival: '2026-03-06', departure: '2026-03-08' })
  })
})

describe('what is given', () => {
  test('a message has lines; what is copied for one field has not', () => {
    expect(isMessage(asText(messages[0]!))).toBe(true)
    expect(isMessage('13800138000')).toBe(false)
    expect(isMessage('Anna Müller\nHauptstraße 1, 10115 Berlin, the second house on the left')).toBe(false)
  })

  test.each(messages)('$name is known as a message', (message) => {
    expect(isMessage(asText(message))).toBe(true)
  })

  test('of a long mail its first part is sent; an Outlook item is not cut', async () => {
    const file = new File([new Uint8Array(maxSentBytes + 5)], 'mail.eml')
    const { base64, isWhole } = await contentOf(file)
    expect(isWhole).toBe(false)
    expect(Buffer.from(base64, 'base64')).toHaveLength(maxSentBytes)
    expect(sizeLimitOf('a.msg')).toBe(maxSentBytes)
    expect(sizeLimitOf('a.eml')).toBeGreaterThan(maxSentBytes)
  })
})

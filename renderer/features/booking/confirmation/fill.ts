import { emptyGuest, type NewGuest } from '#renderer/parts/guest/typed-guest.ts'
import { agencyName } from '#shared/domain/confirmation/agencies.ts'
import type { Reading } from '#shared/domain/confirmation/reading.ts'
import { describeFact, type FactContext } from '#shared/i18n/fact-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { MessageDraft, NewDraft } from '../new/new-draft.ts'
import type { Answer } from './facts.ts'

type CommentPart = Key extends infer K ? (K extends `confirmation.comment.${infer P}` ? P : never) : never
/** As long as a booking's comment may be. */
const maxCommentChars = 500

/** A message beside the form, which is filled with it where it brings a new booking. */
export function draftOfMessage(answer: Answer, form: NewDraft, context: FactContext): Partial<NewDraft> {
  const message: MessageDraft = { ...answer, filled: null, confirmed: [] }
  return answer.reading.kind.value === 'new' ? filledWith(message, form, context) : { message }
}

/** The form filled with what the message says; fields that it does not speak of stay as they are. */
export function filledWith(message: MessageDraft, form: NewDraft, context: FactContext): Partial<NewDraft> {
  const { reading, account } = message
  const { agency, confirmationNo, arrival, departure, roomType, rates, meal } = reading
  const filled: Partial<NewDraft> = {
    guest: null,
    guestText: '',
    newGuest: guestOf(reading),
    // What the message leaves open is not tonight
    stay: { arrival: arrival?.value ?? '', departure: departure?.value ?? '' },
    persons: {
      adults: reading.adults?.value ?? form.persons.adults,
      children: reading.children?.value ?? 0,
      infants: reading.infants?.value ?? 0,
    },
    roomTypeId: roomType?.value.id ?? null,
    roomId: null,
    ownRate: '',
    nightRates: rates?.value ?? [],
    meal: meal?.value ?? null,
    agency: account,
    channel: agency ? 'online-agency' : 'direct',
    segment: agency ? 'online-agency' : form.segment,
    guarantee: guaranteeOf(reading),
    source: {
      agency: agency ? agencyName(agency.value, context.language) : '',
      confirmationNo: confirmationNo && confirmationNo.doubt !== 'numberLikeCard' ? confirmationNo.value : '',
    },
    comment: commentOf(reading as Reading, context),
  }
  return { ...filled, message: { ...message, filled, confirmed: [] } }
}

function guestOf({ guest, phone, email, nationality }: Answer['reading']): NewGuest | null {
  if (!guest) return null
  return {
    ...emptyGuest,
    ...guest.value,
    latinTyped: true,
    // A number that the agency hides is nobody's
    mobile: phone && /^\+\d+$/.test(phone.value) ? phone.value : '',
    email: email?.value ?? '',
    nationality: nationality && nationality.doubt === null ? nationality.value : '',
  }
}

function guaranteeOf({ payment, nonRefundable }: Answer['reading']): NewDraft['guarantee'] {
  if (!payment) return null
  if (payment.value !== 'prepaid') return 'none'
  return nonRefundable?.value === true && nonRefundable.doubt === null ? 'non-refundable' : 'deposit'
}

/** What has no field of its own, in the words of the one who reads the booking next. */
function commentOf(reading: Reading, context: FactContext): string {
  const text = (name: keyof Reading) => describeFact(name, reading, context)
  const part = (key: CommentPart, params: Record<string, unknown>) =>
    words(context.language, `confirmation.comment.${key}`, params)
  const parts = [
    reading.requests && part('requests', { text: reading.requests.value }),
    reading.arrivalTime && part('arrivalTime', { time: reading.arrivalTime.value }),
    reading.otherGuests && part('otherGuests', { names: reading.otherGuests.value }),
    reading.booker && part('booker', { name: reading.booker.value }),
    reading.payment && reading.payment.doubt === null && part('payment', { payment: text('payment') }),
    reading.total &&
      reading.total.value.currency !== context.currency &&
      part('total', { total: text('total') }),
    reading.net && part('net', { net: text('net') }),
    reading.commission && part('commission', { commission: reading.commission.value }),
    reading.roomType?.doubt && part('roomType', { words: reading.roomType.value.words }),
    reading.rooms && reading.rooms.value > 1 && part('rooms', { count: reading.rooms.value }),
  ]
  return parts
    .filter(Boolean)
    .join(context.language === 'zh' ? '；' : '; ')
    .slice(0, maxCommentChars)
}

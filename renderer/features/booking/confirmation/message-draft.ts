import type { Doubt } from '#shared/domain/confirmation/fact.ts'
import type { MessageDraft, NewDraft } from '../new/new-draft.ts'
import type { FactName, FactState } from './facts.ts'

/** Facts in the order of the form, as the message's pane lists them. */
export const factOrder: readonly FactName[] = [
  'onFile',
  'kind',
  'agency',
  'confirmationNo',
  'hotelNo',
  'guest',
  'otherGuests',
  'booker',
  'phone',
  'email',
  'nationality',
  'arrival',
  'departure',
  'adults',
  'children',
  'infants',
  'roomType',
  'rooms',
  'meal',
  'rates',
  'total',
  'net',
  'commission',
  'payment',
  'nonRefundable',
  'arrivalTime',
  'requests',
]
/** Those that fill no field by themselves: their doubts are shown, and hold nothing up. */
const told: ReadonlySet<FactName> = new Set([
  'hotelNo',
  'otherGuests',
  'booker',
  'email',
  'nationality',
  'total',
  'net',
  'commission',
  'nonRefundable',
  'arrivalTime',
  'requests',
])
/** Facts without which the form keeps what it began with, which is nobody's word. */
const needed: readonly FactName[] = ['guest', 'roomType', 'adults']

export type Point = { name: FactName; doubt: Doubt | 'onFile'; line: number | null; state: FactState }

/** Every point of a filled form that was unsure, in the order of the form, and whether it still is. */
export function pointsOf(form: NewDraft): Point[] {
  const { message } = form
  if (!message?.filled) return []
  return factOrder.flatMap((name) => {
    const point = told.has(name) ? null : doubtOf(message, name)
    if (!point) return []
    const state = isChanged(form, name)
      ? 'changed'
      : message.confirmed.includes(name)
        ? 'confirmed'
        : 'to-check'
    return [{ name, ...point, state }]
  })
}

/** Every fact that fills a field, with its line and its state; empty while no message fills the form. */
export function markedFacts(
  form: NewDraft,
): ReadonlyMap<FactName, { state: FactState; line: number | null }> {
  const { message } = form
  if (!message?.filled) return new Map()
  const points = new Map(pointsOf(form).map(({ name, state, line }) => [name, { state, line }] as const))
  const sure = Object.entries(message.reading).flatMap(([name, fact]) =>
    fact && !points.has(name as FactName)
      ? [
          [
            name as FactName,
            { state: isChanged(form, name as FactName) ? 'changed' : 'sure', line: fact.line },
          ] as const,
        ]
      : [],
  )
  return new Map<FactName, { state: FactState; line: number | null }>([...points, ...sure])
}

/** Points that are still to be confirmed or changed: a booking is not saved while there are any. */
export function openPoints(form: NewDraft): Point[] {
  return pointsOf(form).filter(({ state }) => state === 'to-check')
}

/** The form with a point confirmed. */
export function withConfirmed(form: NewDraft, name: FactName): Partial<NewDraft> {
  const { message } = form
  if (!message || message.confirmed.includes(name)) return {}
  return { message: { ...message, confirmed: [...message.confirmed, name] } }
}

function doubtOf(message: MessageDraft, name: FactName): Pick<Point, 'doubt' | 'line'> | null {
  if (name === 'onFile') {
    const line = message.reading.confirmationNo?.line ?? null
    return message.onFile.length > 0 ? { doubt: 'onFile', line } : null
  }
  const fact = message.reading[name]
  if (fact) return fact.doubt ? { doubt: fact.doubt, line: fact.line } : null
  return needed.includes(name) ? { doubt: 'notStated', line: null } : null
}

/** Whether the field that a fact fills holds something else by now. */
function isChanged(form: NewDraft, name: FactName): boolean {
  const filled = form.message?.filled ?? {}
  const differs = (field: keyof NewDraft) =>
    JSON.stringify(form[field]) !== JSON.stringify(filled[field] ?? null)
  switch (name) {
    case 'guest':
    case 'phone': {
      // Once a guest is chosen or made, the points of the small form are done with
      if (form.guest) return true
      const [now, then] = [form.newGuest, filled.newGuest]
      if (!now || !then) return false
      return name === 'phone'
        ? now.mobile !== then.mobile
        : now.nativeName !== then.nativeName ||
            now.familyName !== then.familyName ||
            now.givenName !== then.givenName
    }
    case 'arrival':
    case 'departure':
      return form.stay[name] !== filled.stay?.[name]
    case 'adults':
    case 'children':
    case 'infants':
      return form.persons[name] !== filled.persons?.[name]
    case 'roomType':
      return differs('roomTypeId')
    case 'rates':
      return (
        form.ownRate.trim() !== '' || (form.nightRates.length === 0 && (filled.nightRates?.length ?? 0) > 0)
      )
    case 'confirmationNo':
      return form.source.confirmationNo !== filled.source?.confirmationNo
    case 'payment':
      return form.guarantee !== filled.guarantee
    case 'meal':
      return differs('meal')
    default:
      return false
  }
}

/** Checking out: what is open, what an early departure frees, and what booking and stay become. */
import { type BusinessDate, type GuestId, ok, type Refused, type Result, refuse } from '../../values/index.ts'
import { type BookingImage, type BookingStatus, roomOnDay } from '../booking/booking.ts'
import { type CheckOutQuestion, noStay, type StayImage } from './stay.ts'

export type CheckOutFacts = {
  businessDate: BusinessDate
  moment: string
  by: string
  /** What the open folios of the booking owe, minor units; below zero what is owed to the guest. */
  balanceMinor: number
  currency: string
  /** What day use is still to be charged, minor units. */
  dayUseMinor: number
  /** The first slip of money that is held, and how many pre-authorisations are. */
  held: { slip: string | null; holds: number }
  /** Texts of alerts that block check-out, with whom they are of. */
  alerts: readonly { id: GuestId; name: string; alert: string }[]
  /** Somebody may let a guest go who owes. */
  mayOwe: boolean
}

export const checkOutCodes = [
  'NOT_IN_HOUSE',
  'ALERT_BLOCKS',
  'EARLY_DEPARTURE',
  'DAY_USE_OPEN',
  'BALANCE_OPEN',
  'HELD_OPEN',
] as const
export type CheckOutCode = (typeof checkOutCodes)[number]

/** Null, or why nobody can be checked out of it. */
export function refusalOfCheckOut({ status }: Pick<BookingImage, 'status'>): Refused<'NOT_IN_HOUSE'> | null {
  return status === 'in-house' ? null : refuse('NOT_IN_HOUSE', { status })
}

/** The nights that a departure on this day frees, in order. */
export function freedNights(booking: Pick<BookingImage, 'nights'>, today: BusinessDate): BusinessDate[] {
  return Object.keys(booking.nights)
    .filter((night) => night >= today)
    .sort() as BusinessDate[]
}

/** Every reason against it, in the order in which a desk meets them. */
export function obstaclesOfCheckOut(booking: BookingImage, facts: CheckOutFacts): Refused<CheckOutCode>[] {
  const found: Refused<CheckOutCode>[] = []
  const wrong = refusalOfCheckOut(booking)
  if (wrong) found.push(wrong)
  for (const { id, name, alert } of facts.alerts)
    found.push(refuse('ALERT_BLOCKS', { guestId: id, name, alert }))
  const freed = freedNights(booking, facts.businessDate)
  if (freed.length > 0)
    found.push(refuse('EARLY_DEPARTURE', { nights: freed.length, departure: booking.departure }))
  const { currency, dayUseMinor } = facts
  if (dayUseMinor > 0) found.push(refuse('DAY_USE_OPEN', { amountMinor: dayUseMinor, currency }))
  if (facts.balanceMinor !== 0)
    found.push(refuse('BALANCE_OPEN', { balanceMinor: facts.balanceMinor, currency }))
  const { slip, holds } = facts.held
  if (slip !== null || holds > 0) {
    const why = holds === 0 ? 'deposit' : slip === null ? 'holds' : 'both'
    found.push(refuse('HELD_OPEN', { slip: slip ?? '', holds, why }))
  }
  return found
}

const questionOf: Readonly<Record<string, CheckOutQuestion>> = {
  EARLY_DEPARTURE: 'early-departure',
  DAY_USE_OPEN: 'day-use',
  BALANCE_OPEN: 'owing',
  HELD_OPEN: 'held',
} satisfies { [code in CheckOutCode]?: CheckOutQuestion }

/** The question that a reason against it is; null where no answer lifts it. */
export function questionOfCheckOut(code: string): CheckOutQuestion | null {
  return questionOf[code] ?? null
}

/**
 * The booking checked out and its stay ended. Nights from the business date on are freed; a guest who leaves on the day of
 * arrival leaves a booking without nights. `accept` answers what was asked; that somebody goes who owes needs the right too.
 */
export function planCheckOut(
  booking: BookingImage,
  stay: StayImage | null,
  accept: readonly CheckOutQuestion[],
  facts: CheckOutFacts,
): Result<{ booking: BookingImage; stay: StayImage }, CheckOutCode | 'RIGHT_NEEDED'> {
  const accepted: CheckOutQuestion[] = []
  for (const obstacle of obstaclesOfCheckOut(booking, facts)) {
    const question = questionOfCheckOut(obstacle.refusal.code)
    if (question === null || !accept.includes(question)) return obstacle
    if (question === 'owing' && !facts.mayOwe)
      return refuse('RIGHT_NEEDED', { needed: 'departure-owing', why: 'owing' })
    accepted.push(question)
  }
  const { businessDate } = facts
  const nights = Object.fromEntries(Object.entries(booking.nights).filter(([night]) => night < businessDate))
  const departure = booking.departure > businessDate ? businessDate : booking.departure
  return ok({
    booking: { ...booking, status: 'checked-out' satisfies BookingStatus, departure, nights },
    stay: {
      ...stayInHouse(booking, stay, businessDate),
      checkedOutAt: facts.moment,
      checkedOutOn: businessDate,
      checkedOutBy: facts.by,
      accepted: [...(stay?.accepted ?? []), ...accepted],
    },
  })
}

/** Of a guest who was in house before stays were kept: in the room of the day, with what was kept since. */
export function cameUnrecorded(
  booking: Pick<BookingImage, 'arrival' | 'nights'>,
  day: BusinessDate,
  kept: StayImage = noStay,
): StayImage {
  return {
    ...kept,
    roomId: roomOnDay(booking, day),
    checkedInAt: `${booking.arrival}T00:00:00.000Z`,
    checkedInOn: booking.arrival,
    checkedInBy: '',
  }
}

/** The stay of a guest in house, also where the record has a wish or words of theirs and not their coming. */
export function stayInHouse(
  booking: Pick<BookingImage, 'arrival' | 'nights'>,
  stay: StayImage | null,
  day: BusinessDate,
): StayImage {
  return stay?.checkedInAt ? stay : cameUnrecorded(booking, day, stay ?? noStay)
}

/** The hotel's rules of arriving and leaving by the clock; as data, changed in Settings. Times are HH:MM on the hotel's clock. */
export type StayTerms = {
  /** Rooms are to be had from then on; who comes before is early. */
  arriveFrom: string
  /** Rooms are to be left by then; who leaves after is late. */
  departBy: string
  /** From then to `arriveFrom` an early arrival costs half a night; before it a whole one. */
  earlyHalfFrom: string
  /** After `departBy` until then a late departure costs half a night; after it a whole one. */
  lateHalfUntil: string
  /** Who comes after the day was closed and before then is asked for which night (凌晨房). */
  smallHoursUntil: string
  /** What a guest told longer ago than that is asked to be confirmed at check-in. */
  confirmAfterMonths: number
  /** Whether the desk asks at check-out how the stay was. */
  askFeedback: boolean
  /** Day use: so many hours cost this part of a night's price, and each hour more, also of overtime, that one; per cent. */
  dayUseHours: number
  dayUsePercent: number
  dayUseHourPercent: number
  /** Minutes after its end that cost nothing yet. */
  dayUseGrace: number
}

/** What a hotel begins with. Half a day until 18:00, then a whole one, is the custom of the trade in China. */
export const usualTerms: StayTerms = {
  arriveFrom: '14:00',
  departBy: '12:00',
  earlyHalfFrom: '06:00',
  lateHalfUntil: '18:00',
  smallHoursUntil: '06:00',
  confirmAfterMonths: 12,
  askFeedback: false,
  dayUseHours: 4,
  dayUsePercent: 50,
  dayUseHourPercent: 15,
  dayUseGrace: 15,
}

/** What of a night is due for a time by the clock. */
export const dayParts = ['none', 'half', 'full'] as const
export type DayPart = (typeof dayParts)[number]

/** What an arrival at `time` on the day of arrival costs beside its nights. */
export function partOfEarly(time: string, terms: StayTerms): DayPart {
  if (time >= terms.arriveFrom) return 'none'
  return time >= terms.earlyHalfFrom ? 'half' : 'full'
}

/** What a departure at `time` on the day of departure costs beside its nights. */
export function partOfLate(time: string, terms: StayTerms): DayPart {
  if (time <= terms.departBy) return 'none'
  return time <= terms.lateHalfUntil ? 'half' : 'full'
}

/** The charge of a part of a night, minor units; half of an odd amount is rounded up. */
export function chargeOfPart(part: DayPart, nightMinor: number): number {
  if (part === 'none') return 0
  return part === 'full' ? nightMinor : Math.ceil(nightMinor / 2)
}

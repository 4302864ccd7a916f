import { addDays, type BusinessDate, isBusinessDate, nightsBetween } from '#shared/values/index.ts'

/** Arrival and departure as fields hold them: a business date, or what was typed and is none yet. */
export type StayText = { arrival: string; departure: string }

/** Both as dates; null while one of them is none. */
export function stayOf({
  arrival,
  departure,
}: StayText): { arrival: BusinessDate; departure: BusinessDate } | null {
  return isBusinessDate(arrival) && isBusinessDate(departure) ? { arrival, departure } : null
}

/** Nights of the stay; null while a date is missing or the departure is before the arrival. */
export function nightsOfStay(stay: StayText): number | null {
  const dates = stayOf(stay)
  if (!dates) return null
  const nights = nightsBetween(dates.arrival, dates.departure)
  return nights < 0 ? null : nights
}

/** Another arrival moves the stay: as many nights as it had, or as are given while it had no arrival. */
export function withArrival(
  stay: StayText,
  arrival: string,
  nights: number | null = nightsOfStay(stay),
): StayText {
  if (!isBusinessDate(arrival) || nights === null) return { ...stay, arrival }
  return { arrival, departure: moved(arrival, nights) ?? stay.departure }
}

/** True for two whole days in the wrong order. */
export function leavesBeforeArriving({ arrival, departure }: StayText): boolean {
  return isBusinessDate(arrival) && isBusinessDate(departure) && departure < arrival
}

/** True for what can be no number of nights; nothing typed yet is not wrong. */
export function nightsWrong(text: string): boolean {
  const plain = text.normalize('NFKC').trim()
  return plain !== '' && !/^\d{1,3}$/.test(plain)
}

/** So many nights from the arrival on; anything but a whole number of them changes nothing. */
export function withNights(stay: StayText, text: string): StayText {
  const plain = text.normalize('NFKC').trim()
  if (plain === '' || nightsWrong(plain) || !isBusinessDate(stay.arrival)) return stay
  return { ...stay, departure: moved(stay.arrival, Number(plain)) ?? stay.departure }
}

/** Past the end of the calendar there is no day. */
function moved(date: BusinessDate, nights: number): BusinessDate | null {
  try {
    return addDays(date, nights)
  } catch {
    return null
  }
}

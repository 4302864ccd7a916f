/**
 * Reads the confirmation of an agency, or of a hotel's own form, into the facts of a booking. Nothing is made up: what the
 * message does not say is null, and what it can mean in more than one way has a doubt.
 */
import { readAgency } from './agencies.ts'
import { type Fact, firstDoubt } from './fact.ts'
import type { Label } from './labels.ts'
import { type Entry, messageLines, readEntries } from './lines.ts'
import { readKind } from './message-kind.ts'
import { readPeople } from './people.ts'
import { pickFact } from './pick.ts'
import { readPrices } from './price.ts'
import type { Reading, ReadingHotel } from './reading.ts'
import { readStay } from './stay.ts'
import { readTerms } from './terms.ts'

export type ReadMessage = {
  reading: Reading
  /** The message as its lines are counted. */
  lines: string[]
  /** It was longer than what is read of one. */
  cut: boolean
}

/** What a message says, as plain text: its subject and sender are lines of it where it had any. */
export function readConfirmation(text: string, hotel: ReadingHotel): ReadMessage {
  const { lines, cut } = messageLines(text)
  const entries = readEntries(lines)
  const stay = readStay(lines, entries, hotel.businessDate)
  const terms = readTerms(lines, entries, hotel.roomTypes)
  const prices = readPrices({
    lines,
    entries,
    currency: hotel.currency,
    today: hotel.businessDate,
    ...stay,
    rooms: terms.rooms?.value ?? 1,
  })
  const reading: Reading = {
    kind: readKind(lines, entries),
    agency: readAgency(lines),
    confirmationNo: readNumber(entries, ['confirmationNo', 'hotelNo', 'itineraryNo']),
    hotelNo: readNumber(entries, ['hotelNo']),
    ...readPeople(lines, entries, hotel.country),
    ...stay,
    ...terms,
    ...prices,
  }
  return { reading, lines, cut }
}

/** Letters and digits with at least four digits, as every agency numbers; groups of three are one number. */
function readNumber(entries: readonly Entry[], labels: readonly Label[]): Fact<string> | null {
  return pickFact(entries, labels, ({ value, by, words }) => {
    if (/\[\w+ \*{4}\d{4}\]/.test(value))
      return { value: value.slice(0, 40), doubt: 'numberLikeCard' as const }
    const plain = value.replace(/^(?:no\.?|nr\.?|number|id|#|:|号|\s)+/iu, '')
    const grouped = /^\d{1,4}(?:[ .]\d{3}){2,4}(?!\d)/.exec(plain)?.[0].replace(/[ .]/g, '')
    const number = grouped ?? /^[A-Z0-9][A-Z0-9_/-]{3,39}(?![\p{L}\d])/iu.exec(plain)?.[0]
    // A label of one word at the head of a line is more often a sentence's: “Booking 2 rooms”
    const isShort = by === 'head' && (number?.replace(/\D/g, '').length ?? 0) < 6
    if (!number || isShort || (number.match(/\d/g)?.length ?? 0) < 4) return null
    if (/^\d{4}-\d{2}-\d{2}|^\d{1,2}\/\d{1,2}\//.test(number)) return null
    return { value: number, doubt: firstDoubt(words === '' && 'unlabelled') }
  })
}

/**
 * What the confirmation of an agency says: every fact with the line it was read from, and the doubt that is left. A fact
 * without a doubt is one that the message can mean in no other way; everything else is for the clerk to look at.
 */

export const doubts = [
  // Of any fact
  'several',
  'unlabelled',
  'notStated',
  // Of dates
  'dateOrder',
  'dateYear',
  'weekdayDiffers',
  'nightsDiffer',
  'datePast',
  'dateFar',
  // Of people
  'nameOrder',
  'nameMasked',
  'nameOfBooker',
  'phoneForm',
  'phoneMasked',
  'emailMasked',
  'countryOfResidence',
  'guestsNotAdults',
  // Of the room
  'roomTypeNear',
  'roomTypeUnknown',
  'severalRooms',
  // Of money
  'currencyUnclear',
  'currencyOther',
  'amountForm',
  'totalDiffers',
  'sellAndNet',
  'netAlone',
  'taxesApart',
  // Of the message
  'kindUnclear',
  'numberLikeCard',
] as const
export type Doubt = (typeof doubts)[number]

/** A fact, the number of the line that says it (1 is the first), and why somebody has to look at it; null when it is sure. */
export type Fact<T> = { value: T; line: number; doubt: Doubt | null }

/** The earliest doubt that is there. */
export function firstDoubt(...of: (Doubt | null | false | undefined)[]): Doubt | null {
  return of.find((doubt): doubt is Doubt => Boolean(doubt)) ?? null
}

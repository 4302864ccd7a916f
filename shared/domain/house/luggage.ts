/** Luggage 行李 kept for guests: a numbered tag, so many pieces, in a place. */
import type { BusinessDate } from '../../values/index.ts'
import { ok, type Result, refuse } from '../../values/index.ts'
import { type Author, type HouseRecord, moveRecord, newRecord, refusalOfEdit } from './record.ts'

export const luggageStatuses = ['open', 'given'] as const
export const luggageActions = ['given', 'reopen'] as const
export type LuggageStatus = (typeof luggageStatuses)[number]
export type LuggageAction = (typeof luggageActions)[number]

export type LuggageFields = {
  pieces: number
  keptIn: string
  /** When it will be fetched. */
  dueOn: BusinessDate | null
  dueTime: string | null
  /** Whose it is where that is not the booking's guest. */
  forName: string
  note: string
}
export type LuggageImage = HouseRecord<LuggageStatus> & { tagNo: number } & LuggageFields & {
    givenTo: string
  }

export function newLuggage(
  bookingId: HouseRecord['bookingId'],
  tagNo: number,
  { pieces, keptIn, dueOn, dueTime, forName, note }: LuggageFields,
  author: Author,
): Result<LuggageImage, 'LUGGAGE_FOR' | 'LUGGAGE_PAST'> {
  if (dueOn !== null && dueOn < author.businessDate)
    return refuse('LUGGAGE_PAST', { date: dueOn, businessDate: author.businessDate })
  const fields = { tagNo, pieces, keptIn, dueOn, dueTime, forName, note }
  return checked({ ...newRecord(bookingId, author), ...fields, givenTo: '' })
}

function checked(image: LuggageImage): Result<LuggageImage, 'LUGGAGE_FOR'> {
  return image.bookingId === null && image.forName === '' ? refuse('LUGGAGE_FOR') : ok(image)
}

export function changeLuggage(
  image: LuggageImage,
  fields: Partial<LuggageFields>,
): Result<LuggageImage, 'STATUS_NOT_POSSIBLE' | 'LUGGAGE_FOR'> {
  return refusalOfEdit(image) ?? checked({ ...image, ...fields })
}

/** Luggage fetched, by whom where that is not its guest; or kept after all. */
export function markLuggage(
  image: LuggageImage,
  action: LuggageAction,
  givenTo: string,
  author: Author,
): Result<LuggageImage, 'STATUS_NOT_POSSIBLE'> {
  return moveRecord(
    { ...image, givenTo: action === 'given' ? givenTo : '' },
    action === 'given' ? 'given' : 'open',
    author,
  )
}

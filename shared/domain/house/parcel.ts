/** Parcels 包裹 that came for somebody in the house, or for somebody who will come. */
import { ok, type Refused, type Result, refuse } from '../../values/index.ts'
import { type Author, type HouseRecord, moveRecord, newRecord, refusalOfEdit } from './record.ts'

export const parcelStatuses = ['open', 'given', 'returned'] as const
export const parcelActions = ['given', 'returned', 'reopen'] as const
export type ParcelStatus = (typeof parcelStatuses)[number]
export type ParcelAction = (typeof parcelActions)[number]

export type ParcelFields = {
  pieces: number
  /** Where it is kept. */
  keptIn: string
  /** Whom it is for where that is not the booking's guest. */
  forName: string
  fromName: string
  /** As the carrier's label has it. */
  trackingNo: string
  note: string
}
export type ParcelImage = HouseRecord<ParcelStatus> & ParcelFields & { givenTo: string }

export function newParcel(
  bookingId: HouseRecord['bookingId'],
  { pieces, keptIn, forName, fromName, trackingNo, note }: ParcelFields,
  author: Author,
): Result<ParcelImage, 'PARCEL_FOR'> {
  return checked({
    ...newRecord(bookingId, author),
    pieces,
    keptIn,
    forName,
    fromName,
    trackingNo,
    note,
    givenTo: '',
  })
}

/** Somebody it is for: a booking's guest, or a name. */
function checked(image: ParcelImage): Result<ParcelImage, 'PARCEL_FOR'> {
  return image.bookingId === null && image.forName === '' ? refuse('PARCEL_FOR') : ok(image)
}

/** A parcel given out against a name, sent back, or kept after all. */
export function markParcel(
  image: ParcelImage,
  action: ParcelAction,
  givenTo: string,
  author: Author,
): Result<ParcelImage, 'STATUS_NOT_POSSIBLE' | 'GIVEN_TO_NEEDED'> {
  const needed = action === 'given' ? refusalOfGiving(givenTo) : null
  if (needed) return needed
  return moveRecord(
    { ...image, givenTo: action === 'given' ? givenTo : '' },
    action === 'reopen' ? 'open' : action,
    author,
  )
}

/** What is given out is given to somebody. */
export function refusalOfGiving(givenTo: string): Refused<'GIVEN_TO_NEEDED'> | null {
  return givenTo === '' ? refuse('GIVEN_TO_NEEDED') : null
}

export function changeParcel(
  image: ParcelImage,
  fields: Partial<ParcelFields>,
): Result<ParcelImage, 'STATUS_NOT_POSSIBLE' | 'PARCEL_FOR'> {
  return refusalOfEdit(image) ?? checked({ ...image, ...fields })
}

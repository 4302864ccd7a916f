/**
 * Lost property 失物: found where, by whom, in which room and so probably whose; kept for three months, then given to the
 * police. It is given out against something that proves whose it is.
 */
import {
  addMonths,
  type BusinessDate,
  ok,
  type Refused,
  type Result,
  type RoomId,
  refuse,
} from '../../values/index.ts'
import { refusalOfGiving } from './parcel.ts'
import { type Author, type HouseRecord, moveRecord, newRecord, refusalOfEdit } from './record.ts'

export const lostStatuses = ['open', 'given', 'sent', 'police', 'discarded'] as const
export const lostActions = ['given', 'sent', 'police', 'discarded', 'reopen'] as const
export type FoundStatus = (typeof lostStatuses)[number]
export type FoundAction = (typeof lostActions)[number]

/** So long lost property is kept before it goes to the police. */
export const MONTHS_TO_POLICE = 3

export type FoundFields = {
  foundOn: BusinessDate
  roomId: RoomId | null
  /** Where it was found: the room's wardrobe, the lobby. */
  foundAt: string
  /** Where it is kept. */
  keptIn: string
  what: string
  finder: string
  note: string
}
export type FoundItemImage = HouseRecord<FoundStatus> &
  FoundFields & {
    /** When somebody is to see to it again. */
    followOn: BusinessDate
    givenTo: string
    /** Against what it was given: a document seen, a signature, what was described. */
    proof: string
  }

type Stay = { arrival: BusinessDate }
export type FoundCode = 'FOUND_FUTURE' | 'FOUND_BEFORE_STAY' | 'FOLLOW_BEFORE_FOUND' | 'FOUND_WHERE'

/** `stay`: of the booking that it is thought to belong to. */
export function newFoundItem(
  bookingId: HouseRecord['bookingId'],
  fields: FoundFields & { followOn?: BusinessDate | undefined },
  stay: Stay | null,
  author: Author,
): Result<FoundItemImage, FoundCode> {
  const { foundOn, roomId, foundAt, keptIn, what, finder, note } = fields
  const followOn = fields.followOn ?? addMonths(foundOn, MONTHS_TO_POLICE)
  const found = { foundOn, roomId, followOn, foundAt, keptIn, what, finder, note }
  return checked(
    { ...newRecord(bookingId, author), ...found, givenTo: '', proof: '' },
    stay,
    author.businessDate,
  )
}

function checked(
  image: FoundItemImage,
  stay: Stay | null,
  businessDate: BusinessDate,
): Result<FoundItemImage, FoundCode> {
  const { foundOn, followOn, roomId, foundAt } = image
  if (foundOn > businessDate) return refuse('FOUND_FUTURE', { date: foundOn, businessDate })
  if (stay && foundOn < stay.arrival)
    return refuse('FOUND_BEFORE_STAY', { date: foundOn, arrival: stay.arrival })
  if (followOn < foundOn) return refuse('FOLLOW_BEFORE_FOUND', { date: followOn, foundOn })
  return roomId === null && foundAt === '' ? refuse('FOUND_WHERE') : ok(image)
}

export function changeFoundItem(
  image: FoundItemImage,
  fields: Partial<FoundFields & Pick<FoundItemImage, 'followOn' | 'bookingId'>>,
  stay: Stay | null,
  businessDate: BusinessDate,
): Result<FoundItemImage, 'STATUS_NOT_POSSIBLE' | FoundCode> {
  return refusalOfEdit(image) ?? checked({ ...image, ...fields }, stay, businessDate)
}

/** Given to somebody against a proof, sent on, given to the police, thrown away, or kept after all. */
export function markFoundItem(
  image: FoundItemImage,
  action: FoundAction,
  { givenTo, proof }: { givenTo: string; proof: string },
  author: Author,
): Result<FoundItemImage, 'STATUS_NOT_POSSIBLE' | 'GIVEN_TO_NEEDED' | 'PROOF_NEEDED'> {
  const needed = refusalOfEnd(action, givenTo, proof)
  if (needed) return needed
  const open = action === 'reopen'
  const end = open ? { givenTo: '', proof: '' } : { givenTo, proof }
  return moveRecord({ ...image, ...end }, open ? 'open' : action, author)
}

function refusalOfEnd(
  action: FoundAction,
  givenTo: string,
  proof: string,
): Refused<'GIVEN_TO_NEEDED' | 'PROOF_NEEDED'> | null {
  if (action !== 'given' && action !== 'sent' && action !== 'police') return null
  return refusalOfGiving(givenTo) ?? (proof === '' ? refuse('PROOF_NEEDED') : null)
}

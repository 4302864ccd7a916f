/** The log of keys given: how many, to whom, and how many came back. */
import { ok, type Result, refuse } from '../../values/index.ts'
import { type Author, type HouseRecord, moveRecord, newRecord, refusalOfEdit } from './record.ts'

export const keyStatuses = ['open', 'back'] as const
export const keyActions = ['back', 'reopen'] as const
export type KeyStatus = (typeof keyStatuses)[number]
export type KeyAction = (typeof keyActions)[number]

export type KeyFields = { keys: number; toName: string; note: string }
export type KeyLogImage = HouseRecord<KeyStatus> & KeyFields & { returned: number }

export function newKeyLog(
  bookingId: HouseRecord['bookingId'],
  { keys, toName, note }: KeyFields,
  author: Author,
): Result<KeyLogImage, 'KEY_FOR'> {
  return checked({ ...newRecord(bookingId, author), keys, returned: 0, toName, note })
}

function checked(image: KeyLogImage): Result<KeyLogImage, 'KEY_FOR'> {
  return image.bookingId === null && image.toName === '' ? refuse('KEY_FOR') : ok(image)
}

export function changeKeyLog(
  image: KeyLogImage,
  fields: Partial<KeyFields>,
): Result<KeyLogImage, 'STATUS_NOT_POSSIBLE' | 'KEY_FOR' | 'KEYS_ABOVE'> {
  const next = { ...image, ...fields }
  if (next.keys < image.returned) return refuse('KEYS_ABOVE', { keys: next.keys, back: image.returned })
  return refusalOfEdit(image) ?? checked(next)
}

/** Keys that came back, all that are out unless fewer are named; with the last one it is closed. */
export function markKeyLog(
  image: KeyLogImage,
  action: KeyAction,
  count: number | undefined,
  author: Author,
): Result<KeyLogImage, 'STATUS_NOT_POSSIBLE' | 'KEYS_ABOVE'> {
  if (action === 'reopen') return moveRecord({ ...image, returned: 0 }, 'open', author)
  const out = image.keys - image.returned
  const back = count ?? out
  if (back > out) return refuse('KEYS_ABOVE', { keys: out, back })
  const next = { ...image, returned: image.returned + back }
  return back < out ? (refusalOfEdit(image) ?? ok(next)) : moveRecord(next, 'back', author)
}

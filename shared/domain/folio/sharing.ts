/** Sharers of a room: whose folio pays which part of a night's rate. */
import { type BusinessDate, type FolioId, type GuestId, shareOut } from '../../values/index.ts'
import type { BookingImage } from '../booking/booking.ts'
import { ownDatesWithin } from '../stay/own-dates.ts'
import type { FolioImage } from './folio.ts'

/** A folio; or a guest who is to have one. */
export type SharingFolio<I extends FolioId | GuestId = FolioId> = Pick<
  FolioImage,
  'share' | 'shareFrom' | 'shareTo'
> & { id: I }

/**
 * A night's rate by folio, exact, in proportion to the shares that hold that night ([from, to)), the first folio getting an odd
 * cent first. Where nobody has a share that night the first folio pays it all: a rate is never lost. Folios that pay
 * nothing are left out, but for a free night, which is the first payer's.
 */
export function shareRate<I extends FolioId | GuestId>(
  rateMinor: number,
  folios: readonly SharingFolio<I>[],
  night: BusinessDate,
): { folioId: I; amountMinor: number }[] {
  const [first] = folios
  if (!first) return []
  const payers = folios.filter((folio) => folio.share > 0 && sharesOn(folio, night))
  const amounts = shareOut(
    rateMinor,
    payers.map((folio) => folio.share),
  )
  if (!amounts) return [{ folioId: first.id, amountMinor: rateMinor }]
  const parts = payers.map((folio, at) => ({ folioId: folio.id, amountMinor: amounts[at] ?? 0 }))
  const some = parts.filter((part) => part.amountMinor !== 0)
  return some.length > 0 ? some : parts.slice(0, 1)
}

/**
 * The dates of a part as far as the stay has them, as whose part it is stays there (`ownDatesWithin`): none where the
 * booking was moved away from all of them, which is a part of every night.
 */
export function sharesWithin<F extends Pick<FolioImage, 'shareFrom' | 'shareTo'>>(
  folio: F,
  stay: Pick<BookingImage, 'arrival' | 'departure'>,
): F {
  const own = { from: folio.shareFrom ?? stay.arrival, to: folio.shareTo ?? stay.departure }
  return ownDatesWithin(own, stay) ? folio : { ...folio, shareFrom: null, shareTo: null }
}

function sharesOn(
  { shareFrom, shareTo }: Pick<SharingFolio, 'shareFrom' | 'shareTo'>,
  night: BusinessDate,
): boolean {
  return (shareFrom === null || night >= shareFrom) && (shareTo === null || night < shareTo)
}

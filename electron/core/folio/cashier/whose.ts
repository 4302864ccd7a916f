import type { Writer } from '#db/handles.ts'
import type { FolioHead } from '#db/queries/folio/view.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import type { BookingId, FolioId, GuestId, Refused } from '#shared/values/index.ts'
import { isRefused } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Change, Conflicted } from '../../kernel/outcome.ts'
import { titleOf } from '../get.ts'
import { type OpenFolio, readOpenFolio } from '../guard.ts'
import { openFolioOf } from '../open.ts'

type Whose = { bookingId?: BookingId | undefined; folioId?: FolioId | undefined }
type WhoseCode = RefusalOf<'folio.openForBooking'> | 'FOLIO_UNKNOWN' | 'FOLIO_CLOSED'

/** The folio that money is held for: the one that is named, or the booking's, which is opened where it has none. */
export async function folioFor(
  tx: Writer,
  ctx: Context,
  { bookingId, folioId }: Whose,
): Promise<{ folio: OpenFolio; changes: Change[] } | { stop: Refused<WhoseCode> | Conflicted }> {
  let id = folioId
  let changes: Change[] = []
  if (bookingId !== undefined) {
    const opened = await openFolioOf(tx, ctx, bookingId, null)
    if (!('done' in opened)) return { stop: opened as Refused<WhoseCode> | Conflicted }
    id = opened.output.id
    changes = opened.changes
  }
  const folio = await readOpenFolio(tx, id as FolioId)
  return isRefused(folio) ? { stop: folio } : { folio, changes }
}

/** Whose deposit or card a register shows. */
export function holderOf(head: FolioHead) {
  return {
    folioId: head.id,
    ...titleOf(head),
    guestId: head.guestId as GuestId | null,
    bookingId: head.bookingId,
    confirmationNo: head.confirmationNo ?? '',
    roomNo: head.roomNo ?? '',
    arrival: head.arrival,
    departure: head.departure,
  }
}

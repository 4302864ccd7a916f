import type { Writer } from '#db/handles.ts'
import { readFoliosOf } from '#db/queries/folio/read.ts'
import { loadFolio } from '#db/repositories/folio/folio.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import { type BookingId, type BusinessDate, type GuestId, ok, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, done, type Outcome } from '../kernel/outcome.ts'
import { folioAggregate } from './folio-aggregate.ts'
import { openFolioOf } from './open.ts'

/** The part of a night's rate that a guest's own folio pays, on the nights [from, to) or on all of them. */
export type Part = {
  guestId: GuestId
  /** Above 0 opens a folio for a sharer; absent: as it is. */
  share?: number | undefined
  dates: { from: BusinessDate; to: BusinessDate } | null
}

type Parted = Outcome<null, RefusalOf<'folio.setTerms'> | 'BOOKING_UNKNOWN'>

/**
 * Gives guests of a booking own folios and parts of its rate. The booking's own folio is opened first: what nobody has a
 * part of is its. Nights that were posted stay as they were posted.
 */
export async function setParts(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  parts: readonly Part[],
): Promise<Parted> {
  const changes: Change[] = []
  if (parts.some(({ share }) => share)) {
    const own = await openFolioOf(tx, ctx, bookingId, null)
    if (!('done' in own)) return own
    changes.push(...own.changes)
  }
  for (const part of parts) {
    const set = await setPart(tx, ctx, bookingId, part)
    if (!('done' in set)) return set
    changes.push(...set.changes)
  }
  return done(null, changes)
}

async function setPart(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  { guestId, share, dates }: Part,
): Promise<Parted> {
  const folios = await readFoliosOf(tx, bookingId)
  if (!share && !folios.some((one) => one.status === 'open' && one.guest_id === guestId))
    return done(null, [])
  const opened = await openFolioOf(tx, ctx, bookingId, guestId)
  if (!('done' in opened)) return opened
  const { id } = opened.output
  const found = await loadFolio(tx, id)
  if (!found) return refuse('FOLIO_UNKNOWN', { id })
  const edited = await edit<FolioImage, RefusalOf<'folio.setTerms'>>(
    tx,
    ctx,
    folioAggregate,
    id,
    found.version,
    (image) =>
      ok({
        ...image,
        share: share ?? image.share,
        shareFrom: dates?.from ?? null,
        shareTo: dates?.to ?? null,
      }),
  )
  return 'done' in edited ? done(null, [...opened.changes, ...edited.changes]) : edited
}

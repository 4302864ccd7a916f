import type { Writer } from '#db/handles.ts'
import { type FolioOfBooking, readFoliosOf } from '#db/queries/folio/read.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import { type BookingId, type BusinessDate, type GuestId, ok } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, done, type Outcome } from '../kernel/outcome.ts'
import { folioAggregate } from './folio-aggregate.ts'
import { openAmong, openOf } from './open.ts'

/** The part of a night's rate that a guest's own folio pays, on the nights [from, to) or on all of them. */
export type Part = {
  guestId: GuestId
  /** Above 0 opens a folio for a sharer; absent: as it is. */
  share?: number | undefined
  dates: { from: BusinessDate; to: BusinessDate } | null
  /** Whether the dates are other than before: a folio keeps its own until they are. */
  moved: boolean
}

type Parted = Outcome<null, RefusalOf<'folio.setTerms'>>

/**
 * Gives guests of a booking own folios and parts of its rate. The booking's own folio is opened first: what nobody has a
 * part of is its. Nights that were posted stay as they were posted.
 */
export async function setParts(
  tx: Writer,
  ctx: Context,
  booking: { id: BookingId; guestId: GuestId },
  parts: readonly Part[],
): Promise<Parted> {
  const folios = [...(await readFoliosOf(tx, booking.id))]
  const sharers = parts.filter(({ share }) => share).map(({ guestId }) => guestId)
  const changes: Change[] = []
  for (const guestId of sharers.length > 0 ? [booking.guestId, ...sharers] : []) {
    const opened = await openAmong(tx, ctx, booking.id, guestId, folios)
    if (!('done' in opened)) return opened
    changes.push(...opened.changes)
  }
  for (const part of parts) {
    const set = await setPart(tx, ctx, openOf(folios, part.guestId), part)
    if (!('done' in set)) return set
    changes.push(...set.changes)
  }
  return done(null, changes)
}

async function setPart(
  tx: Writer,
  ctx: Context,
  folio: FolioOfBooking | undefined,
  { share, dates, moved }: Part,
): Promise<Parted> {
  if (!folio || !(moved || share !== undefined)) return done(null, [])
  const edited = await edit<FolioImage, RefusalOf<'folio.setTerms'>>(
    tx,
    ctx,
    folioAggregate,
    folio.id,
    folio.version,
    (image) => {
      const part = { ...image, share: share ?? image.share }
      const begins = image.share === 0 && part.share > 0 && !image.shareFrom && !image.shareTo
      return ok(
        moved || begins ? { ...part, shareFrom: dates?.from ?? null, shareTo: dates?.to ?? null } : part,
      )
    },
  )
  return 'done' in edited ? done(null, edited.changes) : edited
}

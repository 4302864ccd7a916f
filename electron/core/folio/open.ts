import type { Writer } from '#db/handles.ts'
import { type FolioOfBooking, readFoliosOf } from '#db/queries/folio/read.ts'
import { readStay } from '#db/queries/folio/stay.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import { type BookingId, type FolioId, type GuestId, ok, refuse } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { folioAggregate, ownPayee } from './folio-aggregate.ts'

/** A folio with nothing on it. */
export function emptyFolio(ctx: Pick<Context, 'businessDate'>, fields: Partial<FolioImage>): FolioImage {
  return {
    kind: 'booking',
    code: null,
    name: '',
    bookingId: null,
    guestId: null,
    status: 'open',
    openedOn: ctx.businessDate,
    closedOn: null,
    skippedOn: null,
    creditLimitMinor: null,
    noPost: false,
    share: 1,
    shareFrom: null,
    shareTo: null,
    windows: { 1: ownPayee },
    routings: {},
    ...fields,
  }
}

/**
 * The folio of a booking's guest, or of a sharer who pays apart: the one that is open, else a new one. A folio opened for
 * a second guest pays no part of the rate until its share is set.
 */
export const openForBooking = writes('folio.openForBooking', (tx, ctx, input) =>
  openFolioOf(tx, ctx, input.bookingId, input.guestId ?? null),
)

export async function openFolioOf(tx: Writer, ctx: Context, bookingId: BookingId, guest: GuestId | null) {
  const stay = await readStay(tx, bookingId, ctx.businessDate)
  if (!stay) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  return openAmong(tx, ctx, bookingId, guest ?? stay.guestId, await readFoliosOf(tx, bookingId))
}

/** Which of a booking's folios is the open one of a guest. */
export const openOf = (folios: readonly FolioOfBooking[], guestId: GuestId) =>
  folios.find((one) => one.status === 'open' && one.guest_id === guestId)

/** The same among folios that were read: what is opened joins them. */
export async function openAmong(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  guestId: GuestId,
  folios: FolioOfBooking[],
) {
  const open = openOf(folios, guestId)
  if (open) return done({ id: open.id, opened: false }, [])
  const id = (await nextId(tx, 'folios')) as FolioId
  const share = folios.length === 0 ? 1 : 0
  const made = await create<FolioImage, 'GUEST_UNKNOWN'>(
    tx,
    ctx,
    folioAggregate,
    id,
    emptyFolio(ctx, { bookingId, guestId, share }),
  )
  if (!('done' in made)) return made
  folios.push({ id, guest_id: guestId, status: 'open', version: made.output.version })
  return done({ id, opened: true }, made.changes)
}

/** A party's master account or a house account (PM, passer-by, staff meals). */
export const openAccount = writes(
  'folio.openAccount',
  async (tx, ctx, { kind, code, name, guestId, accountId }) => {
    const id = (await nextId(tx, 'folios')) as FolioId
    const windows = { 1: { ...ownPayee, accountId } }
    return create(
      tx,
      ctx,
      folioAggregate,
      id,
      emptyFolio(ctx, { kind, code, name, guestId, windows, share: 0 }),
    )
  },
)

/** Names who pays a window; a window that is new is opened by it. */
export const setPayee = writes('folio.setPayee', (tx, ctx, { id, version, window, payee }) =>
  edit(tx, ctx, folioAggregate, id, version, (image) =>
    ok({ ...image, windows: { ...image.windows, [window]: payee } }),
  ),
)

/** Limits of a folio, whether it takes charges, what it is called, and its part of the rate. */
export const setTerms = writes('folio.setTerms', (tx, ctx, { id, version, ...terms }) =>
  edit(tx, ctx, folioAggregate, id, version, (image) => {
    const next = { ...image, ...terms }
    if (next.shareFrom && next.shareTo && next.shareFrom >= next.shareTo)
      return refuse('DATES_REVERSED', { from: next.shareFrom, to: next.shareTo })
    return ok(next)
  }),
)

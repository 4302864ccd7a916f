import type { Reader } from '#db/handles.ts'
import { type LineOnFile, readInvoiced, readOnFapiao, readOpenShift } from '#db/queries/folio/read.ts'
import { loadFolio } from '#db/repositories/folio/folio.ts'
import type { PaymentMethod } from '#shared/domain/folio/chart.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import type { FolioSettings } from '#shared/domain/folio/settings.ts'
import {
  type BusinessDate,
  type FolioId,
  type FolioLineId,
  isRefused,
  type Refused,
  refuse,
  type ShiftId,
} from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'

export type OpenFolio = { id: FolioId; image: FolioImage; version: number }

/** A folio that may be posted on. Refused: FOLIO_UNKNOWN, FOLIO_CLOSED. */
export async function readOpenFolio(
  db: Reader,
  id: FolioId,
): Promise<OpenFolio | Refused<'FOLIO_UNKNOWN' | 'FOLIO_CLOSED'>> {
  const loaded = await loadFolio(db, id)
  if (!loaded) return refuse('FOLIO_UNKNOWN', { id })
  if (loaded.image.status === 'closed') return refuse('FOLIO_CLOSED', { id, on: loaded.image.closedOn ?? '' })
  return { id, ...loaded }
}

/** A window of a folio that may be posted on, of a page that shows the open business date. */
export async function readOpenWindow(
  db: Reader,
  ctx: Context,
  asked: { folioId: FolioId; window: number; businessDate?: BusinessDate | undefined },
): Promise<
  OpenFolio | Refused<'FOLIO_UNKNOWN' | 'FOLIO_CLOSED' | 'WINDOW_UNKNOWN' | 'BUSINESS_DATE_CLOSED'>
> {
  const closed = checkDate(ctx, asked.businessDate)
  if (closed) return closed
  const folio = await readOpenFolio(db, asked.folioId)
  if (isRefused(folio)) return folio
  return folio.image.windows[asked.window] ? folio : refuse('WINDOW_UNKNOWN', { window: asked.window })
}

/** Whether all folios of these lines may be posted on. */
export async function checkOpen(
  db: Reader,
  lines: readonly { folioId: FolioId }[],
): Promise<Refused<'FOLIO_UNKNOWN' | 'FOLIO_CLOSED'> | null> {
  for (const id of new Set(lines.map(({ folioId }) => folioId))) {
    const folio = await readOpenFolio(db, id)
    if (isRefused(folio)) return folio
  }
  return null
}

/** Postings are on the open business date alone: a page that was read before the day was closed says another. */
export function checkDate(
  ctx: Context,
  date: BusinessDate | undefined,
): Refused<'BUSINESS_DATE_CLOSED'> | null {
  if (date === undefined || date === ctx.businessDate) return null
  return refuse('BUSINESS_DATE_CLOSED', { date, today: ctx.businessDate })
}

/**
 * The shift that a payment belongs to: the user's open one. Refused where the hotel wants one for it (SHIFT_NEEDED);
 * roles that are exempt post without.
 */
export async function shiftFor(
  db: Reader,
  ctx: Context,
  settings: FolioSettings,
  method: PaymentMethod,
): Promise<{ shiftId: ShiftId | null } | Refused<'SHIFT_NEEDED' | 'CASH_NOT_TAKEN'>> {
  if (method === 'cash' && !settings.cashAllowed) return refuse('CASH_NOT_TAKEN')
  const shift = ctx.user?.id ? await readOpenShift(db, ctx.user.id) : undefined
  if (shift) return { shiftId: shift.id }
  const needed = settings.shiftRule === 'payments' || (settings.shiftRule === 'cash' && method === 'cash')
  const exempt = ctx.user === null || settings.shiftExempt.includes(ctx.user.role)
  return needed && !exempt ? refuse('SHIFT_NEEDED') : { shiftId: null }
}

/** Lines that may still be moved or taken back: on no invoice and no 发票, and not taken off before. */
export async function checkFree(
  db: Reader,
  lines: readonly LineOnFile[],
): Promise<Refused<'LINE_GONE' | 'LINE_INVOICED' | 'LINE_ON_FAPIAO'> | null> {
  const gone = lines.find((line) => line.negatedBy !== null || line.negates !== null)
  if (gone) return refuse('LINE_GONE', { text: gone.text })
  const ids = lines.map(({ id }) => id)
  const [invoiced] = await readInvoiced(db, ids)
  if (invoiced) return refuse('LINE_INVOICED', { number: invoiced.label })
  const [fapiao] = await readOnFapiao(db, ids)
  return fapiao ? refuse('LINE_ON_FAPIAO', { status: fapiao.status, number: fapiao.number ?? '' }) : null
}

/** Whether the ids that were asked for are all there. */
export function checkAllThere(
  ids: readonly FolioLineId[],
  lines: readonly LineOnFile[],
): Refused<'LINE_UNKNOWN'> | null {
  const there = new Set(lines.map(({ id }) => id))
  const missing = ids.find((id) => !there.has(id))
  return missing === undefined ? null : refuse('LINE_UNKNOWN', { id: missing })
}

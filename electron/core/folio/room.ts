import type { Reader, Writer } from '#db/handles.ts'
import { readFoliosOf } from '#db/queries/folio/read.ts'
import { type NightToPost, readNightsToPost, readStay, type StayFacts } from '#db/queries/folio/stay.ts'
import { readChart, readPackages } from '#db/repositories/folio/chart.ts'
import { loadFolio } from '#db/repositories/folio/folio.ts'
import { type Chart, codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import type { PackageImage } from '#shared/domain/folio/package.ts'
import { packageOf, splitRate } from '#shared/domain/folio/package-split.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import { shareRate } from '#shared/domain/folio/sharing.ts'
import {
  type BookingId,
  type BusinessDate,
  isRefused,
  ok,
  type PostingId,
  type Refused,
  type Result,
  refuse,
} from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { placeLines } from './charge.ts'
import { checkDate, type OpenFolio } from './guard.ts'
import { type ChargeCode, chargeLines } from './lines.ts'
import { openFolioOf } from './open.ts'
import { post } from './post.ts'

/**
 * Posts room and tax of nights that have begun, each once: what the rate includes is split to its codes, sharers take
 * their part, routings send each line where it belongs.
 */
export const postRoom = writes('folio.postRoom', async (tx, ctx, input) => {
  const closed = checkDate(ctx, input.businessDate)
  if (closed) return closed
  const nights = await readNightsToPost(tx, input.bookingId)
  const wanted = nights.filter(({ night }) => input.nights.includes(night))
  const missing = input.nights.find((night) => !nights.some((one) => one.night === night))
  if (missing !== undefined) return refuse('NIGHT_UNKNOWN', { night: missing })
  const ahead = wanted.find(({ night }) => night > ctx.businessDate)
  if (ahead) return refuse('SERVICE_DATE_AHEAD', { date: ahead.night })
  const opened = await openFolioOf(tx, ctx, input.bookingId, null)
  if (!('done' in opened)) return opened
  const changes: Change[] = [...opened.changes]
  const desk = await readDesk(tx, ctx, input.bookingId)
  if (isRefused(desk)) return desk
  const postingIds: PostingId[] = []
  for (const night of wanted) {
    const posted = await postNight(tx, ctx, desk, night)
    if (isRefused(posted)) return posted
    postingIds.push(posted.postingId)
    changes.push(...posted.changes)
  }
  return done({ postingIds }, changes)
})

/** All that posting the nights of one booking needs. */
export type RoomDesk = {
  chart: Chart
  packages: readonly PackageImage[]
  stay: StayFacts
  /** The open folios of the booking, its guest's first. */
  folios: OpenFolio[]
}

async function readDesk(
  db: Reader,
  ctx: Context,
  bookingId: BookingId,
): Promise<RoomDesk | Refused<'BOOKING_UNKNOWN' | 'STAY_NOT_ON'>> {
  const stay = await readStay(db, bookingId, ctx.businessDate)
  if (!stay) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  if (stay.status !== 'in-house' && stay.status !== 'checked-out' && stay.status !== 'confirmed')
    return refuse('STAY_NOT_ON', { status: stay.status })
  const folios: OpenFolio[] = []
  for (const row of await readFoliosOf(db, bookingId)) {
    const loaded = row.status === 'open' ? await loadFolio(db, row.id) : null
    if (loaded) folios.push({ id: row.id, ...loaded })
  }
  return { chart: await readChart(db), packages: await readPackages(db), stay, folios }
}

/** Posts one night of a booking; its origin makes it impossible twice. */
export async function postNight(tx: Writer, ctx: Context, desk: RoomDesk, night: NightToPost) {
  const { chart, stay, folios } = desk
  const [main] = folios
  const made = nightLines(desk, night)
  if (!main) return refuse('CODE_UNKNOWN', { id: 0 })
  if (!made.ok) return made
  const lines: LineDraft[] = []
  for (const { folio, lines: own } of made.value) {
    const placed = await placeLines(tx, chart, folio, own)
    if (isRefused(placed)) return placed
    lines.push(...placed)
  }
  const posted = await post(tx, ctx, chart, {
    kind: 'room',
    folioId: main.id,
    bookingId: stay.id,
    lines,
    origin: originOfNight(stay.id, night.night),
  })
  return isRefused(posted) ? refuse('NIGHT_POSTED', { night: night.night }) : posted
}

/** What a night of a booking is posted by, once. */
export function originOfNight(bookingId: BookingId, night: BusinessDate): string {
  return `room:${bookingId}:${night}`
}

type Sharer = Pick<OpenFolio, 'id' | 'image'>

/** The lines of one night by the folio that pays them, before routings: its package split, sharers with their parts. */
export function nightLines<F extends Sharer>(
  { chart, packages, stay, folios }: Omit<RoomDesk, 'folios'> & { folios: readonly F[] },
  { night, rateMinor, roomNo }: Pick<NightToPost, 'night' | 'rateMinor' | 'roomNo'>,
): Result<{ folio: F; lines: LineDraft[] }[], ChargeCode> {
  const roomCode = codeOfRole(chart, 'room')
  if (!roomCode) return refuse('CODE_UNKNOWN', { id: 0 })
  const sharing = folios.map(({ id, image }) => ({ id, ...image }))
  // Packages are split within each share, so that each payer's part of breakfast is breakfast
  const terms = packageOf(packages, stay)?.terms
  const made: { folio: F; lines: LineDraft[] }[] = []
  for (const share of shareRate(rateMinor, sharing, night)) {
    const folio = folios.find(({ id }) => id === share.folioId) as F
    const place = { folioId: folio.id, window: 1, serviceDate: night, stay: { ...stay, roomNo } }
    const own: LineDraft[] = []
    for (const { codeId, amountMinor } of splitRate(share.amountMinor, terms, stay, roomCode.id)) {
      if (amountMinor === 0 && codeId !== roomCode.id) continue
      const lines = chargeLines(chart, { codeId, quantity: 1000, unitMinor: amountMinor, text: '' }, place)
      if (lines.ok) own.push(...lines.value)
      else if (lines.refusal.code !== 'AMOUNT_ZERO') return lines
    }
    made.push({ folio, lines: own })
  }
  return ok(made)
}

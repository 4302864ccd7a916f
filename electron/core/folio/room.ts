import type { Reader, Writer } from '#db/handles.ts'
import { readFoliosOf } from '#db/queries/folio/read.ts'
import { type NightToPost, readNightsToPost, readStay, type StayFacts } from '#db/queries/folio/stay.ts'
import { readChart, readPackages } from '#db/repositories/folio/chart.ts'
import { loadFolio } from '#db/repositories/folio/folio.ts'
import { type Chart, codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import type { PackageImage } from '#shared/domain/folio/package.ts'
import { packageOf, splitRate } from '#shared/domain/folio/package-split.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import { shareLine } from '#shared/domain/folio/share-line.ts'
import { shareRate, sharesWithin } from '#shared/domain/folio/sharing.ts'
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
import { type ChargeCode, chargeLines, lineOf } from './lines.ts'
import { openFolioOf } from './open.ts'
import { postOnce } from './post.ts'

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
  const desk = await readDesk(tx, ctx, input.bookingId, await readPriceBook(tx))
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

/** What the nights of all bookings are posted by. */
export type PriceBook = { chart: Chart; packages: readonly PackageImage[] }

export async function readPriceBook(db: Reader): Promise<PriceBook> {
  return { chart: await readChart(db), packages: await readPackages(db) }
}

/**
 * Posts the night of the business date of a booking, on the folio of its guest, which is opened where there is none. Who
 * posts many reads the price book once.
 */
export async function postTonight(tx: Writer, ctx: Context, bookingId: BookingId, book: PriceBook) {
  const night = (await readNightsToPost(tx, bookingId)).find(({ night: date }) => date === ctx.businessDate)
  if (!night) return refuse('NIGHT_UNKNOWN', { night: ctx.businessDate })
  const opened = await openFolioOf(tx, ctx, bookingId, null)
  if (!('done' in opened)) return opened
  const desk = await readDesk(tx, ctx, bookingId, book)
  if (isRefused(desk)) return desk
  const posted = await postNight(tx, ctx, desk, night)
  return isRefused(posted) ? posted : { ...posted, changes: [...opened.changes, ...posted.changes] }
}

/** All that posting the nights of one booking needs. */
export type RoomDesk = PriceBook & {
  stay: StayFacts
  /** The open folios of the booking, its guest's first. */
  folios: OpenFolio[]
}

async function readDesk(
  db: Reader,
  ctx: Context,
  bookingId: BookingId,
  book: PriceBook,
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
  return { ...book, stay, folios }
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
  const posted = await postOnce(tx, ctx, chart, {
    kind: 'room',
    folioId: main.id,
    bookingId: stay.id,
    lines,
    origin: originOfNight(stay.id, night.night),
  })
  const grossMinor = lines.reduce((sum, line) => sum + line.grossMinor, 0)
  return isRefused(posted) ? refuse('NIGHT_POSTED', { night: night.night }) : { ...posted, grossMinor }
}

/** What a night of a booking is posted by, once. */
export function originOfNight(bookingId: BookingId, night: BusinessDate): string {
  return `room:${bookingId}:${night}`
}

type Sharer = Pick<OpenFolio, 'id' | 'image'>

/**
 * The lines of one night by the folio that pays them, before routings: its package split to codes, and each line shared
 * among those who share the room, so that a tax of a night or a person is charged once however many pay it.
 */
export function nightLines<F extends Sharer>(
  desk: Omit<RoomDesk, 'folios'> & { folios: readonly F[] },
  night: Pick<NightToPost, 'night' | 'rateMinor' | 'roomNo'>,
): Result<{ folio: F; lines: LineDraft[] }[], ChargeCode> {
  const { folios } = desk
  const [main] = folios
  if (!main) return ok([])
  const whole = wholeNight(desk, night, main)
  if (!whole.ok) return whole
  const sharing = folios.map(({ id, image }) => ({ id, ...sharesWithin(image, desk.stay) }))
  const payers = shareRate(night.rateMinor, sharing, night.night)
  const made = payers.map(({ folioId }) => ({
    folio: folios.find(({ id }) => id === folioId) ?? main,
    lines: [] as LineDraft[],
  }))
  const weights = payers.map(({ amountMinor }) => Math.abs(amountMinor))
  for (const line of whole.value) {
    const parts = made.length > 1 ? shareLine(line, weights) : null
    made.forEach(({ folio, lines }, at) => {
      // A line of fewer cents than payers is the first one's
      const part = parts?.ok ? parts.value[at] : at === 0 ? line : undefined
      if (part) lines.push({ ...part, folioId: folio.id })
    })
  }
  return ok(made)
}

/** The lines of a night as one guest pays it. A free night has a line where a tax is due for it all the same. */
function wholeNight(
  { chart, packages, stay }: Omit<RoomDesk, 'folios'>,
  { night, rateMinor, roomNo }: Pick<NightToPost, 'night' | 'rateMinor' | 'roomNo'>,
  { id: folioId }: Sharer,
): Result<LineDraft[], ChargeCode> {
  const roomCode = codeOfRole(chart, 'room')
  if (!roomCode) return refuse('CODE_UNKNOWN', { id: 0 })
  const place = { folioId, window: 1, serviceDate: night, stay: { ...stay, roomNo } }
  const terms = packageOf(packages, stay)?.terms
  const lines: LineDraft[] = []
  for (const { codeId, amountMinor } of splitRate(rateMinor, terms, stay, roomCode.id)) {
    const item = { codeId, quantity: 1000, unitMinor: amountMinor, text: '' }
    const some =
      amountMinor === 0 ? asList(lineOf(chart, roomCode, item, 0, place)) : chargeLines(chart, item, place)
    if (!some.ok) return some
    lines.push(...some.value.filter(({ grossMinor }) => grossMinor !== 0))
  }
  return ok(lines)
}

function asList<T, C extends string>(one: Result<T, C>): Result<T[], C> {
  return one.ok ? ok([one.value]) : one
}

import type { Reader } from '#db/handles.ts'
import { countNights, readStayRows, type StayRow } from '#db/queries/audit/day.ts'
import { readBalancesOfBookings } from '#db/queries/folio/of-guest.ts'
import { type Close, readCloses, readOpenClose } from '#db/repositories/audit/closes.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { daysBehind, isRolled, refusalOfClose } from '#shared/domain/audit/close.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import type { BookingId, Moment } from '#shared/values/index.ts'
import { readActorNames } from '../change/public.ts'
import { noShowFeeOf } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { readDay } from './blocked.ts'
import { closeSettings } from './settings.ts'
import { readWarnings } from './warnings.ts'

type CloseView = OutputOf<'audit.history'>['rows'][number]

/** What a list shows at most: with more, the rest comes once these were dealt with. */
const shown = 200

export const day = reads('audit.day', async (db, _input, ctx) => {
  const { businessDate } = ctx
  const clock = hotelClock(ctx)
  const settings = await closeSettings.read(db)
  const standings = await readDay(db, ctx, settings)
  const open = await readOpenClose(db)
  const [newest] = await readCloses(db, { limit: 1 })
  const last = newest?.image.status === 'done' ? newest : undefined
  return {
    businessDate,
    clock,
    daysBehind: daysBehind(businessDate, clock.date),
    tooEarly: refusalOfClose(businessDate, businessDate, settings.earliest, clock)?.refusal ?? null,
    arrivals: await arrivalsOf(db, ctx, idsOf(standings.arrival)),
    arrivalsTotal: standings.arrival.length,
    departures: await departuresOf(db, ctx, idsOf(standings.departure)),
    departuresTotal: standings.departure.length,
    released: standings.released.length,
    expired: standings.expired.length,
    ...(await countNights(db, businessDate)),
    warnings: await readWarnings(db, ctx),
    close: open && (await viewOf(db, ctx, open)),
    last: last ? await viewOf(db, ctx, last) : null,
  }
})

export const history = reads('audit.history', async (db, { before, limit }, ctx) => {
  const found = await readCloses(db, { before, limit: limit + 1 })
  const rows: CloseView[] = []
  for (const close of found.slice(0, limit)) rows.push(await viewOf(db, ctx, close))
  return { rows, next: found.length > limit ? (rows.at(-1)?.businessDate ?? null) : null }
})

function idsOf(standings: readonly { id: BookingId }[]): BookingId[] {
  return standings.slice(0, shown).map(({ id }) => id)
}

async function arrivalsOf(db: Reader, ctx: Context, ids: readonly BookingId[]) {
  const rows: OutputOf<'audit.day'>['arrivals'] = []
  for (const row of await readStayRows(db, ids, ctx.businessDate))
    rows.push({ ...rowView(row), feeMinor: await noShowFeeOf(db, ctx, row.id) })
  return rows
}

async function departuresOf(db: Reader, ctx: Context, ids: readonly BookingId[]) {
  const balances = await readBalancesOfBookings(db, ids)
  const rows = await readStayRows(db, ids, ctx.businessDate)
  return rows.map((row) => ({ ...rowView(row), balanceMinor: balances.get(row.id) ?? null }))
}

function rowView({ nativeName, familyName, givenName, ...row }: StayRow) {
  return { ...row, ...bothNames({ nativeName, familyName, givenName }) }
}

async function viewOf(db: Reader, ctx: Context, close: Close): Promise<CloseView> {
  const { id, step, counts, files, image } = close
  const nameOf = await readActorNames(db, ctx.language)
  const ids = image.troubles.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId as BookingId]))
  const bookings = new Map((await readStayRows(db, ids, image.businessDate)).map((row) => [row.id, row]))
  return {
    id,
    businessDate: image.businessDate,
    status: image.status,
    step,
    rolled: isRolled(step),
    counts,
    startedBy: nameOf(image.startedBy),
    startedAt: image.startedAt as Moment,
    finishedAt: image.finishedAt as Moment | null,
    troubles: image.troubles.map(({ bookingId, ...refusal }) => {
      const row = bookings.get(bookingId as BookingId)
      return { ...refusal, booking: row ? rowView(row) : null }
    }),
    files,
  }
}

import type { Reader } from '#db/handles.ts'
import { type NameOf, readUserNames } from '#db/queries/change/labels.ts'
import { readRoles } from '#db/queries/guest/roles.ts'
import {
  type ItemRow,
  readItemBooking,
  readJudged,
  readNextBooking,
  readRulesRun,
  readVotes,
} from '#db/queries/insight/next.ts'
import { readBookingRisk } from '#db/queries/insight/risk.ts'
import { findOpenCase } from '#db/repositories/insight/leaving-cases.ts'
import { itemsOfRequests } from '#shared/domain/insight/rules/items.ts'
import { notableRisk } from '#shared/domain/insight/suggest/arrival-marks.ts'
import { type ArrivalFacts, suggestionsFor, type Votes } from '#shared/domain/insight/suggest/suggestions.ts'
import { isOpen, type RequestStatus } from '#shared/domain/request/request.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { reads } from '../../kernel/handler.ts'
import { guestMemberships } from '../../loyalty/public.ts'
import { readTroubles } from '../last-stay.ts'
import { itemsOfRow, type Known, offersOf, readKnown, requestsIn } from './asker.ts'

/** What to offer to a guest: on the booking that comes next, else on a stay that nobody has booked yet. */
export const guestPanel = reads('insight.guest', async (db, { id }, ctx) => {
  const known = await readKnown(db, id)
  if (!known) return refuse('GUEST_UNKNOWN', { id })
  const computed = await readRulesRun(db)
  const next = known.excluded ? null : await readNextBooking(db, id)
  const offers = await offersOf(db, ctx.businessDate, {
    guestId: id,
    known,
    ...(next ? wantedOf(next) : { now: [], persons: 1, stay: null }),
  })
  const judged = known.excluded ? null : await readJudged(db, id, await readUserNames(db))
  return { excluded: known.excluded, computed, bookingId: next?.id ?? null, judged, offers }
})

/** What to know, to do and to offer for one booking; nothing once it is over. */
export const bookingPanel = reads('insight.booking', async (db, { id }, ctx) => {
  const booking = await readItemBooking(db, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const { guestId } = booking
  const known = await readKnown(db, guestId)
  const computed = await readRulesRun(db)
  const isOver = !['confirmed', 'in-house'].includes(booking.status)
  if (!known || known.excluded || isOver)
    return {
      guestId,
      excluded: known?.excluded ?? false,
      computed,
      judged: null,
      suggestions: [],
      offers: [],
    }
  const nameOf = await readUserNames(db)
  return {
    guestId,
    excluded: false,
    computed,
    judged: await readJudged(db, guestId, nameOf),
    suggestions: suggestionsFor(await factsOf(db, ctx, booking, known, nameOf), await votesOf(db, ctx.actor)),
    offers: await offersOf(db, ctx.businessDate, { guestId, known, ...wantedOf(booking) }),
  }
})

function wantedOf(row: ItemRow) {
  const { arrival, departure } = row
  const stay = { arrival, departure, booking: row.id }
  return { now: itemsOfRow(row), persons: row.adults + row.children, stay }
}

async function votesOf(db: Reader, actor: string): Promise<Votes> {
  return Object.fromEntries((await readVotes(db, actor)).map(({ kind, vote }) => [kind, vote])) as Votes
}

async function factsOf(
  db: Reader,
  ctx: Context,
  booking: ItemRow,
  known: Known,
  nameOf: NameOf,
): Promise<ArrivalFacts> {
  const requests = requestsIn(booking)
  const roles = await readRoles(db, booking.guestId)
  const memberships = await guestMemberships(db, booking.guestId, roles, ctx.businessDate, nameOf)
  return {
    arrival: booking.arrival,
    departure: booking.departure,
    expectedTime: booking.expectedTime,
    birthDate: known.birthDate,
    wishes: requests
      .filter(([, , status]) => isOpen(status as RequestStatus))
      .map(([kind, text, , dueOn, dueTime]) => ({ kind, text, dueOn, dueTime })),
    stays: known.stays.map((stay) => ({
      asked: itemsOfRequests(requestsIn(stay).map(([kind, text]) => ({ kind, text }))),
      expectedTime: stay.expectedTime,
    })),
    asked: new Set(itemsOfRequests(requests.map(([kind, text]) => ({ kind, text })))),
    tiers: memberships.flatMap(({ next }) =>
      next ? [{ tierEn: next.nameEn, tierZh: next.nameZh, ways: next.ways }] : [],
    ),
    risk: await riskOf(db, booking),
    lastStay: (await readTroubles(db, [booking.guestId]))(booking.guestId),
    leaving: await leavingOf(db, booking, nameOf),
  }
}

async function riskOf(db: Reader, { id }: ItemRow) {
  const risk = await readBookingRisk(db, id)
  if (!risk || risk.away < notableRisk) return null
  return { what: likelierOf(risk), probability: risk.away }
}

/** Of what may become of a booking whose guest does not come, the likelier. */
export function likelierOf({ cancel, noShow }: { cancel: number; noShow: number }): 'cancel' | 'no-show' {
  return cancel >= noShow ? 'cancel' : 'no-show'
}

/** Somebody works on keeping this guest: whoever checks the guest in should know. */
async function leavingOf(db: Reader, { guestId }: ItemRow, nameOf: NameOf) {
  const found = await findOpenCase(db, guestId)
  if (!found) return null
  const { owner } = found.image
  return { takenBy: owner === null ? null : nameOf(owner) }
}

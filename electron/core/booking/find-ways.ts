import type { Reader } from '#db/handles.ts'
import { readBookingRows } from '#db/queries/booking/list.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { planSteps } from '#shared/domain/booking/steps.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { type BookingId, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { effectWith, type Planned } from './effect.ts'
import { readFactsOfSteps } from './facts.ts'
import { checkTaken, readHoldersOf } from './stock.ts'
import type { Candidate, Part, Wanted, Way } from './way.ts'
import { moveOtherWay, moveThisWay } from './ways-room.ts'
import {
  otherDatesWays,
  otherTypeWays,
  readLeftAround,
  waitInsteadWay,
  waitlistWay,
} from './ways-sold-out.ts'

type Found = OutputOf<'booking.findWays'>

/** What stands in the way of a change, and the ways out that would be done as they are shown. */
export const findWays = reads('booking.findWays', async (db, { id, change }, ctx) => {
  const booking = await loadBooking(db, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const part: Part = { id, version: booking.version, image: booking.image, steps: [change] }
  const planned = await plan(db, ctx, part)
  if (!planned) return { holders: [], ways: [] }
  const { after, facts } = planned
  if (!(await checkTaken(db, id, part.image, after, facts.roomTypes))) return { holders: [], ways: [] }
  const nights = await readHoldersOf(db, id, part.image, after)
  const holderIds = [...new Set(nights.flatMap(({ bookingId }) => bookingId ?? []))]
  const people = await readPeople(db, ctx, [id, ...holderIds])
  const wanted: Wanted = { part, change, after, facts }
  const ofRoom = await workable(
    db,
    ctx,
    [...(await moveOtherWay(db, ctx, wanted, nights)), ...(await moveThisWay(db, ctx, wanted, nights))],
    people,
  )
  return {
    holders: holderIds.flatMap((holder) => {
      const row = people.get(holder)
      const room = nights.find((night) => night.bookingId === holder)?.roomNumber ?? ''
      return row ? [{ ...row.held, roomNumber: room }] : []
    }),
    ways: ofRoom.length > 0 ? ofRoom : await waysOfType(db, ctx, wanted, people),
  }
})

/** Where the type is sold out, or no room way is left. */
async function waysOfType(db: Reader, ctx: Context, wanted: Wanted, people: People): Promise<Way[]> {
  const left = await readLeftAround(db, ctx, wanted)
  const tryAll = (candidates: readonly Candidate[]) => workable(db, ctx, candidates, people)
  return [
    ...(await tryAll(await otherTypeWays(db, ctx, wanted, left))),
    ...(await tryAll(otherDatesWays(ctx, wanted, left))),
    ...(await tryAll(waitInsteadWay(wanted))),
    ...(await waitlistWay(db, ctx, wanted, people.get(wanted.part.id)?.named)),
  ]
}

async function plan(db: Reader, ctx: Context, part: Part): Promise<Planned | null> {
  const { id, image, steps } = part
  const facts = await readFactsOfSteps(db, ctx.businessDate, id, image, steps)
  const planned = planSteps(image, steps, facts)
  return planned.ok ? { id, before: image, after: planned.value, facts } : null
}

/** The ways that nothing stands in: what is shown of one is what it does. */
async function workable(
  db: Reader,
  ctx: Context,
  candidates: readonly Candidate[],
  people: People,
): Promise<Way[]> {
  const ways: Way[] = []
  for (const candidate of candidates) {
    const way = await work(db, ctx, candidate, people)
    if (way) ways.push(way)
  }
  return ways
}

async function work(db: Reader, ctx: Context, candidate: Candidate, people: People): Promise<Way | null> {
  const { parts, kind, room = null, roomTypeId = null } = candidate
  const planned: Planned[] = []
  for (const part of parts) {
    const one = await plan(db, ctx, part)
    if (!one) return null
    planned.push(one)
  }
  const changed = new Map(planned.map((one) => [one.id as BookingId, one.after]))
  const effects: Way['effects'] = []
  for (const one of planned) {
    const effect = await effectWith(db, ctx, { ...one, changed })
    const named = people.get(one.id as BookingId)?.named
    if (effect.refusal || !named) return null
    effects.push({ ...named, effect })
  }
  const last = planned.at(-1)?.after
  if (!last) return null
  return {
    kind,
    changes: parts.map(({ id, version, steps }) => ({ id, version, steps: [...steps] as Steps })),
    create: null,
    effects,
    room,
    roomTypeId,
    arrival: candidate.arrival ?? last.arrival,
    departure: candidate.departure ?? last.departure,
  }
}

type Steps = Way['changes'][number]['steps']
type Named = Pick<Way['effects'][number], 'confirmationNo' | 'guestId' | 'guestName' | 'guestLatinName'>
type People = ReadonlyMap<BookingId, { named: Named; held: Omit<Found['holders'][number], 'roomNumber'> }>

async function readPeople(db: Reader, ctx: Context, ids: BookingId[]): Promise<People> {
  const rows = await readBookingRows(db, ids, ctx.businessDate)
  return new Map(
    rows.map((row) => {
      const { id, confirmationNo, guestId, status, arrival, departure } = row
      const named = { confirmationNo, guestId, ...bothNames(row) }
      return [id, { named, held: { id, status: status as 'confirmed', arrival, departure, ...named } }]
    }),
  )
}

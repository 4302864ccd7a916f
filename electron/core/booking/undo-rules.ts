import type { Writer } from '#db/handles.ts'
import { readChangesSince } from '#db/queries/change/changes.ts'
import { imagesOf } from '#db/queries/change/images.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { type Named, namedInBooking } from '#shared/domain/booking/named.ts'
import { needsOf, refusalOfRight } from '#shared/domain/booking/needs.ts'
import { addsNight, checkTakenBack, tornNight } from '#shared/domain/booking/undo-rules.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import type { BackCode, Made } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { dependentExists } from '../kernel/outcome.ts'
import { type Facts, readFacts } from './facts.ts'
import { rightsOf } from './needs.ts'

const nothing: Named = { rooms: [], types: [], plans: [], guests: [], accounts: [] }

/**
 * The rules of a booking that is put back as it was: everything it names is still on file, it can be so today, and
 * who takes back a colleague's change may give what it gives. A clerk takes back the night that a manager gave away:
 * that asks the plan's price again, which a clerk may ask. A clerk does not bring back the rate of ¥1 that a manager
 * put right. One's own change is always taken back: what was there before was allowed to somebody, and a slip is
 * mended at once. No reason is asked again: the log has the one of the change.
 */
export async function checkBookingBack(
  tx: Writer,
  ctx: Context,
  before: BookingImage | null,
  after: BookingImage | null,
  made: Made,
): Promise<Refused<BackCode> | null> {
  const named = after ? namedInBooking(after) : nothing
  const facts = await readFacts(tx, ctx.businessDate, named)
  const missing = missingOf(named, facts)
  if (missing) return dependentExists(missing, 'gone')
  const wrong = checkTakenBack(before, after, facts, made.on)
  if (wrong || !before || !after) return wrong
  const torn = await tornSince(tx, ctx, before, after, made)
  if (torn || made.by === ctx.actor) return torn
  return refusalOfRight(needsOf(before, stillThere(before, after), facts), rightsOf(ctx))
}

/** A night that was added since to the room of a move stays there: the guest would move once more on that day. */
async function tornSince(
  tx: Writer,
  ctx: Context,
  before: BookingImage,
  after: BookingImage,
  made: Made,
): Promise<Refused<BackCode> | null> {
  const torn = tornNight(before, after, ctx.businessDate)
  if (torn === null) return null
  const since = await readChangesSince(tx, 'booking', made.id, made.seq)
  return since.some((row) => addsNight(imagesOf(row), torn)) ? refuse('STANDS_ON', { why: 'room' }) : null
}

/** Nights that come back keep the rate they were agreed at: only those that are there now are given another. */
function stillThere(before: BookingImage, after: BookingImage): BookingImage {
  const kept = Object.entries(after.nights).filter(([night]) => before.nights[night])
  return { ...after, nights: Object.fromEntries(kept) }
}

/** The first kind of thing that is named and no longer on file. */
function missingOf(named: Named, facts: Facts): string | undefined {
  const lacks: [string, boolean][] = [
    ['guest', named.guests.some((id) => !facts.guests.has(id))],
    ['room-type', named.types.some((id) => !facts.roomTypes.has(id))],
    ['room', named.rooms.some((id) => !facts.rooms.has(id))],
    ['rate-plan', named.plans.some((id) => !facts.ratePlans.has(id))],
    ['account', named.accounts.some((id) => !facts.accounts.has(id))],
  ]
  return lacks.find(([, isOutdated]) => isOutdated)?.[0]
}

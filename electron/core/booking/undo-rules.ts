import type { Writer } from '#db/handles.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { type Named, namedInBooking } from '#shared/domain/booking/named.ts'
import { checkTakenBack } from '#shared/domain/booking/undo-rules.ts'
import type { BusinessDate, Refused } from '#shared/values/index.ts'
import type { BackCode } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'
import { type Facts, readFacts } from './facts.ts'

const nothing: Named = { rooms: [], types: [], plans: [], guests: [], accounts: [] }

/** The rules of a booking that is put back as it was: everything it names is still on file, and it can be so today. */
export async function checkBookingBack(
  tx: Writer,
  businessDate: BusinessDate,
  before: BookingImage | null,
  after: BookingImage | null,
  madeOn: BusinessDate,
): Promise<Refused<BackCode> | null> {
  const named = after ? namedInBooking(after) : nothing
  const facts = await readFacts(tx, businessDate, named)
  const missing = missingOf(named, facts)
  if (missing) return dependentExists(missing, 'gone')
  return checkTakenBack(before, after, facts, madeOn)
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
  return lacks.find(([, isGone]) => isGone)?.[0]
}

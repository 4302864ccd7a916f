import type { Reader } from '#db/handles.ts'
import {
  readAccounts,
  readGuestsOnFile,
  readPlans,
  readRooms,
  readTypes,
  type TypeStock,
} from '#db/queries/booking/facts.ts'
import { readCancelledFrom } from '#db/queries/change/changes.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import type { BookingFacts } from '#shared/domain/booking/facts.ts'
import { distinctIds, type Named } from '#shared/domain/booking/named.ts'
import { namedInSteps } from '#shared/domain/booking/steps.ts'
import type { BookingId, BusinessDate, RoomTypeId } from '#shared/values/index.ts'

/** Facts of the planner, with the stock of the types beside them. */
export type Facts = BookingFacts & { roomTypes: ReadonlyMap<RoomTypeId, TypeStock> }

/** All that is named and on file, with the types of the rooms, which refusals name: at most five small statements. */
export async function readFacts(db: Reader, businessDate: BusinessDate, named: Named): Promise<Facts> {
  const rooms = await readRooms(db, named.rooms)
  const roomTypes = await readTypes(
    db,
    distinctIds<RoomTypeId>([...named.types, ...[...rooms.values()].map((room) => room.roomTypeId)]),
  )
  return {
    businessDate,
    rooms,
    roomTypes,
    ratePlans: await readPlans(db, named.plans),
    guests: await readGuestsOnFile(db, named.guests),
    accounts: await readAccounts(db, named.accounts),
  }
}

/** What the planner needs to know for a change of this booking, in steps or at once: at most six small statements. */
export async function readFactsOfSteps(
  db: Reader,
  businessDate: BusinessDate,
  id: BookingId,
  image: BookingImage,
  steps: readonly BookingChange[],
): Promise<Facts> {
  const facts = await readFacts(db, businessDate, namedInSteps(image, steps))
  const cancelledFrom = steps.some(({ kind }) => kind === 'reinstate')
    ? await readCancelledFrom(db, id)
    : undefined
  return { ...facts, cancelledFrom }
}

import { isBooking } from '#db/repositories/booking/repository.ts'
import type { HouseStore } from '#db/repositories/house/records.ts'
import type { HouseTable } from '#db/schema/house.ts'
import type { EntityKind } from '#shared/contract/index.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { BookingId } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** What the house keeps, of a booking or of nobody. */
export function houseAggregate<I extends Image & { bookingId: BookingId | null }>(
  entity: EntityKind,
  unknown: string,
  store: Pick<HouseStore<HouseTable, I>, 'load' | 'save'>,
): Aggregate<I> {
  return {
    entity,
    unknown,
    load: store.load,
    save: store.save,
    // Undo may bring back what belonged to a booking that was taken away since
    check: async (tx, _ctx, _id, before, after) =>
      !before && after && after.bookingId !== null && !(await isBooking(tx, after.bookingId))
        ? dependentExists('booking', 'gone')
        : null,
    bookingOf: (_id, image) => image.bookingId as BookingId,
  }
}

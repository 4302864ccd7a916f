import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import { noStay, type StayImage } from '#shared/domain/stay/stay.ts'
import { type BookingId, refuse } from '#shared/values/index.ts'
import { writes } from '../kernel/handler.ts'
import { conflict, done } from '../kernel/outcome.ts'
import { putStay } from '../stay/public.ts'

export const setDoNotDisturb = writes('house.setDoNotDisturb', (tx, _ctx, { bookingId, version, active }) =>
  setFlag(tx, bookingId, version, { doNotDisturb: active }),
)

export const setIncognito = writes('house.setIncognito', (tx, _ctx, { bookingId, version, active }) =>
  setFlag(tx, bookingId, version, { incognito: active }),
)

/** Who was in house before stays were kept gets the record with it. */
async function setFlag(tx: Writer, id: BookingId, version: number, flag: Partial<StayImage>) {
  const booking = await loadBooking(tx, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const { status } = booking.image
  if (status !== 'in-house') return refuse('NOT_IN_HOUSE', { status })
  const found = await loadStay(tx, id)
  if ((found?.version ?? 0) !== version) return conflict('stay', id)
  const changes = await putStay(tx, id, found?.image ?? null, { ...(found?.image ?? noStay), ...flag })
  return done({ id, version: changes.length > 0 ? version + 1 : Math.max(1, version) }, changes)
}

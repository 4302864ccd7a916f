import type { Reader } from '#db/handles.ts'
import { readLabels } from '#db/queries/change/labels.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import { guestDigest, type SourceRecord } from '#shared/domain/import/source-record.ts'
import type { BookingId } from '#shared/values/index.ts'
import { digestOf } from './digest.ts'

/** A booking that came in before what a source says was kept: enough of it, as it is on file, to be recognised. */
export async function recordOnFile(db: Reader, id: BookingId): Promise<SourceRecord> {
  const found = await loadBooking(db, id)
  if (!found) return {}
  const { arrival, departure, guestId, roomTypeId } = found.image
  const guest = await loadGuest(db, guestId)
  const labels = await readLabels(db, [`room-type:${roomTypeId}`])
  return {
    arrival,
    departure,
    roomType: labels.get(`room-type:${roomTypeId}`) ?? '',
    guest: guest ? guestDigest(guest.image, digestOf) : '',
    guestId,
  }
}

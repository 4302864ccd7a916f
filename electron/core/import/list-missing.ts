import type { Reader } from '#db/handles.ts'
import { readLabels } from '#db/queries/change/labels.ts'
import { readBookingsBetween, type UnseenBooking } from '#db/queries/import/known-bookings.ts'
import type { BookingId, BusinessDate, ImportBatchId } from '#shared/values/index.ts'

const atOnce = 1000

/**
 * Tells of bookings that earlier imports brought, arriving in the dates that the file covers, and that are not in it. They
 * are listed and left alone: an export may have left them out for reasons of its own.
 */
export async function listMissing(
  db: Reader,
  span: { batches: readonly ImportBatchId[]; from: BusinessDate; to: BusinessDate },
  isInFile: (booking: UnseenBooking) => boolean,
  tell: (booking: string) => void,
  language: string,
): Promise<void> {
  if (span.batches.length === 0) return
  let after = 0 as BookingId
  for (;;) {
    const page = await readBookingsBetween(db, span, after, atOnce)
    const gone = page.filter((booking) => !isInFile(booking))
    const labels = await readLabels(
      db,
      gone.flatMap(({ id, guest_id }) => [`booking:${id}`, `guest:${guest_id}`]),
      language,
    )
    for (const { id, number, arrival, guest_id } of gone) {
      const ours = labels.get(`booking:${id}`) ?? ''
      tell([number, ours, arrival, labels.get(`guest:${guest_id}`) ?? ''].join(' · '))
    }
    if (page.length < atOnce) return
    after = page.at(-1)?.id ?? after
  }
}

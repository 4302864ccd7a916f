import type { Writer } from '#db/handles.ts'
import { loadGuest, saveGuest } from '#db/repositories/guest/repository.ts'
import { difference } from '#shared/domain/change/change.ts'
import { documentsOf, withFurther } from '#shared/domain/import/guest-image.ts'
import type { ImportedGuest } from '#shared/domain/import/row.ts'
import type { GuestId } from '#shared/values/index.ts'
import { createBreather } from '../jobs/public.ts'
import { furtherPile, newIds } from './write-guests.ts'
import type { WriteParts } from './write-parts.ts'

const atOnce = 1000

/**
 * Adds to each guest what later rows brought beside (another telephone, an e-mail, a document): one change of the guest
 * for the whole import. When the rows are in, because it needs the indexes that a first import takes down for them.
 */
export async function addFurther(parts: WriteParts, tx: Writer): Promise<void> {
  const pile = parts.bulk.pile(furtherPile)
  const breathe = createBreather()
  let page = pile.after(null, atOnce)
  let id: GuestId | null = null
  let rows: ImportedGuest[] = []
  while (page.length > 0) {
    for (const piled of page) {
      if (piled.id !== id) {
        if (id !== null) await addTo(parts, tx, id, rows)
        id = piled.id as GuestId
        rows = []
      }
      rows.push(JSON.parse(piled.text) as ImportedGuest)
      const pause = breathe()
      if (pause) await pause
    }
    page = pile.after(page.at(-1) ?? null, atOnce)
  }
  if (id !== null) await addTo(parts, tx, id, rows)
}

async function addTo(
  parts: WriteParts,
  tx: Writer,
  id: GuestId,
  rows: readonly ImportedGuest[],
): Promise<void> {
  const { bulk, header, command } = parts
  const found = await loadGuest(tx, id)
  if (!found) return
  const ids = newIds(parts)
  let image = found.image
  for (const row of rows) {
    // Between the row and now another guest may have come with the same document, and holds it.
    const free = documentsOf(row).filter(
      ({ kind, country, number }) => bulk.guestByDocument(kind, country, number) === undefined,
    )
    image = withFurther(image, row, free, ids)
  }
  const differs = difference(found.image, image)
  if (!differs) return
  await saveGuest(tx, id, found.image, image)
  bulk.insertChange(header, { entity: 'guest', entityId: id, bookingId: null, ...differs }, command)
}

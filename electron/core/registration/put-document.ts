import type { Writer } from '#db/handles.ts'
import { nextChildId } from '#db/repositories/guest/children.ts'
import { isSameDocument } from '#shared/domain/document/document.ts'
import type { DocumentPart, GuestImage } from '#shared/domain/guest/image.ts'

/** The documents of a guest with one more, or with what is new of one that is there; what is empty takes nothing away. */
export async function putDocument(
  tx: Writer,
  { documents }: Pick<GuestImage, 'documents'>,
  document: DocumentPart,
): Promise<GuestImage['documents']> {
  const known = Object.entries(documents).find(([, one]) => isSameDocument(one, document))
  const key = known?.[0] ?? String(await nextChildId(tx, 'guest_documents'))
  const kept = known?.[1]
  const part: DocumentPart = {
    ...document,
    country: document.country || (kept?.country ?? ''),
    expiresOn: document.expiresOn ?? kept?.expiresOn ?? null,
  }
  return { ...documents, [key]: part }
}

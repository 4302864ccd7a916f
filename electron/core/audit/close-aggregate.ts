import type { Writer } from '#db/handles.ts'
import { type Close, type CloseProgress, updateClose } from '#db/repositories/audit/closes.ts'
import type { CloseImage } from '#shared/domain/audit/close.ts'
import { type Change, changeOf } from '../kernel/outcome.ts'

/** Writes a close with where it has got to, and reports what of it changed. */
export async function putClose(
  tx: Writer,
  close: Close,
  change: Partial<CloseImage>,
  progress: Partial<CloseProgress> = {},
): Promise<Change[]> {
  const image = { ...close.image, ...change }
  const { step, cursor, counts } = { ...close, ...progress }
  await updateClose(tx, close, image, { step, cursor, counts })
  return changeOf('close', close.id, close.image, image)
}

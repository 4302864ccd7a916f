import type { Writer } from '#db/handles.ts'
import { loadDeposit, saveDeposit } from '#db/repositories/folio/held.ts'
import type { DepositId } from '#shared/values/index.ts'
import { type Change, changeOf } from '../kernel/outcome.ts'

/** Adds to what is held of a deposit (a correction gives it back), or takes from it (negative). The caller has checked it. */
export async function moveDeposit(tx: Writer, id: DepositId, byMinor: number): Promise<Change[]> {
  const deposit = await loadDeposit(tx, id)
  if (!deposit) throw new Error(`no deposit ${id}`)
  const after = { ...deposit.image, heldMinor: deposit.image.heldMinor + byMinor }
  await saveDeposit(tx, id, deposit.image, after)
  return changeOf('deposit', id, deposit.image, after, deposit.image.bookingId ?? undefined)
}

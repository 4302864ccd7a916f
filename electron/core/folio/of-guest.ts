import { readHeldOfGuest, readOpenFoliosOfGuest, readRevenueOfGuest } from '#db/queries/folio/of-guest.ts'
import { reads } from '../kernel/handler.ts'
import { titleOf } from './get.ts'

/** What a guest owes and has deposited, and the revenue of all stays. */
export const foliosOfGuest = reads('folio.ofGuest', async (db, { guestId }) => {
  const heads = await readOpenFoliosOfGuest(db, guestId)
  const byGroup = new Map((await readRevenueOfGuest(db, guestId)).map((row) => [row.group, row.netMinor]))
  return {
    folios: heads.map((head) => ({
      id: head.id,
      title: head.roomNo ?? titleOf(head).title,
      balanceMinor: head.balanceMinor,
    })),
    openMinor: heads.reduce((total, { balanceMinor }) => total + balanceMinor, 0),
    depositsHeldMinor: await readHeldOfGuest(db, guestId),
    revenue: {
      room: byGroup.get('room') ?? 0,
      food: byGroup.get('food') ?? 0,
      other: byGroup.get('other') ?? 0,
    },
  }
})

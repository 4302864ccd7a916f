import { readLeafGuests, readLeafTotal, readTreeHead } from '#db/queries/insight/tree.ts'
import { guestListRows } from '../guest/public.ts'
import { reads } from '../kernel/handler.ts'

/** Guests under a rule, with what the guest list shows of each. */
export const treeGuests = reads('insight.treeGuests', async (db, { target, leaf, after, limit }, ctx) => {
  const asked = { target, leaf }
  const head = await readTreeHead(db, target)
  const ids = await readLeafGuests(db, asked, Number(after ?? 0), limit + 1)
  const page = ids.slice(0, limit)
  return {
    rows: await guestListRows(db, page, ctx.businessDate),
    next: ids.length > limit ? String(page.at(-1)) : null,
    ...(await readLeafTotal(db, asked)),
    asOf: head?.asOf ?? null,
    moment: head?.moment ?? null,
  }
})

/** What is read of leaving cases: one guest's, and what came of all. */
import type { Reader } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import {
  firstReturn,
  openCaseCounts,
  openCasesWithReturn,
  readCasesOf,
  readEndedCases,
} from '#db/queries/insight/leaving-cases.ts'
import { minCasesForRate, resultsOf } from '#shared/domain/insight/leaving/results.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { reads } from '../../kernel/handler.ts'
import { type LeavingCaseView, leavingCaseView } from './view.ts'

/** Every case of a guest, the newest first, with what was noticed since the open one was opened. */
export async function readCaseViews(db: Reader, guestId: GuestId, ctx: Context): Promise<LeavingCaseView[]> {
  const rows = await readCasesOf(db, guestId)
  const open = rows.find((row) => row.closed_on === null)
  const returned = open && (await firstReturn.first(db, { guestId, since: open.opened_on }))
  const told = { nameOf: await readUserNames(db), actor: ctx.actor, on: ctx.businessDate }
  return rows.map((row) => leavingCaseView(row, returned?.on ?? null, told))
}

export const listLeavingCases = reads('leaving.cases', (db, { guestId }, ctx) =>
  readCaseViews(db, guestId, ctx),
)

export const leavingResults = reads('leaving.results', async (db, _input, ctx) => {
  const { all, byOffer, byOwner } = resultsOf(await readEndedCases(db))
  const counts = await openCaseCounts.first(db, { on: ctx.businessDate })
  const nameOf = await readUserNames(db)
  return {
    minCases: minCasesForRate,
    open: counts?.open ?? 0,
    snoozed: counts?.snoozed ?? 0,
    withoutOwner: counts?.withoutOwner ?? 0,
    all,
    byOffer,
    byOwner: byOwner.map(({ owner, tally }) => ({
      owner: owner === null ? null : { login: owner, name: nameOf(owner) },
      tally,
    })),
    returned: await openCasesWithReturn.all(db, {}),
  }
})

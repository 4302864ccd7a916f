import type { Reader } from '#db/handles.ts'
import { type Asked, countStep, lastGuest, memberStep } from '#db/queries/insight/segment-count.ts'
import { needsFacts } from '#db/queries/insight/segment-sql.ts'
import { readFactsDay } from '#db/queries/insight/segment-terms.ts'
import { checkRule, readRule, refusalOf } from '#shared/domain/insight/segments/check.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { guestListRows } from '../../guest/public.ts'
import type { Context } from '../../kernel/context.ts'
import { reads } from '../../kernel/handler.ts'
import { termsFor } from './terms.ts'

/** A rule that can be put to the store, and the day that it is put for: that of the facts, where there are any. */
async function askable(db: Reader, ctx: Context, rule: unknown, ownTag: string | null) {
  const read = readRule(rule)
  if (!read.ok) return read
  const factsDay = await readFactsDay(db)
  const asOf = factsDay ?? ctx.businessDate
  const problem = checkRule(read.value, await termsFor(db, [read.value], { asOf, ownTag }))[0]
  if (problem) return refusalOf(problem)
  if (factsDay === null && needsFacts(read.value)) return refuse('SEGMENT_NO_FACTS')
  return ok<Asked>({ rule: read.value, asOf, facts: factsDay !== null })
}

export const countSegment = reads('segment.count', async (db, { rule, ownTag, after }, ctx) => {
  const asked = await askable(db, ctx, rule, ownTag)
  if (!asked.ok) return asked
  const { found, looked, last } = await countStep(db, asked.value, Number(after ?? 0))
  const end = last === null ? 0 : await lastGuest(db)
  return {
    found,
    looked,
    share: last === null ? 1 : last / Math.max(end, last),
    next: last === null ? null : String(last),
    asOf: asked.value.asOf,
  }
})

export const segmentMembers = reads('segment.members', async (db, { rule, after, limit }, ctx) => {
  const asked = await askable(db, ctx, rule, null)
  if (!asked.ok) return asked
  const { ids, last } = await memberStep(db, asked.value, Number(after ?? 0), limit)
  const rows = await guestListRows(db, ids, ctx.businessDate)
  return { rows, next: last === null ? null : String(last), asOf: asked.value.asOf }
})

import { computedClassesIn } from '#db/queries/insight/class-sql.ts'
import {
  type LongSegment,
  longLists,
  readLongSegments,
  readLongTerms,
} from '#db/queries/insight/segment-lists.ts'
import { readLongMembers } from '#db/queries/insight/segment-members.ts'
import { readFactsState } from '#db/queries/insight/touched.ts'
import { dropMemberSet, memberSetIds, saveMemberSet } from '#db/repositories/insight/segment-sets.ts'
import { checkRule, readRule, refusalOf } from '#shared/domain/insight/segments/check.ts'
import { membersOf, testOf } from '#shared/domain/insight/segments/evaluate.ts'
import { type Rule, ruleFrom } from '#shared/domain/insight/segments/rule.ts'
import type { Run, RunDesk } from '../run.ts'

/**
 * The guests of saved segments, or of one; or how many meet a rule, also on an earlier date. Only those of the newest date are
 * kept. A segment whose rule names what is gone has none.
 */
export const segment: Run<'segment'> = {
  kind: 'segment',
  standing: 80,
  reads: null,
  run: (desk, { segment: id, rule }) => {
    if (rule !== undefined) return countRule(desk, rule)
    if (!desk.isCurrent) return { refusal: { code: 'SEGMENT_DATED', params: {} } }
    const all = readLongSegments(desk.store, id)
    const asked = all.flatMap((one) => {
      const problem = problemOf(desk, ruleFrom(one.rule), one.tag)
      return problem ? [] : [one]
    })
    dropOthers(desk, id, asked)
    if (asked.length === 0) return { output: { segments: [], count: null } }
    const found = evaluate(
      desk,
      asked.map(({ rule: text }) => ruleFrom(text)),
    )
    asked.forEach((one, at) => {
      const set = { segment_id: one.id, rule: one.rule, as_of: desk.asOf, moment: desk.moment }
      saveMemberSet(desk.insight, set, found[at] as Int32Array)
    })
    const segments = asked.map((one, at) => ({ id: one.id, count: (found[at] as Int32Array).length }))
    return { output: { segments, count: null } }
  },
}

function countRule(desk: RunDesk, text: string) {
  const read = readRule(parsed(text))
  if (!read.ok) return read
  const problem = problemOf(desk, read.value, null)
  if (problem) return { refusal: refusalOf(problem).refusal }
  const [members] = evaluate(desk, [read.value])
  return { output: { segments: [], count: members?.length ?? 0 } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function problemOf({ store, insight, asOf }: RunDesk, rule: Rule, ownTag: string | null) {
  return checkRule(rule, readLongTerms(store, computedClassesIn(insight), { asOf, ownTag }))[0]
}

function dropOthers({ insight }: RunDesk, id: number | undefined, asked: readonly LongSegment[]): void {
  const kept = new Set(asked.map((one) => one.id))
  const known = id === undefined ? memberSetIds(insight) : [id]
  for (const one of known) if (!kept.has(one)) dropMemberSet(insight, one)
}

/** The guests of each rule: by the facts that are kept where they are of the date, else from the past. */
function evaluate(desk: RunDesk, rules: readonly Rule[]): Int32Array[] {
  const { store, insight, asOf, day, pulse } = desk
  const membersFor = readFactsState(insight)?.day === day ? null : fromPast(desk)
  return rules.map((rule, at) => {
    const tell = (done: number, total: number) => pulse(at * total + done, rules.length * total)
    return membersFor?.(rule, tell) ?? readLongMembers(store, { rule, asOf }, tell)
  })
}

function fromPast({ store, insight, history, day, factsOf }: RunDesk) {
  const table = factsOf(day, Uint32Array.from(history().guests.id.keys()))
  const lists = longLists(store, insight)
  return (rule: Rule, tell: RunDesk['pulse']) => membersOf(testOf(rule, table, history(), lists), table, tell)
}

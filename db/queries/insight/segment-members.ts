import { sql } from 'kysely'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import { compiled } from '../../dialect/sqlite/prepared.ts'
import type { LongReader } from '../../handles.ts'
import { ruleTest } from './segment-sql.ts'

/** The numbers of profiles looked through between two looks at whether the job was cancelled. */
const numbersAtOnce = 20_000

/**
 * The guests with facts who meet a rule, ascending, as the worker asks the store and the facts beside it. The rule must have
 * been checked, and the facts must be of the date. `pulse` may throw to stop.
 */
export function readLongMembers(
  store: LongReader,
  { rule, asOf }: { rule: Rule; asOf: BusinessDate },
  pulse: (done: number, total: number) => void,
): Int32Array {
  const raw = rawOf(store)
  const last = raw.prepare('select max(guest_id) from insight.guest_facts').pluck().get() as number | null
  const found: number[] = []
  for (let after = 0; after < (last ?? 0); after += numbersAtOnce) {
    const query = compiled(sql`select g.id from (
        select guest_id as id from insight.guest_facts
        where guest_id > ${after} and guest_id <= ${after + numbersAtOnce}) g
      cross join insight.guest_facts f on f.guest_id = g.id
      where ${ruleTest(rule, asOf)} order by g.id`)
    for (const id of raw.prepare(query.sql).pluck().all(query.parameters) as number[]) found.push(id)
    pulse(after, last ?? 0)
  }
  return Int32Array.from(found)
}

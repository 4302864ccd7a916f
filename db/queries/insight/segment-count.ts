import { type RawBuilder, sql } from 'kysely'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { ruleTest } from './segment-sql.ts'

/** The guests looked through in one step: the desk's own reads wait for no more than that. */
const lookedThrough = 20_000

type Step = { found: number; looked: number; last: GuestId | null }

/** What is asked: `facts` says whether there are any; without them no rule asks for one. */
export type Asked = { rule: Rule; asOf: BusinessDate; facts: boolean }

/**
 * The next guests `g` after one: those with facts, who are all of the day that the facts are of, or all with a name where there
 * are none yet.
 */
function nextGuests({ facts }: Asked, after: number): RawBuilder<unknown> {
  return facts
    ? sql`(select guest_id as id from insight.guest_facts where guest_id > ${after} order by guest_id limit ${lookedThrough}) g
        cross join insight.guest_facts f on f.guest_id = g.id`
    : sql`(select id from guests where id > ${after} and unnamed = 0 order by id limit ${lookedThrough}) g`
}

/**
 * Counts the guests who meet a rule among the next ones after `after`, by the number of their profile; `last` is where the next
 * step goes on, null at the end.
 */
export async function countStep(db: Reader, asked: Asked, after: number): Promise<Step> {
  const { rows } = await sql<{ found: number | null; looked: number; last: GuestId | null }>`
    select sum(${ruleTest(asked.rule, asked.asOf)}) as found, count(*) as looked, max(g.id) as last
    from ${nextGuests(asked, after)}`.execute(readWith(db))
  const { found = 0, looked = 0, last = null } = rows[0] ?? {}
  return { found: found ?? 0, looked, last: looked === lookedThrough ? last : null }
}

/** Those who meet a rule among the next guests, up to `limit`; `last` as in countStep. */
export async function memberStep(
  db: Reader,
  asked: Asked,
  after: number,
  limit: number,
): Promise<{ ids: GuestId[]; last: GuestId | null }> {
  const next = nextGuests(asked, after)
  const { rows } = await sql<{ id: GuestId }>`
    select g.id from ${next} where ${ruleTest(asked.rule, asked.asOf)} order by g.id limit ${limit}`.execute(
    readWith(db),
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === limit) return { ids, last: ids.at(-1) ?? null }
  const end = await sql<{ last: GuestId | null; looked: number }>`
    select max(g.id) as last, count(*) as looked from ${next}`.execute(readWith(db))
  const { last = null, looked = 0 } = end.rows[0] ?? {}
  return { ids, last: looked === lookedThrough ? last : null }
}

/** The greatest number of a profile: where the last step ends. */
export async function lastGuest(db: Reader): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(id) as last from guests`.execute(
    readWith(db),
  )
  return rows[0]?.last ?? 0
}

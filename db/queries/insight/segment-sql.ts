/** A rule as SQL over a guest `g` and the row `f` of the facts: what testOf (shared/domain) answers, asked of the store. */
import { type RawBuilder, sql } from 'kysely'
import { categoryFacts, type FactName } from '#shared/domain/insight/facts/catalogue.ts'
import { spanOf } from '#shared/domain/insight/segments/day-term.ts'
import { loosened } from '#shared/domain/insight/segments/evaluate.ts'
import {
  type Condition,
  type ConditionOf,
  conditionsOf,
  isGroup,
  type Node,
  type Rule,
} from '#shared/domain/insight/segments/rule.ts'
import { type BusinessDate, fromDayNumber } from '#shared/values/index.ts'
import { factColumn } from '../../insight/facts.ts'
import { isTagged } from '../guest/tagged.ts'
import { classTest } from './class-sql.ts'

type Test = RawBuilder<unknown>

/** Whether guest `g` with facts `f` (both must be in scope) meets the rule; never null. The rule must have been checked. */
export function ruleTest(rule: Rule, asOf: BusinessDate): Test {
  return nodeTest(rule, asOf)
}

/** Whether a rule asks for facts or classes: then there must be some. */
export function needsFacts(rule: Rule): boolean {
  return conditionsOf(rule).some(({ condition: { kind } }) =>
    ['amount', 'date', 'word', 'known', 'class'].includes(kind),
  )
}

function nodeTest(node: Node, asOf: BusinessDate): Test {
  const test = isGroup(node)
    ? sql`(${sql.join(
        node.of.map((part) => nodeTest(part, asOf)),
        node.kind === 'all' ? sql` and ` : sql` or `,
      )})`
    : conditionTest(node, asOf)
  return node.not ? sql`not ${test}` : test
}

function conditionTest(condition: Condition, asOf: BusinessDate): Test {
  switch (condition.kind) {
    case 'amount': {
      const { from, to } = condition
      return within(
        columnOf(condition.fact),
        from === null ? null : loosened(from, -1),
        to === null ? null : loosened(to, 1),
      )
    }
    case 'date': {
      const { from, to } = spanOf(condition, asOf)
      return within(columnOf(condition.fact), finite(from), finite(to))
    }
    case 'word':
      return sql`ifnull(${columnOf(condition.fact)} in (${sql.join(condition.values)}), 0)`
    case 'known':
      return isWord(condition.fact)
        ? sql`ifnull(${columnOf(condition.fact)} <> '', 0)`
        : sql`(${columnOf(condition.fact)} is not null)`
    case 'came':
      return cameTest(condition, asOf)
    case 'tag':
      return isTagged(condition.values)
    case 'preference':
      return preferenceTest(condition.values, asOf)
    case 'request':
      return sql`exists (select 1 from bookings b cross join requests r
        where b.guest_id = g.id and b.created_on <= ${asOf} and r.booking_id = b.id
          and r.kind in (${sql.join(condition.values)}) and substr(r.created_at, 1, 10) <= ${asOf})`
    case 'consent':
      return sql`exists (select 1 from guest_consents where guest_id = g.id and granted = 1
        and channel in (${sql.join(condition.values)}))`
    case 'class':
      return classTest(condition.of, condition.values)
  }
}

function columnOf(fact: string): RawBuilder<unknown> {
  return sql.ref(`f.${factColumn(fact as FactName)}`)
}

function isWord(fact: string): boolean {
  return categoryFacts.some(({ name }) => name === fact)
}

/** No value is within nothing. */
function within(column: RawBuilder<unknown>, from: number | null, to: number | null): Test {
  if (from === null && to === null) return sql`(${column} is not null)`
  if (to === null) return sql`ifnull(${column} >= ${from}, 0)`
  return from === null
    ? sql`ifnull(${column} <= ${to}, 0)`
    : sql`ifnull(${column} between ${from} and ${to}, 0)`
}

function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null
}

/** Bookings that had arrived by the day: of a later one nothing is known. */
function cameTest(condition: ConditionOf<'came'>, asOf: BusinessDate): Test {
  const { from, to } = spanOf(condition, asOf)
  const last = Number.isFinite(to) && fromDayNumber(to) < asOf ? fromDayNumber(to) : asOf
  const first = Number.isFinite(from) ? fromDayNumber(from) : ('' as const)
  const came = sql`from bookings b where b.guest_id = g.id and b.arrival between ${first} and ${last}
    and b.status in ('checked-out', 'in-house') and b.created_on <= ${asOf}`
  if (condition.least === 1) return sql`exists (select 1 ${came})`
  return sql`((select count(*) from (select 1 ${came} limit ${condition.least})) >= ${condition.least})`
}

function preferenceTest(values: readonly string[], asOf: BusinessDate): Test {
  const tests = values.map((value) => {
    const [group = '', ...rest] = value.split(':')
    const wish = rest.join(':')
    return wish === '' ? sql`category = ${group}` : sql`(category = ${group} and value = ${wish})`
  })
  return sql`exists (select 1 from guest_preferences where guest_id = g.id and noted_on <= ${asOf}
    and (${sql.join(tests, sql` or `)}))`
}

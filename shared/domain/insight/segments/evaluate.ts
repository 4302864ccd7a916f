/** A rule put to the guests of a fact table: what is saved and what is asked as of an earlier day. */
import { type BusinessDate, fromDayNumber } from '../../../values/business-date.ts'
import type { CategoryFact, FactTable, NumberFact } from '../facts/catalogue.ts'
import type { History } from '../facts/history.ts'
import { statusOn, thenCompleted, thenInHouse, thenUnknown } from '../facts/known-then.ts'
import type { ClassName } from './classes.ts'
import { spanOf } from './day-term.ts'
import { type Condition, type ConditionOf, isGroup, type Node, type Rule } from './rule.ts'

/** What is asked beside the facts, by the guests' ids; the caller reads what `asks` of the rule names. */
export type Lists = {
  tagged: (tag: string) => ReadonlySet<number>
  consents: (channel: string) => ReadonlySet<number>
  classified: (name: ClassName, value: string) => ReadonlySet<number>
}

/** Whether the guest of a row meets what was asked. */
export type Test = (row: number) => boolean

/** A share or a mean is a Float32: a bound typed as 0.3 must take 3 of 10 in, from either side. */
export const slack = 1e-6

/** A bound as it is compared: `side` −1 below, 1 above. */
export function loosened(bound: number, side: -1 | 1): number {
  return bound + side * slack * Math.max(1, Math.abs(bound))
}

/** The test of a rule over the rows of a table. The rule must have been checked. */
export function testOf(rule: Rule, table: FactTable, history: History, lists: Lists): Test {
  const asOf = fromDayNumber(table.day)
  return nodeTest(rule, { table, history, lists, asOf })
}

type Source = { table: FactTable; history: History; lists: Lists; asOf: BusinessDate }

function nodeTest(node: Node, source: Source): Test {
  const test = isGroup(node) ? groupTest(node, source) : conditionTest(node, source)
  return node.not ? (row) => !test(row) : test
}

function groupTest({ kind, of }: Rule, source: Source): Test {
  const tests = of.map((part) => nodeTest(part, source))
  return kind === 'all' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row))
}

function conditionTest(condition: Condition, source: Source): Test {
  const { table, lists } = source
  switch (condition.kind) {
    case 'amount': {
      const from = condition.from === null ? -Infinity : loosened(condition.from, -1)
      const to = condition.to === null ? Infinity : loosened(condition.to, 1)
      return within(table.numbers[condition.fact as NumberFact], from, to)
    }
    case 'date': {
      const { from, to } = spanOf(condition, source.asOf)
      return within(table.numbers[condition.fact as NumberFact], from, to)
    }
    case 'word':
      return oneOf(table, condition.fact as CategoryFact, condition.values)
    case 'known':
      return isKnown(table, condition.fact)
    case 'came':
      return cameTest(condition, source)
    case 'request':
      return requestTest(condition, source)
    case 'preference':
      return preferenceTest(condition, source)
    case 'tag':
      return inAny(table, condition.values.map(lists.tagged))
    case 'consent':
      return inAny(table, condition.values.map(lists.consents))
    case 'class':
      return inAny(
        table,
        condition.values.map((value) => lists.classified(condition.of, value)),
      )
  }
}

/** NaN is within nothing. */
function within(column: ArrayLike<number>, from: number, to: number): Test {
  return (row) => {
    const value = column[row] as number
    return value >= from && value <= to
  }
}

function oneOf({ codes, words }: FactTable, fact: CategoryFact, values: readonly string[]): Test {
  const wanted = new Set(values)
  const isWanted = words[fact].map((word) => wanted.has(word))
  const column = codes[fact]
  return (row) => isWanted[column[row] as number] === true
}

function isKnown({ numbers, codes, words }: FactTable, fact: string): Test {
  if (fact in numbers) {
    const column = numbers[fact as NumberFact]
    return (row) => !Number.isNaN(column[row])
  }
  const column = codes[fact as CategoryFact]
  const named = words[fact as CategoryFact]
  return (row) => (named[column[row] as number] ?? '') !== ''
}

function inAny({ id }: FactTable, sets: readonly ReadonlySet<number>[]): Test {
  return (row) => sets.some((set) => set.has(id[row] as number))
}

/** Bookings that had arrived by the day: in house then, or completed. */
function cameTest(condition: ConditionOf<'came'>, { table, history, asOf }: Source): Test {
  const { bookings, from: first } = history
  const { from, to } = spanOf(condition, asOf)
  return (row) => {
    const guest = table.place[row] as number
    let came = 0
    for (let b = first[guest] as number; b < (first[guest + 1] as number); b++) {
      const arrival = bookings.arrival[b] as number
      if (arrival < from || arrival > to) continue
      const then = statusOn(bookings, b, table.day)
      if (then !== thenInHouse && then !== thenCompleted) continue
      came += 1
      if (came === condition.least) return true
    }
    return false
  }
}

/** What was asked for by the day, in bookings of any state that were made by then. */
function requestTest({ values }: ConditionOf<'request'>, { table, history }: Source): Test {
  const { bookings, requests, from: first, words } = history
  const wanted = new Set<string>(values)
  const isWanted = words.request.map((word) => wanted.has(word))
  return (row) => {
    const guest = table.place[row] as number
    for (let b = first[guest] as number; b < (first[guest + 1] as number); b++) {
      if (statusOn(bookings, b, table.day) === thenUnknown) continue
      for (let r = requests.from[b] as number; r < (requests.from[b + 1] as number); r++)
        if ((requests.createdOn[r] as number) <= table.day && isWanted[requests.kind[r] as number])
          return true
    }
    return false
  }
}

function preferenceTest({ values }: ConditionOf<'preference'>, { table, history }: Source): Test {
  const { preferences, words } = history
  const isWanted = words.preference.map((word) =>
    values.some((value) => (value.endsWith(':') ? word.startsWith(value) : word === value)),
  )
  return (row) => {
    const guest = table.place[row] as number
    for (let p = preferences.from[guest] as number; p < (preferences.from[guest + 1] as number); p++)
      if ((preferences.notedOn[p] as number) <= table.day && isWanted[preferences.preference[p] as number])
        return true
    return false
  }
}

/** The ids of the guests in a segment, ascending. `pulse` is called now and then; it may throw to stop. */
export function membersOf(
  test: Test,
  table: FactTable,
  pulse: (done: number, total: number) => void = () => undefined,
): Int32Array {
  const members = new Int32Array(table.count)
  let count = 0
  for (let row = 0; row < table.count; row++) {
    if (test(row)) members[count++] = table.id[row] as number
    if (row % 20_000 === 0) pulse(row, table.count)
  }
  return members.slice(0, count)
}

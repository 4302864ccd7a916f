import type { BusinessDate } from '../../../values/index.ts'
import type { ConsentChannel } from '../../guest/choices.ts'
import type { RequestKind } from '../../request/request.ts'
import type { ClassName } from './classes.ts'

/**
 * A segment's rule as data: groups of conditions over the facts of a guest and what is on file of them. Every node is true
 * or false of every guest, so that `not` is plain: a guest without the fact does not meet a condition on it, and meets its
 * negation.
 */

/**
 * A day: fixed, so long before the day that is asked for, or a day of its year (`year` 0) or of an earlier one (−1). A
 * 29 February is the 28th where there is none.
 */
export type DayTerm =
  | { on: BusinessDate }
  | { ago: number; unit: DayUnit }
  | { year: number; month: number; day: number }

export const dayUnits = ['day', 'month', 'year'] as const
export type DayUnit = (typeof dayUnits)[number]

/** Bounds are inclusive; null: open on that side. */
type Bounds<T> = { from: T | null; to: T | null }

export type Condition = { not: boolean } & (
  | /** A number; money in minor units, a share from 0 to 1. */ ({
      kind: 'amount'
      fact: string
    } & Bounds<number>)
  | ({ kind: 'date'; fact: string } & Bounds<DayTerm>)
  | { kind: 'word'; fact: string; values: string[] }
  | /** The fact has a value. */ { kind: 'known'; fact: string }
  | /** Bookings of the guest that arrived in the time, at least so many. */ ({
      kind: 'came'
      least: number
    } & Bounds<DayTerm>)
  | { kind: 'tag'; values: string[] }
  | /** `group:value`; `group:` alone is any of the group. */ { kind: 'preference'; values: string[] }
  | { kind: 'request'; values: RequestKind[] }
  | /** A consent that holds for one of the channels. */ { kind: 'consent'; values: ConsentChannel[] }
  | /** A class that was computed. */ { kind: 'class'; of: ClassName; values: string[] }
)
export type ConditionKind = Condition['kind']
export type ConditionOf<K extends ConditionKind> = Extract<Condition, { kind: K }>

export const joins = ['all', 'any'] as const
export type Group = { kind: (typeof joins)[number]; not: boolean; of: Node[] }
export type Node = Group | Condition
/** The outermost group. */
export type Rule = Group

export const conditionKinds = [
  'amount',
  'date',
  'word',
  'known',
  'came',
  'tag',
  'preference',
  'request',
  'consent',
  'class',
] as const satisfies readonly ConditionKind[]

/** Groups within each other, the outermost counted; conditions of a rule; values of a condition. */
export const maxLevels = 5
export const maxConditions = 40
export const maxValues = 60

export function isGroup(node: Node): node is Group {
  return node.kind === 'all' || node.kind === 'any'
}

/** The conditions of a rule with the way to each: the places in the groups from the outermost in. */
export function conditionsOf(
  rule: Node,
  path: readonly number[] = [],
): { path: number[]; condition: Condition }[] {
  if (!isGroup(rule)) return [{ path: [...path], condition: rule }]
  return rule.of.flatMap((node, at) => conditionsOf(node, [...path, at]))
}

/** What is as it is now whatever day is asked for: its history is not kept. */
export const undatedKinds: readonly ConditionKind[] = ['tag', 'consent', 'class']

/** A rule as it is kept: the same text for the same rule, whoever wrote it. */
export function ruleJson(rule: Rule): string {
  return JSON.stringify(ordered(rule))
}

/** A rule from the text that ruleJson made of it. */
export function ruleFrom(json: string): Rule {
  return JSON.parse(json) as Rule
}

/** The fields of every part in one order. */
function ordered(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(ordered)
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, ordered(value)]))
}

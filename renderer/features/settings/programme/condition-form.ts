import { type Condition, type Counter, noCounters, waysOf } from '#shared/domain/loyalty/programme.ts'
import { amount, amountText, wholeNumber } from '../values.ts'

export type Item = { counter: Counter; text: string }

/**
 * A condition as it is edited: groups of thresholds. Within a group is one word, between groups the other:
 * `inner: 'or'` reads “(nights or stays) and (spend)”, `inner: 'and'` reads “(nights and stays) or (points)”.
 */
export type ConditionForm = { inner: 'or' | 'and'; groups: Item[][] }

/** The form of a condition; what is nested deeper than two steps is written out as its alternatives. */
export function conditionForm(condition: Condition, currency: string): ConditionForm {
  const item = (leaf: Condition) => ('counter' in leaf ? [itemOf(leaf.counter, leaf.atLeast, currency)] : [])
  if ('counter' in condition) return { inner: 'or', groups: [item(condition)] }
  const outer = 'all' in condition ? 'all' : 'any'
  const parts = 'all' in condition ? condition.all : condition.any
  if (outer === 'any' && parts.every((part) => 'counter' in part))
    return { inner: 'or', groups: [parts.flatMap(item)] }
  const groups = parts.map((part) => groupOf(part, outer === 'all' ? 'any' : 'all'))
  if (groups.every((group) => group !== null)) {
    return { inner: outer === 'all' ? 'or' : 'and', groups: groups.map((group) => group.flatMap(item)) }
  }
  const ways = waysOf(condition, noCounters())
  return {
    inner: 'and',
    groups: ways.map((way) => way.map(({ counter, need }) => itemOf(counter, need, currency))),
  }
}

function groupOf(part: Condition, kind: 'any' | 'all'): Condition[] | null {
  if ('counter' in part) return [part]
  const inside =
    kind === 'any' && 'any' in part ? part.any : kind === 'all' && 'all' in part ? part.all : null
  return inside?.every((leaf) => 'counter' in leaf) ? inside : null
}

function itemOf(counter: Counter, atLeast: number, currency: string): Item {
  return { counter, text: counter === 'spend' ? amountText(atLeast, currency) : String(atLeast) }
}

/** The condition that a form states; null where a threshold is no number of one or more. */
export function conditionOf({ inner, groups }: ConditionForm, currency: string): Condition | null {
  const parts: Condition[] = []
  for (const group of groups) {
    const leaves: Condition[] = []
    for (const { counter, text } of group) {
      const atLeast = counter === 'spend' ? amount(text, currency) : wholeNumber(text)
      if (atLeast === null || atLeast < 1) return null
      leaves.push({ counter, atLeast })
    }
    const part = joined(leaves, inner)
    if (part) parts.push(part)
  }
  return joined(parts, inner === 'or' ? 'and' : 'or')
}

function joined(parts: Condition[], word: 'or' | 'and'): Condition | null {
  const [first] = parts
  if (parts.length < 2) return first ?? null
  return word === 'or' ? { any: parts } : { all: parts }
}

/** One more threshold within a group, or as a group of its own when `group` is null. */
export function withItem(form: ConditionForm, group: number | null, item: Item): ConditionForm {
  if (group === null) return { ...form, groups: [...form.groups, [item]] }
  return { ...form, groups: form.groups.map((one, at) => (at === group ? [...one, item] : one)) }
}

/** Without a threshold; a group that it leaves empty goes too. The last one stays. */
export function withoutItem(form: ConditionForm, group: number, at: number): ConditionForm {
  const groups = form.groups
    .map((one, index) => (index === group ? one.filter((_, place) => place !== at) : one))
    .filter((one) => one.length > 0)
  return groups.length === 0 ? form : { ...form, groups }
}

/** With a threshold changed. */
export function withChanged(
  form: ConditionForm,
  group: number,
  at: number,
  patch: Partial<Item>,
): ConditionForm {
  const groups = form.groups.map((one, index) =>
    index === group ? one.map((item, place) => (place === at ? { ...item, ...patch } : item)) : one,
  )
  return { ...form, groups }
}

/**
 * “a and b” seen as one alternative, so that “or” may be put after the whole: only where each group holds a single
 * threshold, which reads the same both ways.
 */
export function regrouped(form: ConditionForm): ConditionForm | null {
  if (form.groups.length < 2 || form.groups.some((group) => group.length > 1)) return null
  return { inner: form.inner === 'or' ? 'and' : 'or', groups: [form.groups.flat()] }
}

/** A counter that the condition does not name yet, to begin a new threshold with. */
export function freeCounter(form: ConditionForm): Counter {
  const named = new Set(form.groups.flat().map((item) => item.counter))
  return (['nights', 'stays', 'spend', 'points'] as const).find((counter) => !named.has(counter)) ?? 'nights'
}

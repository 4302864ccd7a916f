/** A rule as it is edited: every step gives a new one. A path is the places in the groups from the outermost in. */
import { type Condition, type Group, isGroup, type Node, type Rule } from './rule.ts'

export type Path = readonly number[]

/** A rule with nothing in it yet. */
export function emptyRule(): Rule {
  return { kind: 'all', not: false, of: [] }
}

export function nodeAt(rule: Rule, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((node, at) => (node && isGroup(node) ? node.of[at] : undefined), rule)
}

/** The node at a path in another form; the outermost group stays a group. */
export function changedAt(rule: Rule, path: Path, change: (node: Node) => Node): Rule {
  const next = changed(rule, path, change)
  return isGroup(next) ? next : rule
}

function changed(node: Node, path: Path, change: (node: Node) => Node): Node {
  const [at, ...rest] = path
  if (at === undefined) return change(node)
  if (!isGroup(node)) return node
  return { ...node, of: node.of.map((part, place) => (place === at ? changed(part, rest, change) : part)) }
}

/** Puts a node after the one at the path; within a group that is at the path, at its end. Answers where it is then. */
export function addedAt(rule: Rule, path: Path, node: Node): { rule: Rule; path: number[] } {
  const here = nodeAt(rule, path)
  const into = here && isGroup(here) ? path : path.slice(0, -1)
  const place = into === path ? (here as Group).of.length : (path.at(-1) ?? -1) + 1
  const put = (group: Node) =>
    isGroup(group) ? { ...group, of: [...group.of.slice(0, place), node, ...group.of.slice(place)] } : group
  return { rule: changedAt(rule, into, put), path: [...into, place] }
}

/** Takes a node out, and groups that have nothing in them then. Answers where one goes on: what follows, else before it. */
export function removedAt(rule: Rule, path: Path): { rule: Rule; path: number[] } {
  const at = path.at(-1)
  if (at === undefined) return { rule: emptyRule(), path: [] }
  const into = path.slice(0, -1)
  const without = changedAt(rule, into, (group) =>
    isGroup(group) ? { ...group, of: group.of.filter((_, place) => place !== at) } : group,
  )
  const group = nodeAt(without, into)
  const left = group && isGroup(group) ? group.of.length : 0
  if (left === 0) return into.length === 0 ? { rule: without, path: [] } : removedAt(without, into)
  return { rule: without, path: [...into, Math.min(at, left - 1)] }
}

/** Puts a node into a group of its own, of the other join than the group around it; or a group's parts out of it. */
export function groupedAt(rule: Rule, path: Path): { rule: Rule; path: number[] } {
  const node = nodeAt(rule, path)
  if (!node || path.length === 0) return { rule, path: [...path] }
  if (isGroup(node)) return ungroupedAt(rule, path, node)
  const around = nodeAt(rule, path.slice(0, -1))
  const kind = around?.kind === 'all' ? 'any' : 'all'
  const group: Group = { kind, not: false, of: [node] }
  return { rule: changedAt(rule, path, () => group), path: [...path, 0] }
}

function ungroupedAt(rule: Rule, path: Path, { of }: Group): { rule: Rule; path: number[] } {
  const at = path.at(-1) as number
  const put = (group: Node) =>
    isGroup(group) ? { ...group, of: [...group.of.slice(0, at), ...of, ...group.of.slice(at + 1)] } : group
  return { rule: changedAt(rule, path.slice(0, -1), put), path: [...path] }
}

/** Exchanges “all of” and “any of” in the group at the path, or in the one around the condition there. */
export function joinedAt(rule: Rule, path: Path): Rule {
  const node = nodeAt(rule, path)
  const group = node && isGroup(node) ? path : path.slice(0, -1)
  return changedAt(rule, group, (one) =>
    isGroup(one) ? { ...one, kind: one.kind === 'all' ? 'any' : 'all' } : one,
  )
}

/** Negates what is at the path, or takes its negation away. */
export function negatedAt(rule: Rule, path: Path): Rule {
  return changedAt(rule, path, (node) => ({ ...node, not: !node.not }))
}

/** A line of the editor: a group's head, or a condition. */
export type Line = { path: number[]; node: Node }

/** The parts of a rule, each above what is in it, without the outermost group. */
export function linesOf(rule: Rule): Line[] {
  const below = (group: Group, path: Path): Line[] =>
    group.of.flatMap((node, at) => {
      const here = [...path, at]
      return [{ path: here, node }, ...(isGroup(node) ? below(node, here) : [])]
    })
  return below(rule, [])
}

/** Without conditions that nothing was chosen for yet: what is counted while one is being added. */
export function complete(rule: Rule, isComplete: (condition: Condition) => boolean): Rule {
  const kept = (node: Node): Node[] => {
    if (!isGroup(node)) return isComplete(node) ? [node] : []
    const of = node.of.flatMap(kept)
    return of.length === 0 ? [] : [{ ...node, of }]
  }
  return { ...rule, of: rule.of.flatMap(kept) }
}

/** Makes a grown tree readable by taking off what says least: weakest-link pruning (Breiman and others, 1984). */
import { leavesOf, type Tree, type TreeNode } from './model.ts'

interface Branch {
  leaves: number
  /** What the splits in it gain together. */
  gain: number
}

/**
 * The trees on the way from a grown one to its root alone, the grown one first. Each step takes off the branch that gains least
 * per leaf it costs; of equal ones the first in the tree.
 */
export function pruningSteps(tree: Tree): Tree[] {
  const steps = [tidied(tree)]
  while (leavesOf(steps.at(-1)!) > 1) steps.push(withoutWeakest(steps.at(-1)!))
  return steps
}

/** The largest of those trees that has at most so many leaves. */
export function pruneTo(tree: Tree, leaves: number): Tree {
  return pruningSteps(tree).find((step) => leavesOf(step) <= leaves)!
}

function withoutWeakest(tree: Tree): Tree {
  const branches = branchesOf(tree)
  let weakest = -1
  let least = Number.POSITIVE_INFINITY
  for (const [place, node] of tree.nodes.entries()) {
    if (!node.split) continue
    const { gain, leaves } = branches[place]!
    const perLeaf = gain / (leaves - 1)
    if (perLeaf < least) [weakest, least] = [place, perLeaf]
  }
  const nodes = tree.nodes.map((node, place) => (place === weakest ? leafOf(node) : node))
  return tidied({ nodes })
}

function branchesOf({ nodes }: Tree): Branch[] {
  const branches: Branch[] = nodes.map(() => ({ leaves: 1, gain: 0 }))
  for (let place = nodes.length - 1; place >= 0; place--) {
    const { left, right, gain } = nodes[place]!
    if (left === undefined) continue
    const [one, other] = [branches[left]!, branches[right!]!]
    branches[place] = { leaves: one.leaves + other.leaves, gain: gain! + one.gain + other.gain }
  }
  return branches
}

function leafOf({ rows, value }: TreeNode): TreeNode {
  return { rows, value }
}

/** The same tree with its nodes in reading order (a node, its left branch, its right branch) and none beside it. */
function tidied({ nodes }: Tree): Tree {
  const kept: TreeNode[] = []
  const add = (place: number): number => {
    const node = nodes[place]!
    const at = kept.push(node) - 1
    if (node.split) kept[at] = { ...node, left: add(node.left!), right: add(node.right!) }
    return at
  }
  add(0)
  return { nodes: kept }
}

/**
 * Gradient-boosted trees for a probability: logistic loss, second-order gains, leaf by leaf (Friedman 2001; Chen and Guestrin
 * 2016; Ke and others 2017). The second model beside the tree, and the one for risk.
 */
import type { Binned } from './bins.ts'
import { secondOrder } from './criterion.ts'
import { type Ground, type GrownTree, type GrowOptions, groundOf, growTree } from './grow.ts'
import { logLoss } from './measures.ts'
import { type BoostedModel, modelColumns, type Tree } from './model.ts'
import { type Monotone, monotoneOf } from './monotone.ts'
import { drawSorted, type Random, seededRandom } from './random.ts'
import { rowsToLearn } from './tree.ts'

export interface BoostOptions {
  /** At most so many trees; 200 by default. */
  rounds?: number
  learningRate?: number
  maxLeaves?: number
  maxDepth?: number
  minLeaf?: number
  /** The least sum of p (1 − p) in a leaf. */
  minChildWeight?: number
  l2?: number
  minGain?: number
  /** Share of the rows drawn for each tree, without putting back. */
  subsample?: number
  /** Share of the columns drawn for each tree. */
  featureShare?: number
  seed?: number
  monotone?: Monotone
  /** Rows marked 1 are not learnt from: the log-loss on them says when to stop. */
  heldOut?: Uint8Array
  /** Stop when the held-out log-loss did not better for so many trees, and keep the trees up to the best. */
  patience?: number
  categories?: { smooth?: number; maxWords?: number; minRows?: number; cost?: number }
  /** After each tree; may throw to stop. */
  onRound?: (done: number, rounds: number) => void
}

export interface BoostedFit {
  model: BoostedModel
  /** Trees kept. */
  rounds: number
  /** Mean log-loss on the held-out rows after each tree grown, the kept ones and those after; empty without such rows. */
  heldOutLoss: readonly number[]
}

interface Boosting {
  binned: Binned
  target: Uint8Array
  ground: Ground
  learn: Uint32Array
  check: Uint32Array
  options: Required<Pick<BoostOptions, 'learningRate' | 'subsample' | 'featureShare'>>
  grow: GrowOptions
  random: Random
  /** Log-odds per row so far. */
  scores: Float64Array
  gradients: Float64Array
  hessians: Float64Array
}

/** Fits boosted trees. `target` is 1 for a positive, 0 for others; both must occur among the rows learnt from. */
export function fitBoosted(binned: Binned, target: Uint8Array, options: BoostOptions = {}): BoostedFit {
  const { rounds = 200, patience = 20, heldOut, onRound } = options
  const boosting = beginBoosting(binned, target, options)
  const base = logOddsOf(boosting.learn, target)
  boosting.scores.fill(base)
  const trees: Tree[] = []
  const heldOutLoss: number[] = []
  let best = 0
  for (let round = 1; round <= rounds; round++) {
    trees.push(addTree(boosting))
    onRound?.(round, rounds)
    if (!heldOut) continue
    heldOutLoss.push(lossOf(boosting))
    if (heldOutLoss[round - 1]! < (heldOutLoss[best - 1] ?? Number.POSITIVE_INFINITY)) best = round
    if (round - best >= patience) break
  }
  const kept = heldOut ? trees.slice(0, best) : trees
  const model: BoostedModel = { kind: 'boosted', columns: modelColumns(binned), base, trees: kept }
  return { model, rounds: kept.length, heldOutLoss }
}

function beginBoosting(binned: Binned, target: Uint8Array, options: BoostOptions): Boosting {
  const { heldOut, learningRate = 0.1, subsample = 1, featureShare = 1 } = options
  const all = rowsToLearn(binned.rows)
  const { smooth = 10, maxWords = 32, minRows = 10, cost = 0 } = options.categories ?? {}
  return {
    binned,
    target,
    ground: groundOf(binned),
    learn: rowsToLearn(binned.rows, heldOut),
    check: heldOut ? all.filter((row) => heldOut[row]) : new Uint32Array(0),
    options: { learningRate, subsample, featureShare },
    grow: {
      criterion: secondOrder(options.l2 ?? 1),
      maxDepth: options.maxDepth ?? 12,
      maxLeaves: options.maxLeaves ?? 31,
      minLeaf: options.minLeaf ?? 20,
      minGain: options.minGain ?? 0,
      minHessian: options.minChildWeight ?? 1e-3,
      monotone: monotoneOf(binned, options.monotone),
      categories: { smooth, maxWords, minRows, cost },
    },
    random: seededRandom(options.seed ?? 1),
    scores: new Float64Array(binned.rows),
    gradients: new Float64Array(binned.rows),
    hessians: new Float64Array(binned.rows),
  }
}

function logOddsOf(rows: Uint32Array, target: Uint8Array): number {
  let positives = 0
  for (const row of rows) positives += target[row]!
  if (positives === 0 || positives === rows.length) throw new Error('a target that is the same for every row')
  return Math.log(positives / (rows.length - positives))
}

function addTree(boosting: Boosting): Tree {
  const { ground, learn, scores, target, gradients, hessians, options, grow, random, binned } = boosting
  for (const row of learn) {
    const probability = 1 / (1 + Math.exp(-scores[row]!))
    gradients[row] = probability - target[row]!
    hessians[row] = probability * (1 - probability)
  }
  const rows =
    options.subsample < 1 ? drawSorted(learn, shareOf(learn, options.subsample), random) : learn.slice()
  const all = Uint32Array.from(binned.columns.keys())
  const columns = options.featureShare < 1 ? drawSorted(all, shareOf(all, options.featureShare), random) : all
  const grown = growTree(ground, rows, columns, gradients, hessians, grow)
  const tree = shrink(grown.tree, options.learningRate)
  addToScores(binned, { ...grown, tree }, scores)
  return tree
}

function shareOf(places: Uint32Array, share: number): number {
  return Math.max(1, Math.round(places.length * share))
}

function shrink({ nodes }: Tree, learningRate: number): Tree {
  return { nodes: nodes.map((node) => ({ ...node, value: node.value * learningRate })) }
}

function addToScores({ columns, rows }: Binned, { tree, routes }: GrownTree, scores: Float64Array): void {
  const { nodes } = tree
  const bins = nodes.map(({ split }) => (split ? columns[split.column]!.bins : null))
  const lefts = Int32Array.from(nodes, ({ left }) => left ?? -1)
  const rights = Int32Array.from(nodes, ({ right }) => right ?? -1)
  const values = Float64Array.from(nodes, ({ value }) => value)
  for (let row = 0; row < rows; row++) {
    let node = 0
    while (lefts[node]! >= 0) node = routes[node]![bins[node]![row]!] ? lefts[node]! : rights[node]!
    scores[row]! += values[node]!
  }
}

function lossOf({ check, scores, target }: Boosting): number {
  const probabilities = Float64Array.from(check, (row) => 1 / (1 + Math.exp(-scores[row]!)))
  return logLoss(
    probabilities,
    Uint8Array.from(check, (row) => target[row]!),
  )
}

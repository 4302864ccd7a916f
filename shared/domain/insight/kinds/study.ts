/**
 * One question put to a table: which rows meet the target? Answered by a tree that can be read and by boosted trees beside it,
 * both judged on rows that neither learnt from.
 */
import { type Binned, binColumns } from '../learn/bins.ts'
import { fitBoosted } from '../learn/boost.ts'
import { type Column, isConstant, rowsOf, takeRows } from '../learn/columns.ts'
import { auc, baseRate, calibrationError, liftAt, logLoss } from '../learn/measures.ts'
import { type BoostedModel, leavesOf, type Tree, type TreeModel } from '../learn/model.ts'
import { predict, predictLeaves } from '../learn/predict.ts'
import { pruneTo, pruningSteps } from '../learn/prune.ts'
import { drawSorted, heldOutRows, seededRandom } from '../learn/random.ts'
import { type Condition, rulesOf } from '../learn/rules.ts'
import { fitTree, rowsToLearn } from '../learn/tree.ts'

export interface Sample {
  columns: readonly Column[]
  /** 1 for a positive. */
  target: Uint8Array
}

export interface StudyOptions {
  maxLeaves?: number
  maxDepth?: number
  seed?: number
  /** The boosted trees learn from at most so many rows, drawn by the seed. */
  secondRows?: number
  /** Done of total; may throw to stop. */
  pulse?: (done: number, total: number) => void
}

/** How good the answers are on one set of rows. */
export interface Fit {
  rows: number
  positives: number
  baseRate: number
  auc: number
  /** How many times the base rate the tenth of the rows with the highest scores hits. */
  lift: number
  /** Mean distance between the share given and the share that came, over ten bins of equal width. */
  calibrationError: number
}

export interface StudyRule {
  leaf: number
  conditions: readonly Condition[]
  /** Rows that the tree learnt from, and the share of positives among them. */
  covers: number
  share: number
  /** The same of the rows held out; the share is null where the rule covers none of them. */
  heldOut: { covers: number; share: number | null }
}

export interface Study {
  tree: TreeModel
  second: BoostedModel
  /** Highest share first. */
  rules: StudyRule[]
  trained: { rows: number; positives: number }
  fit: Fit
  secondFit: Fit
  /** Rows that the boosted trees learnt from, and their trees. */
  secondTrained: { rows: number; trees: number }
  /** Columns that say the same of every training row: they are left out. */
  constant: string[]
}

export const studyDefaults = { maxLeaves: 10, maxDepth: 5, seed: 7, secondRows: 60_000 } as const
const LIFT_SHARE = 0.1
const INNER_SHARE = 0.3
const SECOND = {
  rounds: 300,
  learningRate: 0.08,
  maxLeaves: 15,
  patience: 20,
  subsample: 0.8,
  featureShare: 0.8,
}
/** Steps of progress before the boosted trees begin. */
const TREE_STEPS = 100

/** Learns from `train` and judges on `test`. Both need positives and others; columns are found by their names. */
export function studyTarget(train: Sample, test: Sample, options: StudyOptions = {}): Study {
  const { maxLeaves, maxDepth, seed, secondRows } = { ...studyDefaults, ...options }
  const pulse = options.pulse ?? (() => undefined)
  const constant = train.columns.filter(isConstant).map(({ name }) => name)
  const columns = train.columns.filter(({ name }) => !constant.includes(name))
  const total = TREE_STEPS + SECOND.rounds
  pulse(0, total)
  const binned = binColumns(columns)
  pulse(TREE_STEPS / 2, total)
  const tree = readableTree(binned, { columns, target: train.target }, { maxLeaves, maxDepth, seed })
  pulse(TREE_STEPS, total)
  const second = fitSecond({ columns, target: train.target }, secondRows, seed, (round) =>
    pulse(TREE_STEPS + round, total),
  )
  pulse(total, total)
  return {
    tree,
    second: second.model,
    rules: judgedRules(tree, test),
    trained: { rows: train.target.length, positives: countOf(train.target) },
    fit: fitOf(predict(tree, test.columns), test.target),
    secondFit: fitOf(predict(second.model, test.columns), test.target),
    secondTrained: { rows: second.rows, trees: second.model.trees.length },
    constant,
  }
}

/** A leaf is for at least two rows in a hundred: shares of fewer do not come again the next year. 2,000 are always enough. */
function leastOfLeaf(rows: number): number {
  return Math.min(2000, Math.max(5, Math.ceil(rows / 50)))
}

type Shape = { maxLeaves: number; maxDepth: number; seed: number }

/**
 * The tree of all training rows, pruned to as many leaves as told rows best that were kept apart (the least log-loss on 30 % of
 * them), and never more than `maxLeaves`.
 */
function readableTree(
  binned: Binned,
  { columns, target }: Sample,
  { maxLeaves, maxDepth, seed }: Shape,
): TreeModel {
  const minLeaf = leastOfLeaf(binned.rows)
  const heldOut = heldOutRows(binned.rows, INNER_SHARE, seed)
  const inner = fitTree(binned, target, { maxDepth, minLeaf, heldOut })
  const check = rowsToLearn(binned.rows).filter((row) => heldOut[row])
  const apart = { columns: takeRows(columns, check), target: Uint8Array.from(check, (row) => target[row]!) }
  const leaves = bestSize(inner, apart, maxLeaves)
  const whole = fitTree(binned, target, { maxDepth, minLeaf })
  return { ...whole, tree: pruneTo(whole.tree, leaves) }
}

function bestSize(model: TreeModel, { columns, target }: Sample, maxLeaves: number): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (const tree of pruningSteps(model.tree)) {
    const leaves = leavesOf(tree)
    if (leaves > maxLeaves) continue
    const loss = logLoss(predict({ ...model, tree: withRoom(tree) }, columns), target)
    if (loss <= least) [best, least] = [leaves, loss]
  }
  return best
}

/** Shares as if each leaf had seen one row more of either kind: a leaf without positives would make the loss endless. */
function withRoom({ nodes }: Tree): Tree {
  return { nodes: nodes.map((node) => ({ ...node, value: (node.value * node.rows + 1) / (node.rows + 2) })) }
}

function fitSecond(
  train: Sample,
  maxRows: number,
  seed: number,
  onRound: (round: number) => void,
): { model: BoostedModel; rows: number } {
  const all = rowsToLearn(rowsOf(train.columns))
  const rows = all.length > maxRows ? drawSorted(all, maxRows, seededRandom(seed)) : all
  const columns = rows === all ? train.columns : takeRows(train.columns, rows)
  const target = Uint8Array.from(rows, (row) => train.target[row]!)
  const heldOut = heldOutEven(target, INNER_SHARE, seed)
  const minLeaf = Math.min(50, leastOfLeaf(rows.length))
  const { model } = fitBoosted(binColumns(columns), target, { ...SECOND, minLeaf, seed, heldOut, onRound })
  return { model, rows: rows.length }
}

/** A share of the positives and the same share of the others, so that both parts have about the same base rate. */
export function heldOutEven(target: Uint8Array, share: number, seed: number): Uint8Array {
  const held = new Uint8Array(target.length)
  for (const kind of [0, 1]) {
    const rows = rowsToLearn(target.length).filter((row) => target[row] === kind)
    const chosen = heldOutRows(rows.length, share, seed + kind)
    for (const [place, row] of rows.entries()) held[row] = chosen[place]!
  }
  return held
}

/** The measures of scores on rows that were not learnt from. */
export function fitOf(scores: Float64Array, target: Uint8Array): Fit {
  return {
    rows: target.length,
    positives: countOf(target),
    baseRate: baseRate(target),
    auc: auc(scores, target),
    lift: liftAt(scores, target, LIFT_SHARE),
    calibrationError: calibrationError(scores, target),
  }
}

function judgedRules(model: TreeModel, test: Sample): StudyRule[] {
  const leaves = predictLeaves(model.tree, model.columns, test.columns)
  const covered = new Map<number, { covers: number; positives: number }>()
  for (const [row, leaf] of leaves.entries()) {
    const sum = covered.get(leaf) ?? { covers: 0, positives: 0 }
    covered.set(leaf, { covers: sum.covers + 1, positives: sum.positives + test.target[row]! })
  }
  const rules = rulesOf(model).map(({ leaf, conditions, covers, share }) => {
    const sum = covered.get(leaf)
    const heldOut = sum
      ? { covers: sum.covers, share: sum.positives / sum.covers }
      : { covers: 0, share: null }
    return { leaf, conditions, covers, share, heldOut }
  })
  return rules.sort((one, other) => other.share - one.share || other.covers - one.covers)
}

function countOf(target: Uint8Array): number {
  return target.reduce((sum, label) => sum + label, 0)
}

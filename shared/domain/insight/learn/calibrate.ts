/** From scores to probabilities that come true as often as they say (Niculescu-Mizil and Caruana, 2005). */
import { ascending } from './measures.ts'

/** Probability = 1 / (1 + exp(slope × score + shift)). */
export interface PlattCalibration {
  kind: 'platt'
  slope: number
  shift: number
}

/** Straight lines between the points, flat beyond them; both ascending. */
export interface IsotonicCalibration {
  kind: 'isotonic'
  scores: readonly number[]
  probabilities: readonly number[]
}

export type Calibration = PlattCalibration | IsotonicCalibration

/** The probabilities of scores. */
export function calibrated(calibration: Calibration, scores: Float64Array): Float64Array {
  if (calibration.kind === 'isotonic') return scores.map((score) => onLines(calibration, score))
  const { slope, shift } = calibration
  return scores.map((score) => 1 / (1 + Math.exp(slope * score + shift)))
}

function onLines({ scores, probabilities }: IsotonicCalibration, score: number): number {
  let low = 0
  let high = scores.length - 1
  if (score <= scores[low]!) return probabilities[low]!
  if (score >= scores[high]!) return probabilities[high]!
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (scores[middle]! <= score) low = middle
    else high = middle
  }
  const part = (score - scores[low]!) / (scores[high]! - scores[low]!)
  return probabilities[low]! + part * (probabilities[high]! - probabilities[low]!)
}

interface Block {
  from: number
  to: number
  rows: number
  positives: number
}

/**
 * The rising steps nearest to what happened, by pooling adjacent violators (Ayer and others, 1955). Each block is kept by its
 * least and its greatest score.
 */
export function fitIsotonic(scores: Float64Array, labels: Uint8Array): IsotonicCalibration {
  const blocks: Block[] = []
  for (const row of ascending(scores)) {
    const score = scores[row]!
    const last = blocks.at(-1)
    if (last && last.to === score) {
      last.rows++
      last.positives += labels[row]!
    } else {
      if (last) poolBack(blocks)
      blocks.push({ from: score, to: score, rows: 1, positives: labels[row]! })
    }
  }
  poolBack(blocks)
  const points = blocks.flatMap(({ from, to, rows, positives }) =>
    (from === to ? [from] : [from, to]).map((score) => [score, positives / rows] as const),
  )
  return {
    kind: 'isotonic',
    scores: points.map(([score]) => score),
    probabilities: points.map(([, probability]) => probability),
  }
}

/** Joins the last block to those before it until the shares rise. */
function poolBack(blocks: Block[]): void {
  while (blocks.length > 1) {
    const last = blocks.at(-1)!
    const before = blocks.at(-2)!
    if (before.positives * last.rows < last.positives * before.rows) return
    before.to = last.to
    before.rows += last.rows
    before.positives += last.positives
    blocks.pop()
  }
}

const STEPS = 100
const CLOSE = 1e-10

/**
 * The logistic curve nearest to what happened (Platt 1999), fitted by Newton's method with halved steps and Platt's targets,
 * as Lin, Lin and Weng (2007) write it.
 */
export function fitPlatt(scores: Float64Array, labels: Uint8Array): PlattCalibration {
  const positives = labels.reduce((sum, label) => sum + label, 0)
  const negatives = labels.length - positives
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (negatives + 2)
  const targets = Float64Array.from(labels, (label) => (label ? high : low))
  let slope = 0
  let shift = Math.log((negatives + 1) / (positives + 1))
  let loss = plattLoss(scores, targets, slope, shift)
  for (let step = 0; step < STEPS; step++) {
    const way = newtonWay(scores, targets, slope, shift)
    if (Math.abs(way.slopeGradient) < CLOSE && Math.abs(way.shiftGradient) < CLOSE) break
    let size = 1
    let next = plattLoss(scores, targets, slope + way.slope, shift + way.shift)
    while (next > loss && size > CLOSE) {
      size /= 2
      next = plattLoss(scores, targets, slope + size * way.slope, shift + size * way.shift)
    }
    if (next >= loss) break
    slope += size * way.slope
    shift += size * way.shift
    loss = next
  }
  return { kind: 'platt', slope, shift }
}

function newtonWay(scores: Float64Array, targets: Float64Array, slope: number, shift: number) {
  let slopeGradient = 0
  let shiftGradient = 0
  let [hSlope, hShift, hBoth] = [1e-12, 1e-12, 0]
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    const probability = 1 / (1 + Math.exp(slope * score + shift))
    const off = targets[row]! - probability
    const curve = probability * (1 - probability)
    slopeGradient += score * off
    shiftGradient += off
    hSlope += score * score * curve
    hShift += curve
    hBoth += score * curve
  }
  const determinant = hSlope * hShift - hBoth * hBoth
  return {
    slopeGradient,
    shiftGradient,
    slope: -(hShift * slopeGradient - hBoth * shiftGradient) / determinant,
    shift: -(hSlope * shiftGradient - hBoth * slopeGradient) / determinant,
  }
}

function plattLoss(scores: Float64Array, targets: Float64Array, slope: number, shift: number): number {
  let loss = 0
  for (let row = 0; row < scores.length; row++) {
    const at = slope * scores[row]! + shift
    loss += targets[row]! * at + (at >= 0 ? Math.log1p(Math.exp(-at)) : Math.log1p(Math.exp(at)) - at)
  }
  return loss
}

/** How good scores are against what happened: `labels` is 1 for a positive, 0 for others, of the same length. */

/**
 * The probability that a random positive has a greater score than a random negative, ties counting half (area under the
 * ROC curve; the Mann–Whitney statistic). NaN where one of the two is missing.
 */
export function auc(scores: Float64Array, labels: Uint8Array): number {
  const positives = scores.filter((_, row) => labels[row] === 1).sort()
  const negatives = scores.filter((_, row) => labels[row] === 0).sort()
  let below = 0
  let upTo = 0
  let wins = 0
  for (const score of positives) {
    while (below < negatives.length && negatives[below]! < score) below++
    upTo = Math.max(upTo, below)
    while (upTo < negatives.length && negatives[upTo] === score) upTo++
    wins += (below + upTo) / 2
  }
  return wins / (positives.length * negatives.length)
}

/** Share of positives; NaN for no rows. */
export function baseRate(labels: Uint8Array): number {
  let positives = 0
  for (const label of labels) positives += label
  return positives / labels.length
}

/**
 * How many times the base rate the best `share` of the rows by score hits. Rows of one score count alike: of those at the edge
 * the part that fits in. NaN where there are no positives.
 */
export function liftAt(scores: Float64Array, labels: Uint8Array, share: number): number {
  const order = ascending(scores)
  const room = share * scores.length
  let taken = 0
  let hits = 0
  for (let from = order.length; from > 0 && taken < room; ) {
    const tied = tiedBefore(scores, order, from)
    const positives = countPositives(labels, order.subarray(tied, from))
    const rows = from - tied
    const part = Math.min(1, (room - taken) / rows)
    taken += rows * part
    hits += positives * part
    from = tied
  }
  return hits / taken / baseRate(labels)
}

export interface CalibrationBin {
  rows: number
  /** Mean of the probabilities given. */
  given: number
  /** Share of positives that came. */
  came: number
}

/**
 * Probabilities beside what came, in `bins` bins: of equal width (0–0.1, 0.1–0.2, …) or of equally many rows (`count`, ties
 * split where they fall in the order of the rows). Empty bins are left out.
 */
export function calibrationTable(
  probabilities: Float64Array,
  labels: Uint8Array,
  bins = 10,
  by: 'width' | 'count' = 'width',
): CalibrationBin[] {
  const sums = Array.from({ length: bins }, () => ({ rows: 0, given: 0, came: 0 }))
  const order = by === 'count' ? ascending(probabilities) : null
  for (let place = 0; place < probabilities.length; place++) {
    const row = order ? order[place]! : place
    const at = order ? place / probabilities.length : probabilities[row]!
    const sum = sums[Math.min(bins - 1, Math.floor(at * bins))]!
    sum.rows++
    sum.given += probabilities[row]!
    sum.came += labels[row]!
  }
  return sums
    .filter(({ rows }) => rows > 0)
    .map(({ rows, given, came }) => ({ rows, given: given / rows, came: came / rows }))
}

/** Expected calibration error: the mean of |given − came| over the bins, weighted by their rows. */
export function calibrationError(
  probabilities: Float64Array,
  labels: Uint8Array,
  bins = 10,
  by: 'width' | 'count' = 'width',
): number {
  const table = calibrationTable(probabilities, labels, bins, by)
  const off = table.reduce((sum, { rows, given, came }) => sum + rows * Math.abs(given - came), 0)
  return off / probabilities.length
}

/** Mean of −ln of the probability given to what came; probabilities of 0 and 1 are taken as 1e-15 off. */
export function logLoss(probabilities: Float64Array, labels: Uint8Array): number {
  let sum = 0
  for (let row = 0; row < labels.length; row++) {
    const probability = labels[row] ? probabilities[row]! : 1 - probabilities[row]!
    sum -= Math.log(Math.max(1e-15, probability))
  }
  return sum / labels.length
}

/** Mean squared distance between probability and what came (Brier 1950). */
export function brierScore(probabilities: Float64Array, labels: Uint8Array): number {
  let sum = 0
  for (let row = 0; row < labels.length; row++) sum += (probabilities[row]! - labels[row]!) ** 2
  return sum / labels.length
}

/** Rows by ascending score, equal ones in their own order. */
export function ascending(scores: Float64Array): Uint32Array {
  return Uint32Array.from(scores.keys()).sort((one, other) => scores[one]! - scores[other]! || one - other)
}

function tiedBefore(scores: Float64Array, order: Uint32Array, from: number): number {
  let tied = from - 1
  while (tied > 0 && scores[order[tied - 1]!] === scores[order[from - 1]!]) tied--
  return tied
}

function countPositives(labels: Uint8Array, rows: Uint32Array): number {
  return rows.reduce((sum, row) => sum + labels[row]!, 0)
}

/**
 * What a split is judged by. Sums are of gradients and of hessians of the rows in question. `0 - x` and not `-x`: a share of −0
 * would be shown so.
 */
export interface Criterion {
  /** The value that suits the rows best. */
  output(gradient: number, hessian: number): number
  /** How well a value suits them; the gain of a split is that of its children less that of the parent. */
  score(gradient: number, hessian: number, output: number): number
}

/**
 * Gini impurity for rows whose gradient is −1 for a positive and 0 for others, and whose hessian is 1: the output is the
 * share of positives, and a gain is the decrease of rows × (1 − p² − (1 − p)²), as in CART (Breiman and others, 1984).
 */
export const gini: Criterion = {
  output: (gradient, hessian) => (0 - gradient) / hessian,
  score: (gradient, hessian, output) => -2 * (2 * gradient * output + hessian * output * output),
}

/** Entropy for the same sums: a gain is the decrease of rows × entropy, in nats (Quinlan's information gain). */
export const entropy: Criterion = {
  output: (gradient, hessian) => (0 - gradient) / hessian,
  score: (gradient, hessian, output) =>
    weighted(-gradient, output) + weighted(hessian + gradient, 1 - output),
}

function weighted(rows: number, share: number): number {
  return rows === 0 ? 0 : rows * Math.log(share)
}

/**
 * Second-order gain with L2 on the leaf's value (Chen and Guestrin, XGBoost, 2016, formula 7, without the half): with
 * gradients p − y and hessians p (1 − p) it is boosting of log-odds.
 */
export function secondOrder(l2: number): Criterion {
  return {
    output: (gradient, hessian) => (0 - gradient) / (hessian + l2),
    score: (gradient, hessian, output) => -(2 * gradient * output + (hessian + l2) * output * output),
  }
}

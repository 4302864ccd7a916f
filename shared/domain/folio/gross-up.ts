/**
 * The largest price whose gross is not above an amount; `grossOf` rises with the price and is never below it. Found by
 * halving, because taxes may be stacked, stepped or per person and have no inverse. Minor units.
 */
export function grossUp(amountMinor: number, grossOf: (unitMinor: number) => number): number {
  let low = 0
  let high = amountMinor
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (grossOf(middle) <= amountMinor) low = middle
    else high = middle - 1
  }
  return low
}

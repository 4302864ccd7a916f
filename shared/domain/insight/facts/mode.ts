/** Finds the most frequent of a few codes; of two that are level the one added last. Made once, begun for each guest. */
export type Mode = { begin: () => void; add: (code: number) => void; value: () => number }

/** For codes below `size`; code 0 (not said) counts only when nothing else was added. */
export function createMode(size: number): Mode {
  const counts = new Int32Array(size)
  const touched: number[] = []
  return {
    begin: () => {
      for (const code of touched) counts[code] = 0
      touched.length = 0
    },
    add: (code) => {
      counts[code] = (counts[code] as number) + 1
      // Also in the order of their last time, for two that are level
      touched.push(code)
    },
    value: () => {
      let best = 0
      let most = 0
      for (let at = touched.length - 1; at >= 0; at--) {
        const code = touched[at] as number
        const count = counts[code] as number
        if (code > 0 && count > most) {
          best = code
          most = count
        }
      }
      return best
    },
  }
}

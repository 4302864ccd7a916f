/** The answer to who left the queue before its turn. */
export const tooLong = Symbol('waited too long')

/** First come, first served. Work that waited longer than its patience (ms) leaves without having run. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    enter: async <T>(work: () => Promise<T>, patience: number): Promise<T | typeof tooLong> => {
      let gaveUp = false
      const before = last
      const turn = before.then(() => (gaveUp ? (tooLong as T | typeof tooLong) : work()))
      last = turn.catch(() => undefined)
      if (patience === Number.POSITIVE_INFINITY) return turn
      let timer: NodeJS.Timeout | undefined
      const impatience = new Promise<typeof tooLong>((resolve) => {
        timer = setTimeout(() => {
          gaveUp = true
          resolve(tooLong)
        }, patience)
      })
      try {
        const started = await Promise.race([before.then(() => true as const), impatience])
        return started === true ? await turn : tooLong
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

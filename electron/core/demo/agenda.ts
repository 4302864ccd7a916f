/** What is to happen on which day and when: a demo hotel lives through its days in order, so that its log does too. */
export type Agenda = {
  /**
   * Seconds after midnight in the hotel. What is put down for a day that has passed is forgotten; for an hour that
   * has passed, it happens at once: `run` receives the time.
   */
  add: (day: number, seconds: number, run: (seconds: number) => void) => void
  /** Runs what stands for the day before `until`, in order, what is added on the way included. */
  runDay: (day: number, until: number) => void
}

type Entry = { seconds: number; run: (seconds: number) => void }

export function createAgenda(): Agenda {
  const days = new Map<number, Entry[]>()
  let today = Number.NEGATIVE_INFINITY
  let running: Entry[] = []
  let next = 0

  return {
    add: (day, seconds, run) => {
      if (day < today) return
      const entry = { seconds, run }
      if (day === today) {
        // Not before what is running now: the clock does not go back.
        const earliest = next > 0 ? (running[next - 1] as Entry).seconds : 0
        entry.seconds = Math.max(seconds, earliest)
        running.splice(placeFor(running, entry.seconds, next), 0, entry)
        return
      }
      const list = days.get(day)
      if (list) list.push(entry)
      else days.set(day, [entry])
    },
    runDay: (day, until) => {
      today = day
      running = (days.get(day) ?? []).sort((a, b) => a.seconds - b.seconds)
      days.delete(day)
      next = 0
      for (let entry = running[0]; entry && entry.seconds < until; entry = running[next]) {
        next += 1
        entry.run(entry.seconds)
      }
    },
  }
}

/** The first place from `from` on whose time is later. */
function placeFor(entries: readonly Entry[], seconds: number, from: number): number {
  let low = from
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as Entry).seconds <= seconds) low = middle + 1
    else high = middle
  }
  return low
}

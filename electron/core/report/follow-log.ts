import { readBehind } from '#db/queries/report/behind.ts'
import type { Heavy, HeavyEnd } from '../kernel/heavy.ts'
import type { Store } from '../kernel/store.ts'

export type LogFollowerParts = { store: Store; heavy: Heavy; onDefect: (error: unknown) => void }

export type LogFollower = {
  /** Takes in what the report file lacks, where that is much; true when it had to. */
  look: () => Promise<boolean>
  /** Looks now and then every minute, until `end`. */
  begin: () => void
  end: () => Promise<void>
}

const lookMs = 60_000
/** Changes that a report takes in by itself before anybody notices. */
const fewChanges = 5_000
/** So long at a time: a report that is asked for meanwhile waits no longer. */
const sliceMs = 1_000

/**
 * Fills the report file in the background, so that the first look at an earlier moment does not wait for the whole log. What it did is
 * kept when it is ended.
 */
export function createLogFollower({ store, heavy, onDefect }: LogFollowerParts): LogFollower {
  const job = { progress: () => undefined, cancelled: false }
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<boolean> | null = null

  async function lookOnce(): Promise<boolean> {
    if (store.report.trouble !== null || (await readBehind(store.reader)) <= fewChanges) return false
    for (let end: HeavyEnd; !job.cancelled; ) {
      end = await heavy.report('report.follow', { forMs: sliceMs }, job)
      if ('failure' in end || end.result === true) return true
    }
    return true
  }

  function look(): Promise<boolean> {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }

  return {
    look,
    begin: () => {
      const lookNow = () => void look().catch(onDefect)
      lookNow()
      timer ??= setInterval(lookNow, lookMs)
      timer.unref()
    },
    end: async () => {
      job.cancelled = true
      if (timer) clearInterval(timer)
      timer = null
      // What went wrong was told by whoever looked
      await looking?.catch(() => undefined)
    },
  }
}

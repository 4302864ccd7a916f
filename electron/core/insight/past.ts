import type { LongReader } from '#db/handles.ts'
import { inOneRead } from '#db/insight/transaction.ts'
import { readHistoryOf } from '#db/queries/insight/history-of.ts'
import { readLongHead } from '#db/queries/insight/runs.ts'
import type { FactTable } from '#shared/domain/insight/facts/catalogue.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'

import { collectGarbage } from '../heavy/public.ts'

/** The hotel's past as one task sees it: read once, of one moment, however much is written meanwhile. */
export type Past = {
  history: (pulse: Pulse) => History
  facts: (day: number, pulse: Pulse) => FactTable
  /** Of the guests at some places alone, ascending; it is not kept. */
  factsOf: (day: number, places: Uint32Array, pulse: Pulse) => FactTable
}

type Pulse = (done: number, total: number) => void

/** What the worker keeps from task to task. */
let kept: { store: LongReader; history: History; facts: FactTable | null } | null = null

/** Takes the history that is kept, unless the store has changed since. */
export function openPast(store: LongReader): Past {
  if (kept && (kept.store !== store || kept.history.seq !== readLongHead(store).seq)) kept = null
  const bring = (pulse: Pulse) => {
    kept ??= { store, history: inOneRead(store, () => readHistoryOf(store, pulse)), facts: null }
    return kept
  }
  return {
    history: (pulse) => bring(pulse).history,
    facts: (day, pulse) => {
      const past = bring(pulse)
      if (past.facts?.day !== day) {
        // The one before is let go first: a million guests take 200 megabytes
        past.facts = null
        collectGarbage()
        past.facts = factsAsOf(past.history, day, pulse)
      }
      return past.facts
    },
    factsOf: (day, places, pulse) => factsAsOf(bring(pulse).history, day, pulse, places),
  }
}

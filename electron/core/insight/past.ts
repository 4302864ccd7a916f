import { inOneRead } from '#db/derived/transaction.ts'
import type { LongReader } from '#db/handles.ts'
import { readHistoryOf } from '#db/queries/insight/history-of.ts'
import { readLongHead } from '#db/queries/insight/runs.ts'
import type { FactTable, SharedFacts } from '#shared/domain/insight/facts/catalogue.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'
import { sharedFactsAsOf } from '#shared/domain/insight/facts/shared-facts.ts'
import { collectGarbage } from '../heavy/public.ts'
import { type Future, hotelModel, workOut } from './future/compute.ts'

/** The hotel's past as one task sees it: read once, of one moment, however much is written meanwhile. */
export type Past = {
  history: (pulse: Pulse) => History
  facts: (day: number, pulse: Pulse) => SharedFacts
  /** Of the guests at some places alone, ascending; not kept. */
  factsOf: (day: number, places: Uint32Array, pulse: Pulse) => FactTable
  future: (asked: FutureAsked, pulse: Pulse) => Future
  /** Lets go what is kept beside the history, unless it is of this kind. */
  dropBut: (of: Made['of'] | null) => void
}

type Pulse = (done: number, total: number) => void
type FutureAsked = { day: number; discountPercent: number }
type Made = { of: 'facts'; facts: SharedFacts } | { of: 'future'; asked: FutureAsked; future: Future }

/** What the worker keeps from task to task: the history, and one thing made from it. Of a million guests they are 190 and 100 MB. */
let kept: { store: LongReader; history: History; made: Made | null } | null = null

/** Takes the history that is kept, unless the store has changed since. */
export function openPast(store: LongReader): Past {
  if (kept && (kept.store !== store || kept.history.seq !== readLongHead(store).seq)) kept = null
  const bring = (pulse: Pulse) => {
    kept ??= { store, history: inOneRead(store, () => readHistoryOf(store, pulse)), made: null }
    return kept
  }
  const drop = () => {
    if (!kept?.made) return
    kept.made = null
    collectGarbage()
  }
  return {
    history: (pulse) => bring(pulse).history,
    facts: (day, pulse) => {
      const past = bring(pulse)
      if (past.made?.of === 'facts' && past.made.facts.day === day) return past.made.facts
      drop()
      const facts = sharedFactsAsOf(past.history, day, pulse)
      past.made = { of: 'facts', facts }
      return facts
    },
    factsOf: (day, places, pulse) => factsAsOf(bring(pulse).history, day, pulse, places),
    future: (asked, pulse) => {
      const past = bring(pulse)
      if (past.made?.of === 'future' && isSame(past.made.asked, asked)) return past.made.future
      drop()
      const { day, discountPercent } = asked
      const future = workOut(past.history, day, pulse, { discountPercent, kind: hotelModel })
      past.made = { of: 'future', asked, future }
      return future
    },
    dropBut: (of) => {
      if (kept?.made?.of !== of) drop()
    },
  }
}

function isSame(one: FutureAsked, other: FutureAsked): boolean {
  return one.day === other.day && one.discountPercent === other.discountPercent
}

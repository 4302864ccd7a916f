import type { InsightFile, LongReader } from '#db/handles.ts'
import type { Refusal } from '#shared/contract/index.ts'
import type { RunKind, RunOutputOf, RunParamsOf } from '#shared/contract/insight-runs.ts'
import type { SharedFacts } from '#shared/domain/insight/facts/catalogue.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'
import type { FactsOf } from '#shared/domain/insight/kinds/guest-study.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import type { Future } from './future/compute.ts'

/** What a run has to work with, in the worker. */
export type RunDesk = {
  /** The store, for reading. */
  store: LongReader
  /** All bookings as columns, of one moment for the whole task; kept in the worker until the store changes. */
  history: () => History
  /** What several runs read of all guests on a day, that of the run where none is given. The last one is kept. */
  facts: (day?: number) => SharedFacts
  /** The facts on a day of the guests at some places of the history, ascending; not kept. */
  factsOf: FactsOf
  /** Everybody's future on the day of the run, discounted by so many per cent a year. The last one is kept. */
  future: (discountPercent: number, pulse: (done: number, total: number) => void) => Future
  /** False for a date in the past: tables hold what is of the business date, so that nothing is written into them. */
  isCurrent: boolean
  /** The file of derived data, inside the one transaction of this run. */
  insight: InsightFile
  asOf: BusinessDate
  /** The date as a day number. */
  day: number
  moment: string
  /** Reports progress of this run and throws when the job was cancelled; called in every long loop. */
  pulse: (done: number, total: number) => void
  /** Guests are all read again, not only those with changes since. */
  rebuild: boolean
}

/** What a run says, or why there is nothing to say: too few guests, no stay before the date. */
export type RunEnd<K extends RunKind> = { output: RunOutputOf<K> } | { refusal: Refusal }

/**
 * One kind of figures. `standing`: its place in the refresh, lower first; null where it is computed only on demand. Tables that it
 * writes hold what the newest refresh found; on a refusal what it wrote is kept too (rows taken out), on an error nothing is.
 */
export type Run<K extends RunKind> = {
  kind: K
  standing: number | null
  /** What it asks for of all guests; it is let go before a run that asks for nothing of the kind. */
  reads: 'facts' | 'future' | null
  run: (desk: RunDesk, params: RunParamsOf<K>) => RunEnd<K>
}

export type AnyRun = { [K in RunKind]: Run<K> }[RunKind]

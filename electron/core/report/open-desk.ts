import { inOneRead } from '#db/derived/transaction.ts'
import { type At, readFirst, readHead, readLastAt, readLastOn } from '#db/queries/report/moment.ts'
import { readFileSeq, readProgress } from '#db/queries/report/progress.ts'
import { TooManyRows } from '#db/queries/report/rows-within.ts'
import type { Source } from '#db/queries/report/source.ts'
import type { Parameters, ReportName } from '#shared/domain/report/catalogue.ts'
import { momentIn } from '#shared/domain/report/moment-in.ts'
import type { WeekStart } from '#shared/domain/report/period.ts'
import type { AsOf } from '#shared/domain/report/result.ts'
import {
  addDays,
  type BusinessDate,
  isBusinessDate,
  type Moment,
  ok,
  type Refused,
  type Result,
  refuse,
} from '#shared/values/index.ts'
import type { TaskDesk, TaskEnd } from '../heavy/public.ts'
import { catchUp } from './catch-up.ts'
import type { ReportDesk } from './report.ts'

export type ReportAsked = {
  name: ReportName
  parameters: Parameters
  /** A moment or a business date, whose end is meant; null for now. */
  asOf: string | null
  moment: Moment
  today: BusinessDate
  starts: WeekStart
  hotel: { name: string; currency: string; country: string }
  withoutRevenue: boolean
  /** Why no report file can be kept; null where one can. */
  noFile: { file: string; why: string } | null
}

export type OpenDesk = { desk: ReportDesk; asOf: AsOf }

type AsOfCode = 'REPORT_MOMENT_AHEAD' | 'REPORT_MOMENT_EARLY' | 'REPORT_MOMENT_WRONG' | 'REPORT_NO_FILE'

/** Which of two moments is meant: the one that a report looks from, or the one that it looks back to. */
type MomentOf = 'asOf' | 'since'

/** So long a report of now waits for what the report file lacks; after that it reads the store itself. */
const patienceMs = 1500

type Earlier = 'waits' | 'goes-without'

/** Thrown where a report turns out to need an earlier moment, and the report file has not everything yet. */
class NeedsVersions extends Error {}

/**
 * Works with a report's desk, everything of one moment. The report file is brought up to date before; while it is still being
 * filled, which on a large store takes minutes, reports of now read the store itself, and those of earlier moments wait
 * for it or go without.
 */
export function withDesk(
  task: TaskDesk,
  asked: ReportAsked,
  work: (opened: OpenDesk) => TaskEnd,
  earlier: Earlier = 'waits',
): TaskEnd {
  for (let waits = asked.asOf !== null; ; waits = true) {
    // Before the one reading begins: what it sees of the report file is of that moment, too
    bringUpToDate(task, waits)
    try {
      return inOneRead(task.store, () => {
        const opened = openDesk(task, asked, earlier)
        return opened.ok ? work(opened.value) : { failure: opened.refusal }
      })
    } catch (error) {
      if (error instanceof TooManyRows) return { failure: { code: 'REPORT_TOO_LARGE', params: {} } }
      if (!(error instanceof NeedsVersions)) throw error
    }
  }
}

function bringUpToDate({ store, report, pulse }: TaskDesk, waits: boolean): void {
  if (!report) return
  if (waits) catchUp(store, report, pulse)
  else if (readProgress(report).seq > 0) catchUp(store, report, pulse, performance.now() + patienceMs)
}

function openDesk(task: TaskDesk, asked: ReportAsked, earlier: Earlier): Result<OpenDesk, AsOfCode> {
  const { store, report: file, pulse } = task
  const head = readHead(store)
  const isKept = file !== null && readFileSeq(store) === (head?.seq ?? 0)

  function sourceAt(asOf: string, of: MomentOf): Result<Source & { at: At }, AsOfCode> {
    if (!file) return refuse('REPORT_NO_FILE', asked.noFile ?? {})
    if (isKept) return thenOf(task, asked, asOf, of)
    if (earlier === 'waits') throw new NeedsVersions()
    return refuse('REPORT_NO_FILE', { file: '', why: 'filling' })
  }

  const now: Source = { seq: null, today: asked.today, isKept }
  const desk = (source: Source): ReportDesk => ({
    store,
    source,
    now: asked.today,
    starts: asked.starts,
    country: asked.hotel.country,
    sourceAt: (moment) => {
      const then = sourceAt(moment, 'since')
      return then.ok ? then.value : (then as Refused)
    },
    pulse,
  })
  if (asked.asOf === null)
    return ok({
      desk: desk(now),
      asOf: { moment: asked.moment, businessDate: asked.today, seq: head?.seq ?? 0, isNow: true },
    })
  const then = sourceAt(asked.asOf, 'asOf')
  if (!then.ok) return then
  const { at, today, seq } = then.value
  return ok({
    desk: desk(then.value),
    asOf: {
      moment: at.moment,
      businessDate: today,
      seq: at.seq,
      isNow: seq === null && today === asked.today,
    },
  })
}

/**
 * The store as it was at a moment, or when a business date ended: after the last change until then. What has not passed yet is now;
 * refused are what lies ahead and what was before the first change.
 */
function thenOf(
  { store }: TaskDesk,
  { moment: now, today }: Pick<ReportAsked, 'moment' | 'today'>,
  asOf: string,
  of: MomentOf,
): Result<Source & { at: At }, AsOfCode> {
  const date = asOf === 'today' ? today : asOf === 'yesterday' ? addDays(today, -1) : asOf
  const moment = isBusinessDate(date) ? null : momentIn(date)
  if (!isBusinessDate(date) && moment === null) return refuse('REPORT_MOMENT_WRONG', { of, value: asOf })
  if (isBusinessDate(date) ? date > today : (moment as Moment) > now)
    return refuse('REPORT_MOMENT_AHEAD', { of, moment: asOf })
  const at = isBusinessDate(date) ? readLastOn(store, date) : readLastAt(store, moment as Moment)
  if (!at) {
    const first = readFirst(store)
    return refuse('REPORT_MOMENT_EARLY', {
      of,
      moment: asOf,
      first: (isBusinessDate(date) ? first?.businessDate : first?.moment) ?? '',
    })
  }
  const isNewest = at.seq === readHead(store)?.seq
  // The date may have moved on without a change
  const then = isBusinessDate(date) ? date : isNewest ? today : at.businessDate
  return ok({
    seq: isNewest ? null : at.seq,
    today: then,
    isKept: true,
    at: { ...at, moment: moment ?? at.moment },
  })
}

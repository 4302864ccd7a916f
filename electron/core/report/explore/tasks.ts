import type { Parameters, ReportName } from '#shared/domain/report/catalogue.ts'
import type { ExploreAsk } from '#shared/domain/report/explore/ask.ts'
import type { ExploreResult } from '#shared/domain/report/explore/explore.ts'
import { type Read, readParameters } from '#shared/domain/report/parameters.ts'
import type { Period, WeekStart } from '#shared/domain/report/period.ts'
import type { Result } from '#shared/values/index.ts'
import type { TaskEnd } from '../../heavy/public.ts'
import { knownNowNote, periodNote } from '../notes.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { ReportDesk } from '../report.ts'
import { bookingsBehind, type CellAt } from './behind.ts'
import { workOut } from './work-out.ts'

/** What a pivot needs of what every report is asked, and the pivot. */
export type ExploreAsked = {
  name: ReportName
  parameters: Parameters
  starts: WeekStart
  hotel: { name: string; currency: string }
  withoutRevenue: boolean
  ask: ExploreAsk
}
export type CellAsked = ExploreAsked & { at: CellAt; limit: number }

/** A pivot in the worker. */
export function runExplore({ desk, asOf }: OpenDesk, asked: ExploreAsked): TaskEnd {
  const read = readPeriod(desk, asked)
  if (!read.ok) return { failure: read.refusal }
  const period = read.value.period as Period
  const found = workOut(desk, asked.ask, period)
  if (!found.ok) return { failure: found.refusal }
  const { withoutRevenue, hotel } = asked
  const result: ExploreResult = {
    ...found.value,
    notes: [...found.value.notes, ...periodNote(asked.parameters), ...knownNowNote(asOf)],
    ask: asked.ask,
    period,
    asOf,
    hotel: { name: hotel.name, currency: hotel.currency },
    withoutRevenue,
  }
  return { result }
}

/** The bookings behind a cell, in the worker. */
export function findCellBookings({ desk }: OpenDesk, asked: CellAsked): TaskEnd {
  const read = readPeriod(desk, asked)
  if (!read.ok) return { failure: read.refusal }
  const found = bookingsBehind(desk, asked.ask, read.value.period as Period, asked.at, asked.limit)
  return found.ok ? { result: found.value } : { failure: found.refusal }
}

/** As of an earlier moment, the words of periods are meant from its business date. */
function readPeriod(desk: ReportDesk, { name, parameters, starts }: ExploreAsked): Result<Read> {
  return readParameters(name, parameters, { today: desk.source.today, starts })
}

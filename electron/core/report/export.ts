import type { Reader } from '#db/handles.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import type { DeviceCode } from '#shared/domain/device/device.ts'
import { pageSizeOf } from '#shared/domain/folio/paper-size.ts'
import type { Dashboard } from '#shared/domain/report/dashboard.ts'
import type { ExploreResult } from '#shared/domain/report/explore/explore.ts'
import type { ReportFormat } from '#shared/domain/report/formats.ts'
import type { AsOf, ReportResult } from '#shared/domain/report/result.ts'
import type { Shown } from '#shared/i18n/file-text.ts'
import type { Language } from '#shared/i18n/types.ts'
import { ok, type Result } from '#shared/values/index.ts'
import { printOnDesk } from '../device/public.ts'
import { sizeOf } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import type { JobHandle } from '../kernel/jobs.ts'
import { type Change, done } from '../kernel/outcome.ts'
import type { PrintCode } from '../kernel/printer.ts'
import { questionOf } from './explore/question.ts'
import type { FileMade } from './files/file-in-thread.ts'
import { mediaTypes } from './files/formats.ts'
import { makeFile } from './files/make-file.ts'
import { askedOf, dashboardAsked } from './run.ts'
import { askWorker, underName } from './running.ts'

/** Which report in which format, for whom. */
export type ReportFileWanted = Pick<ParsedOf<'report.run'>, 'name' | 'parameters' | 'asOf'> & {
  format: ReportFormat
  /** Without it the caller's. */
  language?: Language | undefined
}

/** A file with what it shows. */
type FileOf<S extends Shown> = FileMade & { shown: S }

/** Works a report out and makes its file, all of it off the desk's thread. */
export async function fileOfReport(
  db: Reader,
  ctx: Context,
  { format, language, ...which }: ReportFileWanted,
  job: JobHandle,
) {
  const report = await resultOf(db, ctx, which, job)
  return report.ok ? fileOf(ctx, { report: report.value }, { format, language }, job) : report
}

async function resultOf(
  db: Reader,
  ctx: Context,
  which: Pick<ReportFileWanted, 'name' | 'parameters' | 'asOf'>,
  job: JobHandle,
) {
  const asked = await askedOf(db, ctx, which)
  return asked.ok ? askWorker<ReportResult>(ctx, 'report.run', asked.value, job) : asked
}

/** How a file is asked for; on the printer of this desk nothing of it is kept. */
type Out = { format: ReportFormat | 'printer'; language?: Language | undefined }

async function outOf<S extends Shown>(
  ctx: Context,
  shown: S,
  { format, language }: Out,
  job: JobHandle,
): Promise<Result<FileOf<S>, PrintCode | DeviceCode>> {
  if (format !== 'printer') return fileOf(ctx, shown, { format, language }, job)
  return printOnDesk(ctx.store.reader, ctx, () => fileOf(ctx, shown, { format: 'pdf', language }, job))
}

async function fileOf<S extends Shown>(
  ctx: Context,
  shown: S,
  { format, language }: { format: ReportFormat; language?: Language | undefined },
  job: JobHandle,
): Promise<Result<FileOf<S>, PrintCode>> {
  const { timeZone } = ctx.hotel
  const paper = pageSizeOf(await sizeOf(ctx.store.reader, undefined))
  const made = await makeFile(
    ctx.printer,
    { shown, format, language: language ?? ctx.language, timeZone, paper },
    job,
  )
  return made.ok ? ok({ ...made.value, shown }) : made
}

/** What the change log keeps of a file of a report or a page: nothing is changed by it, and somebody has it. */
export function exported(
  { name, parameters, asOf }: { name: string; parameters: object; asOf: AsOf },
  more: { format: string; file?: string },
): Change {
  const after: Change['after'] = { report: name, ...more, parameters: JSON.stringify(parameters) }
  if (!asOf.isNow) after.asOf = asOf.moment
  return { entity: 'report', id: 0, before: {}, after }
}

/** The file is made before the command has its turn: nobody waits for it. */
export const exportReport = writesAfter(
  'report.export',
  (db, { run, format, language, ...which }, ctx) =>
    underName(ctx.store.events, run, async (job) => {
      const report = await resultOf(db, ctx, which, job)
      return report.ok ? outOf(ctx, { report: report.value }, { format, language }, job) : report
    }),
  (_tx, _ctx, { format }, made) =>
    made.ok ? fileDone(made.value, format, exported(made.value.shown.report, { format })) : made,
)

/** The dashboard as a file, for its paper too. */
export const exportDashboard = writesAfter(
  'report.exportDashboard',
  (db, { run, basis, since, asOf, ...wanted }, ctx) =>
    underName(ctx.store.events, run, async (job) => {
      const asked = await dashboardAsked(db, ctx, { basis, since, asOf })
      if (!asked.ok) return asked
      const found = await askWorker<Dashboard>(ctx, 'report.dashboard', asked.value, job)
      if (!found.ok) return found
      const { name, currency } = asked.value.hotel
      return outOf(ctx, { dashboard: found.value, hotel: { name, currency }, basis }, wanted, job)
    }),
  (_tx, _ctx, { format }, made) => {
    if (!made.ok) return made
    const { dashboard, basis } = made.value.shown
    const page = { name: 'dashboard', parameters: { basis }, asOf: dashboard.asOf }
    return fileDone(made.value, format, exported(page, { format }))
  },
)

/** A pivot as a file, for its paper too. */
export const exportExplore = writesAfter(
  'explore.export',
  (db, { run, ask, asOf, ...wanted }, ctx) =>
    underName(ctx.store.events, run, async (job) => {
      const question = await questionOf(db, ctx, { ask, asOf })
      if (!question.ok) return question
      const found = await askWorker<ExploreResult>(ctx, 'explore.run', question.value, job)
      return found.ok ? outOf(ctx, { explore: found.value }, wanted, job) : found
    }),
  (_tx, _ctx, { format }, made) => {
    if (!made.ok) return made
    const { ask, asOf } = made.value.shown.explore
    return fileDone(made.value, format, exported({ name: 'explore', parameters: ask, asOf }, { format }))
  },
)

/** A file as it is answered, with the change that says who has it. */
function fileDone({ name, bytes }: FileMade, format: Out['format'], change: Change) {
  const content = Buffer.from(bytes).toString('base64')
  return done({ name, mediaType: mediaTypes[format === 'printer' ? 'pdf' : format], content }, [change])
}

import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Reader } from '#db/handles.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  loadSchedule,
  readSchedules,
  saveSchedule,
  saveScheduleState,
  scheduleCalled,
} from '#db/repositories/report/schedules.ts'
import type { OutputOf, ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { wallHour } from '#shared/domain/backup/schedule.ts'
import type { ReportName } from '#shared/domain/report/catalogue.ts'
import { fileNamePart } from '#shared/domain/report/file-name.ts'
import type { ReportFormat } from '#shared/domain/report/formats.ts'
import { readParameters } from '#shared/domain/report/parameters.ts'
import type { ReportResult } from '#shared/domain/report/result.ts'
import { nextTime, type ScheduleImage, tidySchedule } from '#shared/domain/report/schedule.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type Moment, ok, type Refused, type Result, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit, remove } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes, writesAfter } from '../kernel/handler.ts'
import { nobodyFollows } from '../kernel/jobs.ts'
import { conflict, done } from '../kernel/outcome.ts'
import { exported, fileOfReport } from './export.ts'
import { freePath } from './files/free-path.ts'
import { writeWhole } from './files/write-whole.ts'
import { reportSettings } from './plan/settings.ts'

/** A scheduled report: no two have one name, which their files begin with. */
export const scheduleAggregate: Aggregate<ScheduleImage> = {
  entity: 'report-schedule',
  unknown: 'SCHEDULE_UNKNOWN',
  load: loadSchedule,
  save: saveSchedule,
  check: async (tx, _ctx, id, _before, after) =>
    after && (await scheduleCalled(tx, after.name, id))
      ? refuse('SCHEDULE_NAME_TAKEN', { name: after.name })
      : null,
}

export const listSchedules = reads('report.schedules', async (db, _input, ctx) => {
  const now = wallHour(Date.parse(ctx.moment), ctx.hotel.timeZone)
  type Listed = OutputOf<'report.schedules'>['schedules'][number]
  return {
    schedules: (await readSchedules(db)).map(({ id, version, image, state }): Listed => {
      const { report, format, language, parameters, ...same } = image
      return {
        id,
        version,
        ...same,
        report: report as ReportName,
        format: format as ReportFormat,
        language: language as Language,
        parameters: JSON.parse(parameters) as Listed['parameters'],
        next: image.active ? nextTime(image, now) : null,
        last: state as Listed['last'],
      }
    }),
  }
})

/** A new one begins with its next hour: what was chosen for six is not written at ten, when it is set up. */
export const saveOneSchedule = writesAfter(
  'report.saveSchedule',
  async (db, input, ctx) =>
    (await troubleWithParameters(db, input, ctx)) ?? (await troubleWithFolder(input.folder)),
  async (tx, ctx, { id, version, parameters, ...given }, trouble) => {
    if (trouble) return trouble
    const fields = tidySchedule({ ...given, parameters: JSON.stringify(parameters) })
    if (id === undefined) {
      const made = await nextId(tx, 'report_schedules')
      const outcome = await create<ScheduleImage, RefusalOf<'report.saveSchedule'>>(
        tx,
        ctx,
        scheduleAggregate,
        made,
        {
          ...fields,
          createdBy: ctx.actor,
        },
      )
      if ('done' in outcome)
        await saveScheduleState(tx, made, { at: ctx.moment as Moment, file: null, failure: null })
      return outcome
    }
    if (version === undefined) return conflict('report-schedule', id)
    return edit<ScheduleImage, RefusalOf<'report.saveSchedule'>>(
      tx,
      ctx,
      scheduleAggregate,
      id,
      version,
      (image) => ok({ ...image, ...fields }),
    )
  },
)

async function troubleWithParameters(
  db: Reader,
  { report, parameters }: Pick<ParsedOf<'report.saveSchedule'>, 'report' | 'parameters'>,
  ctx: Context,
): Promise<Refused<RefusalOf<'report.saveSchedule'>> | null> {
  const { weekStarts } = await reportSettings.read(db)
  const read = readParameters(report, parameters, { today: ctx.businessDate, starts: weekStarts })
  return read.ok ? null : read
}

async function troubleWithFolder(
  folder: string,
): Promise<Refused<'FILE_FOLDER_RELATIVE' | 'FILE_FOLDER_MISSING' | 'FILE_NO_ACCESS'> | null> {
  if (!isAbsolute(folder)) return refuse('FILE_FOLDER_RELATIVE', { folder })
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) return refuse('FILE_FOLDER_MISSING', { folder })
  const mayWrite = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  return mayWrite ? null : refuse('FILE_NO_ACCESS', { folder })
}

export const deleteOneSchedule = writes('report.deleteSchedule', (tx, ctx, { id, version }) =>
  remove(tx, ctx, scheduleAggregate, id, version, {}),
)

type Written = { file: string; result: ReportResult; format: string }

/**
 * Writes the file before the command has its turn; how it went is kept either way. Whoever set it up may open the report: it is
 * not asked again who runs it.
 */
export const runSchedule = writesAfter(
  'report.runSchedule',
  (db, { id }, ctx) => writeScheduled(db, ctx, id),
  async (tx, ctx, { id }, written) => {
    if (!(await loadSchedule(tx, id))) return refuse('SCHEDULE_UNKNOWN', { id })
    const at = ctx.moment as Moment
    if (!written.ok) {
      await saveScheduleState(tx, id, { at, file: null, failure: written.refusal })
      return { answer: written, changes: [] }
    }
    const { file, result, format } = written.value
    await saveScheduleState(tx, id, { at, file, failure: null })
    return done({ file }, [exported(result, { format, file })])
  },
)

async function writeScheduled(
  db: Reader,
  ctx: Context,
  id: number,
): Promise<Result<Written, RefusalOf<'report.runSchedule'>>> {
  const found = await loadSchedule(db, id)
  if (!found) return refuse('SCHEDULE_UNKNOWN', { id })
  const { name, report, parameters, folder } = found.image
  const format = found.image.format as ReportFormat
  const wanted = {
    name: report,
    parameters: JSON.parse(parameters) as ParsedOf<'report.run'>['parameters'],
    format,
    language: found.image.language as Language,
  }
  const made = await fileOfReport(db, { ...ctx, user: null }, wanted, nobodyFollows)
  if (!made.ok) return made
  const file = await freePath(join(folder, `${fileNamePart(name)} ${ctx.businessDate}`), format)
  const trouble = await writeWhole(file, made.value.bytes)
  return trouble ?? ok({ file, result: made.value.shown.report, format })
}

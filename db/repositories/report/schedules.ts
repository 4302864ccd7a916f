import type { Selectable } from 'kysely'
import type { ScheduleImage } from '#shared/domain/report/schedule.ts'
import type { Moment } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { ReportScheduleStatesTable, ReportSchedulesTable } from '../../schema/report.ts'

/** How a scheduled report went last. */
export type ScheduleState = {
  at: Moment
  file: string | null
  failure: { code: string; params: object } | null
}
export type StoredSchedule = {
  id: number
  version: number
  image: ScheduleImage
  state: ScheduleState | null
}

function imageOf(row: Selectable<ReportSchedulesTable>): ScheduleImage {
  return {
    name: row.name,
    report: row.report,
    parameters: row.parameters,
    format: row.format,
    language: row.language,
    folder: row.folder,
    hours: JSON.parse(row.hours) as number[],
    weekdays: JSON.parse(row.weekdays) as number[],
    active: row.active === 1,
    createdBy: row.created_by,
  }
}

function columnsOf(image: ScheduleImage) {
  return {
    name: image.name,
    report: image.report,
    parameters: image.parameters,
    format: image.format,
    language: image.language,
    folder: image.folder,
    hours: JSON.stringify(image.hours),
    weekdays: JSON.stringify(image.weekdays),
    active: flag(image.active),
    created_by: image.createdBy,
  }
}

function stateOf(row: Selectable<ReportScheduleStatesTable> | undefined): ScheduleState | null {
  if (!row) return null
  const { at, file, failure } = row
  return { at, file, failure: failure === null ? null : (JSON.parse(failure) as ScheduleState['failure']) }
}

/** All scheduled reports by name, with how each went last. */
export async function readSchedules(db: Reader): Promise<StoredSchedule[]> {
  const rows = await readWith(db).selectFrom('report_schedules').selectAll().orderBy('name').execute()
  const states = await readWith(db).selectFrom('report_schedule_states').selectAll().execute()
  const of = new Map(states.map((state) => [state.schedule_id, state]))
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    image: imageOf(row),
    state: stateOf(of.get(row.id)),
  }))
}

export async function loadSchedule(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('report_schedules')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { image: imageOf(row), version: row.version } : null
}

/** Another scheduled report of this name; they are one file's name each. */
export async function scheduleCalled(db: Reader, name: string, but: number): Promise<boolean> {
  const row = await readWith(db)
    .selectFrom('report_schedules')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', but)
    .executeTakeFirst()
  return row !== undefined
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveSchedule(
  tx: Writer,
  id: number,
  before: ScheduleImage | null,
  after: ScheduleImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('report_schedules').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('report_schedules')
      .values({ id, ...columnsOf(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('report_schedules')
      .set((eb) => ({ ...columnsOf(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

/** Keeps how it went, in place of how it went before. */
export async function saveScheduleState(
  tx: Writer,
  id: number,
  { at, file, failure }: ScheduleState,
): Promise<void> {
  const columns = { at, file, failure: failure && JSON.stringify(failure) }
  await writeWith(tx)
    .insertInto('report_schedule_states')
    .values({ schedule_id: id, ...columns })
    .onConflict((on) => on.column('schedule_id').doUpdateSet(columns))
    .execute()
}

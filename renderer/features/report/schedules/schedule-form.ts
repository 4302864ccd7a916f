import type { InputOf } from '#shared/contract/index.ts'
import type { Parameters, ReportName } from '#shared/domain/report/catalogue.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { Schedule } from './schedule-words.ts'

/** A scheduled report as it is typed. */
export type ScheduleFields = Pick<
  Schedule,
  'name' | 'report' | 'parameters' | 'format' | 'language' | 'folder' | 'hours' | 'weekdays' | 'active'
>

/** What a new one begins with. */
export type Beginning = { report: ReportName; parameters: Parameters; name: string }

/** Before the desk opens: the report of the night that is over. */
const usualHours = [6]

export function fieldsOf(schedule: Schedule): ScheduleFields {
  const { name, report, parameters, format, language, folder, hours, weekdays, active } = schedule
  return { name, report, parameters, format, language, folder, hours, weekdays, active }
}

export function newFields(beginning: Beginning, language: Language): ScheduleFields {
  return { ...beginning, folder: '', format: 'pdf', language, hours: usualHours, weekdays: [], active: true }
}

/** Parameters with a patch: what is let go is not kept as empty. */
export function patched(parameters: Parameters, patch: Parameters): Parameters {
  const all = Object.entries({ ...parameters, ...patch })
  return Object.fromEntries(all.filter(([, value]) => value !== ''))
}

export function inputOf(
  fields: ScheduleFields,
  of: { id: number; version: number } | undefined,
): InputOf<'report.saveSchedule'> {
  return {
    ...of,
    ...fields,
    name: fields.name.trim(),
    folder: fields.folder.trim(),
  } as InputOf<'report.saveSchedule'>
}

/** Which field a refusal is about. */
export function fieldOfRefusal(code: string): 'name' | 'folder' | 'parameters' | null {
  if (code === 'SCHEDULE_NAME_TAKEN') return 'name'
  if (code.startsWith('FILE_')) return 'folder'
  return code.startsWith('REPORT_') ? 'parameters' : null
}

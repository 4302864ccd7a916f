import { hourText } from '#renderer/parts/form/hours.ts'
import type { OutputOf } from '#shared/contract/index.ts'

type Settings = OutputOf<'backup.settings'>
const figures = ['keepDays', 'keepWeeks', 'keepMonths', 'warnAfterHours'] as const
type Figure = (typeof figures)[number]

/** The settings as they are typed: figures as text. */
export type BackupFields = Pick<Settings, 'automatic' | 'folders' | 'hours'> & Record<Figure, string>

export function fieldsOf(settings: Settings): BackupFields {
  const { automatic, folders, hours } = settings
  const texts = Object.fromEntries(figures.map((name) => [name, String(settings[name])]))
  return { automatic, folders, hours, ...(texts as Record<Figure, string>) }
}

/** What is sent of the fields that were changed. What is no figure goes as it is, and is refused beside its field. */
export function inputOf(fields: BackupFields, changed: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    changed.map((name) => {
      const value = fields[name as keyof BackupFields]
      if (name === 'folders')
        return [name, fields.folders.map((one) => one.trim()).filter((one) => one !== '')]
      if (!figures.includes(name as Figure)) return [name, value]
      return [name, /^\s*\d+\s*$/.test(String(value)) ? Number(value) : value]
    }),
  )
}

/** An hour as the contract gives it, `2026-03-02T03`, in its day and its time. */
export function partsOfHour(hour: string): { day: string; time: string } {
  return { day: hour.slice(0, 10), time: hourText(Number(hour.slice(11))) }
}

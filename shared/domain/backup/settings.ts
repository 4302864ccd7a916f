import { type RetentionRule, retention } from './retention.ts'

/** When copies are made by the program itself, where they go and how long they are kept. */
export type BackupSettings = {
  /** Copies are made at the chosen hours while the program runs; a missed hour is caught up. */
  automatic: boolean
  /** Full paths of folders on the machine that the program runs on; each gets a copy of its own. */
  folders: string[]
  /** Hours of the day on the hotel's clock, 0 to 23, ascending. */
  hours: number[]
  keepDays: number
  keepWeeks: number
  keepMonths: number
  /** After so many hours without a good copy the status line warns. */
  warnAfterHours: number
}

/** What a new store begins with. */
export const firstBackupSettings: BackupSettings = {
  automatic: false,
  folders: [],
  hours: [3],
  keepDays: retention.days,
  keepWeeks: retention.weeks,
  keepMonths: retention.months,
  warnAfterHours: 48,
}

export const maxFolders = 4

export function ruleOf({ keepDays, keepWeeks, keepMonths }: BackupSettings): RetentionRule {
  return { days: keepDays, weeks: keepWeeks, months: keepMonths }
}

/** Folders and hours without repetition, hours in their order. */
export function tidySettings<T extends Pick<BackupSettings, 'folders' | 'hours'>>(given: T): T {
  return {
    ...given,
    folders: [...new Set(given.folders)],
    hours: [...new Set(given.hours)].sort((a, b) => a - b),
  }
}

/** What automatic copies lack: a folder, or an hour; null when they can be made, or are not asked for. */
export function lackOf({ automatic, folders, hours }: BackupSettings): 'folder' | 'hour' | null {
  if (!automatic) return null
  if (folders.length === 0) return 'folder'
  return hours.length === 0 ? 'hour' : null
}

import { type Closer, createCloser } from './audit/closer.ts'
import { type BackupSchedule, createBackupSchedule } from './backup/schedule.ts'
import type { DeskOptions, OpenDesk } from './compose-desk.ts'
import type { InsightSchedule, ScheduleParts as InsightScheduleParts } from './insight/schedule.ts'
import { scheduleActor } from './kernel/itself.ts'
import type { LogFollower } from './report/follow-log.ts'
import { createReportSchedule, type ReportSchedule } from './report/schedule.ts'

/** What the program does by itself: a host that stays open begins each. */
export type Schedules = {
  /** Copies of the store. */
  backups: BackupSchedule
  /** Figures of Insight. */
  insights: InsightSchedule
  /** The file of what was, kept up to date. */
  versions: LogFollower
  /** Reports written to folders. */
  reportFiles: ReportSchedule
  /** Closes of the day that were begun. */
  closer: Closer
}

/** It is in the log as its own. */
const itself: DeskOptions = {
  workstation: 'keyrack',
  language: 'en',
  user: { id: null, login: scheduleActor, name: scheduleActor, role: 'manager', language: 'en' },
}

type Parts = Omit<InsightScheduleParts, 'heavy' | 'setTags'>

/** All schedules over an open store, none of them begun. */
export function composeSchedules(
  parts: Parts,
  derived: (parts: Omit<InsightScheduleParts, 'heavy'>) => Pick<Schedules, 'insights' | 'versions'>,
  desk: (options: DeskOptions) => OpenDesk,
): Schedules & { end: () => Promise<void> } {
  const schedules: Schedules = {
    backups: createBackupSchedule(parts),
    ...derived({ ...parts, setTags: (asked) => desk(itself).call('segment.setTags', asked) }),
    reportFiles: createReportSchedule({
      ...parts,
      write: (id) => desk(itself).call('report.runSchedule', { id }),
    }),
    closer: createCloser({
      ...parts,
      call: (operation, input) => desk(itself).call(operation, input),
    }),
  }
  return {
    ...schedules,
    end: async () => {
      schedules.backups.end()
      await schedules.insights.end()
      await schedules.versions.end()
      await schedules.reportFiles.end()
      await schedules.closer.end()
    },
  }
}

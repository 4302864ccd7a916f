import { type AttachedFile, attachDerived } from '#db/derived/attach.ts'
import { insightKind } from '#db/insight/file.ts'
import { reportKind } from '#db/report/file.ts'
import { createHeavy } from './heavy/heavy.ts'
import { createInsightSchedule, type ScheduleParts } from './insight/schedule.ts'
import { threadFile } from './jobs/public.ts'
import type { Log } from './kernel/dispatch.ts'
import { createLogFollower } from './report/follow-log.ts'

/** Doctor lays nothing beside the store that it looks at. */
const noFile: AttachedFile = {
  file: '',
  trouble: 'taken',
  renew: () => undefined,
  close: () => undefined,
}

export type DerivedOptions = {
  file: string
  nativeBinding?: string
  toExamine?: boolean
  log: Log
  /** The worker's code; tests set their own, which ends in the middle. */
  heavyThread?: URL
}

/** The files of derived data beside an open store, attached to its reader, and the workers that fill them. */
export function composeDerived(reader: Parameters<typeof attachDerived>[1], options: DerivedOptions) {
  const { file, nativeBinding, toExamine, heavyThread, log } = options
  const fileOf = (kind: typeof insightKind) =>
    toExamine ? noFile : attachDerived(kind, reader, file, nativeBinding)
  const insight = fileOf(insightKind)
  const report = fileOf(reportKind)
  const heavy = createHeavy({
    thread: heavyThread ?? threadFile(import.meta.url, 'heavy-worker'),
    store: file,
    nativeBinding,
    insight,
    report,
    onDefect: log.defect,
  })
  let healed = false
  return {
    insight,
    report,
    heavy,
    /**
     * Makes the file again where reading it met damage, once: what is damaged after that is the store, which must be said. Nobody's
     * entry is lost with it.
     */
    heal: async (operation: string) => {
      if (healed || !operation.startsWith('insight.') || insight.trouble !== null || heavy.isAtWork())
        return false
      healed = true
      await heavy.letGo()
      insight.renew()
      return true
    },
    /** Insight computes by itself, and the report file is filled: a host that stays open begins them. */
    schedules: (parts: Omit<ScheduleParts, 'heavy'>) => ({
      insights: createInsightSchedule({ ...parts, heavy }),
      versions: createLogFollower({ ...parts, heavy }),
    }),
    /** After the store is closed. */
    close: () => {
      insight.close()
      report.close()
    },
  }
}

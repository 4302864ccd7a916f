import { type AttachedInsight, attachInsight } from '#db/insight/attach.ts'
import { createHeavy } from './heavy/heavy.ts'
import { createInsightSchedule, type ScheduleParts } from './insight/schedule.ts'
import { threadFile } from './jobs/public.ts'
import type { Log } from './kernel/dispatch.ts'

/** Doctor lays nothing beside the store that it looks at. */
const noInsight: AttachedInsight = {
  file: '',
  trouble: 'taken',
  renew: () => undefined,
  close: () => undefined,
}

export type InsightOptions = {
  file: string
  nativeBinding?: string
  toExamine?: boolean
  log: Log
  /** The worker's code; tests set their own, which ends in the middle. */
  heavyThread?: URL
}

/** The file of derived data beside an open store, attached to its reader, and the worker that fills it. */
export function composeInsight(reader: Parameters<typeof attachInsight>[0], options: InsightOptions) {
  const { file, nativeBinding, toExamine, heavyThread, log } = options
  const insight = toExamine ? noInsight : attachInsight(reader, file, nativeBinding)
  const heavy = createHeavy({
    thread: heavyThread ?? threadFile(import.meta.url, 'heavy-worker'),
    store: file,
    nativeBinding,
    insight,
    onDefect: log.defect,
  })
  let healed = false
  return {
    insight,
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
    /** Computes by itself: a host that stays open begins it. */
    schedule: (parts: Omit<ScheduleParts, 'heavy'>) => createInsightSchedule({ ...parts, heavy }),
  }
}

import { isEmptyOfStays } from '#db/queries/insight/counts.ts'
import { readRun, refreshKind } from '#db/queries/insight/runs.ts'
import { readInsightSettings } from '#db/repositories/insight/settings.ts'
import { settingsFrom } from '#shared/domain/insight/settings/settings.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { scheduleActor } from '../kernel/itself.ts'
import { createSegmentFollower, type FollowParts } from './segments/follow.ts'
import { startRefresh } from './start.ts'

export type ScheduleParts = Omit<FollowParts, 'actor'>

export type InsightSchedule = {
  /** Begins what is due now; answers with the job, null when nothing is or another is at work. */
  look: () => Promise<string | null>
  /** Looks every minute until `end`, and does what follows of segments. */
  begin: () => void
  end: () => Promise<void>
}

const lookMs = 60_000
const hourMs = 3_600_000

/**
 * Computes by itself once the business date has moved on, or the hours of the settings have passed: what the day before was closed with
 * is there in the morning. One that was cancelled or failed is not begun again before the next date or hour.
 */
export function createInsightSchedule(parts: ScheduleParts): InsightSchedule {
  const { store, settings, now, onDefect } = parts
  const actor = scheduleActor
  const segments = createSegmentFollower({ ...parts, actor })
  let tried: { date: BusinessDate; at: number } | null = null
  let timer: NodeJS.Timeout | null = null

  async function look(): Promise<string | null> {
    const hotel = await settings.get(store.reader)
    if (!hotel || store.insight.trouble !== null) return null
    const stored = await readInsightSettings(store.reader)
    const { automatic, everyHours } = settingsFrom(stored.map(({ image }) => image)).schedule
    if (!automatic || (await isEmptyOfStays(store.reader))) return null
    const last = await readRun(store.reader, refreshKind, '{}')
    const moment = now()
    const clock = Date.parse(moment)
    const { businessDate } = hotel
    const isOld = (at: number) => clock - at >= everyHours * hourMs
    const isDue = !last || last.asOf !== businessDate || isOld(Date.parse(last.moment))
    if (!isDue || (tried?.date === businessDate && !isOld(tried.at))) return null
    const job = startRefresh({ ...parts, actor }, { asOf: businessDate, moment, rebuild: false })
    if (job) tried = { date: businessDate, at: clock }
    return job
  }

  return {
    look,
    begin: () => {
      timer ??= setInterval(() => void look().catch(onDefect), lookMs)
      timer.unref()
      segments.begin()
    },
    end: async () => {
      if (timer) clearInterval(timer)
      timer = null
      await segments.end()
    },
  }
}

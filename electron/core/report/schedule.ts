import { readSchedules, type StoredSchedule } from '#db/repositories/report/schedules.ts'
import type { Reply } from '#shared/contract/index.ts'
import { type Tried, wallHour } from '#shared/domain/backup/schedule.ts'
import { isTimeFor, lastTime } from '#shared/domain/report/schedule.ts'
import type { Moment } from '#shared/values/index.ts'
import type { SettingsCache } from '../kernel/dispatch.ts'
import { scheduleActor } from '../kernel/itself.ts'
import type { Store } from '../kernel/store.ts'

export type ReportScheduleParts = {
  store: Store
  settings: SettingsCache
  now: () => Moment
  onDefect: (error: unknown) => void
  /** Writes one as the program itself. */
  write: (id: number) => Promise<Reply>
}

export type ReportSchedule = {
  /** Writes what is due now, one after another; answers with the numbers of those that it came to. */
  look: () => Promise<number[]>
  /** Looks every minute until `end`. */
  begin: () => void
  end: () => Promise<void>
}

const lookMs = 60_000

/**
 * Writes reports at their hours. It looks at the clock once a minute instead of waiting for an hour: a machine sleeps, clocks are
 * set, and an hour that was missed while the program was closed is caught up. While one is being written it does not look.
 */
export function createReportSchedule(parts: ReportScheduleParts): ReportSchedule {
  const { store, settings, now, onDefect, write } = parts
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<number[]> | null = null
  let isEnding = false
  /** The hour at which a defect kept one from being written: nothing is noted of it in the store, and it is in the log. */
  const broken = new Map<number, string | null>()

  async function lookOnce(): Promise<number[]> {
    const hotel = await settings.get(store.reader)
    if (!hotel) return []
    const clock = Date.parse(now())
    const hour = wallHour(clock, hotel.timeZone)
    const due = (await readSchedules(store.reader)).filter(
      ({ id, image, state }) =>
        image.active &&
        isTimeFor(image, hotel.timeZone, clock, triedOf(state)) &&
        broken.get(id) !== lastTime(image, hour),
    )
    const tried: number[] = []
    for (const { id, image } of due) {
      // The program closes: what is left is written when it is open again
      if (isEnding) break
      const reply = await write(id)
      tried.push(id)
      if (reply.ok) continue
      if ('fault' in reply) broken.set(id, lastTime(image, hour))
      const entities = [{ kind: 'report-schedule', id } as const]
      store.events.send({
        type: 'changed',
        change: 0,
        operation: 'report.runSchedule',
        actor: scheduleActor,
        entities,
      })
    }
    return tried
  }

  function look(): Promise<number[]> {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }

  return {
    look,
    begin: () => {
      timer ??= setInterval(() => void look().catch(onDefect), lookMs)
      timer.unref()
    },
    end: async () => {
      isEnding = true
      if (timer) clearInterval(timer)
      timer = null
      await looking?.catch(onDefect)
    },
  }
}

/** What the disk or a share said may pass; what is wrong with a report or where no browser is does not. */
function triedOf(state: StoredSchedule['state']): Tried | null {
  return state && { moment: state.at, mayPass: state.failure?.code.startsWith('FILE_') ?? false }
}

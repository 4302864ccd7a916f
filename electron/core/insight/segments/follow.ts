import type { Reader } from '#db/handles.ts'
import { readMemberSet, readSetMembers, readTagCounts } from '#db/queries/insight/segment-sets.ts'
import { readFactsDay } from '#db/queries/insight/segment-terms.ts'
import { loadSegment, loadSegmentTags } from '#db/repositories/insight/segments.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import type { Moment, SegmentId } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { SettingsCache } from '../../kernel/dispatch.ts'
import { startRun } from '../start.ts'

export type FollowParts = Pick<Context, 'store' | 'jobs' | 'heavy'> & {
  settings: SettingsCache
  now: () => Moment
  onDefect: (error: unknown) => void
  /** As recorded where somebody's name would be. */
  actor: string
  /** Sets a segment's tag, in the log under the actor; a refusal is told where the segment is shown. */
  setTags: (asked: { id: SegmentId; version: number }) => Promise<unknown>
}

export type SegmentFollower = { begin: () => void; end: () => Promise<void> }

/**
 * What follows of a segment by itself: its guests are worked out as soon as it is saved, and its tag, once somebody has set it,
 * goes with its guests at each refresh.
 */
export function createSegmentFollower(parts: FollowParts): SegmentFollower {
  const { store, jobs, onDefect } = parts
  const toCount = new Set<number>()
  let stop: (() => void) | null = null
  let last: Promise<void> = Promise.resolve()

  /** One after another, so that an end can wait for all. */
  function then(act: () => Promise<void>): void {
    last = last.then(act).catch(onDefect)
  }

  /** Begins with the next one; while another job is at work its end leads here again. */
  async function countNext(): Promise<void> {
    const hotel = await parts.settings.get(store.reader)
    const [id] = toCount
    if (id === undefined || !hotel || store.insight.trouble !== null || jobs.running('insight')) return
    const asOf = hotel.businessDate
    // Without facts of the day the next refresh, which is due, does it
    if ((await readFactsDay(store.reader)) !== asOf) return toCount.clear()
    const params = { segment: id }
    const job = startRun(parts, { kind: 'segment', params, asOf, moment: parts.now(), isCurrent: true })
    if (job) toCount.delete(id)
  }

  function heard(event: AppEvent): void {
    if (event.type === 'changed') {
      const changed = event.entities.filter(({ kind }) => kind === 'segment')
      for (const { id } of changed) toCount.add(id)
      if (changed.length > 0) then(countNext)
    }
    if (event.type !== 'job' || event.progress.kind !== 'insight' || event.progress.state === 'running')
      return
    const report = jobs.status(event.progress.job)
    if (report?.state === 'done' && isRefresh(report.result)) then(() => followTags(store.reader, parts))
    then(countNext)
  }

  return {
    begin: () => {
      stop ??= store.events.on(heard)
    },
    end: async () => {
      stop?.()
      stop = null
      await last
    },
  }
}

function isRefresh(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'runs' in result
}

/** Only segments whose tag somebody has set, and of those only where guests came or went: the log has no empty acts. */
async function followTags(db: Reader, { setTags }: Pick<FollowParts, 'setTags'>): Promise<void> {
  for (const id of (await readTagCounts(db)).keys()) {
    const found = await loadSegment(db, id)
    const set = await readMemberSet(db, id)
    if (!found || !set || set.rule !== found.image.rule) continue
    const had = Object.keys((await loadSegmentTags(db, id))?.image.guests ?? {}).map(Number)
    const members = new Set<number>(await readSetMembers(db, id))
    if (had.length === members.size && had.every((guest) => members.has(guest))) continue
    await setTags({ id, version: found.version })
  }
}

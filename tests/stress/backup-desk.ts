/**
 * node tests/stress/backup-desk.ts --store FILE --to FOLDER: how long a desk waits while its store is backed up. The store is
 * opened (and migrated) and written to: give it a copy.
 */

import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { compose } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { caller, newBookings } from '../bench/cases.ts'
import { anyGuests, keystrokes } from '../bench/inputs.ts'
import { percentile } from '../bench/measure.ts'
import { administrator } from '../bench/store.ts'

const { values } = parseArgs({
  options: { store: { type: 'string' }, to: { type: 'string' }, idle: { type: 'string', default: '20' } },
})
const { store, to } = values
if (!store || !to) throw new Error('--store FILE --to FOLDER')

/** Two commands and two reads, then a pause: more than four desks do. */
const pauseMs = 100

const app = await compose({ file: store, mode: 'existing', log: { defect: raise, info: console.error } })
if ('trouble' in app) throw new Error(JSON.stringify(app.trouble))
const reader = openRaw(store, { readonly: true })
const today = reader.prepare('select business_date from settings').pluck().get() as never
const drafts = newBookings(reader, today, 400)
const texts = keystrokes(reader, 400)
const guests = anyGuests(reader, 4000)
reader.close()
const call = caller(administrator(app))
let turn = 0

type Times = Record<string, number[]>

async function work(until: () => boolean, phaseOf: () => string): Promise<Map<string, Times>> {
  const phases = new Map<string, Times>()
  while (!until()) {
    const times = phases.get(phaseOf()) ?? {}
    phases.set(phaseOf(), times)
    const { requestId, ...draft } = drafts[turn % drafts.length] as (typeof drafts)[number]
    const measured = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
      const begun = performance.now()
      const answer = await run()
      ;(times[name] ??= []).push(performance.now() - begun)
      return answer
    }
    const id = `${requestId}-${turn}`
    const made = await measured('booking.create', () => call('booking.create', draft, id))
    // Taken back, so that the hotel does not fill up.
    const cancel = { id: made.id, version: made.version, reason: 'measured' }
    await measured('booking.cancel', () => call('booking.cancel', cancel, `${id}-back`))
    await measured('guest.search', () => call('guest.search', { text: texts[turn % texts.length] ?? '' }))
    await measured('guest.profile', () =>
      call('guest.profile', { id: guests[turn % guests.length] as never }),
    )
    turn += 1
    await wait(pauseMs)
  }
  return phases
}

function tell(phases: Map<string, Times>): void {
  for (const [phase, times] of phases) {
    for (const [name, list] of Object.entries(times)) {
      const [p50, p95] = [percentile(list, 50), percentile(list, 95)].map((ms) => ms.toFixed(1))
      console.log(
        `${phase.padEnd(10)} ${name.padEnd(16)} ${String(list.length).padStart(6)} times, p50 ${p50} ms, p95 ${p95} ms, max ${Math.max(...list).toFixed(1)} ms`,
      )
    }
  }
}

const idleUntil = performance.now() + Number(values.idle) * 1000
tell(
  await work(
    () => performance.now() > idleUntil,
    () => 'idle',
  ),
)
const begun = performance.now()
const { job } = (await call('backup.create', { folder: to, keepAll: true })) as { job: string }
const running = () => app.jobs.status(job)?.state === 'running'
// Where the parts of the job begin: electron/core/backup/backup-worker.ts.
const phaseOf = () => {
  const done = app.jobs.status(job)?.done ?? 0
  return done < 25 ? 'copying' : done < 75 ? 'checking' : done < 92 ? 'chain' : 'hashing'
}
tell(await work(() => !running(), phaseOf))
const { state, failure } = (await app.jobs.ended(job)) ?? {}
console.log(`backup ${state} in ${((performance.now() - begun) / 1000).toFixed(1)} s ${failure?.code ?? ''}`)
await app.close()

function raise(_incident: string, error: unknown): never {
  throw error
}

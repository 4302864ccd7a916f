import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Application, OpenDesk } from '#core/compose.ts'
import type { BookingId } from '#shared/values/index.ts'
import { furnish, must, openHotel, type SmallHotel } from './hotel.ts'

export type KillResult = {
  cycles: number
  acknowledged: number
  /** Cycles in which the writer was killed between an answer and the next. */
  killed: number
  lost: string[]
  half: string[]
  findings: string[]
  megabytes: number
}

type Fact = {
  change: number
  booking?: number
  arrival?: string
  departure?: string
  version?: number
  guest?: number
  note?: string
}

/** How often the whole store is examined; between, what the cycle acknowledged is looked up one by one. */
const examineEvery = 100

/**
 * A process writes bookings, changes and notes; it is killed with SIGKILL at a random moment; the store is opened
 * again. Right is: every acknowledged change is there, no booking has other nights than its dates, the chain is whole.
 */
export async function killCycles(cycles: number, random: () => number = Math.random): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-kill-'))
  const file = join(folder, 'kill.keyrack')
  const made = await openHotel(file)
  const hotel = await furnish(made.desk, 300, 5)
  await made.app.close()
  const result: KillResult = {
    cycles,
    acknowledged: 0,
    killed: 0,
    lost: [],
    half: [],
    findings: [],
    megabytes: 0,
  }
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    const facts = await writeUntilKilled(file, hotel, cycle, random)
    result.acknowledged += facts.length
    result.killed += 1
    const { app, desk, defects } = await openHotel(file)
    await lookUp(desk, facts, result)
    if (cycle % examineEvery === 0 || cycle === cycles) examineAll(app, result)
    result.findings.push(...defects.map(String))
    await app.close()
  }
  result.megabytes = Math.round(statSync(file).size / 1e6)
  rmSync(folder, { recursive: true, force: true })
  return result
}

/** Lets the writer acknowledge some changes and kills it at a random moment after. */
async function writeUntilKilled(
  file: string,
  hotel: SmallHotel,
  cycle: number,
  random: () => number,
): Promise<Fact[]> {
  const writer = spawn(process.execPath, [
    join(import.meta.dirname, 'kill-writer.ts'),
    file,
    JSON.stringify(hotel),
    String(cycle),
  ])
  let text = ''
  let errors = ''
  const enough = 1 + Math.floor(random() * 40)
  const ended = once(writer, 'close')
  writer.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8')
  })
  writer.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
    if (text.split('\n').length > enough) setTimeout(() => writer.kill('SIGKILL'), random() * 8)
  })
  await ended
  if (writer.signalCode !== 'SIGKILL') throw new Error(`the writer ended by itself: ${errors}`)
  // A line that was cut off by the kill was not acknowledged whole.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Fact)
}

async function lookUp(desk: OpenDesk, facts: readonly Fact[], result: KillResult): Promise<void> {
  const last = new Map<number, Fact>()
  for (const fact of facts) if (fact.booking) last.set(fact.booking, fact)
  for (const [id, fact] of last) {
    const reply = await desk.call('booking.get', { id: id as BookingId })
    if (!reply.ok) {
      result.lost.push(`booking ${id} of change ${fact.change}`)
      continue
    }
    const booking = reply.output as {
      arrival: string
      departure: string
      version: number
      nights: { night: string }[]
    }
    // The change after the last acknowledged one may have been written too, but only whole.
    if (booking.version < (fact.version ?? 0)) result.lost.push(`change ${fact.change} of booking ${id}`)
    if (
      booking.version === fact.version &&
      (booking.arrival !== fact.arrival || booking.departure !== fact.departure)
    ) {
      result.half.push(`booking ${id}: other dates than acknowledged`)
    }
    const nights = booking.nights.map(({ night }) => night)
    if (nights[0] !== booking.arrival || nights.some((night) => night >= booking.departure))
      result.half.push(`booking ${id}: nights`)
  }
  const notes = new Map<number, Set<string>>()
  for (const { guest, note, change } of facts) {
    if (!guest || !note) continue
    if (!notes.has(guest)) {
      const profile = await must(desk, 'guest.profile', { id: guest as never })
      notes.set(guest, new Set(profile.guest.notes.map(({ text }) => text)))
    }
    if (!notes.get(guest)?.has(note)) result.lost.push(`note of change ${change}`)
  }
}

function examineAll(app: Application, result: KillResult): void {
  for (const finding of app.examine().findings) result.findings.push(JSON.stringify(finding))
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { cycles: { type: 'string', default: '1000' } } })
  const begun = performance.now()
  const result = await killCycles(Number(values.cycles))
  console.log(JSON.stringify({ ...result, seconds: Math.round(performance.now() - begun) / 1000 }))
  process.exitCode = result.lost.length + result.half.length + result.findings.length > 0 ? 1 : 0
}

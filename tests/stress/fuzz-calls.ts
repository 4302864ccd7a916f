/**
 * Calls that nobody meant, over all operations of the contract, by every role, on a small real store: each has an answer of
 * the contract, none is a defect, none tells what its caller may not know.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compose, type OpenDesk } from '#core/compose.ts'
import {
  type Operation,
  operations,
  type Reply,
  type Role,
  roleAllows,
  roles,
} from '#shared/contract/index.ts'
import { inputFor, type Known, type Random, seeded } from './fuzz-inputs.ts'
import { makeStressHotel, stressHotel } from './hotel.ts'

export type FuzzFigures = {
  calls: number
  seed: number
  ok: number
  refused: number
  invalid: number
  denied: number
  /** Operations that answered ok at least once. */
  reached: number
  operations: number
  /** Megabytes in use after a quarter of the calls and at the end; with `--expose-gc` after a collection. */
  memory: [number, number]
  seconds: number
}

/** A document's number that only `guest.openDocument` may tell. */
const covered = 'X77QZ4411'
const leaks = [
  [/\n\s+at |node_modules|\.ts:\d+/, 'a stack'],
  [/SQLITE_|no such (?:table|column)|constraint failed/i, 'words of the database'],
  [/\$argon2/, 'a hash'],
] as const

type Caller = { role: Role | null; desk: OpenDesk }

/** Throws at the first answer that must not be; the message has what was asked. */
export async function fuzzCalls({
  folder,
  calls,
  seed,
  say,
}: {
  folder: string
  calls: number
  seed: number
  say: (text: string) => void
}): Promise<FuzzFigures> {
  const file = join(folder, 'fuzz.keyrack')
  await makeStressHotel(file)
  const defects: unknown[] = []
  const log = { defect: (_incident: string, error: unknown) => defects.push(error), info: () => undefined }
  const app = await compose({ file, mode: 'existing', log })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const random = seeded(seed)
  const known = await prepare(app, folder)
  const started = performance.now()
  const counts = { ok: 0, refused: 0, invalid: 0, denied: 0 }
  const reached = new Set<string>()
  const memory: [number, number] = [0, 0]
  try {
    for (let call = 1; call <= calls; call++) {
      const name = random.pick(Object.keys(operations))
      const caller = callerFor(app, random)
      const input = inputFor(name, random, known)
      const requestId = random.chance(0.2) ? `r-${random.below(20)}` : undefined
      const reply = await caller.desk.call(name, input, requestId, random.pick(['en', 'zh'] as const))
      const wrong =
        troubleIn(name, caller.role, reply, folder) ?? (defects.length > 0 ? String(defects[0]) : null)
      if (wrong)
        throw new Error(`seed ${seed}, call ${call}: ${wrong}\n${shownCall(name, caller.role, input, reply)}`)
      count(counts, reply)
      if (reply.ok) reached.add(name)
      if (call === Math.ceil(calls / 4)) memory[0] = megabytes()
      if (call % 1000 === 0) say(`${call} calls`)
    }
    memory[1] = megabytes()
  } finally {
    await app.close()
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10
  const { length } = Object.keys(operations)
  return { calls, seed, ...counts, reached: reached.size, operations: length, memory, seconds }
}

type App = Exclude<Awaited<ReturnType<typeof compose>>, { trouble: unknown }>

/** A covered document, files to import, folders to back up to. */
async function prepare(app: App, folder: string): Promise<Known> {
  const desk = deskOf(app, 'administrator')
  const document = { guestId: 1, version: 1, kind: 'passport', number: covered, country: 'CHN' }
  const saved = await desk.call('guest.saveDocument', document)
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  const texts = ['Guest,Arrival,Departure,Room type\n王芳,2026-03-05,2026-03-07,T1\n', 'a,b\n"', '']
  const files = texts.map((text, index) => {
    const path = join(folder, `given-${index}.csv`)
    writeFileSync(path, text)
    return app.files.give({ path, name: `given-${index}.csv`, temporary: false })
  })
  const folders = [folder, join(folder, 'nowhere'), join(folder, 'given-0.csv')]
  return { businessDate: stressHotel.businessDate, files, folders }
}

function deskOf(app: App, role: Role | null): OpenDesk {
  const user = role && { id: null, login: role, name: role, role, language: 'en' as const }
  return app.desk({ workstation: 'FUZZ', language: 'en', ...(user ? { user } : {}) })
}

/** A desk for one call: what signs in or out there concerns no other. */
function callerFor(app: App, random: Random): Caller {
  const role = random.pick([null, ...roles, 'administrator' as const])
  return { role, desk: deskOf(app, role) }
}

function troubleIn(name: string, role: Role | null, reply: Reply, folder: string): string | null {
  const operation = (operations as Record<string, Operation>)[name] as Operation
  const fault = !reply.ok && 'fault' in reply ? reply.fault : null
  if (fault && ['INTERNAL', 'STORE', 'UNKNOWN_OPERATION'].includes(fault.code)) return fault.code
  const { permission } = operation
  if (permission !== 'public' && (role === null || !roleAllows(role, permission))) {
    const expected = role === null ? 'NOT_SIGNED_IN' : 'NOT_PERMITTED'
    return fault?.code === expected ? null : `not ${expected}`
  }
  if (!reply.ok && 'refusal' in reply && !operation.refusals.includes(reply.refusal.code))
    return `refused with ${reply.refusal.code}, which it does not name`
  if (reply.ok) {
    const { error } = operation.output.safeParse(reply.output)
    if (error) return `an output that is not the contract’s: ${error.message.slice(0, 300)}`
  }
  const text = JSON.stringify(reply)
  const told = leaks.find(([form]) => form.test(text))
  if (told) return `tells ${told[1]}`
  if (!name.startsWith('backup.') && text.includes(folder)) return 'tells where the store is'
  return name !== 'guest.openDocument' && text.includes(covered) ? 'tells a covered number' : null
}

function shownCall(name: string, role: Role | null, input: unknown, reply: Reply): string {
  const shown = (value: unknown) => {
    try {
      return JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? `${one}n` : one))?.slice(0, 600)
    } catch {
      return String(value)
    }
  }
  return `${name} by ${role ?? 'nobody'}: ${shown(input)}\n${shown(reply)}`
}

function count(counts: Pick<FuzzFigures, 'ok' | 'refused' | 'invalid' | 'denied'>, reply: Reply): void {
  if (reply.ok) counts.ok += 1
  else if ('refusal' in reply) counts.refused += 1
  else if (reply.fault.code === 'INVALID_INPUT') counts.invalid += 1
  else counts.denied += 1
}

function megabytes(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().heapUsed / 1024 ** 2)
}

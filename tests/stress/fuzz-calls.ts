/**
 * Calls that nobody meant, over all operations of the contract, by every role, on a small real store: each has an answer of
 * the contract, none is a defect, none tells what its caller may not know.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compose, type OpenDesk } from '#core/compose.ts'
import { allows, type Operation, operations, type Reply } from '#shared/contract/index.ts'
import { type GivenRole, givenRoleCodes, givenRoles } from '#shared/domain/access/given-roles.ts'
import { inputFor, type Known, type Random, seeded } from './fuzz-inputs.ts'
import { makeStressHotel, stressHotel } from './hotel.ts'

export type FuzzFigures = {
  calls: number
  seed: number
  ok: number
  refused: number
  invalid: number
  denied: number
  operations: number
  /** Operations that never answered ok: what they need is more than chance gives. */
  unreached: string[]
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

type Caller = { role: GivenRole | null; desk: OpenDesk }

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
      const caller = callerFor(app, random)
      if (random.chance(0.01)) await holdToUnknown(caller, random)
      const name = random.pick(Object.keys(operations))
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
  const names = Object.keys(operations)
  const unreached = names.filter((name) => !reached.has(name))
  return { calls, seed, ...counts, operations: names.length, unreached, memory, seconds }
}

/** A name that no operation has, also one that every object has, is answered as such. */
async function holdToUnknown({ desk }: Caller, random: Random): Promise<void> {
  const name = random.pick(['__proto__', 'constructor', 'toString', 'guest', 'guest.search ', ''])
  const reply = await desk.call(name, {})
  if (reply.ok || !('fault' in reply) || reply.fault.code !== 'UNKNOWN_OPERATION')
    throw new Error(`${name}: ${JSON.stringify(reply)}`)
}

type App = Exclude<Awaited<ReturnType<typeof compose>>, { trouble: unknown }>

/** A covered document, bookings and what hangs on guests, files to import, folders to back up to. */
async function prepare(app: App, folder: string): Promise<Known> {
  const desk = deskOf(app, 'administrator')
  const must = async (name: string, input: object) => {
    const reply = await desk.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
  }
  const whose = { guestId: 1, version: 1 }
  await must('guest.saveDocument', { ...whose, kind: 'passport', number: covered, country: 'CHN' })
  await must('guest.saveContact', { guestId: 2, version: 1, kind: 'mobile', value: '13800138001' })
  await must('guest.saveNote', { guestId: 3, version: 1, text: 'Late arrival' })
  for (const [roomTypeId, arrival, departure] of [
    [1, '2026-03-03', '2026-03-05'],
    [1, '2026-03-04', '2026-03-08'],
    [2, '2026-03-02', '2026-03-04'],
    [2, '2026-03-10', '2026-03-11'],
  ] as const)
    await must('booking.create', { guestId: 1, roomTypeId, ratePlanId: 1, arrival, departure })
  await must('request.create', { bookingId: 1, kind: 'quiet' })
  await must('account.save', { kind: 'agency', code: 'CT', name: 'City Travel' })
  const texts = ['Guest,Arrival,Departure,Room type\n王芳,2026-03-05,2026-03-07,T1\n', 'a,b\n"', '']
  const files = texts.map((text, index) => {
    const path = join(folder, `given-${index}.csv`)
    writeFileSync(path, text)
    return app.files.give({ path, name: `given-${index}.csv`, temporary: false })
  })
  const folders = [folder, join(folder, 'nowhere'), join(folder, 'given-0.csv')]
  return { businessDate: stressHotel.businessDate, files, folders }
}

function deskOf(app: App, role: GivenRole | null): OpenDesk {
  const user = role && { id: null, login: role, name: role, role, language: 'en' as const }
  return app.desk({ workstation: 'FUZZ', language: 'en', ...(user ? { user } : {}) })
}

/** A desk for one call: what signs in or out there concerns no other. */
function callerFor(app: App, random: Random): Caller {
  const role = random.pick([null, ...givenRoleCodes, 'administrator' as const])
  return { role, desk: deskOf(app, role) }
}

function troubleIn(name: string, role: GivenRole | null, reply: Reply, folder: string): string | null {
  const operation = (operations as Record<string, Operation>)[name] as Operation
  const fault = !reply.ok && 'fault' in reply ? reply.fault : null
  if (fault && ['INTERNAL', 'STORE', 'UNKNOWN_OPERATION'].includes(fault.code)) return fault.code
  const { permission } = operation
  if (permission !== 'public' && (role === null || !allows(givenRoles[role], permission))) {
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

function shownCall(name: string, role: GivenRole | null, input: unknown, reply: Reply): string {
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

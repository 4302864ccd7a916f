/**
 * Kills a writing desk (SIGKILL) at a random moment, again and again, and looks after each time whether everything
 * that was acknowledged is there, nothing is there by half, and the log's chain is whole.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { compose } from '#core/compose.ts'
import { examine } from '#core/doctor/examine.ts'
import { chainHash } from '#db/chain-hash.ts'
import { handleOver, openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import { loadRequest } from '#db/repositories/request/repository.ts'
import type { ChangesTable } from '#db/schema/change.ts'
import type { Reply } from '#shared/contract/index.ts'
import { applied, type Image, samePlain } from '#shared/domain/change/change.ts'
import type { BookingId, RequestId } from '#shared/values/index.ts'
import { wholeLog } from '#tests/support/whole-log.ts'
import { makeStressHotel } from './hotel.ts'

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

export type KillFigures = {
  cycles: number
  acknowledged: number
  /** Commands under way at the kill: found done, or found not begun. */
  underWayDone: number
  underWayNot: number
  changes: number
  seconds: number
}

type Begun = { begun: string; operation: string; input: object }
type Answered = { answered: string; operation: string; reply: Reply }
type Life = { begun: Begun[]; answered: Answered[] }

/** Throws at the first thing that is wrong. */
export async function killCycles(options: {
  folder: string
  cycles: number
  say: (text: string) => void
}): Promise<KillFigures> {
  const file = join(options.folder, 'stress.keyrack')
  await makeStressHotel(file)
  const figures = { cycles: 0, acknowledged: 0, underWayDone: 0, underWayNot: 0, changes: 0, seconds: 0 }
  const started = performance.now()
  let proved = { seq: 0, hash: '' }
  for (let cycle = 1; cycle <= options.cycles; cycle++) {
    const life = await liveAndDie(file, `${process.pid}${cycle}`)
    figures.cycles = cycle
    figures.acknowledged += life.answered.filter(({ reply }) => reply.ok).length
    const underWay = life.begun.slice(life.answered.length)
    if (underWay.length > 1) throw new Error('two commands at once')
    proved = await prove(file, life, proved)
    const done = await resend(file, underWay[0] ?? null, life)
    if (done !== null) figures[done ? 'underWayDone' : 'underWayNot'] += 1
    if (cycle % 50 === 0 || cycle === options.cycles) {
      await examineWhole(file)
      options.say(`${cycle} kills, ${figures.acknowledged} acknowledged changes, all there`)
    }
  }
  const raw = openRaw(file, { readonly: true })
  figures.changes = raw.prepare('select count(*) from changes').pluck().get() as number
  raw.close()
  figures.seconds = Math.round((performance.now() - started) / 100) / 10
  return figures
}

/** Everything the writer reported before it was killed, up to the last whole line. */
async function liveAndDie(file: string, seed: string): Promise<Life> {
  const child = spawn(process.execPath, [writer, file, seed], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
  // Now and then while it opens the store, mostly while it writes: at any line, whatever the speed of the machine.
  if (randomInt(10) > 0) await lines(child, 1 + randomInt(60))
  await wait(randomInt(20))
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
  const life: Life = { begun: [], answered: [] }
  for (const line of said.join('').split('\n').slice(0, -1)) {
    const one = JSON.parse(line) as Partial<Begun & Answered> & { trouble?: unknown; defect?: string }
    if (one.trouble || one.defect) throw new Error(line)
    if (one.begun) life.begun.push(one as Begun)
    if (one.answered) life.answered.push(one as Answered)
  }
  return life
}

/** Until the writer has reported so many lines, or has ended. */
async function lines(child: ChildProcess, count: number): Promise<void> {
  let heard = 0
  await new Promise<void>((done) => {
    child.once('exit', () => done())
    child.stdout?.on('data', (text: string) => {
      heard += text.split('\n').length - 1
      if (heard >= count) done()
    })
  })
}

/** The log continues where it was, with a whole chain; what was acknowledged is in it; the data is what it tells. */
async function prove(
  file: string,
  life: Life,
  from: { seq: number; hash: string },
): Promise<{ seq: number; hash: string }> {
  const raw = openRaw(file, { readonly: true })
  try {
    const rows = raw
      .prepare('select * from changes where seq > ? order by seq')
      .all(from.seq) as ChangesTable[]
    let last = from
    for (const { hash, ...row } of rows) {
      if (row.seq !== last.seq + 1) throw new Error(`change ${row.seq} after ${last.seq}`)
      if (chainHash(last.hash, row) !== hash) throw new Error(`hash of change ${row.seq}`)
      last = { seq: row.seq, hash }
    }
    const head = raw.prepare('select seq, hash from change_head').get()
    if (!samePlain(head as never, last)) throw new Error(`head ${JSON.stringify(head)} but ${last.seq}`)
    for (const one of life.answered) proveAcknowledged(raw, one)
    for (const { entity, entity_id } of rows) await proveReplay(raw, entity, entity_id)
    return last
  } finally {
    raw.close()
  }
}

function proveAcknowledged(raw: RawDatabase, { answered, operation, reply }: Answered): void {
  const rows = raw
    .prepare('select seq, operation from changes where request_id = ? order by seq')
    .all(answered)
  const written = rows as { seq: number; operation: string }[]
  if (!reply.ok) {
    if (written.length > 0) throw new Error(`${operation} ${answered} was refused, but stands in the log`)
    return
  }
  const receipt = raw.prepare('select output from receipts where request_id = ?').pluck().get(answered)
  if (receipt !== JSON.stringify(reply.output))
    throw new Error(`${operation} ${answered} was acknowledged, but is lost`)
  if (reply.change !== undefined && written[0]?.seq !== reply.change) {
    throw new Error(`${operation} ${answered} said change ${reply.change}, the log says ${written[0]?.seq}`)
  }
}

/** The rows of a thing from its beginning make the thing as it is: no half change. */
async function proveReplay(raw: RawDatabase, entity: string, id: number): Promise<void> {
  const db = handleOver(raw)
  const loaders: Record<string, () => Promise<{ image: unknown } | null>> = {
    booking: () => loadBooking(db, id as BookingId),
    guest: () => loadGuest(db, id),
    request: () => loadRequest(db, id as RequestId),
  }
  const load = loaders[entity]
  if (!load) return
  const rows = raw
    .prepare(`select before, after from ${wholeLog} where entity = ? and entity_id = ? order by seq`)
    .all(entity, id) as { before: string | null; after: string | null }[]
  let image: Image | null = null
  for (const { before, after } of rows) {
    image = applied(image, { before: before && JSON.parse(before), after: after && JSON.parse(after) })
  }
  const found = await load()
  if (!samePlain((found?.image ?? null) as never, image))
    throw new Error(`${entity} ${id} is not what its changes make`)
}

/** The same request once more: done once, with any outcome. True when it had been done before. */
async function resend(file: string, underWay: Begun | null, life: Life): Promise<boolean | null> {
  const app = await compose({
    file,
    mode: 'existing',
    log: { defect: (_incident, error) => raise(error), info: () => undefined },
  })
  if ('trouble' in app) throw new Error(`after the kill: ${JSON.stringify(app.trouble)}`)
  try {
    const user = {
      id: null,
      login: 'cli:stress',
      name: 'stress',
      role: 'administrator',
      language: 'en',
    } as const
    const desk = app.desk({ workstation: 'STRESS', language: 'en', user })
    const last = life.answered.findLast(({ reply }) => reply.ok)
    const asked = life.begun.find(({ begun }) => begun === last?.answered)
    if (last?.reply.ok && asked) {
      const again = await desk.call(asked.operation, asked.input, asked.begun)
      if (!samePlain(again as never, last.reply as never))
        throw new Error(`${asked.begun}: ${JSON.stringify(again)}`)
    }
    if (!underWay) return null
    const raw = openRaw(file, { readonly: true })
    const count = () =>
      raw
        .prepare('select count(distinct command) from changes where request_id = ?')
        .pluck()
        .get(underWay.begun) as number
    const before = count()
    await desk.call(underWay.operation, underWay.input, underWay.begun)
    const after = count()
    raw.close()
    if (after > 1 || before > after) throw new Error(`${underWay.begun} stands ${after} times in the log`)
    return before === 1
  } finally {
    await app.close()
  }
}

async function examineWhole(file: string): Promise<void> {
  const raw = openRaw(file, { readonly: true })
  const { findings } = await examine({ rawReader: raw }, () => 0)
  raw.close()
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
}

function raise(error: unknown): never {
  throw error
}

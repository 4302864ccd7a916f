/**
 * Kills a program (SIGKILL) at a random moment of a close, again and again, each time on a copy of the same evening, and opens
 * the store once more: what comes of it is the same morning every time.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { compose } from '#core/compose.ts'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

const desk = fileURLToPath(new URL('close-desk.ts', import.meta.url))

export type CloseFigures = { cycles: number; before: number; within: number; after: number; seconds: number }

/** Throws at the first morning that differs. `evening`: a store whose date may be closed. */
export async function closeCycles(options: {
  folder: string
  evening: string
  from: string
  cycles: number
  say: (text: string) => void
}): Promise<CloseFigures> {
  const figures = { cycles: 0, before: 0, within: 0, after: 0, seconds: 0 }
  const started = performance.now()
  const file = join(options.folder, 'close.keyrack')
  const { morning, ms } = await undisturbed(options.evening, file, options.from)
  for (let cycle = 1; cycle <= options.cycles; cycle++) {
    copyStore(options.evening, file)
    await liveAndDie(file, options.from, ms)
    figures[stageOf(file)] += 1
    await finish(file, options.from)
    const found = stateOf(file)
    if (found !== morning)
      throw new Error(`the morning differs after kill ${cycle}: ${firstDifference(morning, found)}`)
    figures.cycles = cycle
    if (cycle % 20 === 0) options.say(`${cycle} kills, the same morning each time`)
  }
  figures.seconds = Math.round((performance.now() - started) / 100) / 10
  return figures
}

function copyStore(from: string, to: string): void {
  for (const part of ['', '-wal', '-shm', '-lock', '-lock-journal', '-mark', '-insight', '-report'])
    rmSync(to + part, { force: true })
  copyFileSync(from, to)
}

/** What the morning is where nothing is killed, and about how long the close takes. */
async function undisturbed(evening: string, file: string, from: string) {
  copyStore(evening, file)
  const begun = performance.now()
  await finish(file, from)
  const ms = performance.now() - begun
  if (stageOf(file) !== 'after') throw new Error('the evening can not be closed')
  return { morning: stateOf(file), ms }
}

async function liveAndDie(file: string, from: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [desk, file, from], { stdio: ['ignore', 'pipe', 'inherit'] })
  // It may be done before it is killed
  const closed = once(child, 'close')
  let said = ''
  const isReady = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('"ready"')) resolve()
    })
  })
  await isReady
  await wait(randomInt(Math.max(2, Math.ceil(ms))))
  child.kill('SIGKILL')
  await closed
  if (said.includes('"defect"') || said.includes('"trouble"')) throw new Error(said)
}

/** Whether the kill came before the close, within it or after it. */
function stageOf(file: string): 'before' | 'within' | 'after' {
  const raw = openRaw(file, { readonly: true })
  const status = raw.prepare('select status from closes').pluck().get()
  raw.close()
  return status === undefined ? 'before' : status === 'done' ? 'after' : 'within'
}

/** Opens the store as a host does, and closes the day where that was not begun. */
async function finish(file: string, from: string): Promise<void> {
  const defects: unknown[] = []
  const app = await compose({
    file,
    mode: 'existing',
    log: { defect: (_incident, error) => defects.push(error), info: () => undefined },
  })
  if ('trouble' in app) throw new Error(JSON.stringify(app.trouble))
  const user = { id: null, login: 'cli:close', name: 'close', role: 'manager', language: 'en' } as const
  app.closer.begin()
  await app.closer.idle()
  await app.desk({ workstation: 'CLOSE', language: 'en', user }).call('audit.begin', { from })
  await app.closer.idle()
  await app.close()
  if (defects.length > 0) throw defects[0]
  const raw = openRaw(file, { readonly: true })
  const { findings } = await examine({ rawReader: raw }, () => 0)
  raw.close()
  const faults = [...findings.map((one) => JSON.stringify(one)), ...ledgerFaults(file)]
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** All that a morning is, without clocks and numbers that depend on how often the program was begun. */
function stateOf(file: string): string {
  const raw = openRaw(file, { readonly: true })
  const all = (sql: string) => raw.prepare(sql).all()
  const state = {
    date: all('select business_date from settings'),
    closes: all('select business_date, status, counts from closes'),
    rooms: all('select number, housekeeping from rooms order by number'),
    bookings: all('select id, status, arrival, departure from bookings order by id'),
    postings: all(
      'select p.origin, p.business_date, p.round, (select sum(gross_minor) from folio_lines where posting_id = p.id) as gross from postings p order by p.origin, p.id',
    ),
    balances: all(
      'select f.booking_id, b.window, b.balance_minor from folio_balances b join folios f on f.id = b.folio_id order by 1, 2',
    ),
    changes: all(
      "select entity, entity_id, count(*) as n from changes where entity in ('booking', 'room', 'settings') group by 1, 2 order by 1, 2",
    ),
  }
  raw.close()
  return JSON.stringify(state)
}

function firstDifference(a: string, b: string): string {
  let at = 0
  while (a[at] === b[at] && at < a.length) at += 1
  return `${a.slice(Math.max(0, at - 60), at + 60)} | ${b.slice(Math.max(0, at - 60), at + 60)}`
}

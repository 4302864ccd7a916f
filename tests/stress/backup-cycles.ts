/**
 * Kills a backup and a restore (SIGKILL) at a random moment, again and again, and looks after each time whether the
 * store is whole, every copy with a manifest is what its manifest says, and the next backup works.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { digestOfFile } from '#core/backup/digest-file.ts'
import { listCopies } from '#core/backup/folder.ts'
import { compose } from '#core/compose.ts'
import { examine } from '#core/doctor/examine.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { makeStressHotel } from './hotel.ts'

const commandLine = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

export type BackupKillFigures = {
  cycles: number
  /** Copies that a killed backup had finished; restores that a kill came too late for. */
  copied: number
  restored: number
  seconds: number
}

/** Throws at the first thing that is wrong. */
export async function backupKillCycles(options: {
  folder: string
  cycles: number
  say: (text: string) => void
}): Promise<BackupKillFigures> {
  const store = join(options.folder, 'copied.keyrack')
  const copies = join(options.folder, 'copies')
  mkdirSync(copies)
  await makeStressHotel(store)
  const started = performance.now()
  const figures = { cycles: 0, copied: 0, restored: 0, seconds: 0 }
  const backup = ['backup', '--store', store, '--to', copies, '--keep-all']
  const restore = ['restore', '--store', store, '--from', copies, '--yes']
  const backupMs = await runToEnd(backup)
  const restoreMs = await runToEnd(restore)
  for (let cycle = 1; cycle <= options.cycles; cycle++) {
    // What a restore takes away again, so that the mark beside the store is ahead of the copy.
    await addGuest(store, cycle)
    const before = (await wholeCopies(copies)).length
    await killAfter(backup, randomInt(Math.ceil(backupMs * 1.1)))
    await proveStore(store)
    figures.copied += (await wholeCopies(copies)).length - before
    const inode = statSync(store).ino
    await killAfter(restore, randomInt(Math.ceil(restoreMs * 1.1)))
    await proveStore(store)
    if (statSync(store).ino !== inode) figures.restored += 1
    await wholeCopies(copies)
    figures.cycles = cycle
    if (cycle % 10 === 0 || cycle === options.cycles)
      options.say(
        `${cycle} kills of each: ${figures.copied} copies and ${figures.restored} restores were finished`,
      )
  }
  await runToEnd(backup)
  const parts = readdirSync(copies).filter((name) => name.includes('.part'))
  if (parts.length > 0) throw new Error(`left behind: ${parts.join(', ')}`)
  await runToEnd(restore)
  await proveStore(store)
  figures.seconds = Math.round((performance.now() - started) / 100) / 10
  return figures
}

/** How long it took, in milliseconds. */
async function runToEnd(args: string[]): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, [commandLine, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`)
  return performance.now() - begun
}

async function killAfter(args: string[], ms: number): Promise<void> {
  const child = spawn(process.execPath, [commandLine, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(child, 'exit')
  await Promise.race([gone, wait(ms)])
  child.kill('SIGKILL')
  const [code] = await gone
  if (code !== null && code !== 0) throw new Error(`${args[0]} ended with ${code}`)
}

async function addGuest(file: string, cycle: number): Promise<void> {
  const app = await compose({ file, mode: 'existing', log: { defect: raise, info: () => undefined } })
  if ('trouble' in app) throw new Error(JSON.stringify(app.trouble))
  const user = { id: null, login: 'test', name: 'Test', role: 'administrator', language: 'en' } as const
  const desk = app.desk({ workstation: 'STRESS', language: 'en', user })
  const reply = await desk.call('guest.create', { nativeName: `客人${cycle}` })
  await app.close()
  if (!reply.ok) throw new Error(JSON.stringify(reply))
}

function raise(_incident: string, error: unknown): never {
  throw error
}

/** It opens as it does at a desk, has lost nothing, and doctor finds nothing. */
async function proveStore(store: string): Promise<void> {
  const opened = await openStore(store, { mode: 'existing' })
  if ('trouble' in opened) throw new Error(JSON.stringify(opened.trouble))
  const { lost } = opened
  opened.close()
  if (lost) throw new Error(JSON.stringify(lost))
  const raw = openRaw(store, { readonly: true })
  const { findings } = await examine({ rawReader: raw }, () => 0)
  raw.close()
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
}

/** Every copy under its own name is what its manifest says; a manifest without its file may be what a kill left. */
async function wholeCopies(folder: string): Promise<string[]> {
  const listed = await listCopies(folder)
  if ('refusal' in listed) throw new Error(JSON.stringify(listed))
  const whole: string[] = []
  for (const { file, state, manifest } of listed.copies) {
    if (state === 'missing') continue
    const { sha256 } = await digestOfFile(join(folder, file), () => undefined)
    if (state !== 'whole' || sha256 !== manifest?.sha256) throw new Error(`${file}: ${state}`)
    whole.push(file)
  }
  return whole
}

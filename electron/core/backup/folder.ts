import { constants } from 'node:fs'
import { access, readdir, readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { BackupCopy, folderRefusals } from '#shared/contract/backup.ts'
import { filesToKeep, type RetentionRule } from '#shared/domain/backup/retention.ts'
import { businessDateInZone, isTimeZone, type Moment, type Refused, refuse } from '#shared/values/index.ts'
import { hasEnded } from '../kernel/process.ts'
import { manifestEnding, manifestIn } from './manifest.ts'

type FolderRefusal = (typeof folderRefusals)[number]

export const copyEnding = '.keyrack'
const dayMs = 86_400_000

/**
 * Everything here is asynchronous: a share whose server does not answer holds up a thread of the pool for half a
 * minute, and would hold up the desk.
 */
export async function troubleWithFolder(folder: string): Promise<Refused<FolderRefusal> | null> {
  if (!isAbsolute(folder)) return refuse('BACKUP_FOLDER_RELATIVE', { folder })
  try {
    if (!(await stat(folder)).isDirectory()) return refuse('BACKUP_NOT_A_FOLDER', { folder })
    await access(folder, constants.R_OK)
    return null
  } catch (error) {
    return refusalOf(error, folder)
  }
}

/** What a folder's own error means; anything that is not one is thrown on. */
export function refusalOf(error: unknown, folder: string): Refused<FolderRefusal> {
  const code = codeOf(error)
  if (code === null) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('BACKUP_FOLDER_MISSING', { folder })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return refuse('BACKUP_NO_ACCESS', { folder })
  return refuse('BACKUP_BROKEN_OFF', { folder, problem: code })
}

/** The system's or the driver's code of an error; null for a defect. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return /^(?:E[A-Z0-9]+|SQLITE_\w+)$/.test(error.code) && !error.code.startsWith('ERR_') ? error.code : null
}

/** Whether a code of the system or of SQLite says that a disk, or what a user may have of it, is full. */
export function isFull(code: string): boolean {
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT'
}

/** The copies in a folder, newest first; or why they can't be listed. */
export async function listCopies(folder: string): Promise<{ copies: BackupCopy[] } | Refused<FolderRefusal>> {
  const trouble = await troubleWithFolder(folder)
  if (trouble) return trouble
  try {
    return { copies: await copiesIn(folder) }
  } catch (error) {
    return refusalOf(error, folder)
  }
}

/** The copies in a folder, newest first. Only manifests are read: other files in it are left alone. */
async function copiesIn(folder: string): Promise<BackupCopy[]> {
  const names = await readdir(folder)
  const manifests = names.filter((name) => name.endsWith(`${copyEnding}${manifestEnding}`))
  const copies = await Promise.all(
    manifests.map((name) => copyAt(folder, name.slice(0, -manifestEnding.length))),
  )
  return copies.sort((a, b) => (madeOf(a) < madeOf(b) ? 1 : madeOf(a) > madeOf(b) ? -1 : 0))
}

function madeOf({ manifest, file }: BackupCopy): string {
  return `${manifest?.made ?? ''} ${file}`
}

/** One copy by its manifest; `file` is its name in the folder. */
export async function copyAt(folder: string, file: string): Promise<BackupCopy> {
  const manifest = manifestIn(await readFile(join(folder, `${file}${manifestEnding}`), 'utf8'))
  if (!manifest) return { file, state: 'unreadable', manifest: null }
  const size = await sizeOf(join(folder, file))
  if (size === null) return { file, state: 'missing', manifest }
  if (size !== manifest.bytes) return { file, state: 'cut', manifest }
  return { file, state: manifest.findings.length > 0 ? 'flawed' : 'whole', manifest }
}

/** A file's size in bytes; null where there is none. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Removes what the rule no longer keeps of one store, and answers with the names. Only whole copies with a manifest are
 * counted and removed: a flawed one, a file without a manifest or another store's is left alone.
 */
export async function applyRule(folder: string, store: string, rule: RetentionRule): Promise<string[]> {
  const dated = (await copiesIn(folder)).flatMap(({ file, state, manifest }) =>
    state === 'whole' && manifest?.facts.store === store
      ? [{ file, made: manifest.made as Moment, day: dayOf(manifest.made, manifest.facts.timeZone) }]
      : [],
  )
  const keep = filesToKeep(dated, rule)
  const removed = dated.map(({ file }) => file).filter((file) => !keep.has(file))
  for (const file of removed) {
    // The manifest last: when this is broken off, what is left says that its file is missing.
    await rm(join(folder, file), { force: true })
    await rm(join(folder, `${file}${manifestEnding}`), { force: true })
  }
  return removed
}

function dayOf(made: string, timeZone: string) {
  return businessDateInZone(Date.parse(made), isTimeZone(timeZone) ? timeZone : 'UTC')
}

/** The name of a file while it is written: a program that finds it later can tell whose it was. */
export function partName(file: string): string {
  return `.${file}.${thisMachine()}-${process.pid}.part`
}

/** SQLite's own journal of a copy that was broken off has the copy's name. */
const part = /^\..+\.keyrack(?:\.json)?\.([\w-]*)-(\d+)\.part(?:-journal)?$/

/**
 * Removes what a program that was killed left of a copy: of this machine's where the process has ended, of others after a
 * day. Guests' names are in it, and it is as large as a store.
 */
export async function removeOldParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, machine, id] = part.exec(name) ?? []
    if (machine === undefined) continue
    const path = join(folder, name)
    const ended = machine === thisMachine() && hasEnded(Number(id))
    const written = (await stat(path)).mtimeMs
    if (ended || written < Date.now() - dayMs) await rm(path, { force: true })
  }
}

function thisMachine(): string {
  return hostname().replace(/[^\w-]/g, '_')
}

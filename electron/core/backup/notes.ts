import { readFileSync, realpathSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Refusal } from '#shared/contract/index.ts'

/**
 * What became of the last copies into each folder. It is beside the store and not in it: `keyrack backup` writes nothing
 * to a store that a desk has open, and a restored store must not forget the copies that were made since.
 */
const note = z.object({
  /** When the last one was begun that was not cancelled. */
  tried: z.string(),
  /** The last one that is whole, by its file. */
  good: z.object({ made: z.string(), file: z.string(), businessDate: z.string() }).nullable(),
  /** Why the last one failed; null once one succeeded. */
  failed: z
    .object({
      moment: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
})
const notes = z.object({ notes: z.literal(1), folders: z.record(z.string(), note) })

export type BackupNote = z.infer<typeof note>
/** By folder, as it was given. */
export type BackupNotes = Readonly<Record<string, BackupNote>>
export type BackupFailure = NonNullable<BackupNote['failed']>

/** Beside the file itself, behind all links to it, as its other companions are. */
function notesFile(store: string): string {
  return `${realpathSync(store)}-backups`
}

/** What is noted beside a store; nothing where nothing can be read: a store may be moved without it. */
export function readNotes(store: string): BackupNotes {
  try {
    return notes.parse(JSON.parse(readFileSync(notesFile(store), 'utf8'))).folders
  } catch {
    return {}
  }
}

/** One end at a time, so that two copies that end together do not forget each other. */
let writing: Promise<void> = Promise.resolve()

/** Notes that a copy into a folder succeeded, or why it failed. It is a help: what goes wrong with it stops no backup. */
export function noteBackup(
  store: string,
  folder: string,
  moment: string,
  end: { good: NonNullable<BackupNote['good']> } | { failure: Refusal },
): Promise<void> {
  const write = async () => {
    const before = readNotes(store)
    const next: BackupNote =
      'good' in end
        ? { tried: moment, good: end.good, failed: null }
        : { tried: moment, good: before[folder]?.good ?? null, failed: { moment, ...end.failure } }
    await replaceFile(notesFile(store), { notes: 1, folders: { ...before, [folder]: next } })
  }
  writing = writing.then(write).catch(() => undefined)
  return writing
}

async function replaceFile(path: string, content: z.infer<typeof notes>): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    const file = await open(part, 'w', 0o600)
    try {
      await file.writeFile(JSON.stringify(content))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}

/** The newest good copy, in whichever folder; null when none is noted. */
export function newestGood(all: BackupNotes): NonNullable<BackupNote['good']> | null {
  const good = Object.values(all).flatMap((one) => one.good ?? [])
  return good.reduce<BackupNote['good']>(
    (newest, one) => (newest && newest.made > one.made ? newest : one),
    null,
  )
}

/**
 * The newest failure that no success has settled: of a chosen folder until a copy into that folder succeeds, of any other
 * (a command line's, one that was chosen before) until any copy does.
 */
export function openFailure(
  all: BackupNotes,
  folders: readonly string[],
): (BackupFailure & { folder: string }) | null {
  const settled = newestGood(all)?.made ?? ''
  const failures = Object.entries(all).flatMap(([folder, { failed }]) =>
    failed && (folders.includes(folder) || failed.moment > settled) ? [{ folder, ...failed }] : [],
  )
  return failures.toSorted((a, b) => (a.moment < b.moment ? 1 : -1))[0] ?? null
}

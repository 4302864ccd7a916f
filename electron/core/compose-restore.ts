import { existsSync, rmSync } from 'node:fs'
import { realpath, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { takeLock } from '#db/dialect/lock.ts'
import { realName, troubleWithPlace } from '#db/dialect/place.ts'
import { asideName, endBrokenRestore, replaceStore } from '#db/dialect/replace-store.ts'
import type { StoreTrouble } from '#db/dialect/sqlite/store-trouble.ts'
import { examineCopy, knownFormat, sameFacts } from '#db/queries/backup/copy.ts'
import { copyClosedStore, lostBetween, type Present, presentAt } from '#db/queries/backup/present.ts'
import type { LostWork, StoreFacts } from '#shared/domain/backup/facts.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import { copyByParts, digestOfFile } from './backup/digest-file.ts'
import { codeOf, isFull, sizeOf } from './backup/folder.ts'
import { megabytes } from './backup/make-backup.ts'
import { chooseSource, type RestoreSource } from './backup/restore-source.ts'
import type { JobHandle } from './kernel/jobs.ts'

export type RestoreAsked = {
  store: string
  /** A copy, or a folder with copies; absolute. */
  from: string
  nativeBinding: string | undefined
  moment: string
}

/** A copy that was verified and may take the place of the store, and what that would cost. */
export type RestorePlan = {
  file: string
  /** When the copy was made; null for a file without a manifest. */
  made: string | null
  facts: StoreFacts
  /** Codes of what its check found wrong when it was made. */
  findings: string[]
  present: Present
  /** What is in the present store and not in the copy; null when there is none, or it can't be read. */
  lost: LostWork | null
}

export type Restoring = {
  plan: RestorePlan
  /** Puts the copy in the store's place; answers with the name under which the store is kept, null when there was none. */
  carryOut: (job: JobHandle) => Promise<{ aside: string | null } | Refused>
  /** Lets go of the store; in every case. */
  close: () => void
}

/** Thrown on the way out of a loop that was asked to stop. */
class Stopped extends Error {}

/**
 * Prepares to restore a store that nobody has open, and holds its lock until `close`. Nothing is changed before
 * `carryOut`. Refused are a store in use, a copy that is not what was written, another store's, a newer program's.
 */
export async function openRestore(
  asked: RestoreAsked,
  job: JobHandle,
): Promise<Restoring | Refused | { trouble: StoreTrouble }> {
  const path = realName(asked.store)
  const place = troubleUnlessRestorable(asked.store)
  if (place && place !== 'STORE_LINKED') return { trouble: { code: place, params: { file: asked.store } } }
  const lock = takeLock(path, asked.nativeBinding)
  if ('heldBy' in lock)
    return { trouble: { code: 'STORE_LOCKED', params: { file: asked.store, process: lock.heldBy } } }
  let ready = false
  try {
    endBrokenRestore(path)
    if (troubleUnlessRestorable(asked.store) === 'STORE_LINKED')
      return { trouble: { code: 'STORE_LINKED', params: { file: asked.store } } }
    const plan = await answered(() => planRestore(asked, path, job))
    if ('refusal' in plan) return plan
    ready = true
    const { source, ...shown } = plan
    return {
      plan: shown,
      carryOut: (work) => answered(() => carryOut(asked, path, source, work)),
      close: lock.release,
    }
  } finally {
    if (!ready) lock.release()
  }
}

/** A damaged store, or none beside the remains of one, is what a restore is for. */
function troubleUnlessRestorable(store: string) {
  const place = troubleWithPlace(store, true)
  return place === 'STORE_NOT_A_STORE' || place === 'STORE_REMAINS' ? null : place
}

/** What the disk says on the way is an answer; everything else thrown is a defect. */
async function answered<T>(work: () => Promise<T | Refused>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Stopped) return refuse('CANCELLED')
    const code = codeOf(error)
    if (code === null) throw error
    return isFull(code) ? refuse('RESTORE_FULL_MIDWAY') : refuse('RESTORE_BROKEN_OFF', { problem: code })
  }
}

type Planned = RestorePlan & { source: RestoreSource }

async function planRestore(asked: RestoreAsked, path: string, job: JobHandle): Promise<Planned | Refused> {
  const { from, nativeBinding } = asked
  if (existsSync(path) && (await realpath(from)) === path)
    return refuse('RESTORE_ONTO_ITSELF', { file: from })
  const present = presentAt({ file: path, nativeBinding })
  const known = present.state === 'read' && present.facts.store !== '' ? present.facts : null
  const source = await chooseSource(from, known?.store ?? null)
  if ('refusal' in source) return source
  const facts = await verifiedFacts(source, nativeBinding, job)
  if ('refusal' in facts) return facts
  if (facts.format > knownFormat) return refuse('RESTORE_NEWER', { found: facts.format, known: knownFormat })
  if (known && known.store !== facts.store)
    return refuse('RESTORE_OTHER_STORE', { copy: facts.hotelName, present: known.hotelName })
  const { file, manifest } = source
  const lost =
    present.state === 'read' ? lostBetween({ file: path, nativeBinding }, { file, nativeBinding }) : null
  const findings = manifest?.findings ?? []
  return { source, file, made: manifest?.made ?? null, facts, findings, present, lost }
}

/** With a manifest the whole file is hashed: it was examined when it was made. Without one it is examined now. */
async function verifiedFacts(
  { file, manifest }: RestoreSource,
  nativeBinding: string | undefined,
  job: JobHandle,
): Promise<StoreFacts | Refused> {
  if (manifest) {
    const { sha256 } = await digestOfFile(file, stoppable(job))
    return sha256 === manifest.sha256 ? manifest.facts : refuse('RESTORE_DAMAGED', { file })
  }
  if (presentAt({ file, nativeBinding }).state !== 'read') return refuse('RESTORE_NOT_A_COPY', { file })
  const { facts, findings } = examineCopy({ file, nativeBinding }, stoppable(job))
  return facts && findings.length === 0 ? facts : refuse('RESTORE_DAMAGED', { file })
}

function stoppable(job: JobHandle) {
  return (done: number, total: number) => {
    if (job.cancelled) throw new Stopped()
    job.progress(done, total)
  }
}

/** One of two works that take about as long as each other, as a part of both. */
function half(progress: (done: number, total: number) => void, which: 0 | 1) {
  return (done: number, total: number) => progress(which * total + done, 2 * total)
}

/** Copies beside the store, verifies what was written, and replaces. */
async function carryOut(
  asked: RestoreAsked,
  path: string,
  source: RestoreSource,
  job: JobHandle,
): Promise<{ aside: string | null } | Refused> {
  const part = `${path}.restoring`
  try {
    rmSync(part, { force: true })
    const trouble = (await troubleWithSpace(path, source)) ?? (await writePart(source, part, asked, job))
    if (trouble) return trouble
    const aside = existsSync(path) ? asideName(path, asked.moment) : null
    replaceStore(path, part, aside ?? asideName(path, asked.moment))
    return { aside }
  } finally {
    rmSync(part, { force: true })
    rmSync(`${part}-journal`, { force: true })
  }
}

async function troubleWithSpace(path: string, { file }: RestoreSource): Promise<Refused | null> {
  const { bsize, bavail } = await statfs(dirname(path))
  const needed = (await sizeOf(file)) ?? 0
  if (bavail * bsize > needed) return null
  return refuse('RESTORE_FULL', { needed: megabytes(needed), free: megabytes(bavail * bsize) })
}

async function writePart(
  { file, manifest }: RestoreSource,
  part: string,
  { nativeBinding }: RestoreAsked,
  job: JobHandle,
): Promise<Refused | null> {
  const progress = stoppable(job)
  if (manifest) {
    await copyByParts(file, part, half(progress, 0))
    const { sha256 } = await digestOfFile(part, half(progress, 1))
    return sha256 === manifest.sha256 ? null : refuse('RESTORE_DAMAGED', { file })
  }
  const source = presentAt({ file, nativeBinding })
  await copyClosedStore({ file, nativeBinding }, part, progress)
  const { facts, findings } = examineCopy({ file: part, nativeBinding }, progress)
  const same = source.state === 'read' && sameFacts(source.facts, facts) && findings.length === 0
  return same ? null : refuse('RESTORE_DAMAGED', { file })
}

import { open, realpath, rename, rm, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { knownFormat } from '#db/queries/backup/copy.ts'
import type { Manifest } from '#shared/contract/backup.ts'
import type { RetentionRule } from '#shared/domain/backup/retention.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import type { JobEnd, JobHandle } from '../kernel/jobs.ts'
import { programVersion } from '../kernel/version.ts'
import { type Copied, type CopyTrouble, copyInThread } from './copy-in-thread.ts'
import {
  applyRule,
  codeOf,
  copyEnding,
  isFull,
  partName,
  refusalOf,
  removeOldParts,
  sizeOf,
  troubleWithFolder,
} from './folder.ts'
import { manifestEnding, manifestText } from './manifest.ts'

export type BackupAsked = {
  store: string
  nativeBinding: string | undefined
  /** An absolute path. */
  folder: string
  /** Leaves the copies that the rule no longer keeps. */
  keepAll: boolean
  moment: string
}

/** What a backup that succeeded answers with. */
export type BackupMade = {
  file: string
  manifest: Manifest
  /** Copies that the rule no longer kept. */
  removed: string[]
  rule: RetentionRule
  seconds: number
}

/** Why a backup into this folder can't begin; null when nothing is in the way. */
export async function troubleBefore({ store, folder }: Pick<BackupAsked, 'store' | 'folder'>) {
  const trouble = await troubleWithFolder(folder)
  if (trouble?.refusal.code === 'BACKUP_NOT_A_FOLDER' && (await sameFile(store, folder)))
    return refuse('BACKUP_ONTO_STORE', { folder })
  if (trouble) return trouble
  try {
    return await troubleWithSpace(store, folder)
  } catch (error) {
    return refusalOf(error, folder)
  }
}

async function sameFile(a: string, b: string): Promise<boolean> {
  return (await realpath(a)) === (await realpath(b))
}

async function troubleWithSpace(store: string, folder: string): Promise<Refused<'BACKUP_FULL'> | null> {
  const { bsize, bavail, blocks } = await statfs(folder)
  const { size } = await stat(store)
  // Some shares do not say how large they are.
  if (blocks === 0 || bavail * bsize > size) return null
  return refuse('BACKUP_FULL', { folder, needed: megabytes(size), free: megabytes(bavail * bsize) })
}

/** Upwards, so that as much as is asked for is enough. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000)
}

/**
 * Copies the store under a passing name, checks the copy, writes its manifest, and renames it: a copy under its own name
 * is whole. What was killed on the way leaves a file that the next backup removes.
 */
export async function makeBackup(asked: BackupAsked, job: JobHandle): Promise<JobEnd> {
  const begun = performance.now()
  const { store, nativeBinding, folder, moment } = asked
  const name = copyName(store, moment)
  const part = join(folder, partName(`${name}${copyEnding}`))
  try {
    await removeOldParts(folder)
    await (await open(part, 'w', 0o600)).close()
    const end = await copyInThread({ store, nativeBinding, to: part }, job)
    if ('trouble' in end) return await failureOf(end.trouble, folder)
    const { rule } = end.copied
    const manifest = manifestOf(end.copied, moment)
    const file = await putInPlace(part, folder, name, manifest)
    if (manifest.findings.length > 0)
      return refusal(refuse('BACKUP_FLAWED', { file: join(folder, file), count: manifest.findings.length }))
    const removed = asked.keepAll ? [] : await applyRule(folder, manifest.facts.store, rule)
    const seconds = Math.round(performance.now() - begun) / 1000
    return { result: { file: join(folder, file), manifest, removed, rule, seconds } satisfies BackupMade }
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return await failureOf({ why: 'failed', code }, folder)
  } finally {
    await removeQuietly(part)
    await removeQuietly(`${part}-journal`)
  }
}

/** On a share that vanished there is nothing to remove. */
async function removeQuietly(path: string): Promise<void> {
  try {
    await rm(path, { force: true })
  } catch (error) {
    if (codeOf(error) === null) throw error
  }
}

function manifestOf({ facts, findings, bytes, sha256 }: Copied, made: string): Manifest {
  const codes = [...new Set(findings.map(({ code }) => code))]
  return { manifest: 1, made, program: programVersion, bytes, sha256, findings: codes, facts }
}

/** `hotel-20261129-143000Z.keyrack`: in UTC, so that names are in order on the night when clocks are set back. */
function copyName(store: string, moment: string): string {
  const [date, time] = [moment.slice(0, 10), moment.slice(11, 19)].map((text) => text.replace(/\D/g, ''))
  return `${basename(store, copyEnding)}-${date}-${time}Z`
}

/** The manifest first: the copy's own rename is the one moment from which there is a backup. */
async function putInPlace(part: string, folder: string, name: string, manifest: Manifest): Promise<string> {
  const file = await freeName(folder, name)
  await writeManifest(folder, file, manifest)
  await rename(part, join(folder, file))
  await syncFolder(folder)
  return file
}

async function freeName(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const file = `${name}${number > 1 ? `-${number}` : ''}${copyEnding}`
    const sizes = [await sizeOf(join(folder, file)), await sizeOf(join(folder, `${file}${manifestEnding}`))]
    if (sizes.every((size) => size === null)) return file
  }
}

async function writeManifest(folder: string, file: string, manifest: Manifest): Promise<void> {
  const part = join(folder, partName(`${file}${manifestEnding}`))
  const handle = await open(part, 'w', 0o600)
  try {
    await handle.writeFile(manifestText(manifest))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, join(folder, `${file}${manifestEnding}`))
}

/** A rename survives a power cut when its folder was synced; Windows and some shares have no such thing. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (codeOf(error) === null) throw error
  }
}

async function failureOf(trouble: CopyTrouble, folder: string): Promise<JobEnd> {
  if (trouble.why === 'stopped') return refusal(refuse('CANCELLED'))
  if (trouble.why === 'no-hotel') return refusal(refuse('BACKUP_NO_HOTEL'))
  if (trouble.why === 'differs') return refusal(refuse('BACKUP_DIFFERS', { folder }))
  if (trouble.why === 'newer')
    return refusal(refuse('BACKUP_NEWER', { found: trouble.format, known: knownFormat }))
  return refusal(await refusalOfCode(trouble.code, folder))
}

/** SQLite has one code for the store and for its copy: where the folder is in order, the store is meant. */
async function refusalOfCode(code: string, folder: string): Promise<Refused> {
  if (isFull(code)) return refuse('BACKUP_FULL_MIDWAY', { folder })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return refuse('STORE_DAMAGED')
  const trouble = await troubleWithFolder(folder)
  if (trouble) return trouble
  if (code.startsWith('SQLITE_CANTOPEN')) return refuse('STORE_UNAVAILABLE')
  return refuse('BACKUP_BROKEN_OFF', { folder, problem: code })
}

function refusal({ refusal }: Refused): JobEnd {
  return { failure: refusal }
}

import { randomUUID } from 'node:crypto'
import { lstat, open, readlink, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Refused, refuse } from '#shared/values/index.ts'

export const writeCodes = [
  'FILE_FOLDER_MISSING',
  'FILE_NO_ACCESS',
  'FILE_OPEN_ELSEWHERE',
  'FILE_DISK_FULL',
  'FILE_IS_FOLDER',
  'FILE_NOT_PLAIN',
  'FILE_BROKEN_OFF',
  'CANCELLED',
] as const
export type WriteCode = (typeof writeCodes)[number]

const chunkBytes = 1024 * 1024

/**
 * Writes a file whole or not at all: under a passing name in the same folder, which takes the file's place at its end. What was
 * there before stays until then. A link stays one, the file behind it is written. Refuses what the disk or the system says, and a
 * pipe or a device, whose place a file must not take; nothing half written is left.
 */
export async function writeWhole(
  named: string,
  content: Uint8Array,
  job: { readonly cancelled: boolean } = { cancelled: false },
): Promise<Refused<WriteCode> | null> {
  try {
    const path = await pathBehind(named)
    if (await isSpecial(path)) return refuse('FILE_NOT_PLAIN', { file: basename(named) })
    return await replaceFile(path, content, job)
  } catch (error) {
    return refusalOf(error, 'write', named)
  }
}

/** No system follows more links than this, one of which leads to itself. */
const maxLinks = 40

/** The path behind links, also of a file that is still to be made. */
async function pathBehind(named: string): Promise<string> {
  let path = named
  for (let links = 0; links < maxLinks; links++) {
    const there = await statOf(path)
    if (!there?.isSymbolicLink()) return path
    // A link is read from the folder it really stands in, which may itself be reached by a link
    path = resolve(await realpath(dirname(path)), await readlink(path))
  }
  throw Object.assign(new Error(`too many links: ${named}`), { code: 'ELOOP' })
}

/** A pipe, a device, a socket: neither a file nor a folder, which has a refusal of its own. */
async function isSpecial(path: string): Promise<boolean> {
  const there = await statOf(path)
  return there !== null && !there.isFile() && !there.isDirectory()
}

/** Null where nothing is. What can't be looked at is told when it is written. */
async function statOf(path: string) {
  return await lstat(path).catch(() => null)
}

async function replaceFile(
  path: string,
  content: Uint8Array,
  job: { readonly cancelled: boolean },
): Promise<Refused<WriteCode> | null> {
  const part = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomUUID().slice(0, 8)}.part`)
  let stage: WriteStage = 'write'
  try {
    const file = await open(part, 'wx')
    try {
      for (let at = 0; at < content.length; at += chunkBytes) {
        if (job.cancelled) return refuse('CANCELLED')
        await file.writeFile(content.subarray(at, at + chunkBytes))
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (job.cancelled) return refuse('CANCELLED')
    stage = 'replace'
    await rename(part, path)
    return null
  } catch (error) {
    return refusalOf(error, stage, path)
  } finally {
    await removeQuietly(part)
  }
}

type WriteStage = 'write' | 'replace'

/** What the system said, for somebody who saves a file. Anything that it did not say is a defect and thrown on. */
export function refusalOf(error: unknown, stage: WriteStage, path: string): Refused<WriteCode> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^E[A-Z0-9]+$/.test(code) || code.startsWith('ERR_')) throw error
  const folder = dirname(path)
  const file = basename(path)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return refuse('FILE_DISK_FULL', { folder })
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('FILE_FOLDER_MISSING', { folder })
  if (code === 'EISDIR' || code === 'EEXIST' || code === 'ENOTEMPTY')
    return refuse('FILE_IS_FOLDER', { folder, file })
  // Windows says so of a file that Excel has open; the folder itself was written to a moment ago
  if (stage === 'replace' && /^(EBUSY|EPERM|EACCES|ETXTBSY)$/.test(code))
    return refuse('FILE_OPEN_ELSEWHERE', { file })
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) return refuse('FILE_NO_ACCESS', { folder })
  return refuse('FILE_BROKEN_OFF', { file, problem: code })
}

/** It is gone after a rename, and on a share that vanished there is nothing to remove. */
async function removeQuietly(part: string): Promise<void> {
  await rm(part, { force: true }).catch(() => undefined)
}

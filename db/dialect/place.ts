import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * File systems over a network, by the magic numbers of Linux's statfs(2): NFS, SMB, CIFS, SMB2, AFS, Coda, NCP, Ceph; and
 * those whose locks and shared memory may not be those of a disk: FUSE (sshfs, rclone), 9p, shared folders of VirtualBox.
 */
const networkFileSystems = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x564c, 0xc36400, 0x65735546, 0x01021997,
  0x786f4256,
])

const sqliteHeader = 'SQLite format 3\0'
/** "KRCK" in the header of every store of Keyrack. */
export const applicationId = 0x4b52434b

export type PlaceTrouble =
  | 'STORE_MISSING'
  | 'STORE_FOLDER_MISSING'
  | 'STORE_IS_FOLDER'
  | 'STORE_NOT_A_STORE'
  | 'STORE_READ_ONLY'
  | 'STORE_NETWORK'
  | 'STORE_NO_ACCESS'
  | 'STORE_LINKED'
  | 'STORE_REMAINS'

/** What is in the way of opening `file`, before anything is opened or made; null when nothing does. */
export function troubleWithPlace(
  file: string,
  mayCreate: boolean,
  fileSystemOf: (folder: string) => number = fileSystemType,
): PlaceTrouble | null {
  const path = realName(resolve(file))
  if (/^(\\\\|\/\/)[^\\/]/.test(file)) return 'STORE_NETWORK'
  const folder = dirname(path)
  const around = lookAt(folder)
  if (around === 'barred') return 'STORE_NO_ACCESS'
  if (around === 'missing') return 'STORE_FOLDER_MISSING'
  if (networkFileSystems.has(fileSystemOf(folder))) return 'STORE_NETWORK'
  const stat = lookAt(path)
  if (stat === 'barred') return 'STORE_NO_ACCESS'
  if (stat === 'missing') {
    // A link whose target is missing (a disk that is not connected): nothing new is made in its place.
    if (!mayCreate || isLink(path)) return 'STORE_MISSING'
    if (holds(`${path}-wal`) || holds(`${path}-journal`)) return 'STORE_REMAINS'
    return writable(folder) ? null : 'STORE_READ_ONLY'
  }
  if (stat.isDirectory()) return 'STORE_IS_FOLDER'
  if (!stat.isFile()) return 'STORE_NOT_A_STORE'
  const header = headerOf(path)
  if (header === 'barred') return 'STORE_NO_ACCESS'
  if (stat.size === 0 ? !mayCreate : !isOurs(header)) return 'STORE_NOT_A_STORE'
  // SQLite deletes what is beside an empty file. A `-journal` there is of our own beginning, which was broken off.
  if (stat.size === 0 && holds(`${path}-wal`)) return 'STORE_REMAINS'
  // Two names of one file have two locks and two -wal files: anyone who opens both writes one over the other.
  if (stat.nlink > 1) return 'STORE_LINKED'
  return writable(path) && writable(folder) ? null : 'STORE_READ_ONLY'
}

/**
 * The one name that a store has behind all links to it: its lock, its `-wal` and its mark lie beside that, and it is
 * that place that matters. A link into nothing keeps its own.
 */
export function realName(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

/** Makes an empty file that only this user may read: SQLite gives those beside it the same rights. */
export function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
  } catch {
    // SQLite meets the same disk and says what is wrong with it.
  }
}

/**
 * Whether other users of this machine may write the store, or take it away from its folder. Windows says nothing of that in
 * a file's mode.
 */
export function othersMayWrite(file: string): boolean {
  if (process.platform === 'win32') return false
  const path = realName(resolve(file))
  const folder = statSync(dirname(path), { throwIfNoEntry: false })
  const own = statSync(path, { throwIfNoEntry: false })
  const sticky = ((folder?.mode ?? 0) & 0o1000) !== 0
  return ((own?.mode ?? 0) & 0o022) !== 0 || (!sticky && ((folder?.mode ?? 0) & 0o022) !== 0)
}

/** Whether something is written there: what a store leaves that was moved or deleted while it was open. */
function holds(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** What is at a path; what may not be looked at is not called missing. */
function lookAt(path: string): Stats | 'missing' | 'barred' {
  try {
    return statSync(path)
  } catch (error) {
    return isBarred(error) ? 'barred' : 'missing'
  }
}

function isBarred(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function headerOf(path: string): Buffer | 'barred' {
  const header = Buffer.alloc(100)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, header, 0, 100, 0)
    } finally {
      closeSync(file)
    }
    return header
  } catch (error) {
    if (isBarred(error)) return 'barred'
    throw error
  }
}

function isOurs(header: Buffer): boolean {
  return header.toString('latin1', 0, 16) === sqliteHeader && header.readUInt32BE(68) === applicationId
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function fileSystemType(folder: string): number {
  try {
    return statfsSync(folder).type
  } catch {
    return 0
  }
}

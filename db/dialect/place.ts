import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'

/** File systems over a network, by the magic numbers of Linux's statfs(2): NFS, SMB, CIFS, SMB2, AFS, Coda, NCP, Ceph. */
const networkFileSystems = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x564c, 0xc36400,
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

/** What stands in the way of opening `file`, before anything is opened or made; null when nothing does. */
export function troubleWithPlace(
  file: string,
  mayCreate: boolean,
  fileSystemOf: (folder: string) => number = fileSystemType,
): PlaceTrouble | null {
  const path = resolve(file)
  if (/^(\\\\|\/\/)[^\\/]/.test(file)) return 'STORE_NETWORK'
  const folder = dirname(path)
  if (!existsSync(folder)) return 'STORE_FOLDER_MISSING'
  if (networkFileSystems.has(fileSystemOf(folder))) return 'STORE_NETWORK'
  if (!existsSync(path)) {
    if (!mayCreate) return 'STORE_MISSING'
    return writable(folder) ? null : 'STORE_READ_ONLY'
  }
  const stat = statSync(path)
  if (stat.isDirectory()) return 'STORE_IS_FOLDER'
  if (!stat.isFile()) return 'STORE_NOT_A_STORE'
  if (!isOurs(path, stat.size, mayCreate)) return 'STORE_NOT_A_STORE'
  return writable(path) && writable(folder) ? null : 'STORE_READ_ONLY'
}

function isOurs(path: string, size: number, mayCreate: boolean): boolean {
  if (size === 0) return mayCreate
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 100, 0)
  } finally {
    closeSync(file)
  }
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

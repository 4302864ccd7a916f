import {
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What is beside a store and belongs to it, by the end of its name; the lock stays with the place. */
const companions = ['-wal', '-journal', '-mark'] as const
const asideMark = '.before-restore-'
const storeEnding = '.keyrack'

/** The name that a store is kept under when another takes its place: `hotel.before-restore-20261129-143000Z.keyrack`. */
export function asideName(path: string, moment: string): string {
  const stem = `${pathStem(path)}${asideMark}${moment.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}Z`
  for (let number = 1; ; number += 1) {
    const aside = `${stem}${number > 1 ? `-${number}` : ''}${storeEnding}`
    if (!existsSync(aside)) return aside
  }
}

function pathStem(path: string): string {
  return join(dirname(path), basename(path, storeEnding))
}

/**
 * Puts `part` in the place of the store at `path`, which is kept as `aside` with all that belongs to it. The caller has
 * the store's lock, and nobody has the file open. At every moment one of the two is at `path`, whole: a store with two names
 * is what a kill may leave, and `endBrokenRestore` takes the second away.
 */
export function replaceStore(path: string, part: string, aside: string): void {
  keepOwner(path, part)
  for (const ending of ['', ...companions]) keepAs(`${path}${ending}`, `${aside}${ending}`)
  syncFolder(dirname(path))
  // SQLite would play another store's -wal into the new file. A kill from here on leaves two names, and all comes back.
  for (const ending of [...companions, '-shm']) rmSync(`${path}${ending}`, { force: true })
  renameSync(part, path)
  syncFolder(dirname(path))
}

/**
 * Takes back what a restore that was killed had begun, where the store has its second name from it: its companions come
 * back, and the name goes. True when there was one. The caller has the store's lock.
 */
export function endBrokenRestore(path: string): boolean {
  const store = lookAt(path)
  if (!store || store.nlink < 2) return false
  const begin = `${basename(pathStem(path))}${asideMark}`
  const asides = readdirSync(dirname(path))
    .filter((name) => name.startsWith(begin) && name.endsWith(storeEnding))
    .map((name) => join(dirname(path), name))
    .filter((aside) => sameFile(lookAt(aside), store))
  for (const aside of asides) {
    for (const ending of companions) {
      if (existsSync(`${path}${ending}`)) rmSync(`${aside}${ending}`, { force: true })
      else if (existsSync(`${aside}${ending}`)) renameSync(`${aside}${ending}`, `${path}${ending}`)
    }
    rmSync(aside)
  }
  return asides.length > 0
}

function sameFile(a: Stats | undefined, b: Stats): boolean {
  return a?.ino === b.ino && a.dev === b.dev
}

function lookAt(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

/** An administrator of the machine may restore; the desk's user must be able to open the store afterwards. */
function keepOwner(path: string, part: string): void {
  const before = lookAt(path)
  if (!before) return
  try {
    chownSync(part, before.uid, before.gid)
  } catch {
    // Another user's file can't be given away: who restores owns it.
  }
}

/** A second name where the disk has such; else a copy. */
function keepAs(file: string, name: string): void {
  if (!existsSync(file)) return
  try {
    linkSync(file, name)
  } catch {
    const part = `${name}.part`
    copyFileSync(file, part)
    const handle = openSync(part, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(part, name)
  }
}

/** Windows has no handle of a folder to sync. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // The renames are as safe as the file system makes them.
  }
}

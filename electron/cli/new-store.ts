import { existsSync, rmSync, statSync } from 'node:fs'
import { storeToOpen } from '../host/places.ts'
import type { Cli } from './command.ts'

/** Whether the store that the command line names is still to be made. */
export function isStoreMissing(cli: Cli): boolean {
  const { file } = storeToOpen(cli.store, cli.place.userData)
  return !existsSync(file) || statSync(file).size === 0
}

/** What is behind the name of a store in the names of the files that make it up. */
export const storeEndings = [
  '',
  '-wal',
  '-shm',
  '-journal',
  '-lock',
  '-mark',
  '-insight',
  '-insight-wal',
  '-insight-shm',
  '-report',
  '-report-wal',
  '-report-shm',
] as const

/** Takes a store away again that this command made and could not fill: nothing is left of an attempt that failed. */
export function removeStore(file: string): void {
  for (const ending of storeEndings) rmSync(`${file}${ending}`, { force: true })
}

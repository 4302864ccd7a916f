import { lstatSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { storeToOpen } from '../host/places.ts'
import type { Cli } from './command.ts'
import { storeEndings } from './new-store.ts'
import { WrongUse } from './stop.ts'

const shown = (file: string) => ({ file: file.slice(0, 200) })

/** The path of a file that is to be read; throws WrongUse for what is missing, a folder, or no plain file (a pipe, a device). */
export function fileToRead(named: string): string {
  const stat = lookAt(named)
  if (!stat) throw new WrongUse('cli.wrong.file', shown(named))
  if (stat.isDirectory()) throw new WrongUse('cli.wrong.fileIsFolder', shown(named))
  if (!stat.isFile()) throw new WrongUse('cli.wrong.fileNotPlain', shown(named))
  return resolve(named)
}

/** A JSON file, with or without a byte-order mark in front. */
export function jsonIn(named: string): unknown {
  const text = readFileSync(fileToRead(named), 'utf8')
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new WrongUse('cli.wrong.mapping', shown(named))
  }
}

/**
 * The path of a list that is to be written. Nothing is ever written over: neither what is there already, nor the store
 * and the files beside it, which may not be there yet.
 */
export function fileToWrite(named: string, cli: Cli): string {
  const path = pathToReplace(named, cli)
  if (isThere(named)) throw new WrongUse('cli.wrong.rejectedThere', shown(named))
  return path
}

/** The path of a file that takes the place of one that is there, like yesterday's of a report; never of the store's. */
export function pathToReplace(named: string, cli: Cli): string {
  const folder = lookAt(dirname(resolve(named)))
  if (!folder?.isDirectory()) throw new WrongUse('cli.wrong.folder', shown(named))
  const store = realPath(storeToOpen(cli.store, cli.place.userData).file)
  const real = realPath(named)
  if (storeEndings.some((ending) => real === `${store}${ending}`))
    throw new WrongUse('cli.wrong.rejectedStore', shown(named))
  if (lookAt(named)?.isDirectory()) throw new WrongUse('cli.wrong.fileIsFolder', shown(named))
  return resolve(named)
}

/** The same of a report. A pipe or a device is no file whose place another can take; standard output is for those. */
export function reportToWrite(named: string, cli: Cli): string {
  const stat = lookAt(named)
  if (stat && !stat.isFile() && !stat.isDirectory()) throw new WrongUse('cli.wrong.outNotPlain', shown(named))
  return pathToReplace(named, cli)
}

/** Whether anything has this name, a link into nothing too. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** What is at a path behind all links; null for nothing, or what can't be looked at. */
function lookAt(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

/** No system follows more links than this, one of which leads to itself. */
const maxLinks = 40

/** The path behind all links, also of a file that is still to be made. */
function realPath(named: string, links = 0): string {
  const path = resolve(named)
  try {
    return realpathSync(path)
  } catch {
    const target = linkTarget(path)
    if (target !== null && links < maxLinks) return realPath(target, links + 1)
    const folder = dirname(path)
    return folder === path ? path : join(realPath(folder, links), basename(path))
  }
}

/** Where a link into nothing leads: what is written there may become a file of the store. */
function linkTarget(path: string): string | null {
  try {
    return resolve(realpathSync(dirname(path)), readlinkSync(path))
  } catch {
    return null
  }
}

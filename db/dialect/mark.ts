import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { readChangeOrigin } from '../log-format.ts'
import type { RawDatabase } from './sqlite/connection.ts'

/** The newest row of the change log, as its place and its hash. */
export type LogHead = { seq: number; hash: string }
/** Changes that were acknowledged once and are not in the log, by their sequence. */
export type Lost = { from: number; to: number }
export type Mark = { head: LogHead; lost: Lost | null }
/** With the file that says so: deleting it while the store is closed settles the matter. */
export type LostChanges = Lost & { mark: string }

/** Each line has its place in the file, so that it can be written over in one go. */
const lineLength = 96

/** Beside the store, because what tells of a loss must not be lost with it. */
function markFile(file: string): string {
  return `${file}-mark`
}

/** What was written beside the store; null when nothing is there that can be read: a store may be moved without it. */
function readMark(file: string): Mark | null {
  let text: string
  try {
    text = readFileSync(markFile(file), 'latin1')
  } catch {
    return null
  }
  const head = /^head (\d{1,15}) (\S*) *\n/.exec(text)
  const lost = /\nlost (\d{1,15}) (\d{1,15}) *\n/.exec(text)
  if (!head) return null
  return {
    head: { seq: Number(head[1]), hash: head[2] ?? '' },
    lost: lost ? { from: Number(lost[1]), to: Number(lost[2]) } : null,
  }
}

/**
 * What the mark knows and the log does not. A damaged `-wal` passes SQLite's own check: the commits behind the damage
 * are dropped without a word, as they are when somebody puts an older copy in the place of the store.
 */
export function lostSince(file: string, raw: RawDatabase): LostChanges | null {
  const mark = readMark(file)
  const lost = mark && missing(mark, raw)
  return lost && { ...lost, mark: markFile(file) }
}

function missing(mark: Mark, raw: RawDatabase): Lost | null {
  const { seq } = mark.head
  const newest = headOf(raw).seq
  if (seq > newest) return both(mark.lost, { from: newest + 1, to: seq })
  return seq === 0 || isInLog(raw, mark.head) ? mark.lost : both(mark.lost, { from: seq, to: seq })
}

/** A mark from before a migration that hashed the log again is held against what was kept of it: its newest hash. */
function isInLog(raw: RawDatabase, { seq, hash }: LogHead): boolean {
  if (raw.prepare('select hash from changes where seq = ?').pluck().get(seq) === hash) return true
  const origin = readChangeOrigin(raw)
  return origin !== undefined && (seq < origin.seq || (seq === origin.seq && hash === origin.hash))
}

function both(before: Lost | null, now: Lost): Lost {
  return before ? { from: Math.min(before.from, now.from), to: Math.max(before.to, now.to) } : now
}

function headOf(raw: RawDatabase): LogHead {
  const head = raw.prepare('select seq, hash from change_head').get() as LogHead | undefined
  return head ?? { seq: 0, hash: '' }
}

/** A new store in the place of an old one knows nothing of the old one's changes. */
export function removeMark(file: string): void {
  rmSync(markFile(file), { force: true })
}

export type Marker = { note: () => void; close: () => void }

/**
 * Notes the head of the log soon after each commit. Not fsynced: it is to survive the end of this process and damage
 * to the store's files, and after a kill or a power cut it is at most behind. It is a help, so that anything that goes wrong with it
 * (a full disk, a folder without rights) stops nobody's work.
 */
export function openMarker(file: string, raw: RawDatabase, lost: Lost | null): Marker {
  let handle: number | null = null
  let noted = -1
  const head = raw.prepare('select seq, hash from change_head')
  const write = () => {
    if (handle === null) return
    try {
      const { seq, hash } = (head.get() as LogHead | undefined) ?? { seq: 0, hash: '' }
      if (seq !== noted) writeSync(handle, line(`head ${seq} ${hash}`), 0)
      noted = seq
    } catch {
      // The mark stays behind, which claims nothing that is not true.
    }
  }
  try {
    const path = markFile(file)
    handle = openSync(path, existsSync(path) ? 'r+' : 'w', 0o600)
    if (lost) writeSync(handle, line(`lost ${lost.from} ${lost.to}`), lineLength)
  } catch {
    // Without it the store works as well.
  }
  write()
  let due = false
  return {
    // Once the answer is on its way: anything that waits for a commit does not wait for its mark.
    note: () => {
      if (due) return
      due = true
      setImmediate(() => {
        due = false
        write()
      })
    },
    close: () => {
      write()
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}

function line(text: string): string {
  return `${text.padEnd(lineLength - 1)}\n`
}

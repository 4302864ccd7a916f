import { join } from 'node:path'
import { listCopies } from '#core/backup/folder.ts'
import { openRestore, type RestorePlan, type Restoring } from '#core/compose-restore.ts'
import type { JobHandle } from '#core/kernel/jobs.ts'
import type { BackupCopy } from '#shared/contract/backup.ts'
import type { Refusal } from '#shared/contract/index.ts'
import { momentOf } from '#shared/values/index.ts'
import type { StoreTrouble } from '../host/trouble-words.ts'

/** What is on the page that restores a store. */
export type RestoreState =
  | { at: 'choose'; folder: string; copies: BackupCopy[]; refusal: Refusal | null }
  | { at: 'working'; what: 'verify' | 'restore'; file: string; percent: number }
  | { at: 'plan'; store: string; plan: RestorePlan }
  | { at: 'refused'; refusal: Refusal }
  /** The present store's own place is in the way, or somebody has it open. */
  | { at: 'trouble'; trouble: StoreTrouble }
  | { at: 'defect'; incident: string }
  | { at: 'done'; store: string; aside: string | null }

/** `restore-copy-3`: the fourth of the copies shown. */
const copyAction = /^restore-copy-(\d{1,3})$/

export type RestoreParts = {
  nativeBinding: string | undefined
  /** The system's own dialog; null when it was left. */
  chooseFolder: () => Promise<string | null>
  /** Draws the page again. */
  show: () => void
  /** Opens the store that is at the place now, restored or not. */
  reopen: () => void
  /** Logs what should not have happened; answers its incident id. */
  onDefect: (error: unknown) => string
  now: () => number
}

export type RestoreFlow = {
  state: () => RestoreState | null
  /** Begins with the copies in a folder, which is asked for where none is given. The store must be closed. */
  begin: (store: string, folder: string | null) => Promise<void>
  /** Carries out a button's action; null where it is none of a restore. */
  act: (action: string) => Promise<void> | null
}

/** How often a page of progress is drawn, in milliseconds. */
const drawMs = 700

/** What a restore is at; the functions below move it on. */
type Flow = {
  readonly parts: RestoreParts
  state: RestoreState | null
  store: string
  /** Holds the store's lock. */
  restoring: Restoring | null
  job: { cancelled: boolean } | null
}

/**
 * Restores a store that this program has closed: copies of a folder, one of them verified, what it would lose, the
 * restored store. Until the user agrees nothing is changed, and from the choice on the store's lock is held.
 */
export function createRestoreFlow(parts: RestoreParts): RestoreFlow {
  const flow: Flow = { parts, state: null, store: '', restoring: null, job: null }
  return {
    state: () => flow.state,
    begin: (store, folder) => {
      flow.store = store
      return safely(flow, () => chooseFrom(flow, folder))
    },
    act: (action) => (flow.state === null ? null : act(flow, flow.state, action)),
  }
}

function act(flow: Flow, state: RestoreState, action: string): Promise<void> | null {
  if (flow.job) {
    if (action === 'restore-stop') flow.job.cancelled = true
    return action.startsWith('restore-') ? Promise.resolve() : null
  }
  const [, index] = copyAction.exec(action) ?? []
  if (index !== undefined && state.at === 'choose') {
    const copy = state.copies[Number(index)]
    return copy ? safely(flow, () => verify(flow, join(state.folder, copy.file))) : Promise.resolve()
  }
  if (action === 'restore-folder') return safely(flow, () => chooseFrom(flow, null))
  if (action === 'restore-yes' && state.at === 'plan') return safely(flow, () => carryOut(flow))
  if (action === 'restore-leave') return safely(flow, async () => leave(flow))
  return null
}

async function safely(flow: Flow, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    flow.job = null
    letGo(flow)
    show(flow, { at: 'defect', incident: flow.parts.onDefect(error) })
  }
}

function show(flow: Flow, next: RestoreState): void {
  flow.state = next
  flow.parts.show()
}

function letGo(flow: Flow): void {
  flow.restoring?.close()
  flow.restoring = null
}

function leave(flow: Flow): void {
  letGo(flow)
  flow.state = null
  flow.parts.reopen()
}

async function chooseFrom(flow: Flow, given: string | null): Promise<void> {
  const folder = given ?? (await flow.parts.chooseFolder())
  if (folder === null) {
    if (flow.state === null) flow.parts.reopen()
    return
  }
  letGo(flow)
  const listed = await listCopies(folder)
  const copies = 'refusal' in listed ? [] : listed.copies
  show(flow, { at: 'choose', folder, copies, refusal: 'refusal' in listed ? listed.refusal : null })
}

/** The page of a work is drawn at most every so often; buttons pressed meanwhile reach `job`. */
function handleFor(flow: Flow, what: 'verify' | 'restore', file: string): JobHandle {
  const { now } = flow.parts
  const job = { cancelled: false }
  flow.job = job
  let drawn = now()
  show(flow, { at: 'working', what, file, percent: 0 })
  return {
    progress: (done, total) => {
      if (now() - drawn < drawMs || job.cancelled) return
      drawn = now()
      show(flow, { at: 'working', what, file, percent: total > 0 ? Math.floor((100 * done) / total) : 0 })
    },
    get cancelled() {
      return job.cancelled
    },
  }
}

async function verify(flow: Flow, from: string): Promise<void> {
  const { store, parts } = flow
  const asked = { store, from, nativeBinding: parts.nativeBinding, moment: momentOf(parts.now()) }
  const opened = await openRestore(asked, handleFor(flow, 'verify', from))
  flow.job = null
  if ('trouble' in opened) return show(flow, { at: 'trouble', trouble: opened.trouble })
  if ('refusal' in opened) return show(flow, { at: 'refused', refusal: opened.refusal })
  flow.restoring = opened
  show(flow, { at: 'plan', store, plan: opened.plan })
}

async function carryOut(flow: Flow): Promise<void> {
  const { restoring, store } = flow
  if (!restoring) return
  const done = await restoring.carryOut(handleFor(flow, 'restore', restoring.plan.file))
  flow.job = null
  letGo(flow)
  if ('refusal' in done) show(flow, { at: 'refused', refusal: done.refusal })
  else show(flow, { at: 'done', store, aside: done.aside })
}

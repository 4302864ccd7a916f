import type { Right } from '../domain/access/rights.ts'
import type { RefusalParams, Refused } from '../values/index.ts'

export type { Refusal } from '../values/index.ts'

/** Values that words are made with: never markup, never a stack. */
export type Params = RefusalParams

/** One thing wrong with the input: where, which code, and the figures its words need. */
export type Issue = { path: (string | number)[]; code: string; params: Params }

/** What is wrong with the call itself, not with the hotel's rules. `INTERNAL` is a defect: its incident id is in the log. */
export type Fault =
  | { code: 'INVALID_INPUT'; issues: Issue[] }
  | { code: 'UNKNOWN_OPERATION'; operation: string }
  | { code: 'NOT_SIGNED_IN' }
  /** `who`: what the users are called who may, in one text; empty where nobody is known. */
  | { code: 'NOT_PERMITTED'; needed: Right; who: string }
  /** Who was to approve it did not: a wrong password, one to wait for (`seconds`), or the one who asks. */
  | { code: 'NOT_APPROVED'; reason: 'password' | 'wait' | 'own'; seconds: number }
  /** Somebody changed the same thing since it was read: read again. */
  | { code: 'CONFLICT'; entity: string; id: number }
  /** The store is busy (an import, a backup): nothing was written, try again. */
  | { code: 'BUSY' }
  | { code: 'STORE'; reason: 'full' | 'read-only' | 'damaged' | 'unavailable' | 'moved' }
  | { code: 'INTERNAL'; incident: string }

/**
 * The answer to every call, on every road (ipc, http, command line).
 * `change` is the sequence of the first change row a command wrote: what `change.undo` takes.
 */
export type Reply<O = unknown, C extends string = string> =
  | { ok: true; output: O; change?: number }
  | Refused<C>
  | { ok: false; fault: Fault }

export type AnyReply = Reply

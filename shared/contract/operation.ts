import type { z } from 'zod'
import type { Right } from '../domain/access/rights.ts'

/** What a change or a query is about: the words of the change log, of events and of `reads`. */
export const entityKinds = [
  'settings',
  'backup-settings',
  'user',
  'role',
  'shift-note',
  'access',
  'guest',
  'booking',
  'request',
  'stay',
  'day-use',
  'stay-setting',
  'room-type',
  'room',
  'closure',
  'housekeeping-setting',
  'attendant',
  'housekeeping-task',
  'discrepancy',
  'ticket',
  'rate-plan',
  'account',
  'programme',
  'membership',
  'leaving-case',
  'guest-kind',
  'import-batch',
  'import-mapping',
  'import-word',
  'insight-setting',
  'playbook',
  'guest-judgement',
  'insight',
  'offer',
  'suggestion-vote',
  'segment',
  'segment-tags',
  'report-setting',
  'commission',
  'report-memory',
  'report-favourite',
  'explore',
  'budget',
  'comp-set',
  'report-schedule',
  'report',
  'folio-setting',
  'ledger-account',
  'tax',
  'tax-rule',
  'transaction-code',
  'package',
  'fee-policy',
  'exchange-rate',
  'folio',
  'posting',
  'deposit',
  'hold',
  'voucher',
  'shift',
  'paper-series',
  'paper',
  'fapiao',
  'trace',
  'registrant',
  'registration',
  'minor-sheet',
  'visitor',
  'registration-setting',
  'desk-devices',
  'close',
  'close-setting',
  'guest-message',
  'wake-call',
  'parcel',
  'found-item',
  'key-log',
  'luggage',
  'job',
] as const
export type EntityKind = (typeof entityKinds)[number]

/**
 * The right that an operation asks for; `signed-in` asks for nothing but a user, `public` not even for one. Default deny: it
 * must be named.
 */
export type Permission = 'public' | 'signed-in' | Right

type Shape = z.ZodType

type Common<N extends string, I extends Shape, O extends Shape, R extends string> = {
  name: N
  /** One sentence for `keyrack contract` and for anyone who reads the file. */
  about: string
  input: I
  output: O
  refusals: readonly R[]
  permission: Permission
}

export type Query<
  N extends string = string,
  I extends Shape = Shape,
  O extends Shape = Shape,
  R extends string = string,
> = Common<N, I, O, R> & {
  kind: 'query'
  /** Entity kinds whose change makes an answer stale: the page refetches then. */
  reads: readonly EntityKind[]
}

export type Command<
  N extends string = string,
  I extends Shape = Shape,
  O extends Shape = Shape,
  R extends string = string,
> = Common<N, I, O, R> & {
  kind: 'command'
  /** `change.undo` may write the inverse of what this command wrote. Said of each, so that no undo is forgotten. */
  undoable: boolean
  /**
   * Whether a retry with the same request id gets the stored answer. False where the answer must not be stored (a
   * document’s number) or depends on more than the input (a password that may have changed since).
   */
  receipt: boolean
  /** Fields of the input that the receipt’s fingerprint leaves out: a password’s hash would be one to guess at. */
  secrets: readonly string[]
  /** A session `begins` with the user in its output, or `ends`. */
  session?: 'begins' | 'ends'
}

export type Operation = Query | Command

/** Declares a query: reads only, runs on the read connection, may run at any time. */
export function query<
  const N extends string,
  I extends Shape,
  O extends Shape,
  const R extends string = never,
>(definition: Omit<Query<N, I, O, R>, 'kind' | 'refusals'> & { refusals?: readonly R[] }): Query<N, I, O, R> {
  return { refusals: [], ...definition, kind: 'query' }
}

/** Declares a command: runs in the one write transaction and writes at least one change row. */
export function command<
  const N extends string,
  I extends Shape,
  O extends Shape,
  const R extends string = never,
>(
  definition: Omit<Command<N, I, O, R>, 'kind' | 'refusals' | 'receipt' | 'secrets'> & {
    refusals?: readonly R[]
    receipt?: boolean
    secrets?: readonly string[]
  },
): Command<N, I, O, R> {
  return { refusals: [], receipt: true, secrets: [], ...definition, kind: 'command' }
}

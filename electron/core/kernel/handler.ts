import type { Reader, Writer } from '#db/handles.ts'
import type {
  CommandName,
  OperationName,
  OutputOf,
  ParsedOf,
  QueryName,
  RefusalOf,
} from '#shared/contract/index.ts'
import type { Refused } from '#shared/values/index.ts'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'

type MaybePromise<T> = T | Promise<T>

/** Reads on the read connection; refuses with the contract's codes. */
export type QueryHandler<N extends OperationName> = {
  kind: 'query'
  run: (db: Reader, input: ParsedOf<N>, ctx: Context) => MaybePromise<OutputOf<N> | Refused<RefusalOf<N>>>
}

/**
 * Runs in the one write transaction. `prepare` does slow work (a password's hash) before it begins; it knows the call's request id,
 * so that what it does outside (a key on a card) is not done twice when the call is made again.
 */
export type CommandHandler<N extends OperationName> = {
  kind: 'command'
  prepare?: (db: Reader, input: ParsedOf<N>, ctx: Context, requestId: string | null) => Promise<unknown>
  /** Whether an answer from before is true of this input as well: a receipt keeps no password to compare. */
  matchesStoredReply?: (db: Reader, input: ParsedOf<N>, output: OutputOf<N>) => Promise<boolean>
  run: (
    tx: Writer,
    ctx: Context,
    input: ParsedOf<N>,
    prepared: unknown,
  ) => MaybePromise<Outcome<OutputOf<N>, RefusalOf<N>>>
}

/** Starts or stops a job, which opens its own transaction. */
export type WorkHandler<N extends OperationName> = {
  kind: 'work'
  run: (ctx: Context, input: ParsedOf<N>) => MaybePromise<OutputOf<N> | Refused<RefusalOf<N>>>
}

export type HandlerOf<N extends OperationName> = N extends QueryName
  ? QueryHandler<N> | WorkHandler<N>
  : N extends CommandName
    ? CommandHandler<N> | WorkHandler<N>
    : never
export type AnyHandler = { [N in OperationName]: HandlerOf<N> }[OperationName]

export function reads<N extends QueryName>(_name: N, run: QueryHandler<N>['run']): QueryHandler<N> {
  return { kind: 'query', run }
}

export function writes<N extends CommandName>(
  _name: N,
  run: (tx: Writer, ctx: Context, input: ParsedOf<N>) => ReturnType<CommandHandler<N>['run']>,
): CommandHandler<N> {
  return { kind: 'command', run }
}

export function writesAfter<N extends CommandName, P>(
  _name: N,
  prepare: (db: Reader, input: ParsedOf<N>, ctx: Context, requestId: string | null) => Promise<P>,
  run: (tx: Writer, ctx: Context, input: ParsedOf<N>, prepared: P) => ReturnType<CommandHandler<N>['run']>,
): CommandHandler<N> {
  // Only run-command hands `prepared` on, and it hands on what this `prepare` made.
  return { kind: 'command', prepare, run: (tx, ctx, input, prepared) => run(tx, ctx, input, prepared as P) }
}

export function works<N extends OperationName>(_name: N, run: WorkHandler<N>['run']): WorkHandler<N> {
  return { kind: 'work', run }
}

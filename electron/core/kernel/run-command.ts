import { createHash } from 'node:crypto'
import type { Connection, Reader, Writer } from '#db/handles.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { findReceipt, insertReceipt } from '#db/repositories/change/receipts.ts'
import { appendChanges, type ChangeHead, readChangeHead } from '#db/repositories/change/repository.ts'
import { inTransaction } from '#db/transaction.ts'
import { type CommandName, type Fault, operations } from '#shared/contract/index.ts'
import type { Command } from '#shared/contract/operation.ts'
import { isRefused, type Refused } from '#shared/values/index.ts'
import type { Context } from './context.ts'
import type { CommandHandler } from './handler.ts'
import type { Conflicted, Done } from './outcome.ts'
import { createQueue, tooLong } from './queue.ts'
import { type Exclusively, isRollBack, type RollBack } from './store.ts'

/** Thrown inside a transaction to roll it back with an expected answer; never leaves this file. */
class RolledBack extends Error {
  readonly answer: Refused | Conflicted

  constructor(answer: Refused | Conflicted) {
    super('rolled back')
    this.answer = answer
  }
}

export type Written = Pick<Done<unknown>, 'output' | 'changes' | 'ends'> & { change: number; actor: string }
export type CommandAnswer =
  | { written: Written }
  | { repeated: Pick<Written, 'output' | 'change'> }
  /** The request id belongs to another act, or to somebody else's. */
  | 'other-request'
  | Refused
  | Conflicted
  /** Its turn came when it might not be done any more. */
  | { fault: Fault }
  | 'busy'

export type CommandRunner = {
  run: <N extends CommandName>(
    name: N,
    handler: CommandHandler<N>,
    /** Read again when the command's turn has come: the moment, the business date, and what the user may do then. */
    context: () => Promise<Context | { fault: Fault }>,
    input: unknown,
    requestId: string | null,
  ) => Promise<CommandAnswer>
  exclusively: Exclusively
  /** Waits for what is being written. */
  idle: () => Promise<void>
}

/** How long a command waits for the one before it: an import can take longer, a desk can't. */
const patienceMs = 8_000

/**
 * What a request id stands for: this act, of this user, with this input. Secrets are left out of it and compared by
 * `matchesStoredReply`. Null where no receipt is kept.
 */
function fingerprint(name: CommandName, actor: string, input: unknown): string | null {
  const { receipt, secrets }: Command = operations[name]
  if (!receipt) return null
  const plain = JSON.stringify(input, (key, value: unknown) => (secrets.includes(key) ? undefined : value))
  return createHash('sha256').update(`${name}\n${actor}\n${plain}`).digest('base64url')
}

export type RunnerParts = {
  writer: Connection
  reader: Reader
  openBulk: () => Bulk
  /**
   * Receives what was committed, and whose command it was, before the next command has its turn: what is kept of it in
   * memory is stale, and who was shut out by it does nothing more.
   */
  onWritten: (written: Written, ctx: Context) => Promise<void>
}

/** Runs every command in the one write transaction, with its change rows and receipt in it. */
export function createCommandRunner({ writer, reader, openBulk, onWritten }: RunnerParts): CommandRunner {
  const queue = createQueue()
  // Known while this process holds the store's lock; forgotten when anything else may have written.
  let head: ChangeHead | null = null

  async function runInTurn(
    handler: CommandHandler<CommandName>,
    name: CommandName,
    context: () => Promise<Context | { fault: Fault }>,
    input: unknown,
    prepared: unknown,
    requestId: string | null,
  ): Promise<CommandAnswer> {
    const ctx = await context()
    if ('fault' in ctx) return ctx
    const asked = requestId ? fingerprint(name, ctx.actor, input) : null
    if (requestId && asked) {
      const before = await findReceipt(writer, requestId)
      if (before) return await answerAgain(writer, handler, input, before, asked)
    }
    let refused: Refused | null = null
    let next: ChangeHead | null = null
    try {
      const written = await inTransaction(writer, async (tx) => {
        const answer = await handler.run(tx, ctx, input as never, prepared)
        if ('conflict' in answer || isRefused(answer)) throw new RolledBack(answer)
        if ('answer' in answer) refused = answer.answer
        const outcome: Done<unknown> =
          'answer' in answer ? { done: true, output: null, changes: answer.changes } : answer
        const from = head ?? (await readChangeHead(tx))
        next = await log(tx, from, name, ctx, input, outcome, requestId)
        const change = outcome.changes.length > 0 ? from.seq + 1 : 0
        if (requestId && asked && !refused) {
          await insertReceipt(tx, requestId, {
            asked,
            change,
            output: JSON.stringify(outcome.output),
          })
        }
        return { actor: ctx.actor, ...outcome, change }
      })
      head = next
      await onWritten(written, ctx)
      return refused ?? { written }
    } catch (error) {
      if (error instanceof RolledBack) return error.answer
      head = null
      throw error
    }
  }

  return {
    run: async (name, handler, context, input, requestId) => {
      // What `prepare` does may take long (a password's hash): it waits for nobody, not for an import either, and
      // nobody waits for it.
      let prepared: unknown
      if (handler.prepare) {
        const asked = await context()
        if ('fault' in asked) return asked
        prepared = await handler.prepare(reader, input as never, asked, requestId)
      }
      const run = () =>
        runInTurn(
          handler as unknown as CommandHandler<CommandName>,
          name,
          context,
          input,
          prepared,
          requestId,
        )
      const answer = await queue.enter(run, patienceMs)
      return answer === tooLong ? 'busy' : answer
    },
    exclusively: async (body) => {
      const run = () => {
        head = null
        return runBulk(writer, openBulk, body)
      }
      return (await queue.enter(run, Number.POSITIVE_INFINITY)) as Awaited<ReturnType<typeof body>>
    },
    idle: async () => {
      await queue.enter(async () => undefined, Number.POSITIVE_INFINITY)
    },
  }
}

/** The answer to a request id that has a receipt: the stored reply, if this is the same act of the same user. */
async function answerAgain(
  writer: Reader,
  handler: CommandHandler<CommandName>,
  input: unknown,
  before: NonNullable<Awaited<ReturnType<typeof findReceipt>>>,
  asked: string,
): Promise<CommandAnswer> {
  if (before.asked !== asked) return 'other-request'
  const output: unknown = JSON.parse(before.output)
  const matches =
    !handler.matchesStoredReply || (await handler.matchesStoredReply(writer, input as never, output as never))
  return matches ? { repeated: { output, change: before.change } } : 'other-request'
}

/** One long write in one transaction; what asks for a roll-back leaves nothing. */
async function runBulk(writer: Connection, openBulk: () => Bulk, body: Parameters<Exclusively>[0]) {
  const bulk = openBulk()
  try {
    return await inTransaction(writer, async (tx) => {
      const result = await body(tx, bulk)
      if (isRollBack(result)) throw new LeftNothing(result)
      bulk.finish()
      return result
    })
  } catch (error) {
    if (error instanceof LeftNothing) return error.why
    throw error
  } finally {
    bulk.release()
  }
}

class LeftNothing extends Error {
  readonly why: RollBack

  constructor(why: RollBack) {
    super('rolled back')
    this.why = why
  }
}

async function log(
  tx: Writer,
  from: ChangeHead,
  operation: string,
  ctx: Context,
  input: unknown,
  outcome: Done<unknown>,
  requestId: string | null,
): Promise<ChangeHead> {
  if (outcome.changes.length === 0) return from
  return appendChanges(
    tx,
    from,
    {
      moment: ctx.moment,
      businessDate: outcome.businessDate ?? ctx.businessDate,
      actor: outcome.actor ?? ctx.actor,
      workstation: ctx.workstation,
      operation,
      reason: reasonIn(input),
      requestId,
      undoes: outcome.undoes ?? null,
      approvedBy: ctx.approvedBy,
    },
    outcome.changes.map((change) => ({
      entity: change.entity,
      entityId: change.id,
      bookingId: change.bookingId ?? null,
      before: change.before,
      after: change.after,
    })),
  )
}

/** Every command's input is an object. */
function reasonIn(input: unknown): string | null {
  const { reason } = input as { reason?: unknown }
  return typeof reason === 'string' ? reason : null
}

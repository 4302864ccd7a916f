import { z } from 'zod'
import { programVersion } from '#core/kernel/version.ts'
import { type Operation, operations } from '#shared/contract/index.ts'
import { nearest } from '#shared/domain/text/nearest.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes, WrongUse } from '../stop.ts'

/** Prints every operation as data, for anyone who connects another program: what `call` and POST /rpc take and answer. */
export async function runContract({ words: [name] }: Given, cli: Cli): Promise<number> {
  const all: Record<string, Operation> = operations
  const chosen = Object.values(all).filter((operation) => name === undefined || operation.name === name)
  const described = chosen.map(describeOperation).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  if (described.length === 0) {
    const meant = nearest(name ?? '', Object.keys(all))
    const params = { operation: (name ?? '').slice(0, 80), meant: meant ?? '' }
    throw new WrongUse(meant ? 'cli.wrong.operationUnknownNear' : 'cli.wrong.operation', params)
  }
  await cli.say(
    JSON.stringify({ program: 'keyrack', version: programVersion, operations: described }, null, 2),
  )
  return exitCodes.ok
}

/** One operation as plain JSON. `input` is what a caller may send: fields with a default may be left out. */
export function describeOperation(operation: Operation) {
  const { name, kind, about, permission, refusals } = operation
  return {
    name,
    kind,
    about,
    permission,
    ...(operation.kind === 'command' ? { undoable: operation.undoable } : { reads: operation.reads }),
    refusals,
    input: z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' }),
  }
}

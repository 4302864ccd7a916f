import { type DescribableReply, describeReply } from '#shared/i18n/index.ts'
import type { Cli } from './command.ts'
import { exitCodes } from './stop.ts'

/** What was refused: a sentence for the person at the terminal, and the whole reply in one line for a program. */
export async function refuse(cli: Cli, operation: string, reply: DescribableReply): Promise<number> {
  const message = describeReply(reply, cli.language, operation)
  cli.note(`keyrack: ${message}`)
  if (cli.json) await cli.say(JSON.stringify({ ...reply, message }))
  return exitCodes.failed
}

/** A job was stopped: nothing of it is left. */
export async function interrupted(cli: Cli, message: string): Promise<number> {
  cli.note(message)
  const refusal = { code: 'CANCELLED', params: {} }
  if (cli.json) await cli.say(JSON.stringify({ ok: false, refusal, message }))
  return exitCodes.interrupted
}

import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { Application, OpenDesk } from '#core/compose.ts'
import type { NamedUser } from '#core/kernel/desk.ts'
import { isRequestId } from '#shared/contract/call.ts'
import {
  type AnyReply,
  type Fault,
  isOperationName,
  type Language,
  operations,
} from '#shared/contract/index.ts'
import { nearest } from '#shared/domain/text/nearest.ts'
import { type DescribableReply, describeReply, words } from '#shared/i18n/index.ts'
import { troubleWords } from '../../host/trouble-words.ts'
import type { Cli, Given, Terminal } from '../command.ts'
import { replyOf } from '../follow-job.ts'
import { cliDesk, withStore } from '../open.ts'
import { exitCodes, StoreStopped, WrongUse } from '../stop.ts'

/** Another short call may hold the store; a desk holds it for hours. */
const patienceMs = 5_000

/** Any operation through dispatch; the reply is exactly one line of JSON on standard output. */
export async function runCall(given: Given, cli: Cli): Promise<number> {
  const operation = given.words[0] ?? ''
  const requestId = requestIdOf(given)
  const input = await inputOf(given, cli.terminal)
  if (!isOperationName(operation)) return await answer(cli, operation, unknown(operation))
  if ('broken' in input) throw new WrongUse('cli.wrong.json', { why: input.broken })
  const file = fileOf(given)
  try {
    return await withStore(cli, { mode: 'existing', patienceMs }, async (app) => {
      const desk = await deskFor(app, cli, given.text('as'))
      if ('reply' in desk) return await answer(cli, operation, desk.reply)
      const whole = file ? withToken(app, file, input.value) : input.value
      const reply = await desk.call(operation, whole, requestId)
      return await answer(cli, operation, await whenEnded(app, reply))
    })
  } catch (error) {
    if (!(error instanceof StoreStopped)) throw error
    const { happened, remedy } = troubleWords(error.trouble, cli.language)
    const { code, params } = error.trouble
    const fault = { code, params } as unknown as Fault
    await cli.say(JSON.stringify({ ok: false, fault, message: joined(happened, remedy, cli.language) }))
    return exitCodes.storeTrouble
  }
}

async function answer(cli: Cli, operation: string, reply: AnyReply): Promise<number> {
  if (reply.ok) {
    await cli.say(JSON.stringify(reply))
    return exitCodes.ok
  }
  const meant =
    'fault' in reply && reply.fault.code === 'UNKNOWN_OPERATION'
      ? nearest(operation, Object.keys(operations))
      : null
  const sentence = describeReply(reply as DescribableReply, cli.language, operation)
  const near = meant ? words(cli.language, 'cli.wrong.operationNear', { meant }) : ''
  await cli.say(JSON.stringify({ ...reply, message: near ? joined(sentence, near, cli.language) : sentence }))
  return exitCodes.failed
}

function joined(first: string, second: string, language: Language): string {
  return language === 'zh' ? `${first}${second}` : `${first} ${second}`
}

function unknown(operation: string): AnyReply {
  return { ok: false, fault: { code: 'UNKNOWN_OPERATION', operation: operation.slice(0, 80) } }
}

/** How long a pipe that nobody announced may take to send its first byte, in milliseconds. */
const firstByteMs = 2_000

/**
 * The input as it was given, or what comes on standard input: with `-`, and where nothing is given and no terminal is
 * there to type at. What is personal then stands in no list of processes. Nothing at all stands for `{}`, and so does a
 * pipe that somebody left open and sends nothing: a scheduler's call would wait for ever.
 */
async function inputOf(given: Given, { stdin }: Terminal): Promise<{ value: unknown } | { broken: string }> {
  const [, word] = given.words
  try {
    if (word !== undefined && word !== '-') return { value: word.trim() === '' ? {} : JSON.parse(word) }
    if (word === undefined && (stdin.isTTY || (await isSilent(stdin)))) return { value: {} }
    const text = await readText(stdin)
    return { value: word === undefined && text.trim() === '' ? {} : JSON.parse(text) }
  } catch (error) {
    return { broken: error instanceof Error ? error.message.slice(0, 200) : '' }
  }
}

/** Whether nothing comes in time, neither a byte nor the end. */
function isSilent(stdin: Readable): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (silent: boolean) => {
      clearTimeout(timer)
      stdin.off('readable', heard)
      resolve(silent)
    }
    const heard = () => settle(false)
    const timer = setTimeout(settle, firstByteMs, true)
    stdin.on('readable', heard)
  })
}

async function readText(stdin: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin as AsyncIterable<Buffer>) chunks.push(Buffer.from(chunk))
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

/** The same marks as pages may send: what can't be one is wrong use, and nothing is done. */
function requestIdOf(given: Given): string | undefined {
  const id = given.text('request-id')
  if (id === undefined || isRequestId(id)) return id
  throw new WrongUse('cli.wrong.requestId', { given: (given.text('request-id') ?? '').slice(0, 80) })
}

function fileOf(given: Given): string | null {
  const named = given.text('file')
  if (named === undefined) return null
  const path = resolve(named)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new WrongUse('cli.wrong.file', { file: named.slice(0, 200) })
  return path
}

function withToken(app: Application, path: string, input: unknown): unknown {
  const file = app.files.give({ path, name: basename(path), temporary: false })
  return typeof input === 'object' && input !== null ? { ...input, file } : input
}

/** As the local administrator, or as the user with this login, with that user's role and language. */
async function deskFor(
  app: Application,
  cli: Cli,
  login: string | undefined,
): Promise<OpenDesk | { reply: AnyReply }> {
  const own = cliDesk(app, cli)
  if (login === undefined) return own
  const reply = await own.call('access.listUsers', {})
  if (!reply.ok) return { reply }
  const users = reply.output as (NamedUser & { active: boolean })[]
  const user = users.find((one) => one.login === login.toLowerCase() && one.active)
  if (!user) throw new WrongUse('cli.wrong.user', { login: login.slice(0, 80) })
  const { id, name, role, language } = user
  return cliDesk(app, cli, { id, login: user.login, name, role, language })
}

/** A job is waited for: the reply then holds how it ended. */
async function whenEnded(app: Application, reply: AnyReply): Promise<AnyReply> {
  if (!reply.ok || !hasJob(reply.output)) return reply
  const report = await app.jobs.ended(reply.output.job)
  if (!report) return reply
  if (report.state === 'done') return { ...reply, output: report }
  return replyOf(report)
}

function hasJob(output: unknown): output is { job: string } {
  return (
    typeof output === 'object' &&
    output !== null &&
    'job' in output &&
    typeof output.job === 'string' &&
    Object.keys(output).length === 1
  )
}

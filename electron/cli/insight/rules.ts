import { createReadStream } from 'node:fs'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { findRules } from '#shared/domain/insight/rules/association.ts'
import { type Baskets, collectBaskets, itemsOfLine } from '#shared/domain/insight/rules/baskets.ts'
import { words } from '#shared/i18n/index.ts'
import { isBusinessDate } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { followJob, replyOf } from '../follow-job.ts'
import { fileToRead } from '../given-file.ts'
import { cliDesk, withStore } from '../open.ts'
import { refuse } from '../refuse.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'

type Rule = { given: string[]; adds: string; support: number; confidence: number; lift: number }
type Found = { baskets: number; itemsets: number; rules: Rule[] }
type Asked = { support: number; confidence: number }

/**
 * `insight rules`: what is in baskets together, over a plain file (a basket a line, items by comma; a line without an item is
 * no basket) or, without `--baskets`, over the stays of the store.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  const asked = {
    support: shareIn(given, 'support', 0.001),
    confidence: shareIn(given, 'confidence', 0.5),
  }
  const file = given.text('baskets')
  if (file === undefined) return await overStays(given, asked, cli)
  if (given.text('as-of') !== undefined || cli.store !== undefined)
    throw new WrongUse('insightFile.oneSource', { options: '--baskets, --store' })
  const found = findRules(await readBaskets(file), asked)
  if (!found.ok) return await refuse(cli, 'insight.run', found)
  await print(found.value, given, cli)
  return exitCodes.ok
}

/** A share above 0 and up to 1, in decimals. */
function shareIn(given: Given, option: string, unsaid: number): number {
  const text = given.text(option)
  if (text === undefined) return unsaid
  const share = /^(0?\.\d+|[01](\.0*)?|\d(\.\d+)?e-\d+)$/i.test(text) ? Number(text) : Number.NaN
  if (share > 0 && share <= 1) return share
  throw new WrongUse('insightFile.share', { option: `--${option}`, given: text.slice(0, 40) })
}

async function readBaskets(named: string): Promise<Baskets> {
  const path = fileToRead(named)
  const baskets = collectBaskets()
  let count = 0
  for await (const line of linesOf(path, named)) {
    const items = itemsOfLine(line)
    if (items === null) continue
    baskets.add(items.map(baskets.placeOf))
    count++
  }
  if (count === 0) throw new WrongUse('insightFile.noBaskets', { file: named.slice(0, 200) })
  return baskets.done()
}

/** Lines however they end; UTF-8 with or without a mark in front, anything else is said. */
async function* linesOf(path: string, named: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Buffer) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new WrongUse('insightFile.notUtf8', { file: named.slice(0, 200) })
    }
  }
  let rest = ''
  for await (const bytes of createReadStream(path)) {
    const lines = (rest + decode(bytes as Buffer)).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield* (rest + decode()).split(/\r/)
}

async function overStays(given: Given, asked: Asked, cli: Cli): Promise<number> {
  const asOf = given.text('as-of')
  if (asOf !== undefined && !isBusinessDate(asOf))
    throw new WrongUse('insightFile.asOf', { given: asOf.slice(0, 40) })
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    const date = asOf === undefined ? {} : { asOf }
    const reply = await desk.call('insight.run', { kind: 'stay-rules', ...date, params: asked })
    if (!reply.ok) return await refuse(cli, 'insight.run', reply)
    const { job } = reply.output as OutputOf<'insight.run'>
    const report = await followJob(app, desk, job, words(cli.language, 'insightFile.computing'), cli)
    if (report?.state !== 'done') return await refuse(cli, 'insight.run', replyOf(report))
    const { output } = report.result as { output: RunOutputOf<'stay-rules'> }
    await print(output, given, cli)
    return exitCodes.ok
  })
}

const ruleKeys = ['if', 'then', 'support', 'confidence', 'lift'] as const

async function print({ baskets, itemsets, rules }: Found, given: Given, cli: Cli): Promise<void> {
  if ((choiceOf(given, 'format', ['json', 'csv']) ?? 'json') === 'json') {
    const listed = rules.map(({ given: items, adds, support, confidence, lift }) => {
      const values = [items, adds, support, confidence, lift]
      return Object.fromEntries(ruleKeys.map((key, at) => [key, values[at]]))
    })
    await cli.say(JSON.stringify({ baskets, itemsets, rules: listed }))
    return
  }
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  await cli.say(ruleKeys.join(','))
  for (const { given: items, adds, support, confidence, lift } of rules)
    await cli.say([cell(items.join(' & ')), cell(adds), support, confidence, lift].join(','))
}

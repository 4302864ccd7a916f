import { rowText } from '#core/import/source/csv.ts'
import { findRules } from '#shared/domain/insight/rules/association.ts'
import { type Baskets, collectBaskets, itemsOfLine } from '#shared/domain/insight/rules/baskets.ts'
import { words } from '#shared/i18n/index.ts'
import type { Cli, Given } from '../command.ts'
import { fileToRead } from '../given-file.ts'
import { refuse } from '../refuse.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { textOf as textOfFile } from './csv-table.ts'
import { runOverStore } from './store-run.ts'

type Rule = { given: string[]; adds: string; support: number; confidence: number; lift: number }
type Found = { baskets: number; itemsets: number; rules: Rule[] }
type Asked = { support: number; confidence: number }

/** A stay has some twenty items: below this nearly all of them go together somewhere. */
const STAYS_SUPPORT = 0.02

/**
 * `insight rules`: what is in baskets together, over a plain file (a basket a line, items by comma; a line without an item is
 * no basket) or, without `--baskets`, over the stays of the store.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  const file = given.text('baskets')
  const asked = {
    support: shareIn(given, 'support', file === undefined ? STAYS_SUPPORT : 0.001),
    confidence: shareIn(given, 'confidence', 0.5),
  }
  if (file === undefined) return await overStays(given, asked, cli)
  if (given.text('as-of') !== undefined || cli.store !== undefined)
    throw new WrongUse('insightFile.oneSource', { options: '--baskets, --store' })
  const found = findRules(await readBaskets(file), asked)
  if (!found.ok) return await refuse(cli, 'insight.run', found)
  await cli.say(textOf(found.value, given))
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

/** Lines however they end. */
async function* linesOf(path: string, named: string): AsyncGenerator<string> {
  let rest = ''
  for await (const text of textOfFile(path, named)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield* rest.split(/\r/)
}

async function overStays(given: Given, asked: Asked, cli: Cli): Promise<number> {
  const label = words(cli.language, 'insightFile.computing')
  return await runOverStore(given, cli, 'stay-rules', asked, ({ output }) => textOf(output, given), label)
}

const ruleKeys = ['if', 'then', 'support', 'confidence', 'lift'] as const

function textOf({ baskets, itemsets, rules }: Found, given: Given): string {
  if ((choiceOf(given, 'format', ['json', 'csv']) ?? 'json') === 'json') {
    const listed = rules.map(({ given: items, adds, support, confidence, lift }) => {
      const values = [items, adds, support, confidence, lift]
      return Object.fromEntries(ruleKeys.map((key, at) => [key, values[at]]))
    })
    return JSON.stringify({ baskets, itemsets, rules: listed })
  }
  const lines = rules.map(({ given: items, adds, support, confidence, lift }) =>
    rowText([items.join(' & '), adds, String(support), String(confidence), String(lift)]),
  )
  return [ruleKeys.join(','), ...lines].join('\n')
}

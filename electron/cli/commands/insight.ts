import { nearest } from '#shared/domain/text/nearest.ts'
import type { Cli, Given } from '../command.ts'
import { insightParts } from '../insight/parts.ts'
import { WrongUse } from '../stop.ts'

/** Computes one part of Insight, over a store or over a plain file that anybody can check the engines with. */
export async function runInsight(given: Given, cli: Cli): Promise<number> {
  const [name = ''] = given.words
  const names = insightParts.map((part) => part.name)
  const part = insightParts.find((one) => one.name === name)
  if (!part) {
    const params = { given: name.slice(0, 80), known: names.join(', '), meant: nearest(name, names) ?? '' }
    throw new WrongUse(params.meant ? 'insightFile.partNear' : 'insightFile.part', params)
  }
  refuseOthers(given, part.name)
  return await (await part.load()).run(given, cli)
}

/** The command knows the options of all parts; what another part takes means nothing here. */
function refuseOthers(given: Given, name: string): void {
  const own = insightParts.find((part) => part.name === name)?.options ?? {}
  for (const option of insightParts.flatMap((part) => Object.keys(part.options))) {
    if (Object.hasOwn(own, option)) continue
    if (given.text(option) === undefined && !given.flag(option)) continue
    throw new WrongUse('cli.wrong.option', { command: `insight ${name}`, option: `--${option}` })
  }
}

import type { Given } from '../command.ts'
import { WrongUse } from '../stop.ts'

/** One of a few words, or nothing; anything else is wrong use. */
export function choiceOf<T extends string>(given: Given, option: string, known: readonly T[]): T | undefined {
  const text = given.text(option)
  if (text === undefined) return undefined
  const found = known.find((one) => one === text)
  if (found !== undefined) return found
  throw new WrongUse('insightFile.choice', {
    option: `--${option}`,
    given: text.slice(0, 40),
    known: known.join(', '),
  })
}

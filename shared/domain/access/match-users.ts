import { foldLatin } from '../name/fold.ts'

type Found = {
  /** As `userWords` has them. */
  words: readonly string[]
}

/** Those whose words begin with what was typed; in front who is it exactly. */
export function matchUsers<U extends Found>(users: readonly U[], typed: string): U[] {
  const text = foldLatin(typed).replace(/\s+/g, '')
  const found = users.filter(({ words }) => words.some((word) => word.startsWith(text)))
  return found.toSorted((a, b) => Number(b.words.includes(text)) - Number(a.words.includes(text)))
}

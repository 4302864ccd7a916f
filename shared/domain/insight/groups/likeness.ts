import { type FirstFact, type FirstStays, firstFacts } from './first-stay.ts'

/** What a fact of a first booking says of somebody: more than 0 speaks for the chosen guests, less against. */
export type Likeness = {
  /** Log of the odds: how much more often the chosen have this code than others have it. */
  weights: Record<FirstFact, number[]>
  chosen: number
  others: number
}

/** For whom a guest counts when the weights are worked out. */
export const isOther = 0
export const isChosen = 1
/** Neither: looked at, not learned from. */
export const isLeftOut = 2

/**
 * Weights by naive Bayes with one added to each count (Laplace): log(P(code | chosen) / P(code | other)). The facts are taken as
 * if they were independent, so the sum ranks guests and is no probability; that it ranks rightly is measured apart.
 */
export function fitLikeness({ codes, words }: FirstStays, label: Uint8Array): Likeness {
  let chosen = 0
  let others = 0
  for (const one of label) {
    if (one === isChosen) chosen += 1
    else if (one === isOther) others += 1
  }
  const weights = Object.fromEntries(
    firstFacts.map((fact) => [fact, weightsOf(codes[fact], words[fact].length, label, chosen, others)]),
  ) as Likeness['weights']
  return { weights, chosen, others }
}

function weightsOf(
  codes: Uint16Array,
  size: number,
  label: Uint8Array,
  chosen: number,
  others: number,
): number[] {
  const ofChosen = new Float64Array(size)
  const ofOthers = new Float64Array(size)
  for (let g = 0; g < codes.length; g++) {
    const code = codes[g] as number
    if (label[g] === isChosen) ofChosen[code] = (ofChosen[code] as number) + 1
    else if (label[g] === isOther) ofOthers[code] = (ofOthers[code] as number) + 1
  }
  return Array.from({ length: size }, (_, code) => {
    // What is not known says nothing
    if (code === 0) return 0
    const share = ((ofChosen[code] as number) + 1) / (chosen + size)
    return Math.log(share / (((ofOthers[code] as number) + 1) / (others + size)))
  })
}

/** The sum of what a guest's facts say. */
export function likenessOf({ codes }: FirstStays, { weights }: Likeness, guest: number): number {
  let sum = 0
  for (const fact of firstFacts) sum += weights[fact][codes[fact][guest] as number] as number
  return sum
}

export type LikenessReason = { fact: FirstFact; word: string; weight: number }

/** The facts that speak most for a guest, at most `most`, the strongest first; none that speaks against. */
export function likenessReasons(
  { codes, words }: FirstStays,
  { weights }: Likeness,
  guest: number,
  most: number,
): LikenessReason[] {
  return firstFacts
    .map((fact): LikenessReason => {
      const code = codes[fact][guest] as number
      return { fact, word: words[fact][code] as string, weight: weights[fact][code] as number }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.fact.localeCompare(b.fact))
    .slice(0, most)
}

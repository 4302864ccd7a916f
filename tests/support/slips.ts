/** Pinyin as it is mistyped at a desk. The slips are made here by rules of their own, not by the functions under test. */

export type Chance = { below: (limit: number) => number }

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/zh/, 'z'],
  [/ch/, 'c'],
  [/sh/, 's'],
  [/z(?!h)/, 'zh'],
  [/c(?!h)/, 'ch'],
  [/s(?!h)/, 'sh'],
  [/(?<=[aei])ng/, 'n'],
  [/(?<=[aei])n(?![aeiougv])/, 'ng'],
  [/\bl/, 'n'],
  [/\bn/, 'l'],
  [/\br/, 'l'],
]

export const slipKinds = ['sound', 'swapped', 'missing', 'doubled', 'wrong'] as const
export type SlipKind = (typeof slipKinds)[number]

/** A name's syllables with one slip of that kind somewhere after the first letter; null where there is no place for it. */
export function slipIn(text: string, kind: SlipKind, { below }: Chance): string | null {
  if (kind === 'sound') {
    const fitting = SOUNDS.filter(([from]) => from.test(text))
    const [from, to] = fitting[below(fitting.length)] ?? []
    return from && to !== undefined ? text.replace(from, to) : null
  }
  const letters = [...text]
  const places = letters.flatMap((letter, at) => {
    if (at === 0 || letter === ' ') return []
    const next = letters[at + 1]
    return kind !== 'swapped' || (next !== undefined && next !== ' ' && next !== letter) ? [at] : []
  })
  const at = places[below(places.length)]
  if (at === undefined) return null
  const letter = letters[at] as string
  if (kind === 'missing') letters.splice(at, 1)
  if (kind === 'doubled') letters.splice(at, 0, letter)
  if (kind === 'swapped') letters.splice(at, 2, letters[at + 1] as string, letter)
  if (kind === 'wrong') letters[at] = 'abcdefghijklmnopqrstuvwxyz'[below(26)] as string
  return letters.join('')
}

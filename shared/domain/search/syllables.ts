/** The syllables of pinyin, as a tree of letters, and those that are heard as one another. */

const LIST =
  'a|a ai an ang ao e ei en eng er o ou;b|a ai an ang ao ei en eng i ian iao ie in ing o u;' +
  'p|a ai an ang ao ei en eng i ian iao ie in ing o ou u;m|a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u;' +
  'f|a an ang ei en eng o ou u;d|a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo;' +
  't|a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo;' +
  'n|a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve;' +
  'l|a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve;' +
  'g|a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo;k|a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo;' +
  'h|a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo;j|i ia ian iang iao ie in ing iong iu u uan ue un;' +
  'q|i ia ian iang iao ie in ing iong iu u uan ue un;x|i ia ian iang iao ie in ing iong iu u uan ue un;' +
  'zh|a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo;ch|a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo;' +
  'sh|a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo;r|an ang ao e en eng i ong ou u ua uan ui un uo;' +
  'z|a ai an ang ao e ei en eng i ong ou u uan ui un uo;c|a ai an ang ao e en eng i ong ou u uan ui un uo;' +
  's|a ai an ang ao e en eng i ong ou u uan ui un uo;y|a an ang ao e i in ing o ong ou u uan ue un;w|a ai an ang ao ei en eng o u'

/** All of them, ü written v. */
export const SYLLABLES: readonly string[] = LIST.split(';').flatMap((line) => {
  const [initial = '', finals = ''] = line.split('|')
  return finals.split(' ').map((final) => (initial === 'a' ? final : initial + final))
})

/** A place in the tree; `syllable` where one ends there, as the list of guests writes it. */
export type Branch = { next: Map<string, Branch>; syllable: string | null }

/** ü as it is typed besides v: lu, lyu, lue. The list of guests writes it v. */
const TYPED: readonly [string, string][] = [
  ['lyu', 'lv'],
  ['nyu', 'nv'],
  ['lue', 'lve'],
  ['nue', 'nve'],
]

export const TREE: Branch = treeOf([...SYLLABLES.map((one): [string, string] => [one, one]), ...TYPED])

/**
 * What a syllable is heard as by those who don't tell z from zh, c from ch, s from sh, -n from -ng, and l, n and r
 * from each other: the same text for all of them.
 */
export function soundOf(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr]/, 'l')
    .replace(/([aei])ng$/, '$1n')
}

/** The syllables of each sound. */
const ALIKE = Map.groupBy(SYLLABLES, soundOf)

/** Syllables that sound like a typed one, the same letters first; also for one that is none (len for ren). */
export function soundingLike(typed: string): readonly string[] {
  const alike = ALIKE.get(soundOf(typed)) ?? []
  return alike.toSorted((a, b) => Number(b === typed) - Number(a === typed))
}

/** Every text that a syllable may be written as by ear, with its sound. */
const HEARD: Branch = treeOf(
  SYLLABLES.flatMap((one) => spelledByEar(one).map((spelled): [string, string] => [spelled, spelled])),
)

function spelledByEar(syllable: string): string[] {
  const sound = soundOf(syllable)
  const initials = { z: ['z', 'zh'], c: ['c', 'ch'], s: ['s', 'sh'], l: ['l', 'n', 'r'] }[sound.charAt(0)]
  const fronts = initials ? initials.map((initial) => initial + sound.slice(1)) : [sound]
  return /[aei]n$/.test(sound) ? fronts.flatMap((front) => [front, `${front}g`]) : fronts
}

function treeOf(entries: readonly (readonly [string, string])[]): Branch {
  const root: Branch = { next: new Map(), syllable: null }
  for (const [letters, syllable] of entries) {
    let at = root
    for (const letter of letters) {
      const known = at.next.get(letter) ?? { next: new Map(), syllable: null }
      at.next.set(letter, known)
      at = known
    }
    at.syllable ??= syllable
  }
  return root
}

/** A surname of two characters and a given name of two; a name in translation is not heard wrong by syllables. */
export const MOST_SYLLABLES = 4
const MOST_WAYS = 8

/** Every way to read a word as syllables, also as they are written by ear. */
export function readByEar(word: string): string[][] {
  const ways: string[][] = []
  const read = (at: number, before: string[]): void => {
    if (at === word.length) {
      ways.push(before)
      return
    }
    if (before.length === MOST_SYLLABLES) return
    let branch: Branch | undefined = HEARD
    const ends: string[] = []
    for (let to = at; to < word.length; to++) {
      branch = branch.next.get(word.charAt(to))
      if (!branch) break
      if (branch.syllable !== null) ends.push(branch.syllable)
    }
    for (const syllable of ends.toReversed()) {
      if (ways.length < MOST_WAYS) read(at + syllable.length, [...before, syllable])
    }
  }
  read(0, [])
  return ways
}

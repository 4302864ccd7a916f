import { foldLatin, latinWords } from '../name/fold.ts'
import { pinyinName } from '../name/pinyin.ts'

const HAN = /\p{Script=Han}+/gu

/**
 * What a colleague is found by as somebody types, without spaces: the login, the name whole, from each of its words on and
 * by its initials, and a Chinese one also by its pinyin and the initials of that. 林浩 → 林浩, 浩, linhao, hao, lh.
 */
export function userWords({ login, name }: { login: string; name: string }): string[] {
  const words = latinWords(name.replace(HAN, ' '))
  const chinese = [...name.matchAll(HAN)].flatMap(([run]) => {
    const read = pinyinName(run)
    const syllables = read ? [...read.familySyllables, ...read.givenSyllables] : []
    return [...tails([...run]), ...tails(syllables), initials(syllables)]
  })
  const all = [login, foldLatin(name).replace(/\s+/g, ''), ...tails(words), initials(words), ...chinese]
  return [...new Set(all)].filter(Boolean)
}

/** From each part to the end: lin, hao → linhao, hao. */
function tails(parts: readonly string[]): string[] {
  return parts.map((_, from) => parts.slice(from).join(''))
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join('')
}

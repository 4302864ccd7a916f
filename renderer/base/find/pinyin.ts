import { TABLE } from './pinyin-table.ts'

/**
 * Pinyin of the characters that our own titles and commands are made of, so that “kr” and “keren” find 客人
 * without a dictionary of megabytes in the page.
 */
const syllables = new Map<string, string>()
for (const group of TABLE.split(' ')) {
  const [syllable = '', characters = ''] = group.split(':')
  for (const character of characters) syllables.set(character, syllable)
}

const chinese = /[\u4e00-\u9fff]/

/** `客人` → `['keren', 'kr']`; nothing for text without Chinese. Latin letters and figures stay as they are. */
export function pinyinWords(text: string): string[] {
  if (!chinese.test(text)) return []
  const parts = [...text.replace(/[^\p{L}\p{N}]+/gu, '')].map((letter) =>
    chinese.test(letter) ? (syllables.get(letter) ?? '') : letter.toLowerCase(),
  )
  return [parts.join(''), parts.map((part) => part[0] ?? '').join('')]
}

/** Characters of a text that the table does not have; a test asks for all titles. */
export function unknownCharacters(text: string): string[] {
  return [...text].filter((letter) => chinese.test(letter) && !syllables.has(letter))
}

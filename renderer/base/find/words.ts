import { catalogues, type Key } from '#shared/i18n/index.ts'
import { pinyinWords } from './pinyin.ts'

/** By title, made once: lists of titles are narrowed at every key. */
const kept = new Map<Key, readonly string[]>()

/** A title in both languages, the Chinese one also in pinyin and initials; and the synonyms. */
export function wordsOf(title: Key, more = ''): string[] {
  let words = kept.get(title)
  if (!words) {
    const both = [titleIn(catalogues.en, title), titleIn(catalogues.zh, title)]
    kept.set(title, (words = [...both, ...both.flatMap(pinyinWords)]))
  }
  return [...words, ...more.split(' ').filter(Boolean)]
}

function titleIn(catalogue: unknown, key: string): string {
  let at: unknown = catalogue
  for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part]
  return typeof at === 'string' ? at : ''
}

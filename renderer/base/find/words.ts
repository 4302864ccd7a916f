import { catalogues, type Key } from '#shared/i18n/index.ts'
import { pinyinWords } from './pinyin.ts'

/** A title in both languages, the Chinese one also in pinyin and initials; and the synonyms. */
export function wordsOf(title: Key, more = ''): string[] {
  const both = [titleIn(catalogues.en, title), titleIn(catalogues.zh, title)]
  return [...both, ...both.flatMap(pinyinWords), ...more.split(' ').filter(Boolean)]
}

function titleIn(catalogue: unknown, key: string): string {
  let at: unknown = catalogue
  for (const part of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[part]
  return typeof at === 'string' ? at : ''
}

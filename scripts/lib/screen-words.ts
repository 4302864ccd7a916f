/** The tables “Words on screen” of docs/GLOSSARY.md, and what the catalogues break of them. */

/** Words that another word replaces, by language; and words that some keys alone may use. */
export type ScreenWords = {
  not: { en: readonly string[]; zh: readonly string[] }
  alone: readonly { word: string; keys: readonly string[] }[]
}

const codes = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string)

/** Reads both tables. A page without them gives no words, which the check answers as a fault of its own. */
export function screenWordsOf(markdown: string): ScreenWords {
  const section = markdown.split(/^## Words on screen$/m)[1] ?? ''
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) => line.split('|').slice(1, -1))
  const four = rows.filter((row) => row.length === 4)
  return {
    not: {
      en: four.flatMap((row) => codes(row[1] ?? '')),
      zh: four.flatMap((row) => codes(row[3] ?? '')),
    },
    alone: rows
      .filter((row) => row.length === 2)
      .flatMap((row) => codes(row[0] ?? '').map((word) => ({ word, keys: codes(row[1] ?? '') }))),
  }
}

/** A half-width sign beside a Chinese character. Accelerators of a menu, “(&R)”, are written so by the system. */
const halfWidth = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u

/** One line for each word of a catalogue that the tables do not allow. */
export function faultsOnScreen(
  words: ScreenWords,
  catalogue: ReadonlyMap<string, string>,
  language: 'en' | 'zh',
): string[] {
  if (words.not[language].length === 0) return ['docs/GLOSSARY.md has no table “Words on screen”']
  return [...catalogue]
    .filter(([key]) => !key.startsWith('cli.'))
    .flatMap(([key, text]) => [
      ...words.not[language]
        .filter((word) => text.includes(word))
        .map((word) => `${language} ${key}: “${word}” is another word in docs/GLOSSARY.md`),
      ...(language === 'zh' ? chineseFaults(words, key, text) : []),
    ])
}

function chineseFaults({ alone }: ScreenWords, key: string, text: string): string[] {
  const misplaced = alone
    .filter(({ word, keys }) => text.includes(word) && !keys.some((part) => key.includes(part)))
    .map(({ word }) => `zh ${key}: “${word}” has another meaning in docs/GLOSSARY.md`)
  const half = halfWidth.test(text.replace(/\(&\w\)/g, ''))
  return half ? [...misplaced, `zh ${key}: half-width punctuation beside Chinese`] : misplaced
}

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseSync } from 'vite'

/** A word or phrase that has a plain twin, and the twin to write instead. */
type Dialect = { pattern: RegExp; instead: string }

/**
 * What the project's English says plainly instead. Each was met in earlier prose and made a reader stop; ordinary
 * words in their ordinary sense are left alone.
 */
const dialect: readonly Dialect[] = [
  { pattern: /\bwho(?:m)?ever\b/, instead: 'anyone who, the user who' },
  { pattern: /\banew\b/, instead: 'again' },
  { pattern: /\b(?:stands?|stood|standing)\b(?! (?:by|for)\b)/, instead: 'is, is in, depends on' },
  {
    pattern: /\b(?:lies|lay|lying) (?:in|on|beside|before|after|under|within|behind|there|here|outside)\b/,
    instead: 'is',
  },
  { pattern: /\b(?:told|said)\b|\b(?:is|are|was|were|be) noted\b/, instead: 'reported, shown, recorded' },
  { pattern: /\bgone\b/, instead: 'removed, deleted, no longer there' },
  { pattern: /\bwhatever\b/, instead: 'any, everything that' },
  { pattern: /\b(?:mends?|mended|mending)\b/, instead: 'fix' },
  { pattern: /\btaken for\b/, instead: 'treated as' },
  { pattern: /\bto be had\b/, instead: 'available' },
  { pattern: /\bat hand\b/, instead: 'available' },
  { pattern: /\bput right\b/, instead: 'correct' },
  { pattern: /\bwill not do\b/, instead: 'is not valid' },
  { pattern: /\b(?:is|are) meant\?/, instead: 'did you mean …?' },
  {
    pattern: /\b(?:a|an|another|the|no) (?:long )?work\b(?! (?:area|day|tree))|\blong works?\b/,
    instead: 'job',
  },
  { pattern: /\bdefect of keyrack\b|\bmet a defect\b/, instead: 'something went wrong' },
  { pattern: /\bbones\b/, instead: 'skeleton' },
  { pattern: /\bbeyond all measure\b/, instead: 'too large' },
  { pattern: /\b(?:goes|going|go) on (?:as|with|by|where|when|under|in)\b/, instead: 'continue' },
  { pattern: /\bis no (?:fact|proof|date|stay|place|key|member)\b/, instead: 'is not a' },
  { pattern: /\b(?:what|who|that) there is(?: not)?\b/, instead: 'what exists' },
  { pattern: /\bcome(?:s)? to the same\b/, instead: 'is equivalent' },
  { pattern: /\bput (?:back )?in its place again\b/, instead: 'restore' },
]

/** A name that is a participle or a superlative limit, and the shape to use instead. */
const badNames: readonly Dialect[] = [
  {
    pattern: /^(?:found|told|noted|kept|said|meant|gone|standing)$/,
    instead: 'a verb and its thing, or a noun',
  },
  { pattern: /^(?:found|told|noted|kept|said|gone)(?=[A-Z-])/, instead: 'a verb and its thing, or a noun' },
  {
    pattern: /(?:(?<!Not)Found|Told|Noted|Kept|Said|Gone|(?<!not)-found|-told|-noted|-kept|-said)$/,
    instead: 'a noun',
  },
  { pattern: /^(?:most|longest|greatest|largest|shortest|least|smallest)(?=[A-Z-])/, instead: 'max…, min…' },
  { pattern: /bones|Bones|^still(?=[A-Z])/, instead: 'skeleton; is…, remaining…' },
  { pattern: /^(?:stillSo|standsOn)$/, instead: 'matchesStoredReply, dependentExists' },
]

/** One place that uses a listed word. */
export type WordFault = { place: string; word: string; instead: string }

/** Listed words in a prose text; `place` names the text in the answer. */
export function faultsInProse(text: string, place: string): WordFault[] {
  return dialect.flatMap(({ pattern, instead }) =>
    [...text.matchAll(new RegExp(pattern.source, 'gi'))].map(([word]) => ({ place, word, instead })),
  )
}

/** Whether a file's name (without its ending) or an exported name is a participle or a superlative limit. */
export function faultsInName(name: string, place: string): WordFault[] {
  const fault = badNames.find(({ pattern }) => pattern.test(name))
  return fault ? [{ place, word: name, instead: fault.instead }] : []
}

/** A Markdown page without its code: what is in backquotes or fences is a name, not prose. */
export function proseOf(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
}

/** The names a source file exports, and the text of its comments. */
export function readSource(root: string, file: string): { exported: string[]; comments: string } {
  const text = readFileSync(join(root, file), 'utf8')
  const { program, comments } = parseSync(file, text)
  const exported = program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return []
    const { declaration } = node
    if (declaration.type === 'VariableDeclaration') {
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
    }
    return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : []
  })
  return { exported, comments: comments.map(({ value }) => value.replace(/\s*\n\s*\*?\s*/g, ' ')).join('\n') }
}

/** The part of a file's name that is a word: `RoomDrawer.test.ts` → `RoomDrawer`. */
export function wordOfFile(file: string): string {
  return basename(file).replace(/\..*$/, '')
}

/** How many words a text has, as the bar per thousand comment words counts them. */
export function countWords(text: string): number {
  return text.match(/[A-Za-z][A-Za-z’'-]*/g)?.length ?? 0
}

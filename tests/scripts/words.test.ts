import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsInName, faultsInProse, proseOf, readSource, wordOfFile } from '../../scripts/lib/words.ts'

const wordsIn = (text: string) => faultsInProse(text, 'a').map(({ word }) => word)

describe('words with a plain twin', () => {
  it.each([
    ['Whoever signs in begins anew.', ['Whoever', 'anew']],
    ['It stands on another change, and this is said no more.', ['stands', 'said']],
    ['What is meant? Nothing.', ['is meant?']],
    ['Another long work is running.', ['Another long work']],
    ['A defect of Keyrack stopped this.', ['defect of Keyrack']],
    ['Out of order; the standard room; 2,000 of them stand for the rest.', []],
    ['Did you mean “x”? Try again.', []],
  ])('%s', (text, words) => {
    expect(wordsIn(text).toSorted()).toEqual(words.toSorted())
  })

  it('are looked for in the prose of a page, not in the names it gives', () => {
    expect(proseOf('A `STANDS_ON` refusal.\n```\nanew\n```\nPlain.')).toBe('A  refusal.\n\nPlain.')
  })
})

describe('names', () => {
  it.each(['found', 'foundHotel', 'change-told', 'mostNights', 'longest-text', 'rowsFound', 'standsOn'])(
    '%s is a participle or a superlative limit',
    (name) => expect(faultsInName(name, 'a')).toHaveLength(1),
  )

  it.each(['createHotel', 'foundation', 'maxNights', 'profile'])('%s is a good name', (name) =>
    expect(faultsInName(name, 'a')).toEqual([]),
  )

  it('are those that a file exports, and the file’s own', () => {
    const root = mkdtempSync(join(tmpdir(), 'keyrack-words-'))
    try {
      const text =
        '/** Why: anew. */\nexport function told() {}\nexport const noted = 1\nconst kept = 2 // said\nkept\n'
      writeFileSync(join(root, 'rows-found.test.ts'), text)
      const { exported, comments } = readSource(root, 'rows-found.test.ts')
      expect(exported).toEqual(['told', 'noted'])
      expect(wordsIn(comments).toSorted()).toEqual(['anew', 'said'])
      expect(wordOfFile('a/rows-found.test.ts')).toBe('rows-found')
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})

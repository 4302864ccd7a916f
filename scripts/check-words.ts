import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogues } from '../shared/i18n/index.ts'
import { flatten } from './lib/catalogues.ts'
import { pagesOf } from './lib/docs.ts'
import { projectRoot } from './lib/root.mjs'
import { allSourceFiles } from './lib/source-files.ts'
import {
  countWords,
  faultsInName,
  faultsInProse,
  proseOf,
  readSource,
  type WordFault,
  wordOfFile,
} from './lib/words.ts'

/** At most so many listed words per thousand comment words. */
const maxPerThousand = 5

const inCatalogue = [...flatten(catalogues.en)].flatMap(([key, words]) => faultsInProse(words, key))
const inDocs = pagesOf(projectRoot).flatMap((page) =>
  faultsInProse(proseOf(readFileSync(join(projectRoot, page), 'utf8')), page),
)
const inNames: WordFault[] = []
const inComments: WordFault[] = []
let commentWords = 0
for (const file of allSourceFiles(projectRoot)) {
  const { exported, comments } = readSource(projectRoot, file)
  inNames.push(...[wordOfFile(file), ...exported].flatMap((name) => faultsInName(name, file)))
  inComments.push(...faultsInProse(comments, file))
  commentWords += countWords(comments)
}

const faults = [...inCatalogue, ...inDocs, ...inNames]
const perThousand = (inComments.length * 1000) / commentWords
const tooMany = perThousand > maxPerThousand
const listed = process.argv.includes('--comments') || tooMany ? [...faults, ...inComments] : faults
for (const { place, word, instead } of listed)
  console.error(`words: ${place}: “${word}”; instead: ${instead}`)
console.log(
  `words: ${faults.length} in catalogue, docs and names; ${perThousand.toFixed(1)} per 1,000 of ${commentWords} comment words`,
)
process.exit(faults.length > 0 || tooMany ? 1 : 0)

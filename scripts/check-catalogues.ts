import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { operations } from '../shared/contract/index.ts'
import { catalogues } from '../shared/i18n/index.ts'
import {
  type Catalogue,
  compareCatalogues,
  compareWithContract,
  compareWithUse,
  fieldsIn,
  flatten,
} from './lib/catalogues.ts'
import { keyUseIn } from './lib/key-use.ts'
import { projectRoot } from './lib/root.mjs'
import { faultsOnScreen, screenWordsOf } from './lib/screen-words.ts'
import { sourceFilesIn } from './lib/source-files.ts'

const en: Catalogue = catalogues.en
const zh: Catalogue = catalogues.zh
const files = ['shared', 'electron', 'renderer']
  .flatMap((folder) => sourceFilesIn(projectRoot, folder))
  .filter((file) => !/^shared\/i18n\/(en|zh)\//.test(file))

const worded = Object.values(operations).map(({ name, kind, refusals, input }) => {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return { name, kind, refusals, fields: fieldsIn(schema) }
})

const words = screenWordsOf(readFileSync(join(projectRoot, 'docs', 'GLOSSARY.md'), 'utf8'))

const faults = [
  ...compareCatalogues(en, zh),
  ...compareWithUse(en, keyUseIn(projectRoot, files)),
  ...compareWithContract(en, worded),
  ...faultsOnScreen(words, flatten(en), 'en'),
  ...faultsOnScreen(words, flatten(zh), 'zh'),
]
for (const fault of faults) console.error(`catalogues: ${fault}`)
if (faults.length === 0)
  console.log(`catalogues: ${flatten(en).size} English and ${flatten(zh).size} Chinese words`)
process.exit(faults.length > 0 ? 1 : 0)

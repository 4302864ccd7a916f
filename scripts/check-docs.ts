import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonOptions } from '../electron/cli/command.ts'
import { commands } from '../electron/cli/commands.ts'
import manifest from '../package.json' with { type: 'json' }
import { fileRefusals } from '../shared/contract/import.ts'
import { operations } from '../shared/contract/index.ts'
import { importFields } from '../shared/domain/import/row.ts'
import { catalogues } from '../shared/i18n/index.ts'
import { flatten } from './lib/catalogues.ts'
import { faultsOfImportPage, faultsOfPage, filesToName, identifiersIn, pagesOf } from './lib/docs.ts'
import { projectRoot } from './lib/root.mjs'

/** Every path, operation, script, command and import-table row that a page names exists. */
const files = filesToName(projectRoot)
const sources = files.filter((file) => /\.(?:ts|tsx|mjs|css|json|yml|html)$|\.ci\/run$/.test(file))
const known = {
  files,
  scripts: Object.keys(manifest.scripts),
  operations: Object.keys(operations),
  keys: new Set(flatten(catalogues.en).keys()),
  commands: commands.map(({ name, options }) => ({
    name,
    options: [...Object.keys(options), ...Object.keys(commonOptions)],
  })),
  identifiers: new Set(
    sources.flatMap((file) => identifiersIn(readFileSync(join(projectRoot, file), 'utf8'))),
  ),
}

const pages = pagesOf(projectRoot)
const faults = [
  ...pages.flatMap((page) => faultsOfPage(projectRoot, page, known)),
  ...faultsOfImportPage(readFileSync(join(projectRoot, 'docs/IMPORT.md'), 'utf8'), {
    refusals: fileRefusals.filter((code) => code !== 'FILE_UNKNOWN'),
    fields: importFields,
    reasons: Object.keys(catalogues.en.import.reason),
  }),
]
for (const fault of faults) console.error(`docs: ${fault}`)
if (faults.length === 0) console.log(`docs: ${pages.length} pages name what exists`)
process.exit(faults.length > 0 ? 1 : 0)

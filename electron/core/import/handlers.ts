import { batches } from './batches.ts'
import { inspect } from './inspect.ts'
import { findings } from './list-findings.ts'
import { saveMapping } from './mappings.ts'
import { mapWord, words } from './source-words.ts'
import { start } from './start.ts'
import { takeBack } from './take-back.ts'

export const importingHandlers = {
  'import.inspect': inspect,
  'import.start': start,
  'import.takeBack': takeBack,
  'import.batches': batches,
  'import.findings': findings,
  'import.saveMapping': saveMapping,
  'import.words': words,
  'import.mapWord': mapWord,
}

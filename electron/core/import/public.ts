/** What other areas may use of this one: files that people hand over, read as tables. */
export { readTableFile, type TableFile } from './read-table-file.ts'
export type { TableTrouble } from './source/survey.ts'

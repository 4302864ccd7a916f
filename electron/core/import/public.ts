/** What other areas may use of this one: files that people hand over, read as tables. */
export { surveyOf } from './read-once.ts'
export type { TableTrouble } from './source/survey.ts'
export { openTable, type Table, troubleOf } from './source/table.ts'

/** What other areas may use of the house. */
export { countOpenOf as openOf } from '#db/queries/house/open.ts'
export { traceAggregate } from './aggregates.ts'
export { noteKeysGiven } from './keys.ts'
export { line, nameOf, type Sheet, type SheetFile, sheetFile, sheetFor, sheetPage, table } from './sheet.ts'
export { whoseView } from './view.ts'

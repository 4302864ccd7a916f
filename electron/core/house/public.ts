/** What other areas may use of the house. */
export { countOpenOf as openOf } from '#db/queries/house/open.ts'
export { traceAggregate } from './aggregates.ts'
export { noteKeysGiven } from './keys.ts'
export {
  line,
  madeOn,
  nameOf,
  type Sheet,
  sheetFile,
  sheetFor,
  sheetHead,
  sheetPage,
  sheetStyle,
  table,
  wideSheet,
} from './sheet.ts'
export { leaveTraces } from './traces.ts'
export { whoseView } from './view.ts'

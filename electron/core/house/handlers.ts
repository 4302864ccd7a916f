import { addTrace, changeTraceOf, countOpenTraces, listTraces, markTraceOf } from './traces.ts'

export const houseHandlers = {
  'house.addTrace': addTrace,
  'house.changeTrace': changeTraceOf,
  'house.markTrace': markTraceOf,
  'house.traces': listTraces,
  'house.traceCounts': countOpenTraces,
}

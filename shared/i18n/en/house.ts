/** What the house sees to while its guests stay. */
export const house = {
  done: {
    addTrace: 'Trace added',
    changeTrace: 'Trace changed',
    markTrace: 'Trace status changed',
  },
  /** By its action. */
  doneOf: {
    markTrace: { done: 'Trace done', reopen: 'Trace reopened' },
  },
  refusal: {
    TRACE_UNKNOWN: 'This trace is no longer on file. Go back to the list.',
    TRACE_PAST: 'Business date is {{businessDate}}. Choose that day or a later one.',
    TRACE_DATES: 'Choose a last day on or after the first, at most {{max}} days.',
  },
}

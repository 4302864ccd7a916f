/** What the fields of folios are called. */
export const folioFieldNames = {
  lines: 'Lines',
  windows: 'Windows',
  routings: 'Routings',
  noPost: 'Takes no charges',
  shareFrom: 'Share from',
  shareTo: 'Share until',
  skippedOn: 'Skipper since',
  heldMinor: 'Held',
} as const

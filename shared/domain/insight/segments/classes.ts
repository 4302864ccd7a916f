/** The classes of a guest that are computed and that a segment may ask for. */
export const classNames = [
  'rfm',
  'value',
  'matrix',
  'need',
  'lifecycle',
  'behaviour',
  'relation',
  'leaving',
  'cluster',
] as const
export type ClassName = (typeof classNames)[number]

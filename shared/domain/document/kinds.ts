/** The documents that a front desk takes. */
export const documentKinds = [
  'resident-id',
  'passport',
  'hk-macau-permit',
  'taiwan-permit',
  'residence-permit',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

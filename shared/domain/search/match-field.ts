/** The fields of a guest that a typed text can match. */
export const matchFields = [
  'nativeName',
  'latinName',
  'phone',
  'email',
  'document',
  'membership',
  'confirmation',
] as const
export type MatchField = (typeof matchFields)[number]

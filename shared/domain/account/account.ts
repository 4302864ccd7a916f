/** A company or an agency that bookings name. */

export const accountKinds = ['company', 'agency'] as const
export type AccountKind = (typeof accountKinds)[number]

export type AccountImage = { kind: string; code: string; name: string; active: boolean }

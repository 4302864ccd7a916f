/** What an agency is paid of the room revenue of stays that happened: its id is the account's. */
export type CommissionImage = { basisPoints: number }

/** Hundredths of a per cent: all of it. */
export const maxBasisPoints = 10_000

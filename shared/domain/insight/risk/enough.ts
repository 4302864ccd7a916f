/** Fewer bookings with a known outcome, or fewer of the two outcomes, give no model but rates. */
export const minForModel = { bookings: 500, ofEach: 60 } as const
/** Fewer bookings with a known outcome give nothing. */
export const minForRates = 50
/** By so many bookings like the whole hotel's is the rate of a group drawn towards it. */
export const drawnBy = 20

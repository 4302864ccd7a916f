/** What figures are grouped and filtered by. The word is the parameter's, the command line's and the column's key. */
export const timeDimensions = ['day', 'week', 'month', 'quarter', 'year', 'weekday'] as const

/** Of the inventory too: rooms available are known by these. */
export const roomDimensions = ['roomType', 'floor'] as const

/** Of a booking and its nights. */
export const bookingDimensions = [
  'chargedType',
  'segment',
  'channel',
  'agency',
  'company',
  'country',
  'ratePlan',
  'rateKind',
  'meal',
  'guarantee',
  'leadTime',
  'stayLength',
  'tier',
  'valueClass',
  'guestSegment',
] as const

/** What the rows of one report alone are cut by. */
export const ownDimensions = [
  'kind',
  'user',
  'department',
  'value',
  'group',
  'act',
  'method',
  'code',
  'revenueGroup',
  'tax',
  'attendant',
  'work',
  'hour',
  'room',
  'event',
] as const
export type OwnDimension = (typeof ownDimensions)[number]

export const dimensions = [...timeDimensions, ...roomDimensions, ...bookingDimensions] as const
export type DimensionName = (typeof dimensions)[number]

/** Whether it is time: its groups are days of the period. */
export function isTime(name: DimensionName): boolean {
  return (timeDimensions as readonly string[]).includes(name)
}

/** Whether rooms available are known for a part of it: only then its occupancy and RevPAR exist. */
export function hasInventory(name: DimensionName): boolean {
  return isTime(name) || (roomDimensions as readonly string[]).includes(name)
}

/**
 * A guest is in none, one or several of them, so that their sums are not the house's; every other dimension cuts the house
 * into parts.
 */
export function isOverlapping(name: DimensionName): boolean {
  return name === 'guestSegment'
}

/** Bands of days between booking and arrival, and of nights, by their lower bounds. */
export const leadBands = [0, 1, 2, 4, 8, 15, 31, 61, 91, 181, 366] as const
export const stayBands = [0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 31] as const

/** The lower bound of the band that a number is in. */
export function bandOf(bands: readonly number[], value: number): number {
  return bands.findLast((least) => value >= least) ?? bands[0] ?? 0
}

/** What the lists of a day are sorted by. Apart from the sorting, which needs the readings of names that no page loads. */
export const daySorts = ['name', 'room', 'time'] as const
export type DaySort = (typeof daySorts)[number]

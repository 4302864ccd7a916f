/** The lists that lie ready in the morning. */
export const morningLists = ['arrivals', 'in-house', 'housekeeping'] as const
export type MorningList = (typeof morningLists)[number]

/** What became of the lists of a close: files by their paths, or why one could not be written. */
export type MorningFiles = {
  list: MorningList
  file: string | null
  failure: { code: string; params: { [name: string]: string | number } } | null
}[]

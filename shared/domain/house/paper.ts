/** The papers of the house: lists of everybody, and slips of one thing. */
export const housePapers = ['guests', 'wake-calls', 'message', 'luggage'] as const
export type HousePaper = (typeof housePapers)[number]

import type { Acts } from '#renderer/base/keys/acts.ts'

/** The lists of the day, by their view. */
export const todayActs = {
  'due-in': { key: '1', label: 'today.key.dueIn' },
  'due-out': { key: '2', label: 'today.key.dueOut' },
  'in-house': { key: '3', label: 'today.key.inHouse' },
} as const satisfies Acts

/** What one shift tells the next. */
export const noteActs = { notes: { key: 'Alt+S', label: 'today.notes.open' } } as const satisfies Acts

/** A party comes or goes: several of the list at once. */
export const severalActs = { several: { key: 'G', label: 'today.key.several' } } as const satisfies Acts

/** Somebody stands at the desk without a booking. */
export const walkInActs = { walkIn: { key: 'W', label: 'today.key.walkIn' } } as const satisfies Acts

/** What the lists are sorted by. */
export const sortActs = {
  name: { key: 'Alt+N', label: 'today.key.byName' },
  room: { key: 'Alt+R', label: 'today.key.byRoom' },
  time: { key: 'Alt+T', label: 'today.key.byTime' },
} as const satisfies Acts

/** Where one goes from the room of the chosen row: to the booking that has it too. */
export const roomActs = { other: { key: 'O', label: 'today.key.other' } } as const satisfies Acts

/** Who is chosen comes or goes. */
export const stayActs = {
  checkIn: { key: '+', label: 'stay.key.checkIn' },
  checkOut: { key: '-', label: 'stay.key.checkOut' },
} as const satisfies Acts

/** While something is typed to find in the lists. */
export const filterActs = { clear: { key: 'Esc', label: 'today.key.clear' } } as const satisfies Acts

/** What the list behind a figure is sorted by, beside name and room. */
export const peopleActs = {
  arrival: { key: 'Alt+A', label: 'today.key.byArrival' },
  departure: { key: 'Alt+D', label: 'today.key.byDeparture' },
} as const satisfies Acts

/** The same of those who wait for a room. */
export const waitingActs = {
  waiting: { key: 'Alt+W', label: 'today.key.byWaiting' },
} as const satisfies Acts

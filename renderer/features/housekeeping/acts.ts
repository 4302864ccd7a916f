import type { Acts } from '#renderer/base/keys/acts.ts'

/** What is done with the chosen rooms of the board, or with the one under the mark. */
export const roomActs = {
  clean: { key: 'C', label: 'housekeeping.key.clean' },
  dirty: { key: 'D', label: 'housekeeping.key.dirty' },
  pickup: { key: 'P', label: 'housekeeping.key.pickup' },
  inspected: { key: 'I', label: 'housekeeping.key.inspected' },
  disturb: { key: 'N', label: 'housekeeping.key.disturb' },
  refused: { key: 'R', label: 'housekeeping.key.refused' },
  close: { key: 'O', label: 'housekeeping.key.close' },
  give: { key: 'G', label: 'housekeeping.key.give' },
  seen: { key: 'W', label: 'housekeeping.key.seen' },
  charge: { key: 'M', label: 'housekeeping.key.charge' },
  ticket: { key: 'T', label: 'housekeeping.key.ticket' },
  asks: { key: 'E', label: 'housekeeping.key.asks' },
} as const satisfies Acts

/** How rooms are chosen on the board, and where one goes on it. */
export const boardActs = {
  choose: { key: 'Space', label: 'housekeeping.key.choose' },
  all: { key: 'A', label: 'housekeeping.key.all' },
  quick: { key: 'Q', label: 'housekeeping.key.quick' },
  share: { key: 'S', label: 'housekeeping.key.share' },
  notes: { key: 'L', label: 'housekeeping.notes.title' },
  forecast: { key: 'F', label: 'housekeeping.forecast.title' },
  mine: { key: 'Y', label: 'housekeeping.my.title' },
  rules: { key: 'U', label: 'housekeeping.rules.title' },
} as const satisfies Acts

/** The days of the forecast. */
export const forecastActs = {
  previous: { key: 'B', label: 'housekeeping.forecast.previous' },
  next: { key: 'N', label: 'housekeeping.forecast.next' },
} as const satisfies Acts

/** The lists of what is noted. */
export const paneActs = {
  tickets: { key: '1', label: 'housekeeping.notes.tickets' },
  requests: { key: '2', label: 'housekeeping.notes.requests' },
  differences: { key: '3', label: 'housekeeping.notes.differences' },
  closures: { key: '4', label: 'housekeeping.notes.closures' },
} as const satisfies Acts

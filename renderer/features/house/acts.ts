import type { Acts } from '#renderer/base/keys/acts.ts'

/** What the lists of the house do; the buttons of a row are those of its kind. */
export const houseActs = {
  add: { key: 'N', label: 'house.key.add' },
  first: { key: 'D', label: 'house.key.first' },
  second: { key: 'A', label: 'house.key.second' },
  third: { key: 'B', label: 'house.key.third' },
  fourth: { key: 'E', label: 'house.key.fourth' },
  print: { key: 'P', label: 'house.key.print' },
  closed: { key: 'C', label: 'house.key.closed' },
} as const satisfies Acts

import type { Acts } from './acts.ts'

/** Every search field binds this. */
export const searchActs = { search: { key: 'Ctrl+F', label: 'keys.search' } } as const satisfies Acts

/** Every list hears these itself, while it has the focus. */
export const listActs = {
  up: { key: 'Up', label: 'keys.up' },
  down: { key: 'Down', label: 'keys.down' },
  page: { key: 'PgUp PgDn', label: 'keys.page' },
  ends: { key: 'Home End', label: 'keys.ends' },
  open: { key: 'Enter', label: 'keys.open' },
} as const satisfies Acts

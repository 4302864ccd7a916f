import type { InputOf } from '#shared/contract/index.ts'

/** What the list shows, in the order of its keys. */
export const views = {
  open: { status: 'open' },
  owing: { kind: 'booking', status: 'open', show: 'owing' },
  credit: { status: 'open', show: 'in-credit' },
  house: { kind: 'house', status: 'open' },
  master: { kind: 'master', status: 'open' },
  skipped: { show: 'skipped' },
  closed: { status: 'closed' },
} as const satisfies Record<string, Omit<InputOf<'folio.list'>, 'after' | 'text' | 'limit'>>

export type View = keyof typeof views

export const viewNames = Object.keys(views) as View[]

/** The view that an address names; all open folios where it names none. */
export function viewOf(name: string | undefined): View {
  return viewNames.find((view) => view === name) ?? 'open'
}

import type { Acts } from '#renderer/base/keys/acts.ts'

/** What is done with one's shift. */
export const shiftActs = {
  open: { key: 'O', label: 'cashierScreen.key.open' },
  count: { key: 'C', label: 'cashierScreen.key.count' },
  drop: { key: 'D', label: 'cashierScreen.key.drop' },
} as const satisfies Acts

/** The registers beside it. */
export const registerActs = {
  deposits: { key: 'Alt+1', label: 'cashierScreen.key.deposits' },
  holds: { key: 'Alt+2', label: 'cashierScreen.key.holds' },
  vouchers: { key: 'Alt+3', label: 'cashierScreen.key.vouchers' },
  shifts: { key: 'Alt+4', label: 'cashierScreen.key.shifts' },
} as const satisfies Acts

export type Register = keyof typeof registerActs
export const registers = ['deposits', 'holds', 'vouchers', 'shifts'] as const satisfies readonly Register[]

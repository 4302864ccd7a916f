import type { May } from '#renderer/base/desk.ts'
import type { Acts } from '#renderer/base/keys/acts.ts'

/** What is done with one's shift. */
export const shiftActs = {
  open: { key: 'O', label: 'cashierScreen.key.open' },
  count: { key: 'C', label: 'cashierScreen.key.count' },
  drop: { key: 'D', label: 'cashierScreen.key.drop' },
} as const satisfies Acts

/** While an amount is typed or a drawer counted. */
export const formActs = { leave: { key: 'Esc', label: 'keys.leave' } } as const satisfies Acts

/** The registers beside it. */
export const registerActs = {
  deposits: { key: 'Alt+1', label: 'cashierScreen.key.deposits' },
  holds: { key: 'Alt+2', label: 'cashierScreen.key.holds' },
  vouchers: { key: 'Alt+3', label: 'cashierScreen.key.vouchers' },
  shifts: { key: 'Alt+4', label: 'cashierScreen.key.shifts' },
} as const satisfies Acts

export type Register = keyof typeof registerActs
export const registers = ['deposits', 'holds', 'vouchers', 'shifts'] as const satisfies readonly Register[]

type OfDeposit = { row: { heldMinor: number } | undefined; may: May }
const isHeld = ({ row }: OfDeposit) => (row?.heldMinor ?? 0) > 0

/** What is done with a deposit: the keys that a folio has for the same. */
export const depositActs = {
  'return-deposit': { key: 'V', label: 'folioScreen.key.returnDeposit', when: isHeld },
  'apply-deposit': { key: 'J', label: 'folioScreen.key.applyDeposit', when: isHeld },
  'keep-deposit': {
    key: 'Shift+Y',
    label: 'folioScreen.key.keepDeposit',
    when: (of: OfDeposit) => isHeld(of) && of.may('folio-pay'),
  },
  slip: { key: 'P', label: 'cashierScreen.key.slip', when: ({ row }: OfDeposit) => row !== undefined },
  lost: { key: 'L', label: 'cashierScreen.key.lost', when: isHeld },
  folio: { key: 'F', label: 'cashierScreen.key.folio', when: ({ row }: OfDeposit) => row !== undefined },
} as const satisfies Acts<OfDeposit>

type OfHold = { row: { status: string; expired: boolean } | undefined }
const isOpen = ({ row }: OfHold) => row?.status === 'held'

/** What is done with a pre-authorisation. */
export const holdActs = {
  capture: {
    key: 'M',
    label: 'folioScreen.key.capture',
    when: (of: OfHold) => isOpen(of) && of.row?.expired === false,
  },
  release: { key: 'Shift+Q', label: 'folioScreen.key.release', when: isOpen },
  folio: { key: 'F', label: 'cashierScreen.key.folio', when: ({ row }: OfHold) => row !== undefined },
} as const satisfies Acts<OfHold>

/** What is done with vouchers. */
export const voucherActs = { sell: { key: 'Alt+N', label: 'cashierScreen.key.sell' } } as const satisfies Acts

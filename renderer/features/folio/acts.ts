import type { May } from '#renderer/base/desk.ts'
import type { Acts } from '#renderer/base/keys/acts.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { heldDeposits, openHolds } from '#renderer/parts/folio/held/held-acts.ts'

/** What decides which acts there are. */
type Of = Pick<Folio, 'status' | 'bookingId' | 'dueNights' | 'skippedOn' | 'kind' | 'deposits' | 'holds'> & {
  may: May
  /** A 发票 is in yuan. */
  inYuan: boolean
}

const isOpen = ({ status }: Of) => status === 'open'
const holdsMoney = (of: Of) => isOpen(of) && heldDeposits(of).length > 0
const holdsCard = (of: Of) => isOpen(of) && openHolds(of).length > 0
const hasStay = ({ status, bookingId }: Of) => status === 'open' && bookingId !== null

/** What may be done with a folio, in the order the buttons are. */
export const folioActs = {
  charge: { key: 'C', label: 'folioScreen.key.charge', when: isOpen },
  room: {
    key: 'N',
    label: 'folioScreen.key.room',
    when: (of: Of) => hasStay(of) && of.dueNights.length > 0,
  },
  pay: { key: 'P', label: 'folioScreen.key.pay', when: isOpen },
  settle: { key: 'S', label: 'folioScreen.key.settle', when: isOpen },
  deposit: { key: 'Y', label: 'folioScreen.key.deposit', when: isOpen },
  'apply-deposit': { key: 'J', label: 'folioScreen.key.applyDeposit', when: holdsMoney },
  'return-deposit': { key: 'V', label: 'folioScreen.key.returnDeposit', when: holdsMoney },
  'keep-deposit': {
    key: 'Shift+Y',
    label: 'folioScreen.key.keepDeposit',
    when: (of: Of) => holdsMoney(of) && of.may('folio-pay'),
  },
  hold: { key: 'Q', label: 'folioScreen.key.hold', when: isOpen },
  capture: { key: 'M', label: 'folioScreen.key.capture', when: holdsCard },
  release: { key: 'Shift+Q', label: 'folioScreen.key.release', when: holdsCard },
  refund: { key: 'R', label: 'folioScreen.key.refund', when: isOpen },
  'pay-out': { key: 'O', label: 'folioScreen.key.payOut', when: isOpen },
  paper: { key: 'Z', label: 'folioScreen.key.paper', when: () => true },
  fapiao: { key: 'F', label: 'folioScreen.key.fapiao', when: ({ inYuan }: Of) => inYuan },
  payee: { key: 'W', label: 'folioScreen.key.payee', when: () => true },
  routing: { key: 'U', label: 'folioScreen.key.routing', when: isOpen },
  party: {
    key: 'Shift+U',
    label: 'folioScreen.key.party',
    when: (of: Of) => isOpen(of) && of.kind === 'master',
  },
  taxes: { key: 'Shift+T', label: 'folioScreen.key.taxes', when: hasStay },
  fee: { key: 'E', label: 'folioScreen.key.fee', when: hasStay },
  terms: { key: 'L', label: 'folioScreen.key.terms', when: isOpen },
  skip: { key: 'K', label: 'folioScreen.key.skip', when: isOpen },
  reopen: { key: 'I', label: 'folioScreen.key.reopen', when: (of: Of) => of.status === 'closed' },
} as const satisfies Acts<Of>

/** What is done with the chosen lines. */
export const lineActs = {
  correct: { key: 'X', label: 'folioScreen.key.correct', when: isOpen },
  allow: {
    key: 'A',
    label: 'folioScreen.key.allow',
    when: (of: Of) => isOpen(of) && of.may('folio-post'),
  },
  split: { key: 'D', label: 'folioScreen.key.split', when: isOpen },
  transfer: { key: 'T', label: 'folioScreen.key.transfer', when: isOpen },
} as const satisfies Acts<Of>

/** What is opened from a row of the details, and has no key of its own. */
export const actsOnRows = ['issued-paper', 'fapiao-step'] as const

export type ActName = keyof typeof folioActs | keyof typeof lineActs | (typeof actsOnRows)[number]

/** What the list of lines does. */
export const listActs = {
  shown: { key: 'H', label: 'folioScreen.key.shown' },
  all: { key: 'Ctrl+A', label: 'folioScreen.key.all' },
  mark: { key: 'Space', label: 'folioScreen.key.mark' },
} as const satisfies Acts

/** The windows by their numbers; 0 shows them all. */
export const windowActs = {
  w0: { key: '0', label: 'folioScreen.key.windows' },
  w1: { key: '1', label: 'folioScreen.key.window1' },
  w2: { key: '2', label: 'folioScreen.key.window2' },
  w3: { key: '3', label: 'folioScreen.key.window3' },
  w4: { key: '4', label: 'folioScreen.key.window4' },
  w5: { key: '5', label: 'folioScreen.key.window5' },
  w6: { key: '6', label: 'folioScreen.key.window6' },
  w7: { key: '7', label: 'folioScreen.key.window7' },
  w8: { key: '8', label: 'folioScreen.key.window8' },
} as const satisfies Acts

/** The panes of a folio. */
export const paneActs = {
  lines: { key: 'Alt+1', label: 'folioScreen.key.lines' },
  facts: { key: 'Alt+2', label: 'folioScreen.key.facts' },
  changes: { key: 'Alt+3', label: 'folioScreen.key.changes' },
} as const satisfies Acts

/** Where one goes from a folio. */
export const leaveActs = {
  booking: { key: 'B', label: 'folioScreen.key.booking' },
  guest: { key: 'G', label: 'folioScreen.key.guest' },
} as const satisfies Acts

/** What the list of folios does. */
export const foliosActs = {
  account: { key: 'Alt+N', label: 'folioScreen.key.account' },
} as const satisfies Acts

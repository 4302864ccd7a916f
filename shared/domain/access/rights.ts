/**
 * What somebody may do. Each operation of the contract names the right that it needs; a role is a set of them. A right is
 * as fine as what a hotel gives or withholds: reading a guest and changing one are two, adding a phone number and adding an
 * e-mail address are one.
 */

/** All rights by what they are about, in the order in which an administrator reads them. */
export const rightGroups = {
  desk: [
    'guest-read',
    'guest-write',
    'document-open',
    'booking-read',
    'booking-write',
    'rate-override',
    'nights-give',
    'loyalty-enrol',
    'loyalty-tier',
    'account-write',
    'change-read',
  ],
  house: [
    /** Check-in, check-out, walk-ins, moves, sharers. */
    'stay',
    'departure-owing',
    'registration',
    /** Messages, wake-up calls, parcels, lost property, keys. */
    'house',
    'requests',
    /** Ticks off what others asked for. */
    'requests-tick',
    'housekeeping',
    'housekeeping-supervise',
    /** Closes the business day. */
    'audit',
  ],
  money: [
    'folio-read',
    'folio-post',
    'folio-correct',
    'folio-pay',
    'folio-refund',
    'folio-terms',
    'folio-over-limit',
    'folio-allowance',
    'deposit-forfeit',
    'deposit-other-method',
    'invoice',
    'invoice-credit',
    'cashier',
    'cashier-supervise',
    'ledger-read',
  ],
  insight: [
    'reports',
    'reports-all',
    'reports-plan',
    'reports-schedule',
    /** What figures say of one guest or booking, where the desk meets it. */
    'insight-hints',
    'insight',
    'insight-settings',
    'segments',
    /** Works on guests who may not come back. */
    'leaving',
    'import',
  ],
  administration: [
    'settings-rates',
    'settings-stay',
    'settings-programme',
    'settings-money',
    'settings-rooms',
    'settings-hotel',
    'backup',
    'jobs',
    /** Users, roles and what each may: who has it can give it. */
    'users',
  ],
} as const

export type RightGroup = keyof typeof rightGroups
export type Right = (typeof rightGroups)[RightGroup][number]

/** The closed list. */
export const rights: readonly Right[] = Object.values(rightGroups).flat()

/** The right without which nobody manages users and roles: somebody active has it at all times. */
export const rightOfAdministrators: Right = 'users'

/** A page or a program asks with nothing but a set. */
export type Rights = readonly Right[]

/** Whether this set has the right. `signed-in`: whoever is signed in. */
export function allows(held: Rights, needed: Right | 'signed-in'): boolean {
  return needed === 'signed-in' || held.includes(needed)
}

const known: ReadonlySet<string> = new Set(rights)

/** Whether a text, of a store or of a caller, is a right of this program. */
export function isRight(text: string): text is Right {
  return known.has(text)
}

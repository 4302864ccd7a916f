/** The roles that a hotel starts with. Sets like any other afterwards: an administrator adjusts them. */
import { type Right, type Rights, rightGroups, rights } from './rights.ts'

/** In the order in which they are offered, from least to most where one holds another. */
export const givenRoleCodes = [
  'housekeeper',
  'cashier',
  'clerk',
  'senior-clerk',
  'night-auditor',
  'manager',
  'administrator',
] as const
export type GivenRole = (typeof givenRoleCodes)[number]

const clerk: Rights = [
  'guest-read',
  'guest-write',
  'document-open',
  'booking-read',
  'booking-write',
  'loyalty-enrol',
  'account-write',
  'change-read',
  'stay',
  'registration',
  'house',
  'requests',
  'requests-tick',
  'housekeeping',
  'folio-read',
  'folio-post',
  'folio-correct',
  'folio-pay',
  'folio-refund',
  'folio-terms',
  'invoice',
  'cashier',
  'reports',
  'insight-hints',
  'leaving',
]

const seniorClerk: Rights = [
  ...clerk,
  'rate-override',
  'departure-owing',
  'folio-over-limit',
  'deposit-other-method',
  'housekeeping-supervise',
]

const cashier: Rights = [
  'guest-read',
  'booking-read',
  'account-write',
  'change-read',
  ...rightGroups.money.filter(
    (right) => !['folio-allowance', 'deposit-forfeit', 'invoice-credit', 'ledger-read'].includes(right),
  ),
  'reports',
]

const administrators: Rights = ['reports-schedule', 'settings-rooms', 'settings-hotel', 'backup', 'users']

/** What each given role may at first. */
export const givenRoles: Readonly<Record<GivenRole, Rights>> = {
  housekeeper: ['housekeeping', 'requests-tick'],
  cashier,
  clerk,
  'senior-clerk': seniorClerk,
  'night-auditor': [...clerk, 'departure-owing', 'audit', 'cashier-supervise', 'reports-all', 'ledger-read'],
  manager: rights.filter((right: Right) => !administrators.includes(right)),
  administrator: rights,
}

/** Whether a role's code is one that a hotel starts with: it is called by the catalogue unless the hotel named it. */
export function isGivenRole(code: string): code is GivenRole {
  return (givenRoleCodes as readonly string[]).includes(code)
}

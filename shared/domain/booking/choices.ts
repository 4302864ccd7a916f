/** What a clerk chooses from in a booking: where it comes from, by which way, and what it is guaranteed with. */

export const segments = [
  'transient',
  'corporate',
  'group',
  'wholesale',
  'travel-agent',
  'online-agency',
  'complimentary',
  'aviation',
  'direct',
  'undefined',
] as const

export const channels = [
  'direct',
  'telephone',
  'walk-in',
  'website',
  'travel-agent',
  'online-agency',
  'corporate',
  'gds',
  'undefined',
] as const

export const guarantees = ['none', 'deposit', 'non-refundable', 'refundable', 'company', 'card'] as const

import type { Acts } from '#renderer/base/keys/acts.ts'

/** From a booking to its folio. */
export const bookingFolioActs = {
  folio: { key: 'M', label: 'folioScreen.booking.key' },
} as const satisfies Acts

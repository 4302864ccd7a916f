/** The keys that go to a screen from everywhere, where another screen prints one or does more by it. */
export const screenKeys = {
  today: 'F2',
  reports: 'F6',
  newBooking: 'F7',
  guests: 'F9',
  folios: 'F10',
  requests: 'Shift+F2',
  housekeeping: 'Shift+F4',
  registration: 'Shift+F9',
  close: 'Shift+F7',
} as const

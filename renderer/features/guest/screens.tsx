import { UserOutlined } from '@ant-design/icons'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'

export const guestScreens: readonly Screen[] = [
  {
    path: paths.guests,
    title: 'guest.title',
    key: 'F9',
    rail: { order: 20, icon: <UserOutlined /> },
    load: () => import('./GuestsPage.tsx'),
    keys: {
      'Ctrl+F': 'keys.search',
      Down: 'keys.down',
      Enter: 'keys.open',
      'Alt+N': 'guest.key.newGuest',
      'Alt+T': 'guest.key.tier',
      'Alt+G': 'guest.key.tag',
      'Alt+C': 'guest.key.nationality',
      'Alt+I': 'guest.key.inHouse',
      'Alt+R': 'guest.key.openRequests',
      'Alt+X': 'guest.key.clear',
    },
    words: 'client customer profile 客户 宾客 客人档案',
  },
  {
    path: paths.guest,
    title: 'guest.profile',
    load: () => import('./GuestPage.tsx'),
    keys: {
      F7: 'guest.key.newBooking',
      'Alt+N': 'guest.key.note',
      'Alt+R': 'guest.key.request',
      'Alt+A': 'guest.key.alerts',
      'Alt+T': 'guest.key.tags',
      'Alt+1': 'guest.key.identity',
      'Alt+2': 'guest.key.contacts',
      'Alt+3': 'guest.key.documents',
      'Alt+4': 'guest.key.preferences',
      'Alt+5': 'guest.key.stays',
      'Alt+6': 'guest.key.changes',
      'Alt+7': 'guest.key.requests',
      'Alt+8': 'guest.key.loyalty',
      'Alt+9': 'guest.key.notes',
    },
  },
]

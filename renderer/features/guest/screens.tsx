import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { earlierActs } from '#renderer/parts/change/acts.ts'
import { UserIcon } from '#renderer/ui/icons.tsx'
import { filterActs, guestActs, listActs, sectionActs } from './acts.ts'

export const guestScreens: readonly Screen[] = [
  {
    path: paths.guests,
    right: 'guest-read',
    title: 'guest.title',
    key: screenKeys.guests,
    rail: { order: 20, icon: <UserIcon /> },
    load: () => import('./GuestsPage.tsx'),
    plain: true,
    soon: true,
    acts: [listActs, filterActs],
    words: 'client customer profile 客户 宾客 客人档案',
  },
  {
    path: paths.guest,
    right: 'guest-read',
    title: 'guest.profile',
    load: () => import('./GuestPage.tsx'),
    soon: true,
    acts: [guestActs, sectionActs, earlierActs],
  },
]

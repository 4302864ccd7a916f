import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { RegistrationIcon } from '#renderer/ui/icons.tsx'
import { compareActs, minorActs, missingActs, rowActs, viewActs, visitorActs } from './acts.ts'

export const registrationScreens: readonly Screen[] = [
  {
    path: paths.registration,
    right: 'registration',
    title: 'registration.title',
    key: screenKeys.registration,
    rail: { order: 23, icon: <RegistrationIcon />, word: 'registration.rail' },
    load: () => import('./RegistrationPage.tsx'),
    acts: [viewActs, missingActs],
    sections: [
      { title: 'registration.view.open', acts: [rowActs] },
      { title: 'registration.view.minors', acts: [minorActs] },
      { title: 'registration.view.visitors', acts: [visitorActs] },
      { title: 'registration.view.compare', acts: [compareActs] },
    ],
    words:
      'police passport document minor visitor Meldeschein parte viajeros 公安 访客 未成年人 境外 gongan dengji fangke',
  },
]

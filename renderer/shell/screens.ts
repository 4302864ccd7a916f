import { bookingScreens } from '#renderer/features/booking/screens.tsx'
import { todayScreens } from '#renderer/features/today/screens.tsx'
import type { Screen } from '../base/route/screen.ts'
import { auditScreens } from '../features/audit/screens.tsx'
import { changeScreens } from '../features/change/screens.tsx'
import { folioScreens } from '../features/folio/screens.tsx'
import { guestScreens } from '../features/guest/screens.tsx'
import { houseScreens } from '../features/house/screens.tsx'
import { housekeepingScreens } from '../features/housekeeping/screens.tsx'
import { importScreens } from '../features/import/screens.tsx'
import { insightScreens } from '../features/insight/screens.tsx'
import { registrationScreens } from '../features/registration/screens.tsx'
import { reportScreens } from '../features/report/screens.tsx'
import { requestScreens } from '../features/request/screens.tsx'
import { settingsScreens } from '../features/settings/screens.tsx'
import { stayScreens } from '../features/stay/screens.tsx'

/** All screens of the program: each area adds its list, one line. */
export const screens: readonly Screen[] = [
  ...todayScreens,
  ...bookingScreens,
  ...auditScreens,
  ...changeScreens,
  ...folioScreens,
  ...guestScreens,
  ...housekeepingScreens,
  ...houseScreens,
  ...importScreens,
  ...insightScreens,
  ...registrationScreens,
  ...reportScreens,
  ...requestScreens,
  ...settingsScreens,
  ...stayScreens,
]

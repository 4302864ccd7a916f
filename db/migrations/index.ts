import type { Kysely } from 'kysely'
import { up as foundation } from './0001-foundation.ts'
import { up as searchNames } from './0002-search-names.ts'
import { up as backupSettings } from './0003-backup-settings.ts'
import { up as importSources } from './0004-import-sources.ts'
import { up as sessionLimits } from './0005-session-limits.ts'
import { up as personalApart } from './0006-personal-apart.ts'
import { up as importWords } from './0007-import-words.ts'
import { up as ratePlanTerms } from './0008-rate-plan-terms.ts'
import { up as arrivalTerms } from './0009-arrival-terms.ts'
import { up as leavingCases } from './0010-leaving-cases.ts'
import { up as insightChoices } from './0011-insight-choices.ts'
import { up as offers } from './0012-offers.ts'
import { up as guestKinds } from './0013-guest-kinds.ts'
import { up as segments } from './0014-segments.ts'
import { up as reports } from './0015-reports.ts'
import { up as formerGuests } from './0016-former-guests.ts'
import { up as folio } from './0017-folio.ts'
import { up as stay } from './0018-stay.ts'
import { up as housekeeping } from './0019-housekeeping.ts'
import { up as close } from './0020-close.ts'
import { up as rights } from './0021-rights.ts'
import { up as inHouse } from './0022-in-house.ts'
import { up as registration } from './0023-registration.ts'

/** Append-only: a migration that shipped is never edited. Its number is the store's version after it. */
export const migrations: readonly {
  number: number
  name: string
  up: (db: Kysely<unknown>) => Promise<void>
}[] = [
  { number: 1, name: '0001-foundation', up: foundation },
  { number: 2, name: '0002-search-names', up: searchNames },
  { number: 3, name: '0003-backup-settings', up: backupSettings },
  { number: 4, name: '0004-import-sources', up: importSources },
  { number: 5, name: '0005-session-limits', up: sessionLimits },
  { number: 6, name: '0006-personal-apart', up: personalApart },
  { number: 7, name: '0007-import-words', up: importWords },
  { number: 8, name: '0008-rate-plan-terms', up: ratePlanTerms },
  { number: 9, name: '0009-arrival-terms', up: arrivalTerms },
  { number: 10, name: '0010-leaving-cases', up: leavingCases },
  { number: 11, name: '0011-insight-choices', up: insightChoices },
  { number: 12, name: '0012-offers', up: offers },
  { number: 13, name: '0013-guest-kinds', up: guestKinds },
  { number: 14, name: '0014-segments', up: segments },
  { number: 15, name: '0015-reports', up: reports },
  { number: 16, name: '0016-former-guests', up: formerGuests },
  { number: 17, name: '0017-folio', up: folio },
  { number: 18, name: '0018-stay', up: stay },
  { number: 19, name: '0019-housekeeping', up: housekeeping },
  { number: 20, name: '0020-close', up: close },
  { number: 21, name: '0021-rights', up: rights },
  { number: 22, name: '0022-in-house', up: inHouse },
  { number: 23, name: '0023-registration', up: registration },
]

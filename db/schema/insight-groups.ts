import type { Generated } from 'kysely'
import type { GuestKindId } from '#shared/values/index.ts'

export type GuestKindsTable = {
  id: Generated<GuestKindId>
  name: string
  /** JSON: means by fact. */
  means: string
  version: number
}

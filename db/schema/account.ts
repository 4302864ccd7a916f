import type { Generated } from 'kysely'
import type { AccountId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type AccountsTable = {
  id: Generated<AccountId>
  kind: string
  code: string
  name: string
  active: Flag
  version: number
}

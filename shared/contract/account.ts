import { z } from 'zod'
import { accountKinds } from '../domain/account/account.ts'
import type { AccountId } from '../values/index.ts'
import { code, companyName, id, nextPage, optionalLine, pageBy, saved, sortedKey, version } from './fields.ts'
import { command, query } from './operation.ts'

export const accountKind = z.enum(accountKinds, { error: 'invalid.choice' })

const fields = { kind: accountKind, code: code(32), name: companyName(120), active: z.boolean() }
export const accountView = z.strictObject({
  id: id<AccountId>(),
  ...fields,
  code: z.string(),
  name: z.string(),
  version,
})

export const search = query({
  name: 'account.search',
  about: 'Companies and agencies whose code or name begins with the text.',
  input: z.strictObject({
    text: optionalLine(60).default(''),
    kind: accountKind.optional(),
    ...pageBy(sortedKey('string', 'number')),
  }),
  output: z.strictObject({ rows: z.array(accountView), next: nextPage }),
  permission: 'booking-read',
  reads: ['account'],
})

export const save = command({
  name: 'account.save',
  about: 'Adds a company or agency, or changes the one named by id and version.',
  input: z.strictObject({
    id: id<AccountId>().optional(),
    version: version.optional(),
    ...fields,
    active: z.boolean().default(true),
  }),
  output: saved<AccountId>(),
  /** ACCOUNT_IN_USE: bookings name it as what it is, so it can't become the other kind. */
  refusals: ['CODE_TAKEN', 'ACCOUNT_UNKNOWN', 'ACCOUNT_IN_USE'],
  permission: 'account-write',
  undoable: true,
})

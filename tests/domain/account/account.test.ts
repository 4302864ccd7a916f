import { expect, test } from 'vitest'
import { accountKind } from '#shared/contract/account.ts'

test.each([
  ['company', true],
  ['agency', true],
  ['guest', false],
])('an account may be a %s: %s', (kind, accepted) => {
  expect(accountKind.safeParse(kind).success).toBe(accepted)
})

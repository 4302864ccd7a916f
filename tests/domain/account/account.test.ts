import { expect, test } from 'vitest'
import { accountKinds } from '#shared/domain/account/account.ts'

test('an account is of a company or an agency', () => {
  expect(accountKinds).toEqual(['company', 'agency'])
})

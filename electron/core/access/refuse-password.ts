import { weaknessOf } from '#shared/domain/access/password.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import { commonPasswords } from './password-list.ts'

/** The refusal of a new password that is guessed first; null when it is good. `names`: login, user's and hotel's name. */
export function refusalOfPassword(
  password: string,
  names: readonly string[],
): Refused<'PASSWORD_COMMON' | 'PASSWORD_NAMES'> | null {
  const listed = commonPasswords()
  const weak = weaknessOf(password, names, (text) => listed.has(text))
  if (weak === null) return null
  return refuse(weak === 'common' ? 'PASSWORD_COMMON' : 'PASSWORD_NAMES')
}

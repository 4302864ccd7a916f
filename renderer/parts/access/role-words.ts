import type { T } from '#renderer/base/language.ts'
import { isKey } from '#shared/i18n/index.ts'

/** What a role is called: by the hotel, or by the program where the hotel gave it no name. */
export function roleWord(code: string, name: string, t: T): string {
  const key = `shell.role.${code}`
  return name !== '' ? name : isKey(key) ? t(key) : code
}

export type Strength = 'tooShort' | 'hasName' | 'weak' | 'fair' | 'good' | 'strong'

export const LEAST = 8

/** Beginnings that every list of leaked passwords is full of. */
const COMMON =
  /^(password|passw0rd|qwerty|admin|welcome|letmein|hotel|iloveyou|woaini|abc123|123456|111111|888888)/i

/**
 * How hard a password is to guess. Length counts most (NIST SP 800-63B, 5.1.1.2); names that are on the screen,
 * well-known beginnings and few different characters take it back.
 */
export function passwordStrength(password: string, names: readonly string[]): Strength {
  if (password.length < LEAST) return 'tooShort'
  const plain = password.toLowerCase()
  if (names.some((name) => name.length > 2 && plain.includes(name.toLowerCase()))) return 'hasName'
  const different = new Set(plain).size
  if (COMMON.test(password) || different < 5 || isRun(plain)) return 'weak'
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length
  const points = password.length + (kinds - 1) * 2 - Math.max(0, 8 - different)
  if (points < 11) return 'fair'
  return points < 17 ? 'good' : 'strong'
}

/** 12345678, abcdefgh, 87654321: each character next to the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, index) => letter.charCodeAt(0) - text.charCodeAt(index))
  return steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1
}

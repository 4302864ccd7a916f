/** Why a new password is not taken: everybody tries it, or it is made of names that everybody knows here. */
export type WeakPassword = 'common' | 'names'

/** Signs that stand for letters: p@ssw0rd is password. */
const standIns: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  '7': 't',
}

/** Words that a front desk thinks of first, besides those of any list. */
const houseWords = [
  'keyrack',
  'demo',
  'hotel',
  'frontdesk',
  'reception',
  'password',
  'admin',
  '客迹',
  '酒店',
  '前台',
]

/** So many characters beside a name are a password of their own. */
const enoughBeside = 6

/**
 * What is wrong with a new password; null when nothing is. `names`: the login, the user's and the hotel's name.
 * `isListed` knows the passwords of the kept list, in small letters.
 */
export function weaknessOf(
  password: string,
  names: readonly string[],
  isListed: (text: string) => boolean,
): WeakPassword | null {
  const plain = password.normalize('NFKC').toLowerCase()
  if (isListed(plain) || isRepeated(plain) || isRun(plain)) return 'common'
  if (beside(plain, [...names, ...houseWords].map(bare)) < enoughBeside) return 'names'
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const read = plain.replace(/[@$01357]/g, (sign) => standIns[sign] ?? sign).replace(/[^\p{L}]/gu, '')
  // A word with figures around it is the word; one with a few letters more is a password of its own.
  return isListed(word) || (isListed(read) && read.length >= plain.length - 2) ? 'common' : null
}

/** One piece of up to four characters again and again: 11111111, abcabcabc. */
function isRepeated(text: string): boolean {
  return /^(.{1,4}?)\1+.{0,3}$/u.test(text) && new Set(text).size <= 4
}

/** 12345678, abcdefgh, 9876543210: each character next to the one before; 0 follows 9. */
function isRun(text: string): boolean {
  const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz']
  return rows.some((row) => row.includes(text) || [...row].toReversed().join('').includes(text))
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** How many letters and digits are left once the names are taken out, forwards and backwards. */
function beside(plain: string, names: readonly string[]): number {
  const left = bare(plain)
  const known = names
    .filter((name) => [...name].length >= (/^[\x00-\x7f]*$/.test(name) ? 3 : 2))
    .flatMap((name) => [name, [...name].toReversed().join('')])
    .toSorted((a, b) => b.length - a.length)
  const without = known.reduce((text, name) => text.replaceAll(name, ''), left)
  return without === left ? Number.POSITIVE_INFINITY : [...without].length
}

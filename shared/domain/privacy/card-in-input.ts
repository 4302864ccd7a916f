import { type CardMatch, findCardNumber } from './card-number.ts'

/** Fields that hold long numbers of their own kind, or that are never stored as they are. */
const otherNumbers = new Set(['password', 'current', 'mrz', 'file'])

/** The first payment card number in what somebody sent to be stored, with the way to it; null when there is none. */
export function findCardIn(
  input: unknown,
  path: (string | number)[] = [],
): { path: (string | number)[]; card: CardMatch } | null {
  if (typeof input === 'string') {
    const card = findCardNumber(input)
    return card ? { path, card } : null
  }
  if (typeof input !== 'object' || input === null) return null
  for (const [key, value] of Object.entries(input)) {
    // The way to a key that holds a card ends before it: a refusal repeats the way.
    const inKey = Array.isArray(input) ? null : findCardNumber(key)
    if (inKey) return { path, card: inKey }
    if (otherNumbers.has(key) || isContactValue(input, key) || isDrawing(key, value)) continue
    const found = findCardIn(value, [...path, Array.isArray(input) ? Number(key) : key])
    if (found) return found
  }
  return null
}

/** Telephones and e-mails have a check of their own. */
function isContactValue(owner: object, key: string): boolean {
  return key === 'value' && 'kind' in owner && ['mobile', 'phone', 'email'].includes(String(owner.kind))
}

/** The points of a signature lie in a box of 1000 × 300: by chance their digits in a row are a card’s. */
function isDrawing(key: string, value: unknown): boolean {
  return (
    key === 'signature' && typeof value === 'string' && value.split(/[,; ]/).every((at) => Number(at) <= 1000)
  )
}

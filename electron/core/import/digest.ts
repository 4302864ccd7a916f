import { createHash } from 'node:crypto'

/** A key that stands for a text without telling it: rows and guests that a file has named before. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

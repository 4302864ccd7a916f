import { hash } from 'node:crypto'

/**
 * What the change log keeps of a password that was set: the SHA-256 of its hash. The hash has salt of its own, so that the
 * stamp tells nothing of the password; doctor finds a hash that was written past the program, as one copied from another user.
 */
export function passwordStamp(passwordHash: string): string {
  return hash('sha256', passwordHash, 'base64url')
}

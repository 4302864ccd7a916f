import { hash, verify } from '@node-rs/argon2'

/** Argon2id at OWASP's first choice (19 MiB, 2 passes, 1 lane); 2 is Argon2id in the library's list. */
const settings = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of a login that does not exist: guessing it takes as long as guessing a real one. */
let nobody: Promise<string> | null = null

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), settings)
}

/** Whether the password is the one hashed; with no hash it takes the same time and says no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash('nobody has this password', settings)
  const right = await verify(stored ?? (await nobody), password.normalize('NFC'))
  return stored !== null && right
}

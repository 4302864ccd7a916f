import { createHash } from 'node:crypto'
import { type Manifest, manifest as schema } from '#shared/contract/backup.ts'

/** What is behind the name of a copy in the name of its manifest. */
export const manifestEnding = '.json'

/**
 * The text of a manifest, with a seal over the rest of it. Only one text says the same: with any byte of it changed, a
 * manifest is not read.
 */
export function manifestText(manifest: Manifest): string {
  const seal = createHash('sha256').update(JSON.stringify(manifest)).digest('base64url')
  return `${JSON.stringify({ ...manifest, seal }, null, 2)}\n`
}

/** Reads a manifest; null for any other text. */
export function manifestIn(text: string): Manifest | null {
  try {
    const { seal: _seal, ...rest } = JSON.parse(text) as Record<string, unknown>
    const parsed = schema.safeParse(rest)
    return parsed.success && manifestText(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
}

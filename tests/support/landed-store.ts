import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { projectRoot } from '../../scripts/lib/root.mjs'

/** Puts the small store at `file` that the program of that version made: what a migration has to start from. */
export function unpackLandedStore(version: number, file: string): void {
  const packed = join(projectRoot, 'tests', 'db', 'migrations', 'stores', `v${version}.gz`)
  writeFileSync(file, gunzipSync(readFileSync(packed)))
}

import { statSync } from 'node:fs'
import type { Encoding } from '#shared/domain/import/encodings.ts'
import type { GivenFile } from '../kernel/given-files.ts'
import { type Survey, surveyFile, type TableTrouble } from './source/survey.ts'

/**
 * Keeps what reading a file through found: it is read once, however often it is asked about, unless the file was
 * written to since. `part` names what of the file was read, as a sheet.
 */
export function readOnce<T>(): (file: GivenFile, part: string, read: () => Promise<T>) => Promise<T> {
  const files = new WeakMap<GivenFile, { stamp: string; parts: Map<string, Promise<T>> }>()
  return (file, part, read) => {
    const stat = statSync(file.path, { throwIfNoEntry: false })
    const stamp = stat ? `${stat.size} ${stat.mtimeMs}` : ''
    let kept = files.get(file)
    if (kept?.stamp !== stamp) {
      kept = { stamp, parts: new Map() }
      files.set(file, kept)
    }
    const { parts } = kept
    const known = parts.get(part)
    if (known) return known
    const found = read()
    parts.set(part, found)
    found.catch(() => parts.delete(part))
    return found
  }
}

const surveyed = readOnce<Survey | TableTrouble>()

/** What kind of file it is, looked at once for each encoding that a person states. */
export function surveyOf(file: GivenFile, stated?: Encoding): Promise<Survey | TableTrouble> {
  return surveyed(file, stated ?? '', () => surveyFile(file.path, stated))
}

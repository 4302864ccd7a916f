import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupCopy, Manifest } from '#shared/contract/backup.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import { copyAt, listCopies, sizeOf } from './folder.ts'
import { manifestEnding } from './manifest.ts'

/** The file to restore; without a manifest it is any store, examined as a whole. */
export type RestoreSource = { file: string; manifest: Manifest | null }

/**
 * The copy that is named, or the newest in a folder: of this store where it is known, else of the only store that has
 * copies there.
 */
export async function chooseSource(from: string, store: string | null): Promise<RestoreSource | Refused> {
  if ((await stat(from)).isDirectory()) return newestIn(from, store)
  if ((await sizeOf(`${from}${manifestEnding}`)) === null) return { file: from, manifest: null }
  return sourceOf(dirname(from), await copyAt(dirname(from), basename(from)))
}

async function newestIn(folder: string, store: string | null): Promise<RestoreSource | Refused> {
  const listed = await listCopies(folder)
  if ('refusal' in listed) return listed
  const usable = listed.copies.filter(({ state }) => state === 'whole' || state === 'flawed')
  const own = usable.filter(({ manifest }) => store === null || manifest?.facts.store === store)
  const [newest] = own
  if (!newest) return refuse('RESTORE_NONE', { folder })
  if (own.some(({ manifest }) => manifest?.facts.store !== newest.manifest?.facts.store))
    return refuse('RESTORE_SEVERAL', { folder })
  return sourceOf(folder, newest)
}

function sourceOf(folder: string, { file: name, state, manifest }: BackupCopy): RestoreSource | Refused {
  const file = join(folder, name)
  if (!manifest) return refuse('RESTORE_MANIFEST', { file })
  if (state === 'cut' || state === 'missing') return refuse('RESTORE_DAMAGED', { file })
  return { file, manifest }
}

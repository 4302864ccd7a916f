import type { Reader } from '#db/handles.ts'
import { readSourceBatches, type SourceBatch } from '#db/queries/import/known-bookings.ts'
import type { ImportBatchId } from '#shared/values/index.ts'
import { digestOf } from './digest.ts'

/** Which system a file came from: only its own numbers mean the same booking. */
export type SourceSystem = {
  /** As it is kept with the batch: the name stated, else the layout of the first file of its kind. */
  source: string
  layout: string
  /** True where a person named it. */
  isNamed: boolean
  /** Earlier imports of the same system, newest first. */
  batches: readonly SourceBatch[]
  /** Imports of other systems that a person named; the others may be this one under other headings. */
  namedOthers: ReadonlySet<ImportBatchId>
  /** Whether any earlier import may have brought a number. */
  hasEarlier: boolean
}

/** A digest of how a file is laid out: its profile and its headings, in any order. */
export function layoutOf(profile: string, headings: readonly string[]): string {
  return digestOf(JSON.stringify([profile, [...headings].sort()]))
}

/**
 * The system of a file: the one that is named, else the one of the last file that was laid out alike. A name is the same
 * in any case. A new layout without a name is a system of its own.
 */
export async function systemOf(db: Reader, named: string, layout: string): Promise<SourceSystem> {
  const all = await readSourceBatches(db)
  const alike = all.find((batch) => batch.layout === layout)
  const source = named === '' ? (alike?.source ?? layout) : named
  const isSame = (batch: SourceBatch) => batch.source !== '' && plain(batch.source) === plain(source)
  return {
    source,
    layout,
    isNamed: !isLayout(source),
    batches: all.filter(isSame),
    namedOthers: new Set(
      all.filter((batch) => !isSame(batch) && !isLayout(batch.source)).map(({ id }) => id),
    ),
    hasEarlier: all.length > 0,
  }
}

/** Whether a source has no name of its own but the layout of its files. */
export function isLayout(source: string): boolean {
  return source === '' || /^[\w-]{43}$/.test(source)
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

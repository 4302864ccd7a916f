import type { Reader } from '#db/handles.ts'
import { readRun } from '#db/queries/insight/runs.ts'
import { listGuestKinds } from '#db/repositories/insight/guest-kinds.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { matchNames } from '#shared/domain/insight/groups/names.ts'

/** The kinds of guests that the newest update found; null before the first. */
export async function newestKinds(db: Reader) {
  const run = await readRun(db, 'kinds', '{}')
  return run && run.output !== null ? { ...run, found: run.output as RunOutputOf<'kinds'> } : null
}

/** What people call the kinds of the newest update, by number; those without a name are not among them. */
export async function readKindNames(db: Reader): Promise<Map<string, string>> {
  const found = (await newestKinds(db))?.found
  if (!found) return new Map()
  const named = await listGuestKinds(db)
  const places = matchNames(
    found,
    named.map(({ image }) => image.means),
  )
  return new Map(
    named.flatMap(({ image }, at) =>
      places[at] === null ? [] : [[String(places[at]), image.name] as const],
    ),
  )
}

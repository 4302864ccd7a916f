import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  type FavouriteImage,
  loadFavourite,
  readFavourites,
  saveFavourite,
} from '#db/repositories/report/favourites.ts'
import { loadMemory, type MemoryImage, saveMemory } from '#db/repositories/report/memory.ts'
import { ok, refuse, type UserId } from '#shared/values/index.ts'
import { type Aggregate, create, edit, remove } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { changeOf, conflict, done } from '../kernel/outcome.ts'

/** A saved report of one user: no two of theirs have one name. */
export const favouriteAggregate: Aggregate<FavouriteImage> = {
  entity: 'report-favourite',
  unknown: 'FAVOURITE_UNKNOWN',
  load: loadFavourite,
  save: saveFavourite,
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return null
    const own = await readFavourites(tx, after.userId)
    const other = own.find((one) => one.image.name === after.name && one.id !== id)
    return other ? refuse('FAVOURITE_NAME_TAKEN', { name: after.name }) : null
  },
}

/** What a user opened last; its number is the user's. */
export const memoryAggregate: Aggregate<MemoryImage> = {
  entity: 'report-memory',
  unknown: 'CHANGE_UNKNOWN',
  load: loadMemory,
  save: saveMemory,
  check: async () => null,
}

/** Keeps or forgets parameters. The command line has no user whose they would be. */
export const remember = writes('report.remember', async (tx, ctx, { name, parameters }) => {
  const userId = ctx.user?.id
  if (!userId) return done({}, [])
  const before = (await loadMemory(tx, userId))?.image ?? null
  const reports = { ...before?.reports }
  if (Object.keys(parameters).length === 0) delete reports[name]
  else reports[name] = JSON.stringify(parameters)
  const after = { reports }
  const changes = changeOf('report-memory', userId, before, after)
  if (changes.length > 0) await saveMemory(tx, userId, before, after)
  return done({}, changes)
})

export const saveOne = writes(
  'report.saveFavourite',
  async (tx, ctx, { id, version, name, report, parameters }) => {
    const userId = ctx.user?.id as UserId | undefined
    if (!userId) return refuse('FAVOURITE_UNKNOWN', { id: id ?? 0 })
    const text = JSON.stringify(parameters)
    if (id === undefined) {
      const image = {
        userId,
        name,
        report,
        parameters: text,
        createdAt: ctx.moment as FavouriteImage['createdAt'],
      }
      return create(tx, ctx, favouriteAggregate, await nextId(tx, 'report_favourites'), image)
    }
    const found = await loadFavourite(tx, id)
    if (found?.image.userId !== userId) return refuse('FAVOURITE_UNKNOWN', { id })
    if (version === undefined) return conflict('report-favourite', id)
    return edit(tx, ctx, favouriteAggregate, id, version, (image) =>
      ok({ ...image, name, report, parameters: text }),
    )
  },
)

export const deleteOne = writes('report.deleteFavourite', async (tx, ctx, { id, version }) => {
  const found = await loadFavourite(tx, id)
  if (found?.image.userId !== ctx.user?.id) return refuse('FAVOURITE_UNKNOWN', { id })
  return remove(tx, ctx, favouriteAggregate, id, version, {})
})

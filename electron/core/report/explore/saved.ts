import { readUserNames } from '#db/queries/change/labels.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { loadExplore, readExplores, saveExplore } from '#db/repositories/report/explores.ts'
import { checkExplore, type ExploreAsk } from '#shared/domain/report/explore/ask.ts'
import { type ExploreImage, exploreJson, maxExplores } from '#shared/domain/report/explore/explore.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit, remove } from '../../kernel/aggregate.ts'
import { reads, writes } from '../../kernel/handler.ts'
import { conflict } from '../../kernel/outcome.ts'

/** A saved pivot: no other has its name, in any case. */
export const exploreAggregate: Aggregate<ExploreImage> = {
  entity: 'explore',
  unknown: 'EXPLORE_UNKNOWN',
  load: loadExplore,
  save: saveExplore,
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return null
    const other = (await readExplores(tx)).find(
      (one) => one.id !== id && folded(one.image.name) === folded(after.name),
    )
    return other ? refuse('EXPLORE_NAME_TAKEN', { name: other.image.name }) : null
  },
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
}

/** All saved pivots by name: everybody's. One that this program can't read, from a newer one, is left out. */
export const listExplores = reads('explore.list', async (db) => {
  const nameOf = await readUserNames(db)
  const all = await readExplores(db)
  return all.flatMap(({ id, version, image: { name, ask, createdAt, createdBy } }) => {
    const read = checkExplore(parsed(ask))
    return read.ok
      ? [{ id, version, name, ask: read.value, createdAt, createdByName: nameOf(createdBy) }]
      : []
  })
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Saves a pivot under a name of its own, or changes a saved one. */
export const saveOne = writes('explore.save', async (tx, ctx, { id, version, name, ask }) => {
  const read = checkExplore(ask)
  if (!read.ok) return read
  const text = exploreJson(read.value satisfies ExploreAsk)
  if (id === undefined) {
    if ((await readExplores(tx)).length >= maxExplores)
      return refuse('EXPLORE_TOO_MANY', { max: maxExplores })
    const image = {
      name,
      ask: text,
      createdAt: ctx.moment as ExploreImage['createdAt'],
      createdBy: ctx.actor,
    }
    return create(tx, ctx, exploreAggregate, await nextId(tx, 'explores'), image)
  }
  if (version === undefined) return conflict('explore', id)
  return edit(tx, ctx, exploreAggregate, id, version, (image) => ok({ ...image, name, ask: text }))
})

export const deleteOne = writes('explore.delete', (tx, ctx, { id, version }) =>
  remove(tx, ctx, exploreAggregate, id, version, {}),
)

import type { Reader } from '#db/handles.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  loadPlaybook,
  type Playbook,
  readPlaybooks,
  savePlaybook as savePlaybookRow,
} from '#db/repositories/insight/playbooks.ts'
import { classesOf, classKinds, isClassOf } from '#shared/domain/insight/value/classes.ts'
import { type PlaybookImage, usualDepartment } from '#shared/domain/insight/value/playbook.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict, dependentExists } from '../kernel/outcome.ts'

type PlaybookOf = Pick<PlaybookImage, 'classKind'> & { class: string }

/** What is done for one class of guests. */
export const playbookAggregate: Aggregate<PlaybookImage> = {
  entity: 'playbook',
  unknown: 'CHANGE_UNKNOWN',
  load: loadPlaybook,
  save: savePlaybookRow,
  // Undo may bring back one that was written anew since
  check: async (tx, _ctx, id, before, after) => {
    const other = !before && after ? await findPlaybook(tx, after) : undefined
    return other && other.id !== id ? dependentExists('playbook') : null
  },
}

async function findPlaybook(
  db: Reader,
  { classKind, class: name }: PlaybookOf,
): Promise<Playbook | undefined> {
  return (await readPlaybooks(db)).find(({ image }) => image.classKind === classKind && image.class === name)
}

export const playbooks = reads('insight.playbooks', async (db) => {
  const written = await readPlaybooks(db)
  return classKinds.flatMap((classKind) =>
    classesOf[classKind].map((name) => {
      const own = written.find(({ image }) => image.classKind === classKind && image.class === name)
      if (own) return { ...own.image, version: own.version }
      const department = usualDepartment(classKind, name)
      return { classKind, class: name, action: '', department, costMinor: null, version: 0 }
    }),
  )
})

export const savePlaybook = writes('insight.savePlaybook', async (tx, ctx, { version, ...image }) => {
  if (!isClassOf(image.classKind, image.class)) return refuse('CLASS_UNKNOWN', { class: image.class })
  const known = await findPlaybook(tx, image)
  if (known) return edit(tx, ctx, playbookAggregate, known.id, version, () => ok(image))
  if (version !== 0) return conflict('playbook', 0)
  return create(tx, ctx, playbookAggregate, await nextId(tx, 'playbooks'), image)
})

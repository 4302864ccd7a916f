import { readUserNames } from '#db/queries/change/labels.ts'
import { readSourceWordList } from '#db/queries/import/words.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { findSourceWord, loadSourceWord, saveSourceWord } from '#db/repositories/import/words.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { SourceWordImage } from '#shared/domain/import/source-words.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit, remove } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'

/** A word of a source with what it means here; a field has it once, however it is written. */
export const sourceWordAggregate: Aggregate<SourceWordImage> = {
  entity: 'import-word',
  unknown: 'WORD_UNKNOWN',
  load: loadSourceWord,
  save: saveSourceWord,
  check: async (tx, _ctx, id, _before, after) => {
    const owner = after && (await findSourceWord(tx, after.field, after.word))
    return owner !== null && owner !== id ? refuse('CODE_TAKEN', { code: after?.word ?? '' }) : null
  },
}

/** Gives a word its meaning, another one than it had, or none any more. */
export const mapWord = writes('import.mapWord', async (tx, ctx, { field, word, means }) => {
  const id = await findSourceWord(tx, field, word)
  const found = id === null ? null : await loadSourceWord(tx, id)
  if (id === null || !found) {
    if (means === null) return refuse('WORD_UNKNOWN', { word })
    return create(tx, ctx, sourceWordAggregate, await nextId(tx, 'import_words'), { field, word, means })
  }
  if (means !== null) {
    return edit(tx, ctx, sourceWordAggregate, id, found.version, (image) => ok({ ...image, means }))
  }
  const { version } = found
  return remove(tx, ctx, sourceWordAggregate, id, version, { id: id as never, version: version + 1 })
})

export const words = reads('import.words', async (db) => {
  const nameOf = await readUserNames(db)
  const rows = await readSourceWordList(db)
  return rows.map(({ moment, actor, ...word }) => ({
    ...word,
    at: moment,
    by: nameOf(actor),
  })) as OutputOf<'import.words'>
})

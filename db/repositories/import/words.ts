import type { SourceWordImage } from '#shared/domain/import/source-words.ts'
import { plainWord } from '#shared/domain/import/values.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

/** A word of a source as it is kept; null where there is none. */
export async function loadSourceWord(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('import_words')
    .select(['field', 'word', 'means', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { version, ...image } = row
  return { image, version }
}

/** The word's id, however it is written. */
export async function findSourceWord(db: Reader, field: string, word: string): Promise<number | null> {
  const row = await readWith(db)
    .selectFrom('import_words')
    .select('id')
    .where('field', '=', field)
    .where('key', '=', plainWord(word))
    .executeTakeFirst()
  return row?.id ?? null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveSourceWord(
  tx: Writer,
  id: number,
  before: SourceWordImage | null,
  after: SourceWordImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('import_words').where('id', '=', id).execute()
    return
  }
  const { field, word, means } = after
  const columns = { field, word, key: plainWord(word), means }
  if (!before)
    await writeWith(tx)
      .insertInto('import_words')
      .values({ id, ...columns, version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('import_words')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

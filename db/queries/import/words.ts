import type { SourceWordImage } from '#shared/domain/import/source-words.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** What every word of a source means here. */
export async function readSourceWords(db: Reader): Promise<SourceWordImage[]> {
  return readWith(db).selectFrom('import_words').select(['field', 'word', 'means']).orderBy('id').execute()
}

export type SourceWordRow = SourceWordImage & { id: number; moment: string; actor: string }

/** The words by field, each with when and by whom its meaning was given last. */
export async function readSourceWordList(db: Reader): Promise<SourceWordRow[]> {
  return readWith(db)
    .selectFrom('import_words as w')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('changes')
          .select(['entity_id', (each) => each.fn.max('seq').as('last')])
          .where('entity', '=', 'import-word')
          .groupBy('entity_id')
          .as('of'),
      (join) => join.onRef('of.entity_id', '=', 'w.id'),
    )
    .innerJoin('changes as c', 'c.seq', 'of.last')
    .select(['w.id', 'w.field', 'w.word', 'w.means', 'c.moment', 'c.actor'])
    .orderBy('w.field')
    .orderBy('w.key')
    .orderBy('w.id')
    .execute()
}

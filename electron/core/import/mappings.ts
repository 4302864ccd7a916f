import { putMapping } from '#db/repositories/import/repository.ts'
import { writes } from '../kernel/handler.ts'
import { changeOf, done } from '../kernel/outcome.ts'

export const saveMapping = writes('import.saveMapping', async (tx, _ctx, { name, mapping }) => {
  const text = JSON.stringify(mapping)
  const { id, before } = await putMapping(tx, name, text)
  const image = (of: string) => ({ name, mapping: of })
  return done({ id }, changeOf('import-mapping', id, before === null ? null : image(before), image(text)))
})

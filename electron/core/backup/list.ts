import { stat, statfs } from 'node:fs/promises'
import { works } from '../kernel/handler.ts'
import { codeOf, listCopies } from './folder.ts'

/** It reads a folder and nothing of the store. */
export const list = works('backup.list', async (ctx, { folder }) => {
  const listed = await listCopies(folder)
  return 'refusal' in listed ? listed : { ...listed, ...(await diskOf(folder, ctx.store.file)) }
})

/** Whether the folder is lost with the store's disk, and what is free there. */
async function diskOf(folder: string, store: string) {
  try {
    const [there, here, space] = await Promise.all([stat(folder), stat(store), statfs(folder)])
    // Some shares do not say how large they are.
    const freeBytes = space.blocks === 0 ? null : space.bavail * space.bsize
    return { sameDisk: there.dev === here.dev, freeBytes }
  } catch (error) {
    if (codeOf(error) === null) throw error
    return { sameDisk: null, freeBytes: null }
  }
}

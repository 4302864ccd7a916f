import { works } from '../kernel/handler.ts'
import { listCopies } from './folder.ts'

/** It reads a folder and nothing of the store. */
export const list = works('backup.list', (_ctx, { folder }) => listCopies(folder))

import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folders that hold source, in the order of the layers. */
export const sourceFolders = ['shared', 'db', 'electron', 'renderer', 'tests', 'scripts'] as const

const isSource = /\.(?:ts|tsx|mts|cts|mjs|cjs|js|jsx)$/
const notSource = new Set(['node_modules', 'golden', 'out', 'dist', 'release'])

/** Every file under `folder` of `root`: paths relative to `root` with forward slashes, sorted. */
export function filesIn(root: string, folder: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (!entry.isDirectory()) return [path]
      return notSource.has(entry.name) ? [] : filesIn(root, path)
    })
    .toSorted()
}

/** Every source file under `folder` of `root`: paths relative to `root` with forward slashes, sorted. */
export function sourceFilesIn(root: string, folder: string): string[] {
  return filesIn(root, folder).filter((path) => isSource.test(path))
}

/** Every source file of the project. */
export function allSourceFiles(root: string): string[] {
  return sourceFolders.flatMap((folder) => sourceFilesIn(root, folder))
}

import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

export type Asset = {
  content: Buffer
  type: string /** Its name holds a hash of its content. */
  lasting: boolean
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * A file of the built page for a path of its address; screens' own addresses (`/guests/12`) answer with the page.
 * Null when there is none, when the path leads outside, and for kinds of file that the page doesn't have.
 */
export async function readAsset(folder: string, pathname: string): Promise<Asset | null> {
  const name = cleanName(pathname)
  if (name === null) return null
  const file = extname(name) === '' ? 'index.html' : name
  const type = types[extname(file).toLowerCase()]
  if (!type) return null
  try {
    return { content: await readFile(join(folder, file)), type, lasting: file.startsWith(`assets${sep}`) }
  } catch {
    return null
  }
}

/** The path below the folder; null for one that tries to leave it or hides what it is. */
function cleanName(pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (/[\\\0]|%|:/.test(decoded)) return null
  const parts = decoded.split('/').filter((part) => part !== '')
  if (parts.some((part) => part.startsWith('.'))) return null
  return normalize(parts.join(sep))
}

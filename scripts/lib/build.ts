import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './root.mjs'
import { filesIn } from './source-files.ts'
import { run, toolCommand } from './tools.ts'

const stampPath = 'out/built-from'
const inputs = ['shared', 'db', 'electron', 'renderer'] as const
const settings = ['package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'] as const

/** A hash over everything that goes into the build: names and contents, so that neither dates nor copies confuse it. */
export function fingerprint(root: string = projectRoot): string {
  const hash = createHash('sha256')
  for (const file of [...inputs.flatMap((folder) => filesIn(root, folder)), ...settings]) {
    hash
      .update(`${file}\n`)
      .update(contentOf(join(root, file)))
      .update('\n')
  }
  return hash.digest('hex')
}

/** Whether what stands in `out` was built from the present sources. */
export function isBuilt(root: string = projectRoot): boolean {
  return contentOf(join(root, stampPath)).toString('utf8') === fingerprint(root)
}

/** Builds main, preload and page. Returns the exit code; the mark is set only when all three are there. */
export async function build(): Promise<number> {
  const from = fingerprint()
  const code = await run(toolCommand('electron-vite', ['build', '--logLevel', 'warn']))
  if (code !== 0) return code
  mkdirSync(join(projectRoot, 'out'), { recursive: true })
  writeFileSync(join(projectRoot, stampPath), from)
  return 0
}

/** Builds when the sources have changed since the last time. */
export async function buildIfNeeded(): Promise<number> {
  return isBuilt() ? 0 : await build()
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

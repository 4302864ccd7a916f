import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './root.mjs'
import { filesIn } from './source-files.ts'
import { run, toolCommand } from './tools.ts'

const stampPath = 'out/built-from'
const settings = [
  'package-lock.json',
  'package.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
] as const

/** What the build makes, by the folders that it is made from: the program (window, command line) and the page. */
const parts = { program: ['shared', 'db', 'electron'], page: ['shared', 'renderer'] } as const
type Part = keyof typeof parts

/** A hash over everything that goes into a part: names and contents, so that neither dates nor copies confuse it. */
export function hashOfPart(part: Part, root: string): string {
  const hash = createHash('sha256')
  for (const file of [...parts[part].flatMap((folder) => filesIn(root, folder)), ...settings]) {
    hash
      .update(`${file}\n`)
      .update(contentOf(join(root, file)))
      .update('\n')
  }
  return hash.digest('hex')
}

/** What a build from the present sources leaves in `out/built-from`: a line for each part. */
export function fingerprint(root: string = projectRoot): string {
  return `program ${hashOfPart('program', root)}\npage ${hashOfPart('page', root)}\n`
}

/** Whether `out` was built from the present sources. */
export function isBuilt(root: string = projectRoot): boolean {
  return stampOf(root) === fingerprint(root)
}

/**
 * The file to start for the command line: the built one where it is that of the present sources, because it starts in
 * a third of the time; else the sources themselves.
 */
export function commandLineEntry(root: string = projectRoot): string {
  const stamp = stampOf(root)
  const built = stamp !== '' && stamp.includes(`program ${hashOfPart('program', root)}\n`)
  return join(root, built ? 'out/main/cli.cjs' : 'electron/cli/main.ts')
}

/** Builds main, preload and page. Returns the exit code; the stamp is set only when all three are there. */
export async function build(): Promise<number> {
  const from = fingerprint()
  rmSync(join(projectRoot, stampPath), { force: true })
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

function stampOf(root: string): string {
  return contentOf(join(root, stampPath)).toString('utf8')
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

import { createHash, randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { hashOfPart } from '../../scripts/lib/build.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'
import { filesIn } from '../../scripts/lib/source-files.ts'

const cache = join(projectRoot, 'node_modules', '.cache', 'test-stores')
const dayMs = 86_400_000
let sources: string | null = null

/**
 * Puts a copy of a store at `file` that was made once for the present sources: migrations, a password hash and a
 * hotel's first commands cost a test more than most of them need for themselves. `madeBy` is the file of the function
 * that makes it; what it returns comes back with every copy, so it is plain data.
 */
export async function copyTemplate<T>(
  file: string,
  madeBy: string,
  make: (file: string) => Promise<T>,
): Promise<T> {
  sources ??= hashOfSources()
  const name = createHash('sha256').update(sources).update(madeBy).update(readFileSync(madeBy)).digest('hex')
  const folder = join(cache, name)
  if (!existsSync(folder)) await keepTemplate(folder, make)
  // With what reports have worked out of it, where the template was asked for one
  for (const end of ['', '-report']) {
    const made = join(folder, `hotel.keyrack${end}`)
    if (existsSync(made)) copyFileSync(made, file + end)
  }
  return JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8')) as T
}

/** Made aside and renamed: two workers may make the same template at once, and the second finds the first one's. */
async function keepTemplate(folder: string, make: (file: string) => Promise<unknown>): Promise<void> {
  removeOld()
  const aside = join(cache, `.${randomUUID()}`)
  mkdirSync(aside, { recursive: true })
  const made = await make(join(aside, 'hotel.keyrack'))
  writeFileSync(join(aside, 'made.json'), JSON.stringify(made))
  try {
    renameSync(aside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(aside, { recursive: true })
  }
}

function removeOld(): void {
  if (!existsSync(cache)) return
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (statSync(path).mtimeMs < Date.now() - dayMs) rmSync(path, { recursive: true, force: true })
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(hashOfPart('program', projectRoot))
  for (const file of filesIn(projectRoot, 'tests/support')) hash.update(readFileSync(join(projectRoot, file)))
  return hash.digest('hex')
}

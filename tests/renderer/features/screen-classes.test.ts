import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** A screen opened first has only the styles that it imports: a class of another screen's style sheet does nothing there. */
const root = fileURLToPath(new URL('../../../renderer', import.meta.url))
const screens = globSync('features/**/*Page.tsx', { cwd: root })
const always = [...readFileSync(join(root, 'index.html'), 'utf8').matchAll(/href="\.\/(\S+\.css)"/g)]
  .map(([, path]) => readFileSync(join(root, path!), 'utf8'))
  .join('\n')

const anywhere = classesIn(
  globSync('**/*.css', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n'),
)

/** The files of a screen, without what it loads later. */
function loaded(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (file.endsWith('.css')) return seen
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?:[^'"]*?from )?'([^']+)'/gm)
  for (const [, path] of imports) {
    if (path!.startsWith('#renderer/')) loaded(join(root, path!.slice('#renderer/'.length)), seen)
    else if (path!.startsWith('.')) loaded(join(dirname(file), path!), seen)
  }
  return seen
}

test.each(screens)('%s imports the styles of every class in it', (screen) => {
  const files = [...loaded(join(root, screen))]
  const styles = files.filter((file) => file.endsWith('.css')).map((file) => readFileSync(file, 'utf8'))
  const known = classesIn([always, ...styles].join('\n'))
  const used = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/className="([^"]+)"/g)].flatMap(([, names]) =>
        names!.split(' '),
      ),
    )
  expect(used.length).toBeGreaterThan(20)
  expect([...new Set(used)].filter((name) => anywhere.has(name) && !known.has(name))).toEqual([])
})

function classesIn(css: string): Set<string> {
  return new Set([...css.matchAll(/\.([a-z]+-[a-z-]+)/g)].map(([, name]) => name!))
}

/**
 * The kinds of test, each with the folders of tests/ it has and how long one test may take. A test file in a folder
 * that is in none of them would never run: tests/scripts/test-projects.test.ts looks for such files.
 */
export const testProjects: readonly {
  name: string
  folders: readonly string[]
  timeoutMs: number
  /**
   * Its files share a process and the modules in it: rules have no state that one could leave to the next, and what the core
   * has is by store, of which each test opens its own. So no module of ours can be mocked there: another file has read it already.
   */
  together?: true
}[] = [
  { name: 'domain', folders: ['values', 'domain', 'i18n', 'shared'], timeoutMs: 60_000, together: true },
  { name: 'contract', folders: ['contract'], timeoutMs: 15_000 },
  { name: 'db', folders: ['db', 'migrations'], timeoutMs: 30_000, together: true },
  { name: 'core', folders: ['core', 'import', 'demo'], timeoutMs: 60_000, together: true },
  { name: 'hosts', folders: ['hosts', 'host', 'cli', 'loopback', 'electron'], timeoutMs: 60_000 },
  { name: 'renderer', folders: ['renderer'], timeoutMs: 60_000 },
  { name: 'durability', folders: ['durability'], timeoutMs: 300_000 },
  { name: 'boundaries', folders: ['boundaries'], timeoutMs: 60_000 },
  { name: 'scripts', folders: ['scripts', 'support', 'bench'], timeoutMs: 60_000 },
]

/** Why a file under tests/ would not be run although its name says it is a test; null when all is well. */
export function whyNeverRun(file: string): string | null {
  const [, folder = '', ...rest] = file.split('/')
  if (folder === 'e2e') {
    return /\.(test|spec)\.tsx?$/.test(file)
      ? 'journeys end in .e2e.ts, or Playwright does not find them'
      : null
  }
  if (/\.(spec|e2e)\.tsx?$/.test(file)) return 'tests end in .test.ts; journeys stand in tests/e2e'
  if (!/\.test\.tsx?$/.test(file)) return null
  const known = rest.length > 0 && testProjects.some(({ folders }) => folders.includes(folder))
  return known ? null : 'its folder is in no project of scripts/lib/test-projects.ts'
}

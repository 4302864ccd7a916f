import { join } from 'node:path'
import { projectRoot } from './lib/root.mjs'
import { sourceFilesIn } from './lib/source-files.ts'
import { runQuietly, toolCommand } from './lib/tools.ts'

/** Each layer with a tsconfig.json of its own, and the folders whose files make it worth a run. */
const layers = [
  { at: 'shared', of: ['shared'] },
  { at: 'db', of: ['db'] },
  { at: 'electron/core', of: ['electron/core'] },
  { at: 'electron', of: ['electron/host', 'electron/main', 'electron/loopback', 'electron/cli'] },
  { at: 'electron/preload', of: ['electron/preload'] },
  { at: 'renderer', of: ['renderer'] },
  { at: 'tests', of: ['tests'] },
  { at: '.', of: ['scripts'] },
]

async function check(layer: (typeof layers)[number]): Promise<{ code: number; text: string }> {
  const empty = layer.of.every((folder) => sourceFilesIn(projectRoot, folder).length === 0)
  if (empty) return { code: 0, text: '' }
  // What has been checked is remembered beside the packages, so that the next check looks at what changed.
  const memory = join(
    projectRoot,
    'node_modules',
    '.cache',
    'types',
    `${layer.at.replaceAll('/', '-')}.tsbuildinfo`,
  )
  const pretty = String(process.stdout.isTTY === true)
  const args = ['-p', layer.at, '--pretty', pretty, '--incremental', '--tsBuildInfoFile', memory]
  return await runQuietly(toolCommand('tsc', args))
}

const results = await Promise.all(layers.map(check))
results.forEach(({ code, text }, index) => {
  if (code !== 0) console.error(`types: ${layers[index]?.at}\n${text.trimEnd()}`)
})
const failed = results.filter(({ code }) => code !== 0).length
if (failed === 0) console.log(`types: ${layers.length} layers checked`)
process.exit(failed > 0 ? 1 : 0)

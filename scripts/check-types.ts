import { join } from 'node:path'
import { projectRoot } from './lib/root.mjs'
import { sourceFilesIn } from './lib/source-files.ts'
import { runInTwos, runQuietly, toolCommand } from './lib/tools.ts'

/** Each layer with a tsconfig.json of its own, the longest first, and the folders whose files make it worth a run. */
const layers = [
  { at: 'tests', of: ['tests'] },
  { at: 'renderer', of: ['renderer'] },
  { at: 'electron', of: ['electron/host', 'electron/main', 'electron/loopback', 'electron/cli'] },
  { at: 'electron/core', of: ['electron/core'] },
  { at: 'db', of: ['db'] },
  { at: '.', of: ['scripts'] },
  { at: 'shared', of: ['shared'] },
  { at: 'electron/preload', of: ['electron/preload'] },
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
  // Threads of one check each work out the same types of the contract: two checks side by side are the better use of
  // two cores.
  const args = [
    '-p',
    layer.at,
    '--pretty',
    pretty,
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    memory,
  ]
  return await runQuietly(toolCommand('tsc', args))
}

const results = await runInTwos(layers, check)
results.forEach(({ code, text }, index) => {
  if (code !== 0) console.error(`types: ${layers[index]?.at}\n${text.trimEnd()}`)
})
const failed = results.filter(({ code }) => code !== 0).length
if (failed === 0) console.log(`types: ${layers.length} layers checked`)
process.exit(failed > 0 ? 1 : 0)

import { requireNode } from './lib/require-node.mjs'

// The door of every npm script: node scripts/run.mjs <file.ts> [arguments]. It runs under any Node the machine
// has, installs the packages when they are missing or old, and continues under the Node 24 that came with them.
requireNode(20, 'Install Node 20 or newer and try again; the rest comes with the packages.')
import('./lib/hand-over.mjs').then(({ handOver }) => handOver(process.argv.slice(2)))

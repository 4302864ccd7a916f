import { build } from './lib/build.ts'

process.exit(await build())

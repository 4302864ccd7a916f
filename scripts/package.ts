import { build } from './lib/build.ts'
import { packageForTests, packageProgram } from './lib/packaging.ts'

/** `npm run package [-- --for-tests | <electron-builder’s own arguments>]` */
const args = process.argv.slice(2)
const built = await build()
if (built !== 0) process.exit(built)
process.exit(args.includes('--for-tests') ? await packageForTests() : await packageProgram(args))

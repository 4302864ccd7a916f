import { buildIfNeeded, commandLineEntry } from './lib/build.ts'
import { desktopPlan } from './lib/desktop-plan.ts'
import { projectRoot } from './lib/root.mjs'
import { runUntilEnded } from './lib/tools.ts'

/**
 * `npm start`: builds what is needed and opens the window; where no window can be opened, says why in one line and
 * serves the same program to a browser on this machine. Arguments go on to the program.
 */
const args = process.argv.slice(2)

const built = await buildIfNeeded()
if (built !== 0) process.exit(built)

const plan = await desktopPlan(args)
if (plan.note) console.error(plan.note)
if (plan.open === 'window') {
  process.exit(await runUntilEnded([...plan.command, projectRoot, ...args], { env: plan.env }))
}
const serve = args.includes('--no-open') ? args.filter((arg) => arg !== '--no-open') : ['--open', ...args]
process.exit(await runUntilEnded([process.execPath, commandLineEntry(), 'serve', ...serve]))

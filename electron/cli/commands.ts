import type { Command } from './command.ts'
import { callCommand } from './commands/call.ts'
import { contractCommand } from './commands/contract.ts'
import { demoCommand } from './commands/demo.ts'
import { doctorCommand } from './commands/doctor.ts'
import { importCommand } from './commands/import.ts'
import { initCommand } from './commands/init.ts'
import { serveCommand } from './commands/serve.ts'

/** In the order the help shows them. */
export const commands: readonly Command[] = [
  serveCommand,
  initCommand,
  demoCommand,
  importCommand,
  callCommand,
  contractCommand,
  doctorCommand,
]

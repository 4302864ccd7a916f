import { run, state } from './run.ts'

export const setupHandlers = { 'setup.run': run, 'setup.state': state }

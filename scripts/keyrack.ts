import { pathToFileURL } from 'node:url'
import { commandLineEntry } from './lib/build.ts'

/** `npm run keyrack -- …`: the command line in this process. */
await import(pathToFileURL(commandLineEntry()).href)

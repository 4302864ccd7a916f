import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import log from 'electron-log/main'

export type Logger = {
  info: (text: string) => void
  warn: (text: string) => void
  error: (text: string) => void
}

/** Where the log is: rotated at 5 MB, the one before it kept. */
export function logFolder(userData: string): string {
  return join(userData, 'logs')
}

/**
 * Opens the log and has it take what nobody caught. It tells starts, openings, troubles and jobs by codes, figures and
 * names of files, and defects by where they are in the program: nothing of a guest is in it.
 */
export function openLog(userData: string, packaged: boolean): Logger {
  try {
    // At once: “Show Log Folder” is to show one even before anything went wrong.
    mkdirSync(logFolder(userData), { recursive: true })
  } catch {
    // Without a folder there is no log, which is no reason to stay closed.
  }
  log.transports.file.resolvePathFn = () => join(logFolder(userData), 'keyrack.log')
  log.transports.file.maxSize = 5 * 1024 * 1024
  log.transports.file.level = 'info'
  log.transports.console.level = packaged ? false : 'info'
  process.on('uncaughtException', (error) => log.error(`not caught: ${error.stack ?? error.message}`))
  process.on('unhandledRejection', (reason) => {
    log.error(`not caught: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`)
  })
  return log
}

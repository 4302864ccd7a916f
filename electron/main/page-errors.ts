import type { WebContents } from 'electron'
import type { Logger } from './log.ts'

/**
 * Notes errors of the page in the log, by their kind and their place in the program. Their text is left out: it may
 * hold what was on screen.
 */
export function notePageErrors(contents: WebContents, log: Logger): void {
  // Electron 35 moved what follows the event into it.
  contents.on('console-message', (...heard: unknown[]) => {
    const [event, level, message, line, file] = heard as [Partial<Told>, number, string, number, string]
    const told: Told =
      typeof event.level === 'string'
        ? (event as Told)
        : { level: level === 3 ? 'error' : '', message, lineNumber: line, sourceId: file }
    const note = pageError(told)
    if (note) log.error(note)
  })
}

type Told = { level: string; message: string; lineNumber: number; sourceId: string }

/** The line for the log; null for what is no error. */
export function pageError({ level, message, lineNumber, sourceId }: Told): string | null {
  if (level !== 'error') return null
  const kind = /\b[A-Z]\w*Error\b/.exec(message)?.[0] ?? 'error'
  const places = message.match(/\bassets\/[\w.-]+:\d+(?::\d+)?/g)?.slice(0, 5) ?? []
  const file = sourceId.split('/').at(-1) ?? ''
  return `the page: ${kind} at ${[`${file}:${lineNumber}`, ...places].join(' < ')}`
}

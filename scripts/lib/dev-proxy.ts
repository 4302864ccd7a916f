import type { ProxyOptions } from 'vite'

/** The address in a line of `keyrack serve` that lets one browser in; null for any other line. */
export function entryLink(line: string): URL | null {
  const found = /https?:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+/.exec(line)?.[0]
  return found ? new URL(found) : null
}

/**
 * What the page asks the program for, and the step through its door. The program answers its own page alone, so the
 * requests name it as their host and origin.
 */
export function onwardToProgram(program: string): Record<string, ProxyOptions> {
  const onward = { target: program, changeOrigin: true, headers: { origin: program } }
  return { '^/(rpc|events|upload)$': onward, '^/\\?key=': onward }
}

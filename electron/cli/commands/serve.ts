import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { words } from '#shared/i18n/index.ts'
import { type Loopback, openLoopback } from '../../loopback/server.ts'
import { linkMinutes } from '../../loopback/sessions.ts'
import type { Cli, Given } from '../command.ts'
import { openFor } from '../open.ts'
import { exitCodes, WrongUse } from '../stop.ts'

/** The desk in a browser of this machine, until it is stopped. */
export async function runServe(given: Given, cli: Cli): Promise<number> {
  const port = given.number('port', 0, 65_535) ?? 0
  const links = given.number('links', 1, 100) ?? 1
  const { renderer } = cli.place
  // While the page is being worked on it comes from its sources, and only the calls come here.
  if (!existsSync(join(renderer, 'index.html')))
    cli.note(words(cli.language, 'cli.serve.notBuilt', { folder: renderer }))
  const own = cli.store === undefined
  const app = await openFor(cli, { mode: own || given.flag('create') ? 'either' : 'existing' })
  const onDefect = (error: unknown) => {
    const incident = randomUUID().slice(0, 8)
    cli.defect(incident, error)
    return incident
  }
  let loopback: Loopback
  const shown = showLinks(cli, () => loopback.newLink())
  try {
    const onEntry = () => cli.json || shown.tell('cli.serve.another')
    loopback = await openLoopback(app, { renderer, port, onDefect, onEntry })
  } catch (error) {
    await app.close()
    if (!isTaken(error)) throw error
    throw new WrongUse('cli.wrong.portTaken', { port })
  }
  app.backups.begin()
  app.insights.begin()
  app.versions.begin()
  app.reportFiles.begin()
  app.closer.begin()
  // Before anybody knows that it is open: anyone who reads the link may end it at once.
  const stopped = untilStopped()
  await welcome(loopback, app.file, links, given, cli)
  shown.keep()
  const stopReading = linksOnDemand(loopback, cli)
  await stopped
  stopReading()
  shown.end()
  cli.note(words(cli.language, 'cli.serve.closing'))
  await loopback.close()
  await app.close()
  return exitCodes.ok
}

async function welcome(
  loopback: Loopback,
  store: string,
  count: number,
  given: Given,
  cli: Cli,
): Promise<void> {
  const links = Array.from({ length: count }, () => loopback.newLink())
  const [url = ''] = links
  const { origin, port } = loopback
  if (cli.json) {
    await cli.say(JSON.stringify({ url, origin, port, store, process: process.pid, links, linkMinutes }))
  } else {
    await cli.say(words(cli.language, 'cli.serve.open', { store, origin }))
    for (const link of links) await cli.say(`  ${link}`)
    cli.note(words(cli.language, 'cli.serve.hint', { minutes: linkMinutes }))
  }
  if (given.flag('open')) openBrowser(url, cli)
}

/** There is always a link on screen that lets somebody in: another one when it was used, or when its time is over. */
function showLinks(cli: Cli, newLink: () => string) {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(timer)
    if (!cli.json) timer = setTimeout(() => tell('cli.serve.over'), linkMinutes * 60_000).unref()
  }
  const tell = (why: 'cli.serve.another' | 'cli.serve.over') => {
    cli.note(words(cli.language, why, { minutes: linkMinutes }))
    cli.note(`  ${newLink()}`)
    keep()
  }
  return { tell, keep, end: () => clearTimeout(timer) }
}

/** A program that started us asks for another link with an empty line. A terminal is left alone: it may be in the background. */
function linksOnDemand(loopback: Loopback, cli: Cli): () => void {
  const { stdin } = cli.terminal
  if (!cli.json || stdin.isTTY) return () => undefined
  const read = (text: Buffer) => {
    for (const byte of text) if (byte === 10) void cli.say(JSON.stringify({ url: loopback.newLink() }))
  }
  stdin.on('data', read)
  stdin.on('error', () => undefined)
  return () => stdin.off('data', read).pause()
}

function openBrowser(url: string, cli: Cli): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url]
  const browser = spawn(command ?? '', args, { stdio: 'ignore', detached: true })
  browser.on('error', () => cli.note(words(cli.language, 'cli.serve.noBrowser')))
  browser.unref()
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}

/**
 * Ctrl+C, or the process that started us asks us to end, or has ended (the door of the scripts, killed). Later signals do nothing:
 * Ctrl+C may arrive twice, from the terminal and from npm, and the store is being closed by then.
 */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.once('disconnect', () => resolve())
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

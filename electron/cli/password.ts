import { randomInt } from 'node:crypto'
import type { Readable } from 'node:stream'
import { words } from '#shared/i18n/index.ts'
import type { Cli, Terminal } from './command.ts'
import { WrongUse } from './stop.ts'

/**
 * The administrator's password: from standard input, asked for at a terminal, or drawn here. Never an argument: what
 * is on a command line can be read by every user of the machine.
 */
export async function choosePassword(
  fromInput: boolean,
  cli: Cli,
): Promise<{ password: string; drawn: boolean }> {
  const { stdin, stderr } = cli.terminal
  if (fromInput) return { password: await firstLine(stdin), drawn: false }
  if (!stdin.isTTY || !stderr.isTTY) return { password: drawPassword(), drawn: true }
  const password = await ask(words(cli.language, 'cli.init.password'), cli.terminal)
  if (password === '') return { password: drawPassword(), drawn: true }
  if (password !== (await ask(words(cli.language, 'cli.init.passwordAgain'), cli.terminal)))
    throw new WrongUse('cli.wrong.passwordDiffers')
  return { password, drawn: false }
}

/** 20 characters that can't be mistaken for each other: 98 bits. */
function drawPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

async function firstLine(stdin: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin as AsyncIterable<Buffer>) chunks.push(Buffer.from(chunk))
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/)
  if (line === '') throw new WrongUse('cli.wrong.passwordEmpty')
  return line
}

/** One line from the terminal, not shown. */
function ask(question: string, { stdin, stderr }: Terminal): Promise<string> {
  stderr.write(question)
  stdin.setRawMode?.(true)
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = (settle: () => void) => {
      stdin.off('data', take)
      stdin.setRawMode?.(false)
      stdin.pause()
      stderr.write('\n')
      settle()
    }
    const take = (chunk: Buffer) => {
      for (const letter of chunk.toString('utf8')) {
        if (letter === '\r' || letter === '\n') return end(() => resolve(typed))
        if (letter === '\u0003' || letter === '\u0004')
          return end(() => reject(new WrongUse('cli.wrong.passwordEmpty')))
        typed = letter === '\u007f' || letter === '\b' ? [...typed].slice(0, -1).join('') : typed + letter
      }
      return undefined
    }
    stdin.on('data', take)
  })
}

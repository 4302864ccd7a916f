import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { adapterFile } from '#shared/contract/adapter.ts'
import type { AdapterFileCode } from '#shared/domain/device/device.ts'

/** An adapter as its file names it. */
export type AdapterPlace = { id: string; name: string; base: string; secret: string }
export type AdapterEntry = AdapterPlace | { id: string; name: string; trouble: AdapterFileCode }

const largestFile = 4096
const mostAdapters = 16
const shortestSecret = 16

/** `KEYRACK_DEVICES`, else `devices` beside this user's other files. */
export function devicesFolder(
  userData: string,
  env: Record<string, string | undefined> = process.env,
): string {
  return env.KEYRACK_DEVICES || join(userData, 'devices')
}

/** The adapters that are set up on this machine, by name of their files; looked at each time, so that a new one is there at once. */
export async function findAdapters(folder: string): Promise<AdapterEntry[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => /^[a-z0-9][a-z0-9-]{0,39}\.json$/.test(name)).sort()
  return Promise.all(files.slice(0, mostAdapters).map((name) => readAdapter(folder, name)))
}

async function readAdapter(folder: string, name: string): Promise<AdapterEntry> {
  const id = name.slice(0, -'.json'.length)
  const file = join(folder, name)
  const wrong = (trouble: AdapterFileCode) => ({ id, name: id, trouble })
  let text: string
  try {
    if ((await stat(file)).size > largestFile) return wrong('FILE_WRONG')
    text = await readFile(file, 'utf8')
  } catch {
    return wrong('FILE_UNREADABLE')
  }
  const parsed = adapterFile.safeParse(parse(text))
  if (!parsed.success) return wrong('FILE_WRONG')
  const { address, port, secret, ...rest } = parsed.data
  const host = loopback(address)
  if (host === null) return { id, name: rest.name, trouble: 'NOT_LOOPBACK' }
  if (secret.length < shortestSecret || !/^[\x21-\x7e]+$/.test(secret))
    return { id, name: rest.name, trouble: 'SECRET_SHORT' }
  return { id, name: rest.name, base: `http://${host}:${port}`, secret }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** This machine by number alone: what a name leads to is the affair of whoever answers for names. */
function loopback(address: string): string | null {
  if (address === '127.0.0.1') return address
  return address === '::1' ? '[::1]' : null
}

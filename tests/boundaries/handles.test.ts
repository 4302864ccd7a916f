import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/lib/root.mjs'
import { runQuietly, toolCommand } from '../../scripts/lib/tools.ts'

/**
 * Outside db the store's handles are opaque. Each line below is typed as the core's own files are: the first ones
 * must compile, so that the errors of the others are theirs and not the setting's.
 */
const allowed = [
  'readUsers(ctx.store.reader)',
  'readUsers(tx)',
  "nextId(tx, 'guests')",
  'inTransaction(connection, async (tx) => readUsers(tx))',
]
const planted = [
  "ctx.store.reader.insertInto('users')",
  "ctx.store.reader.selectFrom('users')",
  'ctx.store.reader.executeQuery',
  'ctx.store.reader.getExecutor()',
  "tx.updateTable('users')",
  'connection.transaction()',
  'insertSettings(ctx.store.reader, settings)',
  'insertSettings(connection, settings)',
  'inTransaction(ctx.store.reader, async () => 1)',
  'inTransaction(tx, async () => 1)',
]

const head = `import type { Connection, Reader, Writer } from '${projectRoot}/db/handles.ts'
import { readUsers } from '${projectRoot}/db/repositories/access/repository.ts'
import { insertSettings } from '${projectRoot}/db/repositories/hotel/repository.ts'
import { nextId } from '${projectRoot}/db/repositories/ids/next-id.ts'
import { inTransaction } from '${projectRoot}/db/transaction.ts'
import type { Context } from '${projectRoot}/electron/core/kernel/context.ts'
declare const ctx: Context, tx: Writer, connection: Connection
declare const settings: Parameters<typeof insertSettings>[1]
export const reader: Reader = ctx.store.reader
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyrack-handles-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a query that is built outside db, or a write outside a transaction, does not compile', async () => {
  const lines = [...allowed, ...planted]
  writeFileSync(
    join(folder, 'planted.ts'),
    head + lines.map((line) => `export const _${lines.indexOf(line)} = ${line}\n`).join(''),
  )
  const config = {
    extends: join(projectRoot, 'electron/core/tsconfig.json'),
    compilerOptions: { noEmit: true, typeRoots: [join(projectRoot, 'node_modules/@types')] },
    include: ['planted.ts'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  // No package.json may stand above the temporary folder: without one the file would be a CommonJS module.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  const { text } = await runQuietly(toolCommand('tsc', ['-p', folder, '--pretty', 'false']))
  const first = head.split('\n').length
  const failing = new Set(
    [...text.matchAll(/^\S*planted\.ts\((\d+),/gm)].map((match) => Number(match[1]) - first),
  )
  expect([...failing].map((at) => lines[at])).toEqual(planted)
})

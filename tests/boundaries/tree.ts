import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files of a small tree: path from its root → content. */
export type Tree = Record<string, string>

const packages = [
  'zod',
  'libphonenumber-js',
  'pinyin-pro',
  'kysely',
  'better-sqlite3',
  'better-sqlite3-multiple-ciphers',
  'electron',
  'electron-log',
  'electron-updater',
  'react',
  'react-dom',
  'antd',
  '@ant-design/icons',
  'echarts',
  'zustand',
  '@tanstack/react-query',
  '@node-rs/argon2',
  'exceljs',
  'csv-parse',
  'iconv-lite',
] as const

const manifest = {
  name: 'tree',
  private: true,
  type: 'module',
  imports: {
    '#shared/*': './shared/*',
    '#db/*': './db/*',
    '#core/*': './electron/core/*',
    '#hosts/*': './electron/*',
    '#renderer/*': './renderer/*',
    '#tests/*': './tests/*',
  },
  dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
}

/** A house in small: every layer has a file, and every import in it is one that the rules allow. */
export const cleanTree: Tree = {
  'shared/values/money.ts': 'export type Money = number\nexport const zero: Money = 0\n',
  'shared/values/index.ts': "export * from './money.ts'\n",
  'shared/domain/rate.ts': "import { zero } from '#shared/values/index.ts'\nexport const rate = zero\n",
  'shared/contract/rate.ts':
    "import { z } from 'zod'\nimport { rate } from '../domain/rate.ts'\nexport const contract = z\nexport type Rate = typeof rate\n",
  'shared/i18n/words.ts':
    "import type { Rate } from '#shared/contract/rate.ts'\nexport const words = (rate: Rate) => `${rate}`\n",
  'db/handles.ts': 'export type Reader = { readonly reading: true }\n',
  'db/dialect/building.ts':
    "import type { Kysely } from 'kysely'\nimport type { Reader } from '../handles.ts'\nexport const readWith = (db: Reader) => db as unknown as Kysely\n",
  'db/dialect/open.ts':
    "import Database from 'better-sqlite3'\nimport { existsSync } from 'node:fs'\nexport type Opened = Database\nexport const open = () => existsSync('x') && Database\n",
  'db/queries/rates.ts':
    "import { sql } from 'kysely'\nimport { rate } from '#shared/domain/rate.ts'\nimport { readWith } from '../dialect/building.ts'\nimport type { Reader } from '../handles.ts'\nexport const rates = (db: Reader) => [readWith(db), sql, rate]\n",
  'electron/core/compose.ts':
    "import { open } from '#db/dialect/open.ts'\nimport { setRate } from './rate/set-rate.ts'\nexport const compose = () => [open(), setRate]\n",
  'electron/core/rate/set-rate.ts':
    "import type { Opened } from '#db/dialect/open.ts'\nimport { rates } from '#db/queries/rates.ts'\nimport { contract } from '#shared/contract/rate.ts'\nexport const setRate = (db: Opened) => [rates, contract, db]\n",
  'electron/main/index.ts':
    "import { app } from 'electron'\nimport { compose } from '#core/compose.ts'\nimport { serve } from '../loopback/server.ts'\nexport const main = [app, compose, serve]\n",
  'electron/preload/index.ts':
    "import { contextBridge } from 'electron'\nimport type { Rate } from '#shared/contract/rate.ts'\nexport const bridge = (rate: Rate) => [contextBridge, rate]\n",
  'electron/loopback/server.ts':
    "import { createServer } from 'node:http'\nimport { compose } from '#core/compose.ts'\nexport const serve = () => [createServer, compose]\n",
  'electron/cli/main.ts': "import { serve } from '../loopback/server.ts'\nserve()\n",
  'renderer/base/words.ts': 'export const say = (key: string) => key\n',
  'renderer/api/ask.ts':
    "import { contract } from '#shared/contract/rate.ts'\nimport { say } from '../base/words.ts'\nexport const ask = () => say(String(contract))\n",
  'renderer/ui/chart.ts':
    "import { init } from 'echarts/core'\nimport { ask } from '../api/ask.ts'\nimport { say } from '../base/words.ts'\nexport const chart = [init, ask, say]\n",
  'renderer/parts/guest/Name.tsx': 'export const Name = () => <b />\n',
  'renderer/parts/guest/Card.tsx':
    "import { chart } from '#renderer/ui/chart.ts'\nimport { Name } from './Name.tsx'\nexport const Card = () => <b title={String(chart)}><Name /></b>\n",
  'renderer/features/guest/GuestPage.tsx':
    "import { ask } from '#renderer/api/ask.ts'\nimport { Card } from '#renderer/parts/guest/Card.tsx'\nexport const Page = () => <b title={ask()}><Card /></b>\n",
  'renderer/features/booking/BookingPage.tsx':
    "import { Name } from '#renderer/parts/guest/Name.tsx'\nexport const Page = () => <Name />\n",
  'renderer/shell/bar.tsx':
    "import { say } from '#renderer/base/words.ts'\nexport const Bar = () => <b>{say('bar')}</b>\n",
  'renderer/shell/main.tsx':
    "import { createRoot } from 'react-dom/client'\nimport { Bar } from './bar.tsx'\nconst guest = () => import('../features/guest/GuestPage.tsx')\nconst booking = () => import('../features/booking/BookingPage.tsx')\ncreateRoot(<b onClick={() => [guest(), booking()]}><Bar /></b>)\n",
  'tests/db/rates.test.ts':
    "import Database from 'better-sqlite3'\nimport { rates } from '#db/queries/rates.ts'\nexport const test = [Database, rates]\n",
  'scripts/build.mjs': "import { join } from 'node:path'\nexport const out = join('a', 'b')\n",
}

/** Writes the clean tree with `changes` over it into a new temporary folder, packages included, and returns it. */
export function plantTree(changes: Tree = {}): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'keyrack-boundaries-'))
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  write('package.json', JSON.stringify(manifest))
  for (const name of [...packages, 'undeclared-package']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  write('node_modules/react-dom/client.js', 'module.exports = {}\n')
  write('node_modules/echarts/core.js', 'module.exports = {}\n')
  for (const [path, content] of Object.entries({ ...cleanTree, ...changes })) write(path, content)
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

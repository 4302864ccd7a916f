import { afterEach, describe, expect, it } from 'vitest'
import { checkBoundaries, ruleNames, type Violation } from '../../scripts/lib/boundaries.ts'
import { plantTree, type Tree } from './tree.ts'

const trees: { remove: () => void }[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) tree.remove()
})

async function violationsWith(changes: Tree): Promise<Violation[]> {
  const tree = plantTree(changes)
  trees.push(tree)
  const report = await checkBoundaries(tree.root)
  expect(report.modules).toBe(report.sourceFiles)
  return report.violations
}

/** For every rule at least one wrong import: the rule, the file it is in, and that file's text. */
const planted: [rule: string, file: string, text: string, also?: Tree][] = [
  [
    'no-circles',
    'shared/domain/a.ts',
    "import { b } from './b.ts'\nexport const a = b\n",
    { 'shared/domain/b.ts': "import type { a } from './a.ts'\nexport const b = 1 as unknown as typeof a\n" },
  ],
  ['no-unresolvable', 'db/queries/lost.ts', "import { x } from './nowhere.ts'\nexport const y = x\n"],
  ['real-file-names', 'db/queries/lost.ts', "import { rates } from './rates.js'\nexport const y = rates\n"],
  [
    'no-unresolvable',
    'db/queries/lost.ts',
    "import x from 'package-that-is-not-there'\nexport const y = x\n",
  ],
  ['no-undeclared-packages', 'db/queries/u.ts', "import x from 'undeclared-package'\nexport const y = x\n"],
  [
    'values-stand-alone',
    'shared/values/v.ts',
    "import { rate } from '#shared/domain/rate.ts'\nexport const v = rate\n",
  ],
  [
    'domain-on-values-only',
    'shared/domain/d.ts',
    "import type { Rate } from '../contract/rate.ts'\nexport type D = Rate\n",
  ],
  [
    'domain-on-values-only',
    'shared/domain/d.ts',
    "import { words } from '#shared/i18n/words.ts'\nexport const d = words\n",
  ],
  ['contract-on-domain-and-values-only', 'shared/contract/c.ts', "export * from '../i18n/words.ts'\n"],
  [
    'shared-stands-below',
    'shared/i18n/s.ts',
    "import { rates } from '#db/queries/rates.ts'\nexport const s = rates\n",
  ],
  ['shared-no-node', 'shared/domain/n.ts', "import { join } from 'node:path'\nexport const n = join\n"],
  ['shared-no-node', 'shared/values/n.ts', "export const n = async () => await import('fs')\n"],
  [
    'shared-pure-packages-only',
    'shared/domain/p.ts',
    "import { read } from 'exceljs'\nexport const p = read\n",
  ],
  [
    'db-on-values-and-domain-only',
    'db/queries/q.ts',
    "import type { Rate } from '#shared/contract/rate.ts'\nexport type Q = Rate\n",
  ],
  [
    'db-on-values-and-domain-only',
    'db/queries/q.ts',
    "import { compose } from '#core/compose.ts'\nexport const q = compose\n",
  ],
  [
    'queries-import-no-repository',
    'db/queries/r.ts',
    "import { save } from '../repositories/rate.ts'\nexport const r = save\n",
    { 'db/repositories/rate.ts': 'export const save = 1\n' },
  ],
  [
    'repositories-import-no-query',
    'db/repositories/r.ts',
    "import { rates } from '../queries/rates.ts'\nexport const r = rates\n",
  ],
  [
    'kernel-imports-no-area',
    'electron/core/kernel/k.ts',
    "import type { setRate } from '../rate/set-rate.ts'\nexport type K = typeof setRate\n",
  ],
  [
    'kernel-imports-no-area',
    'electron/core/kernel/k.ts',
    "import { handlers } from '../handlers.ts'\nexport const k = handlers\n",
    { 'electron/core/handlers.ts': 'export const handlers = {}\n' },
  ],
  [
    'areas-through-public',
    'electron/core/guest/g.ts',
    "import { setRate } from '../rate/set-rate.ts'\nexport const g = setRate\n",
  ],
  [
    'prices-without-insight',
    'shared/domain/rate/i.ts',
    "import type { Chance } from '../insight/risk/chance.ts'\nexport type I = Chance\n",
    { 'shared/domain/insight/risk/chance.ts': 'export type Chance = number\n' },
  ],
  [
    'prices-without-insight',
    'electron/core/booking/i.ts',
    "import { readDayRisks } from '#db/queries/insight/risk.ts'\nexport const i = readDayRisks\n",
    { 'db/queries/insight/risk.ts': 'export const readDayRisks = 1\n' },
  ],
  [
    'prices-without-insight',
    'shared/contract/rate.ts',
    "import type { bookingRisk } from './insight-risk.ts'\nexport type I = typeof bookingRisk\nexport type Rate = 1\n",
    { 'shared/contract/insight-risk.ts': 'export const bookingRisk = 1\n' },
  ],
  [
    'core-on-db-and-shared-only',
    'electron/core/rate/c.ts',
    "import { serve } from '#hosts/loopback/server.ts'\nexport const c = serve\n",
  ],
  [
    'core-on-db-and-shared-only',
    'electron/core/rate/c.ts',
    "import { chart } from '#renderer/ui/chart.ts'\nexport const c = chart\n",
  ],
  [
    'core-no-network',
    'electron/core/rate/h.ts',
    "import { request } from 'node:https'\nexport const h = request\n",
  ],
  [
    'hosts-on-core-and-shared-only',
    'electron/loopback/r.ts',
    "import { rates } from '#db/queries/rates.ts'\nexport const r = rates\n",
  ],
  [
    'hosts-on-core-and-shared-only',
    'electron/cli/r.ts',
    "import type { Reader } from '#db/handles.ts'\nexport type R = Reader\n",
  ],
  [
    'hosts-keep-apart',
    'electron/cli/w.ts',
    "import { main } from '../main/index.ts'\nexport const w = main\n",
  ],
  [
    'main-not-preload',
    'electron/main/p.ts',
    "import { bridge } from '../preload/index.ts'\nexport const p = bridge\n",
  ],
  [
    'only-compose-opens-the-store',
    'electron/core/rate/o.ts',
    "import { open } from '#db/dialect/open.ts'\nexport const o = open\n",
  ],
  [
    'preload-on-contract-only',
    'electron/preload/p.ts',
    "import type { Money } from '#shared/values/index.ts'\nexport type P = Money\n",
  ],
  [
    'preload-types-only',
    'electron/preload/p.ts',
    "import { contract } from '#shared/contract/rate.ts'\nexport const p = contract\n",
  ],
  ['preload-electron-only', 'electron/preload/p.ts', "import { z } from 'zod'\nexport const p = z\n"],
  [
    'preload-electron-only',
    'electron/preload/p.ts',
    "import { readFileSync } from 'node:fs'\nexport const p = readFileSync\n",
  ],
  [
    'renderer-on-shared-only',
    'renderer/ui/r.tsx',
    "import { compose } from '#core/compose.ts'\nexport const R = () => <b>{String(compose)}</b>\n",
  ],
  ['renderer-no-node', 'renderer/ui/n.ts', "import { join } from 'node:path'\nexport const n = join\n"],
  [
    'renderer-no-node-packages',
    'renderer/ui/n.ts',
    "import { hash } from '@node-rs/argon2'\nexport const n = hash\n",
  ],
  [
    'nobody-on-tests',
    'db/queries/t.ts',
    "import { test } from '#tests/db/rates.test.ts'\nexport const t = test\n",
  ],
  [
    'nobody-on-scripts',
    'electron/cli/s.ts',
    "import { out } from '../../scripts/build.mjs'\nexport const s = out\n",
  ],
  [
    'electron-only-in-main-and-preload',
    'electron/core/rate/e.ts',
    "import { app } from 'electron'\nexport const e = app\n",
  ],
  [
    'electron-only-in-main-and-preload',
    'electron/loopback/e.ts',
    "import log from 'electron-log'\nexport const e = log\n",
  ],
  [
    'driver-only-in-dialect',
    'db/queries/d.ts',
    "import Database from 'better-sqlite3'\nexport const d = Database\n",
  ],
  [
    'driver-only-in-dialect',
    'electron/core/rate/d.ts',
    "import { DatabaseSync } from 'node:sqlite'\nexport const d = DatabaseSync\n",
  ],
  [
    'queries-only-in-db',
    'electron/core/rate/q.ts',
    "import type { Kysely } from 'kysely'\nexport type Q = Kysely\n",
  ],
  [
    'handles-opened-only-in-db',
    'electron/core/rate/b.ts',
    "import { readWith } from '#db/dialect/building.ts'\nexport const b = readWith\n",
  ],
  [
    'handles-opened-only-in-db',
    'electron/core/rate/b.ts',
    "import type { readWith } from '#db/dialect/building.ts'\nexport type B = typeof readWith\n",
  ],
  [
    'raw-handle-only-in-db',
    'electron/core/doctor/r.ts',
    "import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'\nexport type R = RawDatabase\n",
    { 'db/dialect/sqlite/connection.ts': 'export type RawDatabase = object\n' },
  ],
  [
    'open-store-only-in-compose-and-doctor',
    'electron/core/rate/o.ts',
    "import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'\nexport type R = OpenStore['rawWriter']\n",
    { 'db/dialect/sqlite/open-store.ts': 'export type OpenStore = { rawWriter: object }\n' },
  ],
  [
    'screen-packages-only-in-renderer',
    'shared/domain/s.ts',
    "import { useState } from 'react'\nexport const s = useState\n",
  ],
  [
    'screen-packages-only-in-renderer',
    'electron/main/s.ts',
    "import { create } from 'zustand'\nexport const s = create\n",
  ],
  [
    'screen-packages-only-in-renderer',
    'electron/core/rate/s.ts',
    "import { useQuery } from '@tanstack/react-query'\nexport const s = useQuery\n",
  ],
  [
    'base-below-all',
    'renderer/base/b.ts',
    "import { ask } from '#renderer/api/ask.ts'\nexport const b = ask\n",
  ],
  [
    'api-on-base-only',
    'renderer/api/a.ts',
    "import { chart } from '../ui/chart.ts'\nexport const a = chart\n",
  ],
  [
    'ui-on-api-and-base-only',
    'renderer/ui/u.tsx',
    "import { Card } from '#renderer/parts/guest/Card.tsx'\nexport const U = Card\n",
  ],
  [
    'parts-below-features',
    'renderer/parts/guest/p.tsx',
    "import { Page } from '#renderer/features/guest/GuestPage.tsx'\nexport const P = Page\n",
  ],
  [
    'no-feature-imports-a-feature',
    'renderer/features/booking/f.tsx',
    "import { Page } from '#renderer/features/guest/GuestPage.tsx'\nexport const F = Page\n",
  ],
  [
    'no-feature-imports-a-feature',
    'renderer/features/guest/new/f.ts',
    "export const f = () => import('../../booking/BookingPage.tsx')\n",
  ],
  [
    'nobody-on-shell',
    'renderer/features/guest/s.tsx',
    "import { Bar } from '#renderer/shell/bar.tsx'\nexport const S = Bar\n",
  ],
]

describe('the boundaries between the layers', () => {
  it('let a tree pass in which everyone keeps to them', async () => {
    expect(await violationsWith({})).toEqual([])
  })

  it.each(planted)('%s fires on %s', async (rule, file, text, also = {}) => {
    const violations = await violationsWith({ [file]: text, ...also })
    const fired = violations.filter((violation) => violation.rule === rule)
    expect(fired.map((violation) => violation.from)).toContain(file)
    expect(fired.every((violation) => violation.comment.length > 20)).toBe(true)
  })

  it('have a planted violation for every rule there is', () => {
    expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set([...ruleNames, 'real-file-names']))
  })
})

describe('a reader that overlooks something', () => {
  it('sees an import hidden inside a type, or says that it was not read', async () => {
    const text = "export type Hidden = { of: Array<import('electron').App> }\n"
    const violations = await violationsWith({ 'electron/core/rate/hidden.ts': text })
    expect(violations.map((violation) => violation.from)).toContain('electron/core/rate/hidden.ts')
  })

  it('sees an import deep inside a class, a closure or JSX', async () => {
    const violations = await violationsWith({
      'electron/core/rate/deep.ts':
        "export class Deep {\n  #load = () => ({ a: [async () => (await import('electron')).app] })\n  run() { return this.#load() }\n}\n",
      'renderer/ui/deep.tsx':
        "export const Deep = () => <b title={`${import('node:fs')}`}>{[1].map(() => import('node:os'))}</b>\n",
    })
    const from = (file: string) => violations.filter((violation) => violation.from === file).length
    expect(from('electron/core/rate/deep.ts')).toBeGreaterThanOrEqual(1)
    expect(from('renderer/ui/deep.tsx')).toBeGreaterThanOrEqual(2)
  })

  it('refuses an import whose name is computed', async () => {
    const text = 'export const load = (name: string) => import(name)\n'
    const violations = await violationsWith({ 'electron/core/rate/any.ts': text })
    expect(violations.map((violation) => violation.rule)).toEqual(['no-computed-imports'])
  })

  it('refuses a file that does not parse', async () => {
    await expect(violationsWith({ 'db/queries/broken.ts': 'export const = 1\n' })).rejects.toThrow()
  })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  faultsOfImportPage,
  faultsOfPage,
  filesToName,
  identifiersIn,
  type Known,
  pagesOf,
} from '../../scripts/lib/docs.ts'

let root = ''
let known: Known

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'keyrack-docs-'))
  const source = 'export function planDates() {}\nexport const CODE_TAKEN = 1\n'
  for (const file of ['shared/domain/booking/plan.ts', 'electron/core/booking/change.ts']) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), source)
  }
  known = {
    files: filesToName(root),
    scripts: ['check', 'keyrack'],
    operations: ['booking.changeDates', 'guest.search'],
    keys: new Set(['guest.title']),
    commands: [{ name: 'import', options: ['where', 'dry-run'] }],
    identifiers: new Set(identifiersIn(source)),
  }
})
afterAll(() => rmSync(root, { recursive: true }))

function faultsIn(text: string, page = 'README.md'): string[] {
  mkdirSync(dirname(join(root, page)), { recursive: true })
  writeFileSync(join(root, page), text)
  return faultsOfPage(root, page, known)
}

describe('a page', () => {
  it('may name what exists, by path, pattern, operation, script, command and identifier', () => {
    const text = [
      'In `shared/domain/booking/plan.ts` and `electron/core/<area>/*.ts`, `planDates` and `planDates(image)` answer',
      '`booking.changeDates`; `CODE_TAKEN` is a refusal. See [the plan](shared/domain/booking/plan.ts). `utf8`, `a b/c.ts`.',
      '```',
      "t('guest.title') useQuery('guest.search')",
      'npm run check',
      'npm run -s keyrack -- import FILE --where "a=b" --dry-run   # --not-an-option',
      '```',
    ].join('\n')
    expect(faultsIn(text)).toEqual([])
  })

  it('is read from its own folder too', () => {
    expect(faultsIn('`booking/change.ts`', 'electron/core/README.md')).toEqual([])
    expect(pagesOf(root)).toContain('electron/core/README.md')
  })

  it.each([
    ['a path', '`core/booking/change-dates.ts`', 'no file core/booking/change-dates.ts'],
    ['a pattern', '`shared/domain/stay/*.ts`', 'no file shared/domain/stay/*.ts'],
    ['a folder', '`electron/host/`', 'no file electron/host/'],
    ['a file', '`dispatch.ts`', 'no file dispatch.ts'],
    ['a link', '[it](docs/LOST.md)', 'no file docs/LOST.md'],
    ['an operation', '`guest.get`', 'no operation guest.get'],
    ['a script', '`npm run lint`', 'no npm script lint'],
    ['a script in a fence', '```\nnpm run lint\n```', 'no npm script lint'],
    ['an operation in an example', "```\nuseQuery('guest.get')\n```", 'no operation or word guest.get'],
    ['a command', '`keyrack export FILE`', 'no command keyrack export'],
    ['an option', '`keyrack import FILE --fast`', 'keyrack import has no option --fast'],
    ['a function', '`planNothing(image)`', 'nothing is called planNothing(image)'],
    ['a code', '`CODE_LOST`', 'nothing is called CODE_LOST'],
  ])('is caught naming %s that does not exist', (_kind, text, fault) => {
    expect(faultsIn(text)).toEqual([`README.md: ${fault}`])
  })
})

describe('the import page', () => {
  const real = {
    refusals: ['FILE_EMPTY', 'FILE_BOMB'],
    fields: ['arrival', 'room'],
    reasons: ['overbooked', 'roomTaken'],
  }
  const page =
    '| `FILE_EMPTY`, `FILE_BOMB` | when |\n\nThe fields: `arrival` (the day), `room`.\nNoted (`roomTaken`).\n'

  it('names every refusal, field and reason as the program has them', () => {
    expect(faultsOfImportPage(page, real)).toEqual([])
  })

  it.each([
    [
      'a refusal too many',
      page.replace('FILE_BOMB', 'FILE_LOST'),
      ['no refusal FILE_LOST', 'does not name the refusal FILE_BOMB'],
    ],
    ['a field too few', page.replace(', `room`', ''), ['does not name the field room']],
    ['a reason', page.replace('roomTaken', 'roomLost'), ['no reason roomLost']],
  ])('is caught with %s', (_kind, text, faults) => {
    expect(faultsOfImportPage(text, real)).toEqual(faults.map((fault) => `docs/IMPORT.md: ${fault}`))
  })
})

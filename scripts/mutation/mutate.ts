import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../lib/root.mjs'
import type { MutationArea } from './areas.ts'
import { equivalents } from './equivalents.ts'

/** What is read of Stryker’s answer: its types are there only where it is installed. */
interface Mutant {
  fileName: string
  location: Record<'start' | 'end', { line: number; column: number }>
  replacement?: string
  status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored'
}
type Options = Record<string, unknown>

export interface Score {
  area: string
  killed: number
  survived: number
  equivalent: number
}

/** Lists of data, whose values are checked by nothing but the same list written twice. */
const data = ['shared/domain/loyalty/examples.ts', 'electron/core/demo/data/**']

/** What is copied into the sandbox: the sources, what they need, and their tests. */
const pureFiles = [
  'package.json',
  'shared/**',
  'tests/domain/**',
  'tests/values/**',
  'tests/support/mutation.ts',
  'tests/support/booking-demand.ts',
]
const coreFiles = [
  'package.json',
  'tsconfig.base.json',
  'scripts/mutation/vitest.config.ts',
  'shared/**',
  'db/**',
  'electron/**',
  'resources/**',
  'tests/**',
]

/** Mutates one area, prints what survives, and answers its score. */
export async function mutate(area: MutationArea): Promise<Score> {
  console.log(`\n── ${area.name}`)
  process.env.KEYRACK_MUTATION_TESTS = `${area.tests}/**/*.test.ts`
  const mutants = await runStryker(optionsOf(area))
  const alive = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  const lacking = alive.filter((mutant) => !isEquivalent(mutant))
  for (const mutant of lacking) {
    const { file, line, code } = placeOf(mutant)
    console.log(`${file}:${line} ${mutant.status}\n- ${code}\n+ ${oneLine(mutant.replacement ?? '')}`)
  }
  return {
    area: area.name,
    killed: mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length,
    survived: lacking.length,
    equivalent: alive.length - lacking.length,
  }
}

export const tableHead =
  '| area | mutants | killed | survived | equivalent | score | date |\n|---|---|---|---|---|---|---|'

/** A score as a row of the table in docs/MUTATION.md. Equivalents count neither for nor against it. */
export function inRow({ area, killed, survived, equivalent }: Score): string {
  const percent = (100 * killed) / Math.max(1, killed + survived)
  const date = new Date().toISOString().slice(0, 10)
  const all = killed + survived + equivalent
  return `| ${area} | ${all} | ${killed} | ${survived} | ${equivalent} | ${percent.toFixed(1)} % | ${date} |`
}

async function runStryker(options: Options): Promise<Mutant[]> {
  const { Stryker } = await import(pathToFileURL(packageFile('@stryker-mutator/core')).href)
  return new Stryker(options).runMutationTest()
}

/** Where a package of this folder is; the project’s own files would not find it. */
function packageFile(name: string): string {
  return createRequire(import.meta.url).resolve(name)
}

function optionsOf({ name, sources }: MutationArea): Options {
  const work = '.cache/mutation'
  const pure = sources.startsWith('shared/')
  return {
    mutate: [
      `${sources}/**/*.ts`,
      ...data.filter((path) => path.startsWith(sources)).map((path) => `!${path}`),
    ],
    ...(pure
      ? { testRunner: 'pure', plugins: [join(import.meta.dirname, 'runner.ts')] }
      : {
          testRunner: 'vitest',
          plugins: [packageFile('@stryker-mutator/vitest-runner')],
          vitest: { configFile: 'scripts/mutation/vitest.config.ts' },
        }),
    coverageAnalysis: 'perTest',
    // Strings are codes of closed lists, which the compiler checks, or words, which are data.
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: 1,
    timeoutMS: 20_000,
    incremental: true,
    incrementalFile: `${work}/${name.replace('/', '-')}.json`,
    tempDirName: `${work}/sandbox`,
    ignorePatterns: ['**', ...(pure ? pureFiles : coreFiles).map((path) => `!${path}`)],
    // Stryker rewrites a tsconfig.json that leads out of the sandbox, with an API that TypeScript 7 does not have.
    // Ours lead nowhere else.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    reporters: ['progress-append-only'],
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
  }
}

function isEquivalent(mutant: Mutant): boolean {
  const { file, code } = placeOf(mutant)
  const replacement = oneLine(mutant.replacement ?? '')
  return equivalents.some(
    (known) => known.file === file && known.code === code && known.mutant === replacement,
  )
}

/** Lines and columns of a mutant count from 1, and its end is behind its last character. */
function placeOf({ fileName, location: { start, end } }: Mutant): {
  file: string
  line: number
  code: string
} {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line)
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.column - 1) ?? ''
  lines[0] = lines[0]?.slice(start.column - 1) ?? ''
  return {
    file: relative(projectRoot, fileName).replaceAll('\\', '/'),
    line: start.line,
    code: oneLine(lines.join('\n')),
  }
}

function oneLine(code: string): string {
  return code.trim().replace(/\s+/g, ' ')
}

import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../lib/root.mjs'
import type { MutationArea } from './areas.ts'
import { equivalents } from './equivalents.ts'
import { intervalOf, isInSample, type Sample } from './sample.ts'

/** What is read of Stryker’s answer: its types are there only where it is installed. */
interface Mutant {
  id: string
  fileName: string
  location: Record<'start' | 'end', { line: number; column: number }>
  replacement?: string
  status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored'
}
type Options = Record<string, unknown>

const work = '.cache/mutation'

export interface Score {
  area: string
  sample: Sample
  killed: number
  survived: number
  equivalent: number
}

/** Lists of data, whose values are checked by nothing but the same list written twice. */
const data = ['shared/domain/loyalty/examples.ts', 'electron/core/demo/data/**']

/** It kills processes and reads 150 MB, half a minute for a mutant. A score without it is too low, if anything. */
const tooSlow = ['tests/core/import/kill.test.ts']

/** What is copied into the sandbox: the sources, what they need, and their tests. */
const pureFiles = [
  'package.json',
  'shared/**',
  'tests/domain/**',
  'tests/values/**',
  'tests/support/mutation.ts',
  'tests/support/booking-demand.ts',
  'tests/golden/folio/**',
  'tests/support/papers.ts',
]
const coreFiles = [
  'package.json',
  'scripts/lib/**',
  'shared/**',
  'db/**',
  'electron/**',
  'resources/**',
  'tests/**',
]

/** A run that broke off killed nothing. */
const notKilled: ReadonlySet<Mutant['status']> = new Set(['Survived', 'NoCoverage', 'RuntimeError'])

/** Mutates one area, or a sample of its mutants, prints what survives, and answers its score. */
export async function mutate(area: MutationArea, sample: Sample): Promise<Score> {
  console.log(`\n── ${area.name}`)
  const temporary = join(projectRoot, work, `tmp-${fileNameOf(area)}`)
  mkdirSync(temporary, { recursive: true })
  Object.assign(process.env, {
    KEYRACK_MUTATION_TESTS: globSync(`${area.tests}/**/*.test.ts`, {
      cwd: projectRoot,
      exclude: tooSlow,
    }).join(),
    KEYRACK_MUTATION_SOURCES: area.sources,
    KEYRACK_MUTATION_SAMPLE: JSON.stringify(sample),
    // A test that is cut short leaves its store behind.
    TMPDIR: temporary,
  })
  const all = await runStryker(optionsOf(area, sample))
  rmSync(temporary, { recursive: true, force: true })
  const mutants = all.filter(({ id }) => isInSample(id, sample))
  const alive = mutants.filter(({ status }) => notKilled.has(status))
  const lacking = alive.filter((mutant) => !isEquivalent(mutant))
  for (const mutant of lacking) {
    const { file, line, code } = placeOf(mutant)
    console.log(`${file}:${line} ${mutant.status}\n- ${code}\n+ ${oneLine(mutant.replacement ?? '')}`)
  }
  return {
    area: area.name,
    sample,
    killed: mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length,
    survived: lacking.length,
    equivalent: alive.length - lacking.length,
  }
}

export const tableHead =
  '| area | mutants | killed | survived | equivalent | score | date |\n|---|---|---|---|---|---|---|'

/** A score as a row of the table in docs/MUTATION.md. Equivalents count neither for nor against it. */
export function inRow({ area, sample, killed, survived, equivalent }: Score): string {
  const { percent, draw } = sample
  const counted = killed + survived
  const share = ((100 * killed) / Math.max(1, counted)).toFixed(1)
  const [low, high] = intervalOf(killed, counted)
  const score = percent === 100 ? `${share} %` : `${share} % (${low.toFixed(1)}–${high.toFixed(1)})`
  const all = `${counted + equivalent}${percent === 100 ? '' : `, draw ${draw} of ${percent} %`}`
  const date = new Date().toISOString().slice(0, 10)
  return `| ${area} | ${all} | ${killed} | ${survived} | ${equivalent} | ${score} | ${date} |`
}

async function runStryker(options: Options): Promise<Mutant[]> {
  const { Stryker } = await import(pathToFileURL(packageFile('@stryker-mutator/core')).href)
  return new Stryker(options).runMutationTest()
}

/** Where a package of this folder is; the project’s own files would not find it. */
function packageFile(name: string): string {
  return createRequire(import.meta.url).resolve(name)
}

function fileNameOf({ name }: MutationArea): string {
  return name.replace('/', '-')
}

function isPure({ sources }: MutationArea): boolean {
  return sources.startsWith('shared/')
}

function optionsOf(area: MutationArea, { percent }: Sample): Options {
  const { sources } = area
  const sampled = percent < 100
  return {
    mutate: [
      `${sources}/**/*.ts`,
      ...data.filter((path) => path.startsWith(sources)).map((path) => `!${path}`),
    ],
    testRunner: 'one-process',
    plugins: ['runner.ts', 'sample.ts'].map((file) => join(import.meta.dirname, file)),
    checkers: sampled ? ['sample'] : [],
    coverageAnalysis: 'perTest',
    // Strings are codes of closed lists, which the compiler checks, or words, which are data.
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: 1,
    // A loop without end is stopped by how often it runs; on a machine that does other work too, a slow test is none.
    timeoutMS: 120_000,
    dryRunTimeoutMinutes: 30,
    // Modules that were loaded anew stay in memory until the process ends.
    maxTestRunnerReuse: 500,
    incremental: !sampled,
    incrementalFile: `${work}/${fileNameOf(area)}.json`,
    tempDirName: `${work}/sandbox`,
    ignorePatterns: ['**', ...(isPure(area) ? pureFiles : coreFiles).map((path) => `!${path}`)],
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

import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { type CollectedTest, takeTests } from './collect.ts'

interface FileTest extends CollectedTest {
  id: string
  file: string
}

/** What Stryker and the instrumented sources share (its types are there only where it is installed). */
interface MutationContext {
  activeMutant?: string
  currentTestId?: string
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: unknown
}

interface MutantRun {
  activeMutant: { id: string }
  mutantActivation: 'runtime' | 'static'
  hitLimit?: number
  testFilter?: string[]
  disableBail: boolean
}

interface TestResult {
  id: string
  name: string
  fileName: string
  timeSpentMs: number
  status: number
  failureMessage?: string
}

const [success, failed] = [0, 1]
const collectUrl = new URL('./collect.ts', import.meta.url).href

/**
 * Runs the tests of pure code in one process. Stryker’s own runner for Vitest starts a worker for each mutant, which takes
 * four times the processor time. Every mutant gets modules of its own, so that nothing that one keeps
 * (a format, a reading) is met by the next; packages are loaded once.
 */
class PureRunner {
  readonly #root = `${pathToFileURL(process.cwd()).href}/`
  readonly #context: MutationContext
  #files: string[] = []
  #generation = 0
  /** What each test took in the first run, in milliseconds. */
  #durations = new Map<string, number>()

  constructor() {
    const holder = globalThis as { __stryker__?: MutationContext }
    this.#context = holder.__stryker__ ??= {}
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === 'vitest' && context.parentURL !== collectUrl) return next(collectUrl, context)
        const resolved = next(specifier, context)
        if (!resolved.url.startsWith(this.#root)) return resolved
        return { ...resolved, url: `${resolved.url}?generation=${this.#generation}` }
      },
    })
  }

  async init() {
    const tests = globSync(process.env.KEYRACK_MUTATION_TESTS ?? '')
    this.#files = ['tests/support/mutation.ts', ...tests.sort()]
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async dryRun() {
    const tests = await this.#run(await this.#load(), false)
    this.#durations = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))
    return { status: 'complete', tests, mutantCoverage: this.#context.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, hitLimit, testFilter, disableBail }: MutantRun) {
    const context = this.#context
    context.hitLimit = hitLimit
    context.hitCount = hitLimit === undefined ? undefined : 0
    context.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
    try {
      const tests = await this.#load()
      context.activeMutant = activeMutant.id
      const wanted = testFilter ? tests.filter(({ id }) => testFilter.includes(id)) : tests
      return this.#answer(await this.#run(this.#fastFirst(wanted), !disableBail))
    } catch (error) {
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 }
    }
  }

  #answer(results: readonly TestResult[]) {
    const { hitCount = 0, hitLimit = Number.POSITIVE_INFINITY } = this.#context
    const killers = results.filter(({ status }) => status === failed)
    if (hitCount > hitLimit) return { status: 'timeout', reason: `run through ${hitCount} times` }
    if (killers.length === 0) return { status: 'survived', nrOfTests: results.length }
    const [{ failureMessage } = {}] = killers
    return {
      status: 'killed',
      killedBy: killers.map(({ id }) => id),
      failureMessage,
      nrOfTests: results.length,
    }
  }

  async #load(): Promise<FileTest[]> {
    this.#generation++
    takeTests()
    const tests: FileTest[] = []
    for (const file of this.#files) {
      await import(this.#root + file)
      tests.push(...takeTests().map((test) => ({ ...test, file, id: `${file}#${test.name}` })))
    }
    return tests
  }

  /** A row of a table kills most mutants in a millisecond: the slow properties are run for what is left. */
  #fastFirst(tests: readonly FileTest[]): FileTest[] {
    const durationOf = ({ id }: FileTest) => this.#durations.get(id) ?? 0
    return tests.toSorted((a, b) => durationOf(a) - durationOf(b))
  }

  async #run(tests: readonly FileTest[], bail: boolean): Promise<TestResult[]> {
    const results: TestResult[] = []
    for (const test of tests) {
      const start = performance.now()
      this.#context.currentTestId = test.id
      const outcome = await outcomeOf(test)
      this.#context.currentTestId = undefined
      const timeSpentMs = performance.now() - start
      results.push({ id: test.id, name: test.name, fileName: test.file, timeSpentMs, ...outcome })
      if (bail && outcome.status === failed) break
    }
    return results
  }
}

async function outcomeOf({ run }: CollectedTest): Promise<{ status: number; failureMessage?: string }> {
  try {
    await run()
    return { status: success }
  } catch (error) {
    return { status: failed, failureMessage: String(error).slice(0, 2000) }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'pure', injectableClass: PureRunner }]

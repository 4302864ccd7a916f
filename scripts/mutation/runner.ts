import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { takeUnits, type Unit } from './collect.ts'

interface FileTest extends Unit {
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
 * Runs an area’s tests in one process. Stryker’s own runner for Vitest starts a worker for each mutant, which takes
 * several times the processor time. For every mutant the area and all that imports it is loaded anew, so that nothing
 * that one keeps (a format, a reading) is met by the next; everything else is loaded once.
 */
class OneProcessRunner {
  readonly #root = `${pathToFileURL(process.cwd()).href}/`
  readonly #context: MutationContext
  /** Module → the modules that import it. */
  readonly #importers = new Map<string, Set<string>>()
  /** What is mutated, and what imports it, directly or not. */
  #concerned = new Set<string>()
  #files: string[] = []
  #generation = 0
  /** What each test took in the first run, in milliseconds. */
  #durations = new Map<string, number>()
  /** What was thrown and caught by nobody while a test ran. */
  #unhandled: unknown[] = []

  constructor() {
    const holder = globalThis as { __stryker__?: MutationContext }
    this.#context = holder.__stryker__ ??= {}
    for (const event of ['unhandledRejection', 'uncaughtException']) {
      process.on(event, (reason: unknown) => this.#unhandled.push(reason))
    }
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === 'vitest' && context.parentURL !== collectUrl) return next(collectUrl, context)
        const resolved = next(specifier, context)
        this.#keepImporter(resolved.url, context.parentURL)
        if (!this.#concerned.has(resolved.url)) return resolved
        // It ends as the file does: a module may ask its own address what it is.
        return { ...resolved, url: `${resolved.url}?${this.#generation}.ts` }
      },
    })
  }

  async init() {
    this.#files = (process.env.KEYRACK_MUTATION_TESTS ?? '').replaceAll('\\', '/').split(',').sort()
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  /** Backwards: a test that needs what an earlier one left fails here, and not under a mutant that it does not notice. */
  async dryRun() {
    const tests = (await this.#loadFirst()).toReversed()
    const results = await this.#run(tests, false)
    this.#durations = new Map(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]))
    return { status: 'complete', tests: results, mutantCoverage: this.#context.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, hitLimit, testFilter, disableBail }: MutantRun) {
    const context = this.#context
    if (this.#generation === 0) await this.#loadFirst()
    const isWanted = ({ id }: { id: string }) => testFilter?.includes(id) ?? true
    const files = this.#files.filter((file) => testFilter?.some((id) => id.startsWith(`${file}#`)) ?? true)
    context.hitLimit = hitLimit
    context.hitCount = hitLimit === undefined ? undefined : 0
    context.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
    try {
      const tests = await this.#load(files)
      context.activeMutant = activeMutant.id
      // For the processes that a test starts.
      process.env.__STRYKER_ACTIVE_MUTANT__ = activeMutant.id
      return this.#answer(await this.#run(this.#fastFirst(tests.filter(isWanted)), !disableBail))
    } catch (error) {
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 }
    } finally {
      delete process.env.__STRYKER_ACTIVE_MUTANT__
    }
  }

  #keepImporter(url: string, importer: string | undefined): void {
    if (!importer || !url.startsWith(this.#root)) return
    const importers = this.#importers.get(url) ?? new Set()
    this.#importers.set(url, importers.add(importer.replace(/\?.*/, '')))
  }

  /** Loads everything once, to learn what imports what is mutated. */
  async #loadFirst(): Promise<FileTest[]> {
    const tests = await this.#load(this.#files)
    const sources = `${this.#root}${process.env.KEYRACK_MUTATION_SOURCES}/`
    const reached = [...this.#importers.keys()].filter((url) => url.startsWith(sources))
    for (const url of reached) {
      if (this.#concerned.has(url)) continue
      this.#concerned.add(url)
      reached.push(...(this.#importers.get(url) ?? []))
    }
    return tests
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

  async #load(files: readonly string[]): Promise<FileTest[]> {
    this.#generation++
    takeUnits()
    const tests: FileTest[] = []
    for (const file of ['tests/support/mutation.ts', ...files]) {
      await import(this.#root + file)
      tests.push(...takeUnits().map((unit) => ({ ...unit, file, id: `${file}#${unit.name}` })))
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
      const outcome = await this.#outcomeOf(test)
      this.#context.currentTestId = undefined
      const timeSpentMs = performance.now() - start
      results.push({ id: test.id, name: test.name, fileName: test.file, timeSpentMs, ...outcome })
      if (bail && outcome.status === failed) break
    }
    return results
  }

  async #outcomeOf({ run }: FileTest): Promise<{ status: number; failureMessage?: string }> {
    this.#unhandled = []
    try {
      await run()
      if (this.#unhandled.length > 0) throw this.#unhandled[0]
      return { status: success }
    } catch (error) {
      return { status: failed, failureMessage: String(error).slice(0, 2000) }
    }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-process', injectableClass: OneProcessRunner }]

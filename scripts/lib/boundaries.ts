import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser'
import config from '../../.dependency-cruiser.mjs'
import { importsOf } from './imports.ts'
import { allSourceFiles, sourceFolders } from './source-files.ts'

/** One broken rule: its name, the file that breaks it, what it reaches for, and the rule's reason. */
export type Violation = { rule: string; from: string; to: string; comment: string }
export type BoundariesReport = { modules: number; sourceFiles: number; violations: Violation[] }

/** The names of all rules, for the test that proves each of them to fire. */
export const ruleNames: string[] = config.forbidden.map((rule) => rule.name)

/** Checks a tree that is laid out like the project. Never passes a file or an import that it did not read. */
export async function checkBoundaries(root: string): Promise<BoundariesReport> {
  const sources = allSourceFiles(root)
  const folders = sourceFolders.filter((folder) => existsSync(join(root, folder)))
  const result = await readGraph(root, folders)
  const modules = new Map(result.modules.map((module) => [module.source, module]))
  return {
    modules: sources.filter((file) => modules.has(file)).length,
    sourceFiles: sources.length,
    violations: [
      ...brokenRules(result),
      ...sources.flatMap((file) => overlooked(root, file, modules.get(file))),
    ],
  }
}

/** Whether a tree was read in this process. */
let hasRead = false

async function readGraph(root: string, folders: string[]): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...options } = config.options
  // The library keeps what it knows of files from tree to tree, and forgets it only at every single import, which takes
  // twice the time: asked for where a second tree is read.
  const bustTheCache = hasRead
  hasRead = true
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } } as never,
    { ...enhancedResolveOptions, bustTheCache } as never,
  )
  if (typeof output === 'string') throw new Error('the boundaries check was given text instead of a graph')
  return output
}

function brokenRules(result: ICruiseResult): Violation[] {
  return result.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to,
    comment: config.forbidden.find((rule) => rule.name === violation.rule.name)?.comment ?? '',
  }))
}

/**
 * The net under the net: a second parser reads the same file, and anything the first one did not see is a violation.
 * A reader that silently reads nothing would otherwise pass every rule.
 */
function overlooked(root: string, file: string, module: IModule | undefined): Violation[] {
  const found = importsOf(join(root, file))
  const at = (rule: string, to: string, comment: string): Violation => ({ rule, from: file, to, comment })
  if (!module)
    return [at('file-not-read', file, 'The rules never saw this file, so they say nothing about it.')]
  if (found.broken)
    return [at('file-not-parsed', found.broken, 'A file that does not parse can’t be checked.')]
  const seen = new Set(module.dependencies.map(({ protocol, module: name }) => `${protocol ?? ''}${name}`))
  const missed = [...found.specifiers].filter(
    (name) => !seen.has(name) && !seen.has(name.replace(/\?.*$/, '')),
  )
  const guessed = module.dependencies.filter(({ module: name, resolved, couldNotResolve }) => {
    return /^[.#]/.test(name) && !couldNotResolve && basename(name) !== basename(resolved)
  })
  return [
    ...guessed.map(({ module: name }) =>
      at('real-file-names', name, 'Node guesses no extension: name the file.'),
    ),
    ...missed.map((name) =>
      at('import-not-read', name, 'Write it as a plain import: the rules can’t see this one.'),
    ),
    ...(file.startsWith('tests/') || file.startsWith('scripts/') ? [] : found.computed).map((offset) =>
      at('no-computed-imports', `offset ${offset}`, 'An import whose name is computed can’t be checked.'),
    ),
  ]
}

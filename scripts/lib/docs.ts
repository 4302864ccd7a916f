import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { filesIn, sourceFolders } from './source-files.ts'

/** What pages may name, read from the project once. */
export type Known = {
  files: readonly string[]
  scripts: readonly string[]
  /** Operations by name, and the areas they belong to. */
  operations: readonly string[]
  /** Keys of the catalogue, groups included: what `t('…')` in an example may ask for. */
  keys: ReadonlySet<string>
  commands: readonly { name: string; options: readonly string[] }[]
  /** Every identifier of the sources. */
  identifiers: ReadonlySet<string>
}

/** The command that docs/CONTRIBUTING.md adds as an example: its names exist nowhere, on purpose. */
const example = /changeMeal|change-meal|ChangeMeal|planMeal|NNNN/

/** Every page that is checked: the readme, docs/ and the page of each folder. */
export function pagesOf(root: string): string[] {
  return globSync(['README.md', 'docs/**/*.md', '*/README.md', '*/*/README.md'], { cwd: root })
    .map((page) => page.replaceAll('\\', '/'))
    .filter((page) => !page.includes('node_modules'))
    .toSorted()
}

/** Every file that a page may name, from the root, with forward slashes. */
export function filesToName(root: string): string[] {
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  return [
    ...atRoot,
    ...[...sourceFolders, 'docs', 'resources', '.ci'].flatMap((folder) => filesIn(root, folder)),
  ]
}

/** The identifiers in a text, for `Known.identifiers`. */
export function identifiersIn(text: string): string[] {
  return text.match(/[A-Za-z_$][\w$]*/g) ?? []
}

/** What a page names that does not exist: a line each, with the remedy in its words. */
export function faultsOfPage(root: string, page: string, known: Known): string[] {
  const text = readFileSync(join(root, page), 'utf8')
  const fenced = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, body]) => body ?? '')
  const prose = text.replace(/^```[\s\S]*?^```/gm, '')
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? '')
  const links = [...prose.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target ?? '')
  const lines = [...spans, ...fenced.flatMap((body) => body.split('\n'))]
  const faults = [
    ...links
      .filter((target) => !exists(known, join(dirname(page), target)))
      .map((target) => `no file ${target}`),
    ...spans.flatMap((span) => faultOfSpan(known, page, span)),
    ...fenced.flatMap((body) => faultsOfExample(known, body)),
    ...lines.flatMap((line) => [...faultsOfScripts(known, line), ...faultsOfCommands(known, line)]),
  ]
  return [...new Set(faults)].map((fault) => `${page}: ${fault}`)
}

function faultOfSpan(known: Known, page: string, span: string): string[] {
  if (example.test(span) || /\s/.test(span)) return []
  const path = span.replace(/[?:]$/, '')
  if (isPath(known, path)) {
    return exists(known, path) || exists(known, join(dirname(page), path)) ? [] : [`no file ${span}`]
  }
  if (/^[\w.-]+\.(?:ts|tsx|mjs|css|md|json|yml|html)$/.test(path)) {
    return known.files.some((file) => basename(file) === path) ? [] : [`no file ${span}`]
  }
  const [, area, verb] = span.match(/^([a-z]+)\.([a-z][A-Za-z]*)$/) ?? []
  if (area && verb && known.operations.some((name) => name.startsWith(`${area}.`))) {
    const isTable = ['keyrack', 'done', 'refusal', 'field'].includes(verb)
    return isTable || known.operations.includes(span) ? [] : [`no operation ${span}`]
  }
  const [, name] = span.match(/^([A-Za-z_$][\w$]*)(?:\(.*\))?$/) ?? []
  const isIdentifier = name !== undefined && /[a-z][A-Z]|^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(name)
  return isIdentifier && !known.identifiers.has(name) ? [`nothing is called ${span}`] : []
}

/** Operations and words that an example in a fence asks for: `useQuery('guest.profile', …)`, `t('guest.title')`. */
function faultsOfExample(known: Known, body: string): string[] {
  const areas = new Set(known.operations.map((name) => name.split('.')[0]))
  return [...body.matchAll(/['"]([a-z]+)((?:\.[\w-]+)+)['"]/g)]
    .filter(([, area = '']) => areas.has(area))
    .map(([, area, rest]) => `${area}${rest}`)
    .filter((name) => !known.operations.includes(name) && !known.keys.has(name))
    .map((name) => `no operation or word ${name}`)
}

/** A path begins in a folder of the project, or ends in `/` or in a file's ending. */
function isPath(known: Known, span: string): boolean {
  if (!/^[\w.@*{},<>…-]+(?:\/[\w.*{},<>…@-]*)+$/.test(span)) return false
  const [first = ''] = span.split('/')
  return known.files.some((file) => file.startsWith(`${first}/`)) || /\.(?:ts|tsx|mjs|css|md)$|\/$/.test(span)
}

/** Whether a path, a folder or a pattern (`*`, `{a,b}`, `<area>`, `…`) is there. */
function exists(known: Known, path: string): boolean {
  const plain = path.replaceAll('\\', '/').replace(/\/$/, '')
  const pattern = plain
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
    .replaceAll('**', '\u0000')
    .replace(/<[^>]*>|…|\*/g, '[^/]*')
    .replaceAll('\u0000', '.*')
  const regex = new RegExp(`^${pattern}(?:/.*)?$`)
  return known.files.some((file) => regex.test(file))
}

function faultsOfScripts(known: Known, line: string): string[] {
  return [...line.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !known.scripts.includes(name))
    .map((name) => `no npm script ${name}`)
}

/** `keyrack import FILE --where …` and `npm run -s keyrack -- import …`: the command and its options. */
function faultsOfCommands(known: Known, line: string): string[] {
  const [, name, rest] = line.match(/(?:^|npm run (?:-s )?)keyrack (?:-- )?([a-z][a-z-]*)\b(.*)$/) ?? []
  if (!name || name === 'help') return []
  const command = known.commands.find((one) => one.name === name)
  if (!command) return [`no command keyrack ${name}`]
  return [...(rest ?? '').replace(/#.*$/, '').matchAll(/--([a-z][a-z-]*)/g)]
    .map(([, option]) => option ?? '')
    .filter((option) => !command.options.includes(option))
    .map((option) => `keyrack ${name} has no option --${option}`)
}

/** What docs/IMPORT.md lists, held against what the program has: both ways, by name. */
export function faultsOfImportPage(
  text: string,
  real: { refusals: readonly string[]; fields: readonly string[]; reasons: readonly string[] },
): string[] {
  const table = [...text.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell]) => codesIn(cell ?? ''))
  const [, listed = ''] = text.match(/The fields: ([\s\S]*?)\.\n/) ?? []
  const fields = codesIn(listed.replace(/\([^)]*\)/g, ''))
  const reasons = [...text.matchAll(/\(`([a-z]+[A-Z]\w*)`/g)].map(([, code]) => code ?? '')
  return [
    ...differences('refusal', table, real.refusals),
    ...differences('field', fields, real.fields),
    ...reasons.filter((code) => !real.reasons.includes(code)).map((code) => `no reason ${code}`),
  ].map((fault) => `docs/IMPORT.md: ${fault}`)
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/`(\w+)`/g)].map(([, code]) => code ?? '')
}

function differences(kind: string, listed: readonly string[], real: readonly string[]): string[] {
  return [
    ...listed.filter((code) => !real.includes(code)).map((code) => `no ${kind} ${code}`),
    ...real.filter((code) => !listed.includes(code)).map((code) => `does not name the ${kind} ${code}`),
  ]
}

import { readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'vite'

/** What one file imports: the literal names, and where an import's name is computed and so can't be checked. */
export type FileImports = { specifiers: Set<string>; computed: number[]; broken: string | null }

/**
 * Reads the imports of one file with Vite's parser: `import`, `export … from`, `import()`, `require()` and
 * `import('…')` in a type. `computed` holds the offsets of imports whose name is not a literal.
 */
export function importsOf(path: string): FileImports {
  const parsed = parseSync(path, readFileSync(path, 'utf8'))
  const specifiers = new Set<string>()
  const computed: number[] = []
  const take = (source: { type: string; value?: unknown; start: number } | null | undefined) => {
    if (!source) return
    if (source.type === 'Literal' && typeof source.value === 'string') specifiers.add(source.value)
    else computed.push(source.start)
  }
  new Visitor({
    ImportDeclaration: (node) => take(node.source),
    ExportNamedDeclaration: (node) => take(node.source),
    ExportAllDeclaration: (node) => take(node.source),
    ImportExpression: (node) => take(node.source),
    TSImportType: (node) => take(node.source),
    TSExternalModuleReference: (node) => take(node.expression),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') take(node.arguments[0])
    },
  }).visit(parsed.program)
  return { specifiers, computed, broken: parsed.errors[0]?.message ?? null }
}

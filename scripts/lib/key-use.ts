import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import type { KeyUse } from './catalogues.ts'

const keyLike = /^[A-Za-z][\w-]*(\.[\w-]+)+\.?$|^[A-Za-z][\w-]*\.$/

/**
 * Reads how files use catalogue keys. A literal that looks like a key counts as a use wherever it is (a table of
 * keys is as good as a call); a template like `refusal.${code}` uses every key of its shape.
 */
export function keyUseIn(root: string, files: string[]): KeyUse {
  const use: KeyUse = { literals: new Set(), asked: [], shapes: [] }
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    new Visitor({
      Literal: (node) => {
        if (typeof node.value === 'string' && keyLike.test(node.value)) use.literals.add(node.value)
      },
      TemplateLiteral: (node) => {
        const shape = shapeOf(node.quasis.map((quasi) => quasi.value.cooked ?? ''))
        if (shape) use.shapes.push(shape)
      },
      CallExpression: (node) => {
        const { callee } = node
        const name =
          callee.type === 'Identifier' ? callee.name : 'property' in callee ? callee.property : null
        const isT =
          name === 't' || (typeof name === 'object' && name?.type === 'Identifier' && name.name === 't')
        const [first] = node.arguments
        if (isT && first?.type === 'Literal' && typeof first.value === 'string') {
          use.asked.push({ key: first.value, file })
        }
      },
    }).visit(parseSync(file, text).program)
  }
  return use
}

/** `['refusal.', '']` → /^refusal\..+$/; null for templates that aren’t keys or would fit nearly any key. */
function shapeOf(parts: string[]): RegExp | null {
  const fixed = parts.join('')
  if (parts.length < 2 || !fixed.includes('.') || !/^[\w.-]*$/.test(fixed)) return null
  if (fixed.replace(/[^A-Za-z]/g, '').length < 2) return null
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`)
}

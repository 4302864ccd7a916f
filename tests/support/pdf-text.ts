import { inflateSync } from 'node:zlib'

/** The texts that a browser's PDF shows, each as it was set down; what lies off the paper is in none of them. */
export function pdfTexts(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf))
  const signsOf = new Map<string, ReadonlyMap<string, string>>()
  for (const [id, { head }] of objects) {
    const named = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    // Fonts are called by the number of their object
    if (named !== undefined) signsOf.set(`F${id}`, signsIn(objects.get(named)?.body ?? ''))
  }
  return [...objects.values()].flatMap(({ body }) =>
    [...body.matchAll(/\bBT\b([\s\S]*?)\bET\b/g)].map(([, block = '']) => blockText(block, signsOf).trim()),
  )
}

type PdfObject = { head: string; body: string }

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?:\bendobj|\bstream\r?\n)/g)) {
    const [all, id = '', head = ''] = found
    const begins = found.index + all.length
    const body = all.endsWith('endobj') ? '' : streamAt(pdf, begins, text.indexOf('endstream', begins), head)
    objects.set(id, { head, body })
  }
  return objects
}

function streamAt(pdf: Buffer, from: number, to: number, head: string): string {
  const bytes = pdf.subarray(from, to)
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

/** What the codes of a font are in Unicode: single ones, and ranges. */
function signsIn(table: string): Map<string, string> {
  const signs = new Map<string, string>()
  const signOf = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, lines = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of lines.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g))
      signs.set(code, signOf(to))
  for (const [, lines = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', to = ''] of lines.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g,
    ))
      for (let at = Number.parseInt(first, 16); at <= Number.parseInt(last, 16); at++) {
        const code = at.toString(16).toUpperCase().padStart(first.length, '0')
        signs.set(code, String.fromCodePoint(Number.parseInt(to, 16) + at - Number.parseInt(first, 16)))
      }
  return signs
}

function blockText(block: string, signsOf: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let signs: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, font, codes = ''] of block.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>(?=[^\n]*T[jJ])/g)) {
    if (font !== undefined) signs = signsOf.get(font) ?? new Map()
    const size = [...signs.keys()][0]?.length ?? 4
    for (let at = 0; at < codes.length; at += size) text += signs.get(codes.slice(at, at + size)) ?? ''
  }
  return text
}

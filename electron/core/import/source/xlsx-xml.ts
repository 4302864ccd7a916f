import { SaxesParser } from 'saxes'
import { ZipDamaged } from './zip.ts'

/** What a reader of one part of a workbook wants to hear; names without their namespace's prefix. */
export type XmlListener = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/**
 * Reads XML as it streams by. Yields after each piece, so that a caller can hand on what it has gathered. Entities
 * of a document's own are not expanded (the parser refuses them): a page of text can't grow to a gigabyte.
 */
export async function* readXml(stream: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({})
  const decoder = new TextDecoder()
  let wrong: Error | null = null
  parser.on('error', (error) => {
    wrong ??= error
  })
  parser.on('doctype', () => {
    wrong ??= new Error('a workbook has no document type')
  })
  parser.on('opentag', (tag) => listener.open?.(local(tag.name), tag.attributes))
  parser.on('closetag', (tag) => listener.close?.(local(tag.name)))
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk, { stream: true }))
    if (wrong) throw new ZipDamaged((wrong as Error).message)
    yield
  }
  parser.write(decoder.decode()).close()
  if (wrong) throw new ZipDamaged((wrong as Error).message)
  yield
}

/** Reads a small part whole. */
export async function readXmlWhole(stream: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(stream, listener));
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'

/** An Outlook item with these texts, as “Save as .msg” writes it: a property stream and a stream for each text. */
export function asOutlookItem(item: {
  subject: string
  sender: string
  address: string
  body: string
}): Uint8Array {
  const texts: [string, string][] = [
    ['001A001F', 'IPM.Note'],
    ['0037001F', item.subject],
    ['0C1A001F', item.sender],
    ['5D01001F', item.address],
    ['1000001F', item.body],
  ]
  const streams = texts.map(([tag, text]) => stream(`__substg1.0_${tag}`, Buffer.from(text, 'utf16le')))
  const children = [stream('__properties_version1.0', properties(texts)), ...streams]
  const root: Entry = { name: 'Root Entry', type: 5, length: 0, children: children.map((_, at) => at + 1) }
  return burn([root, ...children])
}

function stream(name: string, bytes: Uint8Array): Entry {
  return { name, type: 2, length: bytes.length, binaryProvider: () => Uint8Array.from(bytes) }
}

/** The head of a message's property stream, then an entry of sixteen bytes for each text. */
function properties(texts: readonly [string, string][]): Buffer {
  const head = Buffer.alloc(32)
  const entries = texts.map(([tag, text]) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(Number.parseInt(tag, 16), 0)
    entry.writeUInt32LE(6, 4)
    entry.writeUInt32LE(text.length * 2 + 2, 8)
    return entry
  })
  return Buffer.concat([head, ...entries])
}

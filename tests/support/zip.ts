import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a ZIP made for a test; the directory may lie about its size. */
export type ZipPart = {
  name: string
  content: Buffer | string
  statedSize?: number
  stored?: boolean
  encrypted?: boolean
}

/** A ZIP file with these entries in this order. `zip64`: its directory states sizes and places in 64 bits. */
export function zipOf(parts: readonly ZipPart[], { zip64 = false } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, statedSize, stored, encrypted } of parts) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain)
    const size = statedSize ?? plain.length
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(plain), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const large = zip64 ? largeFields(size, packed.length, offset) : Buffer.alloc(0)
    if (zip64) {
      fields.fill(0xff, 14, 22)
      fields.writeUInt16LE(large.length, 24)
      tail.fill(0xff, 10)
    }
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name), large]),
    )
    bodies.push(body)
    offset += body.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  if (zip64) end.fill(0xff, 8, 20)
  else {
    end.writeUInt16LE(parts.length, 8)
    end.writeUInt16LE(parts.length, 10)
    end.writeUInt32LE(index.length, 12)
    end.writeUInt32LE(offset, 16)
  }
  const largeEnd = zip64 ? largeEnds(parts.length, index.length, offset) : Buffer.alloc(0)
  return Buffer.concat([...bodies, index, largeEnd, end])
}

function largeFields(size: number, packed: number, offset: number): Buffer {
  const field = Buffer.alloc(28)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(24, 2)
  for (const [index, value] of [size, packed, offset].entries())
    field.writeBigUInt64LE(BigInt(value), 4 + index * 8)
  return field
}

/** The end of the directory in 64 bits, and the record that says where it is. */
function largeEnds(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(56)
  end.write('PK\x06\x06', 'latin1')
  end.writeBigUInt64LE(44n, 4)
  for (const [index, value] of [count, count, length, offset].entries())
    end.writeBigUInt64LE(BigInt(value), 24 + index * 8)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(offset + length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end, locator])
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook of one sheet around the XML of its rows. */
export function workbookParts(sheetData: string, more: readonly ZipPart[] = []): ZipPart[] {
  return [
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    },
    ...more,
    {
      name: 'xl/workbook.xml',
      content: `<x:workbook xmlns:x="main" xmlns:rel="${relations}"><x:sheets><x:sheet name="预订" sheetId="1" rel:id="rId7"/></x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId7" Type="${relations}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
    },
  ]
}

import { randomUUID } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { FindingKind } from '#shared/domain/import/row.ts'
import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import type { ImportBatchId } from '#shared/values/index.ts'
import type { Files } from '../kernel/given-files.ts'

export type Finding = {
  line: number
  kind: FindingKind
  reason: string
  field: string
  value: string
  row: string
}

/** Where findings go while rows are read. */
export type FindingSink = { add: (finding: Finding) => void; end: () => void }

const longestRow = 2000
const longestValue = 200

/** A finding as it may be kept: without card numbers, not without end, every sign to be seen. */
export function keepable(finding: Finding): Finding {
  return {
    ...finding,
    value: visible(withoutCards(finding.value).slice(0, longestValue)),
    row: visible(withoutCards(finding.row).slice(0, longestRow)),
  }
}

/** A word as it may be kept and given a meaning. */
export function keepableWord(word: string): string {
  return visible(withoutCards(word).slice(0, longestValue))
}

/** Control characters as the pictures of them (␇), so that anyone who looks for one sees it. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000e-\u001f]/g, (sign) =>
    String.fromCharCode(0x2400 + sign.charCodeAt(0)),
  )
}

/** Findings of an import, in the store beside what it wrote. */
export function findingsInStore(bulk: Bulk, batchId: ImportBatchId): FindingSink {
  let position = 0
  return {
    add: (finding) => {
      position += 1
      bulk.into.import_findings({ batch_id: batchId, position, ...keepable(finding) })
    },
    end: () => undefined,
  }
}

/** Findings of a dry run: a file of this session, one JSON line each, deleted when the program closes. */
export function findingsInFile(files: Files): FindingSink & { path: string } {
  const path = join(tmpdir(), `keyrack-findings-${process.pid}-${randomUUID()}`)
  files.give({ path, name: 'findings', temporary: true })
  // Guests' names are in it: for this user's eyes only.
  const file = openSync(path, 'wx', 0o600)
  let pending: string[] = []
  let length = 0
  const write = () => {
    writeSync(file, pending.join(''))
    pending = []
    length = 0
  }
  return {
    path,
    add: (finding) => {
      const line = `${JSON.stringify(keepable(finding))}\n`
      pending.push(line)
      length += line.length
      if (length > 262_144) write()
    },
    end: () => {
      write()
      closeSync(file)
    },
  }
}

/** A page of a dry run's findings; `after` is the byte at which it begins. */
export async function readFindingsFile(
  path: string,
  page: { after: number; limit: number; kind: Finding['kind'] | undefined; reason: string | undefined },
): Promise<{ rows: Finding[]; next: number | null }> {
  const file = await open(path, 'r')
  try {
    const rows: Finding[] = []
    let at = page.after
    for await (const line of file.readLines({ start: page.after, autoClose: false })) {
      if (rows.length === page.limit) return { rows, next: at }
      at += Buffer.byteLength(line) + 1
      const finding = JSON.parse(line) as Finding
      const wanted =
        (!page.kind || finding.kind === page.kind) && (!page.reason || finding.reason === page.reason)
      if (wanted) rows.push(finding)
    }
    return { rows, next: null }
  } finally {
    await file.close()
  }
}

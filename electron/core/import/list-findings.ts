import { batchExists, readFindings } from '#db/queries/import/imports.ts'
import { type ImportBatchId, parseId, refuse } from '#shared/values/index.ts'
import type { Files } from '../kernel/given-files.ts'
import { reads } from '../kernel/handler.ts'
import { readFindingsFile } from './findings.ts'

/** Where the findings of this session's dry runs are, by job. */
const dryRuns = new WeakMap<Files, Map<string, string>>()

export function rememberFindings(files: Files, job: string, path: string): void {
  const known = dryRuns.get(files) ?? new Map<string, string>()
  dryRuns.set(files, known.set(job, path))
}

export const findings = reads('import.findings', async (db, { source, kind, reason, after, limit }, ctx) => {
  const from = after && /^\d{1,15}$/.test(after) ? Number(after) : 0
  const name = source.replace(/^(batch|job):/, '')
  const path = dryRuns.get(ctx.files)?.get(name)
  if (path) {
    const { rows, next } = await readFindingsFile(path, { after: from, limit, kind, reason })
    return { rows, next: next === null ? null : String(next) }
  }
  const batch = parseId<ImportBatchId>(name)
  if (!batch || !(await batchExists(db, batch))) return refuse('FINDINGS_UNKNOWN', { source })
  const rows = await readFindings(db, batch, { after: from, limit: limit + 1, kind, reason })
  const page = rows.slice(0, limit)
  return {
    rows: page.map(({ line, kind: found, reason, field, value, row }) => ({
      line,
      kind: found as 'rejected',
      reason,
      field,
      value,
      row,
    })),
    next: rows.length > limit ? String(page.at(-1)?.position) : null,
  }
})

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { BackupMade } from '#core/backup/make-backup.ts'
import { examine } from '#core/doctor/examine.ts'
import type { JobReport } from '#core/kernel/jobs.ts'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { TestApp } from '#tests/support/app.ts'

/** Runs a backup through dispatch to its end. */
export async function backUp(
  t: TestApp,
  folder: string,
  more: { keepAll?: boolean } = {},
): Promise<JobReport> {
  const { job } = await t.must('backup.create', { folder, ...more })
  const report = await t.app.jobs.ended(job)
  if (!report) throw new Error(job)
  return report
}

/** The same, and throws unless it succeeded. */
export async function mustBackUp(
  t: TestApp,
  folder: string,
  more: { keepAll?: boolean } = {},
): Promise<BackupMade> {
  const report = await backUp(t, folder, more)
  if (report.state !== 'done') throw new Error(JSON.stringify(report))
  return report.result as BackupMade
}

/** Looks into a file that nobody has open. */
export function lookInto<T>(file: string, look: (raw: RawDatabase) => T): T {
  const raw = openRaw(file, { readonly: true })
  try {
    return look(raw)
  } finally {
    raw.close()
  }
}

/** Everything that doctor finds in a file. */
export async function findingsIn(file: string) {
  const raw = openRaw(file, { readonly: true })
  try {
    return (await examine({ rawReader: raw }, () => 0)).findings
  } finally {
    raw.close()
  }
}

export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('base64url')
}

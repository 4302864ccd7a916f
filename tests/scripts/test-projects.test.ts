import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/lib/root.mjs'
import { sourceFilesIn } from '../../scripts/lib/source-files.ts'
import { whyNeverRun } from '../../scripts/lib/test-projects.ts'

describe('the test files', () => {
  it('are all run by somebody', () => {
    const files = sourceFilesIn(projectRoot, 'tests')
    const lost = files.map((file) => [file, whyNeverRun(file)]).filter(([, why]) => why !== null)
    expect(lost).toEqual([])
    expect(files.length).toBeGreaterThan(0)
  })

  it('are missed when their folder or their name is unknown', () => {
    expect(whyNeverRun('tests/nowhere/a.test.ts')).toContain('in no project')
    expect(whyNeverRun('tests/a.test.ts')).toContain('in no project')
    expect(whyNeverRun('tests/e2e/guest.spec.ts')).toContain('.e2e.ts')
    expect(whyNeverRun('tests/db/guest.spec.ts')).toContain('.test.ts')
    expect(whyNeverRun('tests/db/guest.test.ts')).toBeNull()
    expect(whyNeverRun('tests/support/app.ts')).toBeNull()
  })
})

/** How many tests of a runner passed, failed and were skipped. */
export type Tally = { passed: number; failed: number; skipped: number }

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing,
  )
}

/** The last line of `npm test`. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

type VitestReport = {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  numTodoTests?: number
  testResults?: {
    name?: string
    status: string
    assertionResults: { status: string; fullName?: string; duration?: number | null }[]
  }[]
}

type Timed = { name: string; seconds: number }

/** The tests of Vitest’s JSON report that took the longest, the longest first, with the file each is in. */
export function slowestOf(report: VitestReport | null, count: number, root: string): Timed[] {
  const tests = (report?.testResults ?? []).flatMap(({ name = '', assertionResults }) =>
    assertionResults.map(({ fullName = '', duration }) => ({
      name: `${name.replace(`${root}/`, '')}: ${fullName}`,
      seconds: (duration ?? 0) / 1000,
    })),
  )
  return tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)
}

/**
 * Counts Vitest’s JSON report. A file that could not even be loaded has no tests to fail, so it counts as one; so does
 * a runner that ended badly without naming a failed test (an error outside of any test).
 */
export function tallyOfVitest(report: VitestReport | null, exitCode: number): Tally {
  if (!report) return { ...nothing, failed: 1 }
  const unloaded = (report.testResults ?? []).filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.every((result) => result.status !== 'failed')
  }).length
  const failed = (report.numFailedTests ?? 0) + unloaded
  return {
    passed: report.numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }
}

type PlaywrightReport = {
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors?: unknown[]
}

/** Counts Playwright’s JSON report. A journey that passed only at the second attempt has failed. */
export function tallyOfPlaywright(report: PlaywrightReport | null, exitCode: number): Tally {
  if (!report?.stats) return { ...nothing, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + flaky + (report.errors?.length ?? 0)
  return { passed: expected, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped }
}

/** A step that either holds or doesn’t: a check, a build, a benchmark that has to run through. */
export function tallyOfExit(exitCode: number): Tally {
  return exitCode === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

/** A task of a clerk as a journey does it: its keys, and beside them the characters of a text that the clerk typed. */
export type TaskKeys = { task: string; keys: number; text: number; seconds: number }

type Suite = {
  title: string
  specs?: {
    title: string
    tests: {
      annotations?: { type: string; description?: string }[]
      results: { duration: number; status: string }[]
    }[]
  }[]
  suites?: Suite[]
}

/** The tasks of Playwright’s JSON report that were done, with the keys that tests/support/journeys.ts counted. */
export function keysOf(report: { suites?: Suite[] } | null): TaskKeys[] {
  return (report?.suites ?? []).flatMap((suite) => keysIn(suite, ''))
}

function keysIn({ title, specs = [], suites = [] }: Suite, before: string): TaskKeys[] {
  const path = before === '' ? title : `${before}: ${title}`
  const own = specs.flatMap((spec) =>
    spec.tests.flatMap(({ annotations = [], results }) => {
      const counted = annotations.find(({ type }) => type === 'keys')
      const text = Number(annotations.find(({ type }) => type === 'text')?.description ?? 0)
      const done = results.find(({ status }) => status === 'passed')
      if (!counted || !done) return []
      const seconds = Math.round(done.duration / 100) / 10
      return [{ task: `${path}: ${spec.title}`, keys: Number(counted.description), text, seconds }]
    }),
  )
  return [...own, ...suites.flatMap((suite) => keysIn(suite, path))]
}

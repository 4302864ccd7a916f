/** A test that failed and the first line of what it said. */
export type Failure = { name: string; why: string }

type VitestReport = {
  testResults?: {
    name?: string
    status: string
    message?: string
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] | null }[]
  }[]
}

/** The failed tests of Vitest's JSON report with the file each is in; a file that could not be loaded is one. */
export function failuresOfVitest(report: VitestReport | null, root: string): Failure[] {
  return (report?.testResults ?? []).flatMap(({ name = '', status, message = '', assertionResults }) => {
    const file = name.replace(`${root}/`, '')
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [{ name: file, why: firstLine(message) }]
    return failed.map(({ fullName = '', failureMessages }) => ({
      name: `${file}: ${fullName}`,
      why: firstLine(failureMessages?.[0] ?? ''),
    }))
  })
}

type Message = { message?: string }
type Suite = {
  title: string
  specs?: { title: string; tests: { results: { status: string; error?: Message }[] }[] }[]
  suites?: Suite[]
}

/** The journeys of Playwright's JSON report of which any attempt failed, and what went wrong outside of them. */
export function failuresOfPlaywright(report: { suites?: Suite[]; errors?: Message[] } | null): Failure[] {
  const outside = (report?.errors ?? []).map(({ message = '' }) => ({
    name: 'outside of any journey',
    why: firstLine(message),
  }))
  return [...(report?.suites ?? []).flatMap((suite) => failuresIn(suite, '')), ...outside]
}

function failuresIn({ title, specs = [], suites = [] }: Suite, before: string): Failure[] {
  const path = before === '' ? title : `${before}: ${title}`
  const own = specs.flatMap((spec) =>
    spec.tests.flatMap(({ results }) => {
      const failed = results.find(({ status }) => status !== 'passed' && status !== 'skipped')
      return failed
        ? [{ name: `${path}: ${spec.title}`, why: firstLine(failed.error?.message ?? failed.status) }]
        : []
    }),
  )
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, path))]
}

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

function firstLine(text: string): string {
  return text.replace(colours, '').trim().split('\n')[0]?.slice(0, 200) ?? ''
}

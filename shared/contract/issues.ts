import type { z } from 'zod'
import type { Issue } from './reply.ts'

/**
 * zod's issues as ours: a code from the catalogue and the figures its words need. Fields of the contract give
 * their code as the message (`invalid.date`); what zod words itself is mapped here.
 */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.slice(0, 20).flatMap((issue) => issueOf(issue as RawIssue))
}

type RawIssue = {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
  maximum?: number | bigint
  minimum?: number | bigint
  expected?: string
  input?: unknown
}

function issueOf(issue: RawIssue): Issue[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? [])
      .slice(0, 10)
      .map((key) => ({ path: [...path, key.slice(0, 80)], code: 'invalid.unknownField', params: {} }))
  }
  const params: Issue['params'] = {}
  if (issue.maximum !== undefined) params.max = Number(issue.maximum)
  if (issue.minimum !== undefined) params.min = Number(issue.minimum)
  if (issue.expected !== undefined) params.expected = issue.expected
  if (issue.input === undefined && issue.code !== 'custom')
    return [{ path, code: 'invalid.required', params }]
  return [{ path, code: issue.message.startsWith('invalid.') ? issue.message : codeFor(issue.code), params }]
}

function codeFor(code: string): string {
  if (code === 'too_big') return 'invalid.tooLarge'
  if (code === 'too_small') return 'invalid.tooSmall'
  if (code === 'invalid_type') return 'invalid.type'
  if (code === 'invalid_value' || code === 'invalid_union') return 'invalid.choice'
  return 'invalid.form'
}

import { z } from 'zod'
import { language } from './access.ts'
import type { Issue } from './reply.ts'

/** A caller's own mark of one attempt: short, printable. */
const requestId = z.string().regex(/^[\w.:-]{1,80}$/)

const approval = z.strictObject({ login: z.string().max(200), password: z.string().max(200) })
/** Somebody with the right who approves one act of the signed-in user. Never logged or kept. */
export type Approval = z.infer<typeof approval>

const envelope = z.strictObject({
  operation: z.string(),
  input: z.unknown().optional(),
  requestId: requestId.nullish(),
  language: language.nullish(),
  approval: approval.nullish(),
})

/** A call as every caller sends it: the page over ipc or http, the command line. */
export type Call = {
  operation: string
  input?: unknown
  requestId?: string | undefined
  language?: z.infer<typeof language> | undefined
  approval?: Approval | undefined
}

/** The call in what a host received, or what is wrong with it. An unknown key (`requestID`) is refused: its meaning would be lost. */
export function parseCall(value: unknown): { call: Call } | { issue: Issue } {
  const parsed = envelope.safeParse(value)
  if (parsed.success) {
    const { operation, input, requestId, language, approval } = parsed.data
    return {
      call: {
        operation,
        input,
        requestId: requestId ?? undefined,
        language: language ?? undefined,
        approval: approval ?? undefined,
      },
    }
  }
  const { issues } = parsed.error
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
  const isCall = !issues.some((issue) => issue.path[0] === 'operation')
  return {
    issue:
      unknown && isCall
        ? { path: [unknown.keys[0]?.slice(0, 80) ?? ''], code: 'invalid.unknownField', params: {} }
        : { path: [], code: 'invalid.json', params: {} },
  }
}

/** Whether a text may mark an attempt. */
export function isRequestId(value: unknown): value is string {
  return requestId.safeParse(value).success
}

import { type DescribableReply, describeReply } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { ClientReply } from './client.ts'

export type FailedReply = Extract<ClientReply, { ok: false }>

/** A reply that is not ok, thrown only to pass through react-query. */
export class ReplyError extends Error {
  readonly operation: string
  readonly reply: FailedReply
  constructor(operation: string, reply: FailedReply) {
    super(`${operation}: ${'refusal' in reply ? reply.refusal.code : reply.fault.code}`)
    this.operation = operation
    this.reply = reply
  }
}

/** The code of a failed reply, refusal or fault. */
export function codeOf(reply: FailedReply): string {
  return 'refusal' in reply ? reply.refusal.code : reply.fault.code
}

/** One sentence for a failed reply. */
export function sentenceOf(reply: FailedReply, language: Language, operation: string): string {
  return describeReply(reply as DescribableReply, language, operation)
}

/** Incident id of a defect, to be given to the administrator. */
export function incidentOf(reply: FailedReply): string | null {
  return 'fault' in reply && reply.fault.code === 'INTERNAL' ? reply.fault.incident : null
}

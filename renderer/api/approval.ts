import { askApproval } from '#renderer/base/approval.ts'
import type { Approval, OperationName } from '#shared/contract/index.ts'
import { isRight, type Right } from '#shared/domain/access/rights.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { ClientReply } from './client.ts'
import { type FailedReply, sentenceOf } from './reply-error.ts'

/** The right that a reply says is lacking; null where it says anything else. */
export function rightLacked(reply: ClientReply): Right | null {
  if (reply.ok) return null
  if ('refusal' in reply) {
    const { needed } = reply.refusal.params
    return typeof needed === 'string' && isRight(needed) ? needed : null
  }
  return reply.fault.code === 'NOT_PERMITTED' ? reply.fault.needed : null
}

/**
 * What a command answers: where a right is lacking, somebody who has it may approve this one act, and `send` is called again
 * with the approval. Not approved, it answers what it answered first.
 */
export async function approved<N extends OperationName>(
  name: N,
  language: Language,
  send: (approval?: Approval) => Promise<ClientReply<N>>,
): Promise<ClientReply<N>> {
  const first = await send()
  let right = rightLacked(first as ClientReply)
  let reply = first
  while (right !== null) {
    const approval = await askApproval(right, sentenceOf(reply as FailedReply, language, name))
    if (approval === null) return first
    reply = await send(approval)
    const mistaken = !reply.ok && 'fault' in reply && reply.fault.code === 'NOT_APPROVED'
    right = mistaken ? right : rightLacked(reply as ClientReply)
  }
  return reply
}

import type { Reader } from '#db/handles.ts'
import { readWhoMay } from '#db/queries/access/who-may.ts'
import { isRight, type Language, type Reply, type Right } from '#shared/contract/index.ts'
import { listText } from '#shared/i18n/index.ts'
import type { Refusal } from '#shared/values/index.ts'

/** The rule's no for lack of a right names who could allow it; any other is as it was. */
export async function nameInRefusal<R extends Refusal>(
  db: Reader,
  refusal: R,
  language: Language,
): Promise<R> {
  const { needed } = refusal.params
  if (typeof needed !== 'string' || !isRight(needed)) return refusal
  const who = await whoMay(db, needed, language)
  return { ...refusal, params: { ...refusal.params, who } }
}

/** Every “you may not” names the colleagues who may, so that the desk knows whom to ask. */
export async function nameWhoMay(db: Reader, reply: Reply, language: Language): Promise<Reply> {
  if (reply.ok) return reply
  if ('refusal' in reply) return { ...reply, refusal: await nameInRefusal(db, reply.refusal, language) }
  const { fault } = reply
  if (fault.code !== 'NOT_PERMITTED') return reply
  return { ok: false, fault: { ...fault, who: await whoMay(db, fault.needed, language) } }
}

async function whoMay(db: Reader, needed: Right, language: Language): Promise<string> {
  return listText(await readWhoMay(db, needed), language)
}

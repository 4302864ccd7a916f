import type { Reader } from '#db/handles.ts'
import { readWhoMay } from '#db/queries/access/who-may.ts'
import type { Language, Reply, Role } from '#shared/contract/index.ts'
import { listText } from '#shared/i18n/index.ts'
import type { Refusal } from '#shared/values/index.ts'

/** The rule's no for lack of a right names who could allow it; any other is as it was. */
export async function nameInRefusal<R extends Refusal>(
  db: Reader,
  refusal: R,
  language: Language,
): Promise<R> {
  if (refusal.code !== 'RIGHT_NEEDED') return refusal
  const who = await whoMay(db, refusal.params.needed as Role, language)
  return { ...refusal, params: { ...refusal.params, who } }
}

/** Every “you may not” names the colleagues who may, so that the desk knows whom to ask. */
export async function nameWhoMay(db: Reader, reply: Reply, language: Language): Promise<Reply> {
  if (reply.ok) return reply
  if ('refusal' in reply) return { ...reply, refusal: await nameInRefusal(db, reply.refusal, language) }
  const { fault } = reply
  if (fault.code !== 'NOT_PERMITTED') return reply
  return { ok: false, fault: { ...fault, who: await whoMay(db, fault.needed as Role, language) } }
}

async function whoMay(db: Reader, needed: Role, language: Language): Promise<string> {
  return listText(await readWhoMay(db, needed), language)
}

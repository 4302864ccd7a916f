import { readMayRows, readWhoMay } from '#db/queries/access/who-may.ts'
import { userWords } from '#shared/domain/access/user-words.ts'
import { reads } from '../kernel/handler.ts'

/** Whom to ask for what one's own rights do not allow. */
export const whoMay = reads('access.whoMay', (db, { right }) => readWhoMay(db, right))

/** Who can approve on the spot. */
export const approvers = reads('access.approvers', async (db, { right }, ctx) =>
  (await readMayRows(db, right))
    .filter(({ login }) => login !== ctx.user?.login)
    .map(({ login, name }) => ({ login, name, words: userWords({ login, name }) })),
)

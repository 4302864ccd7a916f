import { readWhoMay } from '#db/queries/access/who-may.ts'
import { reads } from '../kernel/handler.ts'

/** Whom to ask for what one's own role does not allow. */
export const whoMay = reads('access.whoMay', (db, { role }) => readWhoMay(db, role))

import { readWhoMay } from '#db/queries/access/who-may.ts'
import { reads } from '../kernel/handler.ts'

/** Whom to ask for what one's own rights do not allow. */
export const whoMay = reads('access.whoMay', (db, { right }) => readWhoMay(db, right))

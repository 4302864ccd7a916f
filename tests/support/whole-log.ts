import { imagesApart } from '#db/queries/change/images.ts'

const { before, after } = imagesApart

/** The change log with whole images, for a test's own statements: `select after from ${wholeLog} where …`. */
export const wholeLog = `(select seq, command, moment, business_date, actor, workstation, operation, entity, entity_id,
  booking_id, ${before} as before, ${after} as after, reason, request_id, undoes, hash, erased from changes)`

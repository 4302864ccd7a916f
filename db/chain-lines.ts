import { hash } from 'node:crypto'

/**
 * The chain walked over text that SQLite writes: a row as a line of JSON is what its hash covers, but for the first value,
 * where the row has its own hash and the hashed text the one before it. A third of the time that reading every column of
 * every row takes.
 */
const columns = `hash, seq, command, moment, business_date, actor, workstation, operation, entity, entity_id, booking_id,
  before, after`
/** A hash as it is written, and where it begins in a line: `["…`. */
const hashLength = 43
const hashAt = 2
const newline = 10
const room = '-'.repeat(hashLength)

/**
 * SQL for a row as two lines: what its hash covers, with room for a digest where something is sealed, and what the digest
 * covers, which is empty where nothing is. An erased row has its digest in place. No binary value fits into JSON: SQLite
 * then reports an error.
 */
export const rowLines = linesWith('iif(approved_by is null, undoes, json_array(undoes, approved_by))')

/** The same of a log from before approvals were kept. */
export const rowLinesUnapproved = linesWith('undoes')

function linesWith(undoes: string): string {
  return `iif(coalesce(salt, personal_before, personal_after, reason, request_id) is null,
  iif(erased is null, json_array(${columns}, null, null, ${undoes}), json_array(${columns}, null, null, ${undoes}, erased))
    || char(10),
  json_array(${columns}, null, null, ${undoes}, '${room}') || char(10) || iif(erased is null,
    json_array(salt, personal_before, personal_after, reason, request_id),
    json_array(erased, salt, personal_before, personal_after, reason, request_id)))`
}

/** The one line of a row of a log from before personal values were kept apart (formats 1 to 5). */
export const earlierRowLine = `json_array(${columns}, reason, request_id, undoes)`

/** Where the line that begins at `start` ends. */
export function endOfLine(lines: Buffer, start: number): number {
  const end = lines.indexOf(newline, start)
  return end < 0 ? lines.length : end
}

/** The hash that a row's line holds as its own. */
export function ownHash(lines: Buffer, start: number): string {
  return lines.toString('latin1', start + hashAt, start + hashAt + hashLength)
}

/** The hash of a line that comes after the row with the hash `before`, which is written into the line. */
export function hashAfter(before: string, line: Buffer): string {
  if (before.length === hashLength) {
    line.write(before, hashAt, hashLength, 'latin1')
    return hash('sha256', line, 'base64url')
  }
  const text = Buffer.concat([
    line.subarray(0, hashAt),
    Buffer.from(before),
    line.subarray(hashAt + hashLength),
  ])
  return hash('sha256', text, 'base64url')
}

/** Puts the digest of what is sealed into the room that the line before has for it: `…","---…---"]`. */
export function fillDigest(line: Buffer, sealed: Buffer): void {
  line.write(hash('sha256', sealed, 'base64url'), line.length - 2 - hashLength, hashLength, 'latin1')
}

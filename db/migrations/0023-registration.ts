import type { Kysely } from 'kysely'

/** Filled by its area. */
export async function up(_db: Kysely<unknown>): Promise<void> {}

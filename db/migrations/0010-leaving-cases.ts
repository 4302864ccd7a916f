import { type Kysely, sql } from 'kysely'

/** What was done about guests who may be leaving; a guest has one open case at most. */
const statements = [
  `create table leaving_cases (
    id integer primary key, guest_id integer not null references guests (id), opened_on text not null, opened_by text not null,
    owner text, owned_on text, snoozed_until text, offer text, offer_text text not null, cost_minor integer, offered_on text,
    offered_by text, outcome text, loss_reason text, outcome_text text not null, returned_on text, closed_on text, closed_by text,
    version integer not null
  ) strict`,
  `create unique index leaving_cases_open on leaving_cases (guest_id) where closed_on is null`,
  `create index leaving_cases_of_guest on leaving_cases (guest_id, id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

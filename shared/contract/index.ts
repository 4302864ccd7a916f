import type { z } from 'zod'
import * as access from './access.ts'
import * as account from './account.ts'
import * as asOf from './as-of.ts'
import * as audit from './audit.ts'
import * as backup from './backup.ts'
import * as booking from './booking.ts'
import * as bookingLastTime from './booking-last-time.ts'
import * as bookingWays from './booking-ways.ts'
import * as change from './change.ts'
import * as confirmation from './confirmation.ts'
import * as device from './device.ts'
import * as explore from './explore.ts'
import * as fapiao from './fapiao.ts'
import * as folio from './folio.ts'
import * as folioCashier from './folio-cashier.ts'
import * as folioChart from './folio-chart.ts'
import * as folioCutover from './folio-cutover.ts'
import * as folioHeld from './folio-held.ts'
import * as folioPost from './folio-post.ts'
import * as guest from './guest.ts'
import * as hotel from './hotel.ts'
import * as houseDesk from './house-desk.ts'
import * as houseGuests from './house-guests.ts'
import * as houseThings from './house-things.ts'
import * as houseTrace from './house-trace.ts'
import * as housekeeping from './housekeeping.ts'
import * as housekeepingAsks from './housekeeping-asks.ts'
import * as housekeepingForecast from './housekeeping-forecast.ts'
import * as housekeepingWork from './housekeeping-work.ts'
import * as importing from './import.ts'
import * as insight from './insight.ts'
import * as insightChoices from './insight-choices.ts'
import * as future from './insight-future.ts'
import * as groups from './insight-groups.ts'
import * as leaving from './insight-leaving.ts'
import * as insightNext from './insight-next.ts'
import * as insightRisk from './insight-risk.ts'
import * as insightTree from './insight-tree.ts'
import * as insightValue from './insight-value.ts'
import * as job from './job.ts'
import * as ledger from './ledger.ts'
import * as loyalty from './loyalty.ts'
import type { Command, Operation, Query } from './operation.ts'
import * as paper from './paper.ts'
import * as rate from './rate.ts'
import * as registration from './registration.ts'
import * as registrationDocument from './registration-document.ts'
import * as registrationRegister from './registration-register.ts'
import * as registrationSettings from './registration-settings.ts'
import type { Reply } from './reply.ts'
import * as report from './report.ts'
import * as reportAsk from './report-ask.ts'
import * as reportFiles from './report-files.ts'
import * as reportPlan from './report-plan.ts'
import * as request from './request.ts'
import * as requestBoard from './request-board.ts'
import * as room from './room.ts'
import * as search from './search.ts'
import * as segment from './segment.ts'
import * as setup from './setup.ts'
import * as stay from './stay.ts'
import * as stayCharge from './stay-charge.ts'
import * as stayPersons from './stay-persons.ts'
import * as staySettings from './stay-settings.ts'
import * as ticket from './ticket.ts'
import * as today from './today.ts'

type OperationsIn<M> = {
  [K in keyof M as M[K] extends { kind: 'query' | 'command'; name: infer N extends string } ? N : never]: M[K]
}

function operationsIn<M extends object>(area: M): OperationsIn<M> {
  const found: Record<string, unknown> = {}
  for (const value of Object.values(area)) if (isOperation(value)) found[value.name] = value
  return found as OperationsIn<M>
}

function isOperation(value: unknown): value is Operation {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && 'permission' in value && 'name' in value
  )
}

/** Every operation there is, by name: pages, handlers, the command line and the docs are held to this map. */
export const operations = {
  ...operationsIn(access),
  ...operationsIn(account),
  ...operationsIn(asOf),
  ...operationsIn(audit),
  ...operationsIn(backup),
  ...operationsIn(booking),
  ...operationsIn(bookingLastTime),
  ...operationsIn(bookingWays),
  ...operationsIn(change),
  ...operationsIn(confirmation),
  ...operationsIn(device),
  ...operationsIn(explore),
  ...operationsIn(folioCashier),
  ...operationsIn(folioChart),
  ...operationsIn(fapiao),
  ...operationsIn(folio),
  ...operationsIn(folioCutover),
  ...operationsIn(folioHeld),
  ...operationsIn(folioPost),
  ...operationsIn(ledger),
  ...operationsIn(guest),
  ...operationsIn(hotel),
  ...operationsIn(houseTrace),
  ...operationsIn(housekeeping),
  ...operationsIn(housekeepingAsks),
  ...operationsIn(housekeepingForecast),
  ...operationsIn(housekeepingWork),
  ...operationsIn(houseDesk),
  ...operationsIn(houseThings),
  ...operationsIn(houseGuests),
  ...operationsIn(importing),
  ...operationsIn(insightChoices),
  ...operationsIn(insight),
  ...operationsIn(insightNext),
  ...operationsIn(insightTree),
  ...operationsIn(insightRisk),
  ...operationsIn(insightValue),
  ...operationsIn(job),
  ...operationsIn(groups),
  ...operationsIn(leaving),
  ...operationsIn(future),
  ...operationsIn(loyalty),
  ...operationsIn(paper),
  ...operationsIn(rate),
  ...operationsIn(registration),
  ...operationsIn(registrationDocument),
  ...operationsIn(registrationRegister),
  ...operationsIn(registrationSettings),
  ...operationsIn(report),
  ...operationsIn(reportAsk),
  ...operationsIn(reportPlan),
  ...operationsIn(reportFiles),
  ...operationsIn(request),
  ...operationsIn(requestBoard),
  ...operationsIn(room),
  ...operationsIn(search),
  ...operationsIn(segment),
  ...operationsIn(setup),
  ...operationsIn(stay),
  ...operationsIn(stayCharge),
  ...operationsIn(stayPersons),
  ...operationsIn(staySettings),
  ...operationsIn(ticket),
  ...operationsIn(today),
}

export type Operations = typeof operations
export type OperationName = keyof Operations
export type QueryName = { [N in OperationName]: Operations[N] extends Query ? N : never }[OperationName]
export type CommandName = { [N in OperationName]: Operations[N] extends Command ? N : never }[OperationName]

/** What a caller may send (defaults left out) and what a handler receives (defaults filled in). */
export type InputOf<N extends OperationName> = z.input<Operations[N]['input']>
export type ParsedOf<N extends OperationName> = z.output<Operations[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>
export type RefusalOf<N extends OperationName> = Operations[N]['refusals'][number]
export type ReplyOf<N extends OperationName> = Reply<OutputOf<N>, RefusalOf<N>>

/** Whether the contract knows an operation of this name. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}

export * from '../domain/access/rights.ts'
export type { Language } from './access.ts'
export type { BookingChange } from './booking.ts'
export * from './call.ts'
export * from './events.ts'
export * from './operation.ts'
export * from './reply.ts'

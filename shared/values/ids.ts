/**
 * Ids are positive integers (the store's row numbers), branded per entity so that a guest's number
 * can't be handed to a function that wants a booking's.
 */

declare const entity: unique symbol

export type Id<Entity extends string> = number & { readonly [entity]: Entity }

export type GuestId = Id<'guest'>
export type ContactId = Id<'contact'>
export type DocumentId = Id<'document'>
export type PreferenceId = Id<'preference'>
export type AlertId = Id<'alert'>
export type NoteId = Id<'note'>
export type BookingId = Id<'booking'>
export type RequestId = Id<'request'>
export type RoomId = Id<'room'>
export type RoomTypeId = Id<'roomType'>
export type ClosureId = Id<'closure'>
export type AttendantId = Id<'attendant'>
export type HousekeepingTaskId = Id<'housekeepingTask'>
export type DiscrepancyId = Id<'discrepancy'>
export type TicketId = Id<'ticket'>
export type RatePlanId = Id<'ratePlan'>
export type AccountId = Id<'account'>
export type UserId = Id<'user'>
export type RoleId = Id<'role'>
export type ShiftNoteId = Id<'shiftNote'>
export type ProgrammeId = Id<'programme'>
export type MembershipId = Id<'membership'>
export type SegmentId = Id<'segment'>
export type ImportBatchId = Id<'importBatch'>
export type LeavingCaseId = Id<'leavingCase'>
export type InsightSettingId = Id<'insightSetting'>
export type PlaybookId = Id<'playbook'>
export type JudgementId = Id<'judgement'>
export type OfferId = Id<'offer'>
export type SuggestionVoteId = Id<'suggestionVote'>
export type GuestKindId = Id<'guestKind'>
export type LedgerAccountId = Id<'ledgerAccount'>
export type TaxId = Id<'tax'>
export type TaxRuleId = Id<'taxRule'>
export type TransactionCodeId = Id<'transactionCode'>
export type PackageId = Id<'package'>
export type FeePolicyId = Id<'feePolicy'>
export type ExchangeRateId = Id<'exchangeRate'>
export type FolioId = Id<'folio'>
export type PostingId = Id<'posting'>
export type FolioLineId = Id<'folioLine'>
export type DepositId = Id<'deposit'>
export type HoldId = Id<'hold'>
export type VoucherId = Id<'voucher'>
export type ShiftId = Id<'shift'>
export type PaperId = Id<'paper'>
export type PaperSeriesId = Id<'paperSeries'>
export type FapiaoId = Id<'fapiao'>
export type TraceId = Id<'trace'>
export type RegistrationId = Id<'registration'>
export type MinorSheetId = Id<'minorSheet'>
export type VisitorId = Id<'visitor'>
export type DeskDevicesId = Id<'deskDevices'>
export type CloseId = Id<'close'>
export type GuestMessageId = Id<'guestMessage'>
export type WakeCallId = Id<'wakeCall'>
export type ParcelId = Id<'parcel'>
export type FoundItemId = Id<'foundItem'>
export type KeyLogId = Id<'keyLog'>
export type LuggageId = Id<'luggage'>

/** True for a whole number from 1 up that arithmetic keeps exactly. */
export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}

/** Reads an id as it is in an address or on a command line; null when it isn't one. */
export function parseId<I extends Id<string>>(text: string): I | null {
  if (!/^[1-9]\d{0,15}$/.test(text)) return null
  const number = Number(text)
  return isId(number) ? (number as I) : null
}

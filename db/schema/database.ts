import type { DerivedMetaTable } from '../derived/kind.ts'
import type { InsightFactsState, InsightGuestFacts } from '../insight/facts.ts'
import type { GuestFutureTable } from '../insight/future.ts'
import type { InsightGuestKindTable, InsightLikenessTable } from '../insight/groups.ts'
import type { GuestLeavingTable } from '../insight/leaving.ts'
import type { BookingRiskTable } from '../insight/risk.ts'
import type { OfferRulesTable } from '../insight/rules.ts'
import type { InsightRunsTable } from '../insight/runs.ts'
import type { InsightSegmentMembersTable, InsightSegmentSetsTable } from '../insight/segments.ts'
import type { GuestTreeTable, TreeModelsTable } from '../insight/tree.ts'
import type { GuestMovesTable, GuestValueTable } from '../insight/value.ts'
import type { RolesTable, SettingsTable, UsersTable } from './access.ts'
import type { AccountsTable } from './account.ts'
import type { CloseSettingsTable, ClosesTable } from './audit.ts'
import type { BackupSettingsTable } from './backup.ts'
import type { BookingCompanionsTable, BookingsTable, RoomNightsTable } from './booking.ts'
import type { ChangeHeadTable, ChangeOriginTable, ChangesTable, ReceiptsTable } from './change.ts'
import type {
  AccountItemsTable,
  DepositMovesTable,
  DepositsTable,
  FapiaoLinesTable,
  FapiaoTable,
  FolioBalancesTable,
  FolioLinesTable,
  FolioRoutingsTable,
  FoliosTable,
  FolioWindowsTable,
  HoldsTable,
  LedgerDaysTable,
  LedgerEntriesTable,
  LineTaxesTable,
  PaperLinesTable,
  PaperNumbersTable,
  PaperPrintsTable,
  PaperSeriesTable,
  PapersTable,
  PaymentsTable,
  PostingsTable,
  ShiftsTable,
  VouchersTable,
} from './folio.ts'
import type {
  ExchangeRatesTable,
  FeePoliciesTable,
  FolioSettingsTable,
  LedgerAccountsTable,
  PackagesTable,
  TaxesTable,
  TaxRulesTable,
  TransactionCodesTable,
} from './folio-chart.ts'
import type {
  GuestAlertsTable,
  GuestConsentsTable,
  GuestContactsTable,
  GuestDocumentsTable,
  GuestNotesTable,
  GuestPreferencesTable,
  GuestsTable,
  GuestTagsTable,
} from './guest.ts'
import type { HouseTables } from './house.ts'
import type {
  AttendantsTable,
  DiscrepanciesTable,
  HousekeepingSettingsTable,
  HousekeepingTasksTable,
  PicturesTable,
  TicketsTable,
} from './housekeeping.ts'
import type {
  ImportBatchesTable,
  ImportFindingsTable,
  ImportMappingsTable,
  ImportWordsTable,
  SourceRecordsTable,
} from './import.ts'
import type { GuestJudgementsTable, InsightSettingsTable, PlaybooksTable } from './insight.ts'
import type { GuestKindsTable } from './insight-groups.ts'
import type { LeavingCasesTable } from './insight-leaving.ts'
import type { MembershipsTable, MembershipTiersTable, ProgrammesTable } from './loyalty.ts'
import type { OffersTable, SuggestionVotesTable } from './offer.ts'
import type { RatePlansTable, RatePricesTable } from './rate.ts'
import type {
  DeskDevicesTable,
  MinorEntriesTable,
  MinorSheetsTable,
  RegistrantsTable,
  RegistrationSettingsTable,
  RegistrationsTable,
  VisitorsTable,
} from './registration.ts'
import type {
  BudgetCellsTable,
  BudgetsTable,
  CommissionsTable,
  CompSetCellsTable,
  CompSetsTable,
  ExploresTable,
  ReportFavouritesTable,
  ReportMemoriesTable,
  ReportMemoryEntriesTable,
  ReportScheduleStatesTable,
  ReportSchedulesTable,
  ReportSettingsTable,
} from './report.ts'
import type { RequestsTable } from './request.ts'
import type { ClosuresTable, RoomsTable, RoomTypesTable } from './room.ts'
import type { SegmentsTable, SegmentTaggingsTable, SegmentTagsTable } from './segment.ts'
import type { DayUsesTable, StayPersonsTable, StaySettingsTable, StaysTable } from './stay.ts'
import type { ShiftNotesTable } from './today.ts'

/** Every table of the store, for Kysely. */
export type Database = HouseTables & {
  settings: SettingsTable
  backup_settings: BackupSettingsTable
  users: UsersTable
  roles: RolesTable
  shift_notes: ShiftNotesTable
  room_types: RoomTypesTable
  rooms: RoomsTable
  closures: ClosuresTable
  housekeeping_settings: HousekeepingSettingsTable
  attendants: AttendantsTable
  housekeeping_tasks: HousekeepingTasksTable
  discrepancies: DiscrepanciesTable
  pictures: PicturesTable
  tickets: TicketsTable
  rate_plans: RatePlansTable
  rate_prices: RatePricesTable
  accounts: AccountsTable
  guests: GuestsTable
  guest_contacts: GuestContactsTable
  guest_documents: GuestDocumentsTable
  guest_preferences: GuestPreferencesTable
  guest_tags: GuestTagsTable
  guest_notes: GuestNotesTable
  guest_alerts: GuestAlertsTable
  guest_consents: GuestConsentsTable
  programmes: ProgrammesTable
  memberships: MembershipsTable
  membership_tiers: MembershipTiersTable
  insight_settings: InsightSettingsTable
  playbooks: PlaybooksTable
  guest_judgements: GuestJudgementsTable
  import_batches: ImportBatchesTable
  import_findings: ImportFindingsTable
  import_mappings: ImportMappingsTable
  import_words: ImportWordsTable
  source_records: SourceRecordsTable
  bookings: BookingsTable
  booking_companions: BookingCompanionsTable
  room_nights: RoomNightsTable
  requests: RequestsTable
  stays: StaysTable
  stay_persons: StayPersonsTable
  stay_settings: StaySettingsTable
  day_uses: DayUsesTable
  leaving_cases: LeavingCasesTable
  offers: OffersTable
  suggestion_votes: SuggestionVotesTable
  guest_kinds: GuestKindsTable
  segments: SegmentsTable
  segment_taggings: SegmentTaggingsTable
  segment_tags: SegmentTagsTable
  report_settings: ReportSettingsTable
  commissions: CommissionsTable
  report_memories: ReportMemoriesTable
  report_memory_entries: ReportMemoryEntriesTable
  report_favourites: ReportFavouritesTable
  explores: ExploresTable
  budgets: BudgetsTable
  budget_cells: BudgetCellsTable
  comp_sets: CompSetsTable
  comp_set_cells: CompSetCellsTable
  closes: ClosesTable
  close_settings: CloseSettingsTable
  report_schedules: ReportSchedulesTable
  report_schedule_states: ReportScheduleStatesTable
  folio_settings: FolioSettingsTable
  ledger_accounts: LedgerAccountsTable
  taxes: TaxesTable
  tax_rules: TaxRulesTable
  transaction_codes: TransactionCodesTable
  packages: PackagesTable
  fee_policies: FeePoliciesTable
  exchange_rates: ExchangeRatesTable
  folios: FoliosTable
  folio_windows: FolioWindowsTable
  folio_routings: FolioRoutingsTable
  folio_balances: FolioBalancesTable
  shifts: ShiftsTable
  postings: PostingsTable
  folio_lines: FolioLinesTable
  line_taxes: LineTaxesTable
  ledger_entries: LedgerEntriesTable
  ledger_days: LedgerDaysTable
  payments: PaymentsTable
  deposits: DepositsTable
  deposit_moves: DepositMovesTable
  holds: HoldsTable
  vouchers: VouchersTable
  account_items: AccountItemsTable
  paper_series: PaperSeriesTable
  paper_numbers: PaperNumbersTable
  papers: PapersTable
  paper_lines: PaperLinesTable
  paper_prints: PaperPrintsTable
  fapiao: FapiaoTable
  fapiao_lines: FapiaoLinesTable
  registrants: RegistrantsTable
  registrations: RegistrationsTable
  minor_sheets: MinorSheetsTable
  minor_entries: MinorEntriesTable
  visitors: VisitorsTable
  registration_settings: RegistrationSettingsTable
  desk_devices: DeskDevicesTable
  changes: ChangesTable
  change_head: ChangeHeadTable
  change_origin: ChangeOriginTable
  receipts: ReceiptsTable
  /** FTS5: rowid is the guest's id. */
  guest_search: { rowid: number; tokens: string }
  /** Derived data in the file beside the store, attached to the reader alone. */
  'insight.meta': DerivedMetaTable
  'insight.runs': InsightRunsTable
  'insight.facts_state': InsightFactsState
  'insight.guest_facts': InsightGuestFacts
  'insight.guest_kind': InsightGuestKindTable
  'insight.likeness': InsightLikenessTable
  'insight.tree_models': TreeModelsTable
  'insight.guest_tree': GuestTreeTable
  'insight.booking_risk': BookingRiskTable
  'insight.segment_sets': InsightSegmentSetsTable
  'insight.segment_members': InsightSegmentMembersTable
  'insight.guest_future': GuestFutureTable
  'insight.guest_leaving': GuestLeavingTable
  'insight.guest_value': GuestValueTable
  'insight.guest_value_then': GuestValueTable
  'insight.guest_moves': GuestMovesTable
  'insight.offer_rules': OfferRulesTable
}

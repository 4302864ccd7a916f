import { noArrivalTerms } from '#shared/domain/booking/hold.ts'
import type { Image } from '#shared/domain/change/change.ts'
import { noTerms } from '#shared/domain/rate/rate-plan.ts'

/** A kind of thing whose rows must be what the log left them as. */
export type Kind = {
  entity:
    | 'settings'
    | 'user'
    | 'room-type'
    | 'room'
    | 'rate-plan'
    | 'account'
    | 'programme'
    | 'membership'
    | 'leaving-case'
    | 'guest-kind'
    | 'import-mapping'
    | 'import-word'
    | 'insight-setting'
    | 'playbook'
    | 'guest-judgement'
    | 'offer'
    | 'suggestion-vote'
    | 'segment'
    | 'segment-tags'
    | 'request'
    | 'guest'
    | 'booking'
  table: string
  /**
   * SQL for the image of a row of `t` as JSON, its fields in the order in which the log has them: that of the program's own
   * images where mostly nothing of them is personal (bookings, requests), else the open ones first.
   */
  text: string
  /** What a thing has that its first change does not name. */
  defaults?: Image
  /** Which rows the log does not know is another check's question. */
  loggedElsewhere?: true
}

/** The kinds whose images are replayed, in the order in which they are reported. */
export const kinds: readonly Kind[] = [
  {
    entity: 'settings',
    table: 'settings',
    defaults: { address: '', phone: '', email: '', idleMinutes: 15, sessionHours: 12 },
    text: object({
      hotelName: 'hotel_name',
      language: 'language',
      currency: 'currency',
      timeZone: 'time_zone',
      country: 'country',
      address: 'address',
      phone: 'phone',
      email: 'email',
      idleMinutes: 'idle_minutes',
      sessionHours: 'session_hours',
      businessDate: 'business_date',
    }),
  },
  {
    entity: 'user',
    table: 'users',
    text: object({
      login: 'login',
      role: 'role',
      language: 'language',
      active: flag('active'),
      name: 'name',
    }),
  },
  {
    entity: 'room-type',
    table: 'room_types',
    text: object({
      code: 'code',
      nameEn: 'name_en',
      nameZh: 'name_zh',
      maxPersons: 'max_persons',
      overbooking: 'overbooking',
      baseRateMinor: 'base_rate_minor',
      position: 'position',
      active: flag('active'),
    }),
  },
  {
    entity: 'room',
    table: 'rooms',
    text: object({
      number: 'number',
      roomTypeId: 'room_type_id',
      floor: 'floor',
      features: json('features'),
      housekeeping: 'housekeeping',
      outOfService: flag('out_of_service'),
      active: flag('active'),
    }),
  },
  {
    entity: 'rate-plan',
    table: 'rate_plans',
    defaults: noTerms,
    text: object({
      code: 'code',
      nameEn: 'name_en',
      nameZh: 'name_zh',
      meal: 'meal',
      kind: 'kind',
      qualifies: flag('qualifies'),
      active: flag('active'),
      prices:
        '(select json_group_object(room_type_id, amount_minor order by room_type_id) from rate_prices where rate_plan_id = t.id)',
      segment: 'segment',
      channel: 'channel',
      guarantee: 'guarantee',
      accountKind: 'account_kind',
      accountId: 'account_id',
    }),
  },
  {
    entity: 'account',
    table: 'accounts',
    text: object({ kind: 'kind', code: 'code', name: 'name', active: flag('active') }),
  },
  {
    entity: 'programme',
    table: 'programmes',
    text: object({
      code: 'code',
      nameEn: 'name_en',
      nameZh: 'name_zh',
      parameters: json('parameters'),
      active: flag('active'),
    }),
  },
  {
    entity: 'import-mapping',
    table: 'import_mappings',
    text: object({ name: 'name', mapping: 'mapping' }),
  },
  {
    entity: 'import-word',
    table: 'import_words',
    text: object({ field: 'field', word: 'word', means: 'means' }),
  },
  {
    entity: 'insight-setting',
    table: 'insight_settings',
    text: object({ section: 'section', parameters: json('parameters') }),
  },
  {
    entity: 'playbook',
    table: 'playbooks',
    text: object({
      classKind: 'class_kind',
      class: 'class',
      action: 'action',
      department: 'department',
      costMinor: 'cost_minor',
    }),
  },
  {
    entity: 'guest-judgement',
    table: 'guest_judgements',
    text: object({
      guestId: 'guest_id',
      excluded: flag('excluded'),
      value: 'value',
      need: 'need',
      lifecycle: 'lifecycle',
      behaviour: 'behaviour',
      relation: 'relation',
      reason: 'reason',
    }),
  },
  {
    entity: 'offer',
    table: 'offers',
    text: object({
      guestId: 'guest_id',
      bookingId: 'booking_id',
      basis: 'basis',
      rule: 'rule',
      outcome: 'outcome',
      place: 'place',
      notedOn: 'noted_on',
      notedAt: 'noted_at',
      notedBy: 'noted_by',
      item: 'item',
    }),
  },
  {
    entity: 'suggestion-vote',
    table: 'suggestion_votes',
    text: object({ votedBy: 'voted_by', kind: 'kind', vote: 'vote', votedAt: 'voted_at' }),
  },
  {
    entity: 'segment',
    table: 'segments',
    text: object({
      nameEn: 'name_en',
      nameZh: 'name_zh',
      rule: 'rule',
      tag: 'tag',
      createdAt: 'created_at',
      createdBy: 'created_by',
    }),
  },
  {
    entity: 'segment-tags',
    table: 'segment_taggings',
    text: object({
      asOf: 'as_of',
      guests:
        "(select json_group_object(guest_id, json('true') order by guest_id) from segment_tags where segment_id = t.id)",
    }),
  },
  {
    entity: 'membership',
    table: 'memberships',
    text: object({
      guestId: 'guest_id',
      programmeId: 'programme_id',
      tier: 'tier',
      tierSince: 'tier_since',
      overridden: flag('overridden'),
      joinedOn: 'joined_on',
      number: 'number',
      tiers: collection('membership_tiers', 'membership_id', 'position', {
        tier: 'tier',
        since: 'since',
        reason: 'reason',
        by: 'by',
      }),
    }),
  },
  {
    entity: 'guest-kind',
    table: 'guest_kinds',
    text: object({ name: 'name', means: json('means') }),
  },
  {
    entity: 'leaving-case',
    table: 'leaving_cases',
    text: object({
      guestId: 'guest_id',
      openedOn: 'opened_on',
      openedBy: 'opened_by',
      owner: 'owner',
      ownedOn: 'owned_on',
      snoozedUntil: 'snoozed_until',
      offer: 'offer',
      costMinor: 'cost_minor',
      offeredOn: 'offered_on',
      offeredBy: 'offered_by',
      outcome: 'outcome',
      lossReason: 'loss_reason',
      returnedOn: 'returned_on',
      closedOn: 'closed_on',
      closedBy: 'closed_by',
      offerText: 'offer_text',
      outcomeText: 'outcome_text',
    }),
  },
  {
    entity: 'request',
    table: 'requests',
    loggedElsewhere: true,
    text: object({
      bookingId: 'booking_id',
      kind: 'kind',
      text: 'text',
      department: 'department',
      dueOn: 'due_on',
      dueTime: 'due_time',
      status: 'status',
      reason: 'reason',
      fromPreference: flag('from_preference'),
      createdAt: 'created_at',
      createdBy: 'created_by',
      statusAt: 'status_at',
      statusBy: 'status_by',
    }),
  },
  {
    entity: 'guest',
    table: 'guests',
    loggedElsewhere: true,
    text: object({
      nativeName: 'native_name',
      familyName: 'family_name',
      givenName: 'given_name',
      salutation: 'salutation',
      gender: 'gender',
      birthDate: 'birth_date',
      nationality: 'nationality',
      language: 'language',
      unnamed: flag('unnamed'),
      createdAt: 'created_at',
      contacts: ofGuest('guest_contacts', 'id', {
        kind: 'kind',
        value: 'value',
        agencyMasked: flag('agency_masked'),
        primary: flag('is_primary'),
      }),
      documents: ofGuest('guest_documents', 'id', {
        kind: 'kind',
        number: 'number',
        country: 'country',
        expiresOn: 'expires_on',
      }),
      preferences: ofGuest('guest_preferences', 'id', {
        group: 'category',
        value: 'value',
        source: 'source',
        notedOn: 'noted_on',
      }),
      tags: "(select json_group_object(tag, json('true')) from guest_tags where guest_id = t.id)",
      notes: ofGuest('guest_notes', 'id', { text: 'text', at: 'at', by: 'by' }),
      alerts: ofGuest('guest_alerts', 'id', { area: 'area', text: 'text', blocks: 'blocks' }),
      consents: ofGuest('guest_consents', 'channel', {
        granted: flag('granted'),
        at: 'at',
        wording: 'wording',
        by: 'by',
      }),
    }),
  },
  {
    entity: 'booking',
    table: 'bookings',
    loggedElsewhere: true,
    defaults: { ...noArrivalTerms },
    text: object({
      confirmationNo: 'confirmation_no',
      status: 'status',
      arrival: 'arrival',
      departure: 'departure',
      guestId: 'guest_id',
      bookerId: 'booker_id',
      agencyId: 'agency_id',
      companyId: 'company_id',
      roomTypeId: 'room_type_id',
      chargedRoomTypeId: 'charged_room_type_id',
      ratePlanId: 'rate_plan_id',
      adults: 'adults',
      children: 'children',
      infants: 'infants',
      meal: 'meal',
      segment: 'segment',
      channel: 'channel',
      guarantee: 'guarantee',
      expectedTime: 'expected_time',
      holdUntil: 'hold_until',
      depositMinor: 'deposit_minor',
      depositDueOn: 'deposit_due_on',
      comment: 'comment',
      createdOn: 'created_on',
      cancelledOn: 'cancelled_on',
      cancelReason: 'cancel_reason',
      source: json('source'),
      importBatchId: 'import_batch_id',
      nights: collection('room_nights', 'booking_id', 'night', {
        roomTypeId: 'room_type_id',
        roomId: 'room_id',
        rateMinor: 'rate_minor',
      }),
      companions:
        "(select json_group_object(guest_id, json('true') order by guest_id) from booking_companions where booking_id = t.id)",
    }),
  },
]

function object(fields: Record<string, string>): string {
  return `json_object(${Object.entries(fields)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ')})`
}

/** SQLite has no booleans. */
function flag(column: string): string {
  return `json(iif(${column} = 1, 'true', 'false'))`
}

/** JSON kept in a column as text; what is none is a text, which differs from what the log has. */
function json(column: string): string {
  return `iif(json_valid(${column}), json(${column}), ${column})`
}

/** The rows of a thing's collection, each under its key, in the order in which an object of the program has them. */
function collection(table: string, owner: string, key: string, fields: Record<string, string>): string {
  return `(select json_group_object(${key}, ${object(fields)} order by ${key}) from ${table} where ${owner} = t.id)`
}

function ofGuest(table: string, key: string, fields: Record<string, string>): string {
  return collection(table, 'guest_id', key, fields)
}

/**
 * Special requests: one wish for one stay, given to a department, open until done or declined. The kinds
 * are the thirteen seen in a real hotel's records, and `other` for what a guest asks beside them.
 */
import { ok, type Result, refuse } from '../../values/index.ts'
import type { PreferenceGroup } from '../guest/preferences.ts'

export const requestKinds = [
  'high-floor',
  'medium-floor',
  'low-floor',
  'accessible',
  'bathtub',
  'shower',
  'crib',
  'king',
  'twin',
  'near-elevator',
  'away-from-elevator',
  'quiet',
  'no-alcohol',
  'other',
] as const
export const departments = [
  'front-office',
  'housekeeping',
  'engineering',
  'food-and-beverage',
  'concierge',
] as const
export const requestStatuses = ['open', 'acknowledged', 'done', 'declined'] as const
export const requestActions = ['acknowledge', 'done', 'decline', 'reopen'] as const

export type RequestKind = (typeof requestKinds)[number]
export type Department = (typeof departments)[number]
export type RequestStatus = (typeof requestStatuses)[number]
export type RequestAction = (typeof requestActions)[number]

/** Who sees to it unless the clerk says otherwise: what the room is, the desk; what is in it, housekeeping. */
const DEPARTMENT: Readonly<Record<RequestKind, Department>> = {
  'high-floor': 'front-office',
  'medium-floor': 'front-office',
  'low-floor': 'front-office',
  accessible: 'front-office',
  bathtub: 'front-office',
  shower: 'front-office',
  crib: 'housekeeping',
  king: 'front-office',
  twin: 'front-office',
  'near-elevator': 'front-office',
  'away-from-elevator': 'front-office',
  quiet: 'front-office',
  'no-alcohol': 'food-and-beverage',
  other: 'front-office',
}

/** The department that usually sees to a kind of request. */
export function departmentOf(kind: RequestKind): Department {
  return DEPARTMENT[kind]
}

const NEXT: Readonly<Record<RequestAction, Partial<Record<RequestStatus, RequestStatus>>>> = {
  acknowledge: { open: 'acknowledged' },
  done: { open: 'done', acknowledged: 'done' },
  decline: { open: 'declined', acknowledged: 'declined' },
  reopen: { acknowledged: 'open', done: 'open', declined: 'open' },
}

export type RequestCode = 'STATUS_NOT_POSSIBLE' | 'REASON_NEEDED'

/**
 * open → acknowledged → done or declined; anything not open may be reopened. Declining wants a reason: the
 * guest will ask. Done can't be declined without being reopened first, so that the story stays readable.
 */
export function nextStatus(
  current: RequestStatus,
  action: RequestAction,
  reason = '',
): Result<RequestStatus, RequestCode> {
  const next = NEXT[action][current]
  if (!next) return refuse('STATUS_NOT_POSSIBLE', { status: current, action })
  if (action === 'decline' && reason.trim() === '') return refuse('REASON_NEEDED')
  return ok(next)
}

/** The actions that a status allows, in the order the buttons are. */
export function actionsOf(status: RequestStatus): RequestAction[] {
  return requestActions.filter((action) => NEXT[action][status] !== undefined)
}

/** Still to be seen to. */
export function isOpen(status: RequestStatus): boolean {
  return status === 'open' || status === 'acknowledged'
}

const FROM_PREFERENCE: Readonly<Record<string, RequestKind>> = {
  'floor/high': 'high-floor',
  'floor/medium': 'medium-floor',
  'floor/low': 'low-floor',
  'bed/king': 'king',
  'bed/twin': 'twin',
  'room-feature/accessible': 'accessible',
  'room-feature/bathtub': 'bathtub',
  'room-feature/shower': 'shower',
  'room-feature/crib': 'crib',
  'room-feature/near-elevator': 'near-elevator',
  'room-feature/away-from-elevator': 'away-from-elevator',
  'room-feature/quiet': 'quiet',
  'drink/no-alcohol': 'no-alcohol',
}

const GROUP_DEPARTMENT: Readonly<Record<PreferenceGroup, Department>> = {
  'room-feature': 'front-office',
  floor: 'front-office',
  bed: 'front-office',
  smoking: 'front-office',
  pillow: 'housekeeping',
  diet: 'food-and-beverage',
  newspaper: 'concierge',
  temperature: 'housekeeping',
  drink: 'food-and-beverage',
  other: 'front-office',
}

export interface RequestFromPreference {
  kind: RequestKind
  department: Department
  /** Empty where the kind says it all; else the preference's value, for `other`. */
  text: string
}

/** The request that a preference on file becomes on each new booking. */
export function requestOfPreference(group: PreferenceGroup, value: string): RequestFromPreference {
  const kind = FROM_PREFERENCE[`${group}/${value}`]
  if (kind) return { kind, department: departmentOf(kind), text: '' }
  return { kind: 'other', department: GROUP_DEPARTMENT[group], text: value }
}

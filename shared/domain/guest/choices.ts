/** The closed lists of a guest's profile. */

export const contactKinds = ['mobile', 'phone', 'email', 'wechat', 'address'] as const
export const alertAreas = ['reservation', 'check-in', 'in-house', 'check-out', 'billing'] as const
export const blockings = ['none', 'check-in', 'check-out'] as const
export const consentChannels = ['phone', 'sms', 'email', 'wechat', 'post'] as const
export const preferenceSources = ['guest', 'staff', 'stay', 'import'] as const
export const salutations = ['', 'mr', 'ms', 'mrs', 'mx', 'dr', 'prof'] as const
export const genders = ['', 'female', 'male', 'other'] as const

export type ContactKind = (typeof contactKinds)[number]
export type AlertArea = (typeof alertAreas)[number]
export type Blocking = (typeof blockings)[number]
export type ConsentChannel = (typeof consentChannels)[number]
export type PreferenceSource = (typeof preferenceSources)[number]
export type Salutation = (typeof salutations)[number]
export type Gender = (typeof genders)[number]

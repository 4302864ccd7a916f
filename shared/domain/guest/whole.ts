import type { GuestImage } from './image.ts'

/** A guest of whom personal values were erased, or beside whose image something else was logged, with every field and no other. */
export function wholeGuest(image: Partial<GuestImage>): GuestImage {
  return {
    nativeName: image.nativeName ?? '',
    familyName: image.familyName ?? '',
    givenName: image.givenName ?? '',
    salutation: image.salutation ?? '',
    gender: image.gender ?? '',
    birthDate: image.birthDate ?? null,
    nationality: image.nationality ?? '',
    language: image.language ?? '',
    unnamed: image.unnamed ?? false,
    createdAt: image.createdAt ?? '',
    contacts: image.contacts ?? {},
    documents: image.documents ?? {},
    preferences: image.preferences ?? {},
    tags: image.tags ?? {},
    notes: image.notes ?? {},
    alerts: image.alerts ?? {},
    consents: image.consents ?? {},
  }
}

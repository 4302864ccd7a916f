import { maskDocument } from '#shared/domain/privacy/mask-document.ts'
import type { RegistrationData } from '#shared/domain/registration/fields.ts'

/** What is registered of a guest as screens show it: a document's whole number is taken out by a command, which is logged. */
export function masked(data: RegistrationData): RegistrationData {
  const { documentNumber } = data
  return documentNumber ? { ...data, documentNumber: maskDocument(documentNumber) } : data
}

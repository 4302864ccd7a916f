/** Whether a field's values can be erased. */
export type FieldClass = 'personal' | 'open'

/** Every field of an image with its class. */
export type Classes<I = Record<string, unknown>> = Readonly<Record<keyof I & string, FieldClass>>

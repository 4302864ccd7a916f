/** Characters of a pasted message that are taken; mails of agencies have a tenth of it. */
export const maxMessageChars = 400_000
/** Bytes of a mail's file. */
export const maxFileBytes = 10 * 1024 ** 2
/** Bytes of a file that a page sends along: what is behind them in a mail are its attachments. */
export const maxSentBytes = 700 * 1024

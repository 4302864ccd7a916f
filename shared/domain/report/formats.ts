/** What a report's file can be; the word is its ending. */
export const reportFormats = ['pdf', 'xlsx', 'csv', 'html', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/**
 * What a stay bought beside its room: charges of food and other revenue. What the night brings with its package is not bought;
 * `c`, `p`: code and posting of a line.
 */
export const isExtraSql = "c.kind = 'charge' and c.revenue_group in ('food', 'other') and p.kind <> 'room'"

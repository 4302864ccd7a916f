/** What other areas may use of the house. */
export { countOpenOf as openOf } from '#db/queries/house/open.ts'

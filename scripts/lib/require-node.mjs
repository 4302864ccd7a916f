/**
 * Says plainly which Node is needed instead of crashing: the store’s binary ends an older Node without a word, and an
 * older Node can’t read TypeScript. Parses in any Node that knows modules, so that the words are always reached.
 *
 * @param {number} least the least major version
 * @param {string} remedy what to do, as a sentence
 */
export function requireNode(least, remedy) {
  const complaint = nodeComplaint(process.versions.node, least, remedy)
  if (!complaint) return
  console.error(complaint)
  process.exit(1)
}

/**
 * @param {string} version as in process.versions.node
 * @param {number} least
 * @param {string} remedy
 * @returns {string | null} null when the version will do
 */
export function nodeComplaint(version, least, remedy) {
  if (Number.parseInt(version, 10) >= least) return null
  return 'Keyrack needs Node ' + least + ' or newer here; this is Node ' + version + '. ' + remedy
}

import { checkBoundaries } from './lib/boundaries.ts'
import { projectRoot } from './lib/root.mjs'

const report = await checkBoundaries(projectRoot)
for (const { rule, from, to, comment } of report.violations) {
  console.error(`${from}: ${rule}\n  → ${to}\n  ${comment}`)
}
if (report.modules < report.sourceFiles || report.sourceFiles === 0) {
  console.error(`boundaries: only ${report.modules} of ${report.sourceFiles} source files were read`)
  process.exit(1)
}
console.log(`boundaries: ${report.modules} files read, ${report.violations.length} violations`)
process.exit(report.violations.length > 0 ? 1 : 0)

// Checks every package that is published, as it was last built, and names what is wrong.
import { fileURLToPath } from 'node:url'
import { packageProblems } from './package-problems.mjs'
import { publishablePackages } from './publishable.mjs'

const packages = publishablePackages(fileURLToPath(new URL('../../..', import.meta.url)))
for (const pkg of packages) {
  const problems = await packageProblems(pkg)
  for (const problem of problems) console.error(`${pkg.manifest.name}: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}
console.log(`${packages.length} packages checked`)

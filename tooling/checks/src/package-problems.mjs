import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, Package } from '@arethetypeswrong/core'
import { filterProblems, problemKindInfo } from '@arethetypeswrong/core/problems'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { publishedFiles } from './publishable.mjs'

/** How the packages may be imported: as ES modules, by Node and by bundlers. */
const RESOLUTIONS = /** @type {const} */ (['node16-esm', 'bundler'])

/**
 * What is wrong with a built package as another project would install it.
 * @param {{ folder: string, manifest: import('./publishable.mjs').PackageManifest }} pkg
 * @returns {Promise<string[]>} one sentence per problem
 */
export async function packageProblems({ folder, manifest }) {
  const files = publishedFiles(folder, manifest)
  return [...(await exportProblems({ folder, manifest, files })), ...(await typeProblems({ folder, manifest, files }))]
}

/** @param {{ folder: string, manifest: import('./publishable.mjs').PackageManifest, files: readonly string[] }} pkg */
async function exportProblems({ folder, manifest, files }) {
  const packed = files.map((file) => ({
    name: `package/${file}`,
    data: file === 'package.json' ? Buffer.from(asInstalled(manifest)) : readFileSync(join(folder, file)),
  }))
  const { messages, pkg } = await publint({ pkgDir: 'package', strict: true, pack: { files: packed } })
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`)
}

/** @param {{ folder: string, manifest: import('./publishable.mjs').PackageManifest, files: readonly string[] }} pkg */
async function typeProblems({ folder, manifest, files }) {
  if (!files.some((file) => file.endsWith('.d.ts'))) return ['attw: there are no declarations; is the package built?']
  const inside = Object.fromEntries(
    files.map((file) => [`/node_modules/${manifest.name}/${file}`, readFileSync(join(folder, file), 'utf8')]),
  )
  const result = await checkPackage(new Package(inside, manifest.name, manifest.version), {
    // a style sheet has no types to resolve
    excludeEntrypoints: [/\.css$/],
  })
  if (!result.types) return ['attw: no types were found']
  const problems = RESOLUTIONS.flatMap((resolutionKind) => filterProblems(result, { resolutionKind }))
  return [...new Set(problems)].map((problem) => {
    const where = 'entrypoint' in problem ? ` at ${problem.entrypoint} (${problem.resolutionKind})` : ''
    return `attw: ${problemKindInfo[problem.kind].title}${where}`
  })
}

/**
 * The manifest as other projects read it: they do not set the condition that leads this workspace to its sources.
 * @param {import('./publishable.mjs').PackageManifest} manifest
 */
const asInstalled = (manifest) =>
  JSON.stringify(manifest, (key, value) => (key === 'opendpf-source' ? undefined : value))

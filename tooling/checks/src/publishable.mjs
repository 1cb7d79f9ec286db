import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} PackageManifest
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {string[]} [files]
 * @property {Record<string, unknown>} [exports]
 */

/**
 * The packages under a root that are published: those not marked private.
 * @param {string} root
 * @returns {{ folder: string, manifest: PackageManifest }[]}
 */
export function publishablePackages(root) {
  return globSync(['packages/*/*/package.json', 'packages/sdk/package.json'], { cwd: root })
    .sort()
    .map((file) => ({ folder: join(root, file, '..'), manifest: readManifest(join(root, file)) }))
    .filter(({ manifest }) => manifest.private !== true)
}

/**
 * The files that publishing a package would send, by path within the package.
 * @param {string} folder
 * @param {PackageManifest} manifest
 * @returns {string[]}
 */
export function publishedFiles(folder, manifest) {
  const always = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'].filter((name) =>
    existsSync(join(folder, name)),
  )
  const named = (manifest.files ?? []).flatMap((name) =>
    globSync(`${name}/**/*.*`, { cwd: folder }).map((file) => file.replaceAll('\\', '/')),
  )
  return [...always, ...named]
}

/**
 * @param {string} file
 * @returns {PackageManifest}
 */
const readManifest = (file) => JSON.parse(readFileSync(file, 'utf8'))

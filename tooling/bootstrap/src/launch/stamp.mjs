import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const NOT_A_SOURCE = new Set(['node_modules', 'dist', '.turbo', 'coverage', 'test-results'])
const NEEDS_NO_BUILD = /\.(test|test-d|spec)\.tsx?$|\.md$|\.log$|\.tsbuildinfo$/

/**
 * A sum over the contents of files; a missing file counts as empty.
 * @param {{ files: readonly string[], also?: readonly string[] }} input `also` are texts that change the sum too
 */
export function contentStamp({ files, also = [] }) {
  const sum = createHash('sha256')
  for (const file of files) sum.update(`${file}\0`).update(contentOf(file)).update('\0')
  for (const text of also) sum.update(`${text}\0`)
  return sum.digest('hex')
}

/**
 * A sum over path, size and time of change of every source file under the folders: quick, and wrong only in the
 * direction of building once too often.
 * @param {{ root: string, folders: readonly string[] }} input
 */
export function sourceStamp({ root, folders }) {
  const lines = folders.flatMap((folder) =>
    [...sourceFiles(folder)].map((file) => {
      const { size, mtimeMs } = statSync(file)
      return `${relative(root, file)}\0${size}\0${mtimeMs}`
    }),
  )
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/**
 * @param {string} file
 * @returns {string | undefined} the stamp kept there, if any
 */
export function readStamp(file) {
  const text = contentOf(file).toString('utf8')
  return text === '' ? undefined : text
}

/**
 * @param {string} file
 * @param {string} stamp
 */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stamp)
}

/**
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* sourceFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (NOT_A_SOURCE.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sourceFiles(path)
    else if (entry.isFile() && !NEEDS_NO_BUILD.test(entry.name)) yield path
  }
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

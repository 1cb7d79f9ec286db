import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../workspace.mjs'

const FOLDER = join(ROOT, 'node_modules', '.opendpf-reports')

/**
 * Where a step may leave its report; an older one is removed, so that it cannot be taken for the new one.
 * @param {string} step
 */
export function reportFile(step) {
  const file = join(FOLDER, `${step}.json`)
  mkdirSync(FOLDER, { recursive: true })
  rmSync(file, { force: true })
  return file
}

/**
 * @param {string} file
 * @returns {any} the report as its tool wrote it, or undefined where there is none; the reader of it names its type
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

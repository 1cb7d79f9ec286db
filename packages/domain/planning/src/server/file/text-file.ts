import type { Locale } from '@opendpf/messages'
import { messageOf } from '@opendpf/messages'
import { isMap, LineCounter, parseDocument, stringify } from 'yaml'
import { type PlanFile, planning } from '../../contract/index.js'
import { checkFile, type FileReading, fileProblem } from './file-problem.js'

/** Writes a plan as YAML, one field to a line, for people and for version control. */
export function writeYaml(file: PlanFile): string {
  return stringify(file, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** Writes a plan as JSON. */
export function writeJson(file: PlanFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a plan from YAML or JSON, which is a kind of YAML; each problem names its line. */
export function readText(text: string, locale: Locale): FileReading {
  const lines = new LineCounter()
  // a plan has no use for aliases, which could make a small file an endless one
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', version: '1.2' })
  const lineOf = (offset: number) => messageOf(planning.messages, locale, 'file.line', lines.linePos(offset))
  const [broken] = document.errors
  if (broken)
    return {
      ok: false,
      problems: [fileProblem('file.problem.text', { locale, path: '', where: lineOf(broken.pos[0]) })],
    }
  if (!isMap(document.contents))
    return { ok: false, problems: [fileProblem('file.problem.empty', { locale, path: '', where: '' })] }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 0 })
  } catch {
    return { ok: false, problems: [fileProblem('file.problem.alias', { locale, path: '', where: '' })] }
  }
  const offsetOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { readonly range?: readonly number[] } | undefined
      if (node?.range?.[0] !== undefined) return node.range[0]
    }
    return 0
  }
  return checkFile(value, {
    locale,
    placeOf: (path) => ({ where: lineOf(offsetOf(path)), label: String(path.at(-1) ?? '') }),
  })
}

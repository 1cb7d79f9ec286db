import { type FieldProblem, OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import type { Locale } from '@opendpf/messages'
import { organisations } from '@opendpf/organisations'
import { type PlanFile, planning } from '../../contract/index.js'
import { fileProblem } from './file-problem.js'
import { readText } from './text-file.js'

const { plan, section, project, item, split } = planning.records
const { organisation } = organisations.records
type Context = Pick<ModuleContext, 'read' | 'write'>

/**
 * Writes a plan from its file: a draft, whatever it says, with all its parts, in a fixed number of statements.
 *
 * @returns the id of the plan
 * @throws OpenDpfError `invalid-input` with each problem's place in the file
 */
export async function importPlan(context: Context, file: PlanFile, locale: Locale): Promise<string> {
  const { write } = context
  const organisationOf = await findOrganisations(context, file, locale)
  const { organisation: owner, ...head } = file.plan
  const { id } = await write.create(plan, { ...head, organisation: organisationOf(owner) })
  const sections = await write.createMany(
    section,
    (file.sections ?? []).map(({ key: _, ...rest }, position) => ({ ...rest, plan: id, position })),
  )
  const projects = await write.createMany(
    project,
    (file.projects ?? []).map(({ key: _, organisation: by, ...rest }, position) => ({
      ...rest,
      plan: id,
      position,
      ownerOrganisation: organisationOf(by),
    })),
  )
  const sectionIds = new Map((file.sections ?? []).map(({ key }, at) => [key, sections[at]?.id]))
  const projectIds = new Map((file.projects ?? []).map(({ key }, at) => [key, projects[at]?.id]))
  const items = await write.createMany(
    item,
    file.items.map(
      ({ splits: _, partOf: __, partKind: ___, times: ____, each: _____, organisation: by, ...rest }, position) => ({
        ...rest,
        plan: id,
        position,
        section: sectionIds.get(rest.section ?? '') ?? null,
        project: projectIds.get(rest.project ?? '') ?? null,
        ownerOrganisation: organisationOf(by),
      }),
    ),
  )
  const ids = new Map(items.map((row) => [row.number, row.id]))
  // items name each other, so the names wait until all are there
  await write.updateMany(
    item,
    file.items.flatMap(({ partOf, partKind, times, each }, at) => {
      const row = items[at]
      if (!row || (partOf === undefined && times === undefined)) return []
      const part = partOf === undefined ? {} : { partOf: ids.get(partOf) ?? null, partKind: partKind ?? null }
      const terms = times === undefined ? {} : { times: ids.get(times) ?? null, each: each ?? null }
      return [{ id: row.id, version: row.version, values: { ...part, ...terms } }]
    }),
  )
  await write.createMany(
    split,
    file.items.flatMap(({ splits = [] }, at) => splits.map((one) => ({ ...one, item: items[at]?.id }))),
  )
  return id
}

/**
 * Writes a plan from its text, YAML or JSON.
 *
 * @throws OpenDpfError `invalid-input` with the line of each problem
 */
export async function importPlanText(context: Context, text: string, locale: Locale): Promise<string> {
  const reading = readText(text, locale)
  if (!reading.ok) throw new OpenDpfError('invalid-input', { fields: reading.problems })
  return importPlan(context, reading.file, locale)
}

/** Organisations are named in files; each name has to be that of one organisation within sight. */
async function findOrganisations(
  { read }: Context,
  file: PlanFile,
  locale: Locale,
): Promise<(name: string | undefined) => string | null> {
  const named = [
    { path: 'plan.organisation', name: file.plan.organisation },
    ...(file.projects ?? []).map((row, at) => ({ path: `projects.${at}.organisation`, name: row.organisation })),
    ...file.items.map((row, at) => ({ path: `items.${at}.organisation`, name: row.organisation })),
  ].filter((one) => one.name !== undefined) as readonly { readonly path: string; readonly name: string }[]
  if (named.length === 0) return () => null
  const rows = await read.many(organisation, { name: [...new Set(named.map(({ name }) => name))] })
  const byName = Map.groupBy(rows, (row) => row.name)
  const problems = named.flatMap(({ path, name }): readonly FieldProblem[] => {
    const found = byName.get(name)?.length ?? 0
    if (found === 1) return []
    const code = found === 0 ? 'file.problem.organisation' : 'file.problem.organisationTwice'
    return [fileProblem(code, { locale, path, where: path, name })]
  })
  if (problems.length > 0) throw new OpenDpfError('invalid-input', { fields: problems })
  return (name) => (name === undefined ? null : (byName.get(name)?.[0]?.id ?? null))
}

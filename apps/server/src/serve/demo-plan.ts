import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Actor } from '@opendpf/kit'
import { planning } from '@opendpf/planning'
import { importPlanText } from '@opendpf/planning/server'
import type { OpenPlatform } from '@opendpf/server'
import { writeTransaction } from '@opendpf/server'

const { plan } = planning.records
const file = '@opendpf/demo-county/annual-plan.yaml'

/** This year's plan of the demo county: written and handed in by one, adopted by another, as the rule of two pairs of eyes asks. */
export async function createDemoPlan(
  platform: OpenPlatform,
  { clerk, approver }: { readonly clerk: Actor; readonly approver: Actor },
): Promise<void> {
  const text = await readFile(createRequire(import.meta.url).resolve(file), 'utf8')
  const id = await writeTransaction(platform, { actor: clerk, locale: 'zh-CN' }, async ({ context }) => {
    const brought = await importPlanText(context, text, 'zh-CN')
    await context.write.transition(plan, { id: brought, version: 1, verb: 'submit' })
    return brought
  })
  await writeTransaction(platform, { actor: approver, locale: 'zh-CN' }, ({ context }) =>
    context.write.transition(plan, { id, version: 2, verb: 'adopt', values: { document: '示残工委〔2026〕1号' } }),
  )
}

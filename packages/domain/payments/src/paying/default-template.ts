import type { ModuleContext } from '@opendpf/kit/server'
import { payments, shippedTemplates } from '../contract/index.js'

const { fileTemplate } = payments.records

/** The layout that a county's batches are made with. A county that has none gets those that come with the platform, to change as it likes. */
export async function defaultTemplate(division: string, { read, write }: ModuleContext): Promise<string | null> {
  const known = await read.many(fileTemplate, { division }, { limit: 100 })
  const templates =
    known.length > 0
      ? known
      : await write.createMany(
          fileTemplate,
          shippedTemplates.map((template) => ({ ...template, division })),
        )
  return templates.find(({ isDefault }) => isDefault)?.id ?? null
}

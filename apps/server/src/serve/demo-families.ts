import type { DemoFamily, DemoMember, DemoOptions } from '@opendpf/demo-county'
import { generateFamilies } from '@opendpf/demo-county'
import type { ModuleContext } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import type { OpenPlatform } from '@opendpf/server'
import { systemActor, writeTransaction } from '@opendpf/server'

const { person, household, member } = persons.records
const batch = 500

/** The households of the demo county, with the relatives who hold no certificate. The holders are there already, from the roster. */
export async function createDemoFamilies(platform: OpenPlatform, options: DemoOptions): Promise<void> {
  let families: DemoFamily[] = []
  const flush = async (): Promise<void> => {
    await writeTransaction(platform, { actor: systemActor, locale: 'zh-CN' }, ({ context }) =>
      createFamilies(context, families),
    )
    families = []
  }
  for (const family of generateFamilies(options)) if (families.push(family) === batch) await flush()
  if (families.length > 0) await flush()
}

async function createFamilies({ read, write }: ModuleContext, families: readonly DemoFamily[]): Promise<void> {
  const villageOf = ({ members }: DemoFamily): string =>
    members.find(({ holder }) => holder)?.holder?.village.code ?? ''
  const relatives = families.flatMap((family) =>
    family.members.flatMap(({ relative }) => (relative ? [{ ...relative, division: villageOf(family) }] : [])),
  )
  await write.createMany(
    person,
    relatives.map(({ name, ethnicity, idNumber, division }) => ({ name, ethnicity, idNumber, division })),
  )
  const numbers = families.flatMap(({ members }) => members.map(numberOf))
  const known = await read.byExact(person, 'idNumber', numbers)
  const households = await write.createMany(
    household,
    families.map((family) => {
      const [head] = family.members
      return {
        headName: head.holder?.name ?? head.relative?.name ?? '',
        division: villageOf(family),
        economicState: family.economicState,
        housing: family.housing,
        isDilapidated: family.isDilapidated,
      }
    }),
  )
  await write.createMany(
    member,
    families.flatMap((family, index) =>
      family.members.flatMap((each) => {
        const [row] = known.get(numberOf(each)) ?? []
        return row
          ? [{ household: households[index]?.id, person: row.id, relation: each.relation, since: each.since }]
          : []
      }),
    ),
  )
}

function numberOf({ holder, relative }: DemoMember): string {
  return holder?.idNumber ?? relative?.idNumber ?? ''
}

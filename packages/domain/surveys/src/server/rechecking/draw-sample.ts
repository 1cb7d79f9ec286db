import { randomUUID } from 'node:crypto'
import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { type Draw, type Drawn, surveys } from '../../contract/index.js'

const { campaign, recheck } = surveys.records

/**
 * Draws records to be asked again: of each village so many percent of those that are finished and were answered, at least one, in the order of
 * a hash of the seed and the record. Whoever knows the seed can draw again and gets the same. Drawn a second time, when more is finished,
 * the seed and the share stay and only what is missing is added.
 *
 * @throws OpenDpfError `not-found`
 */
export async function drawSample(id: string, asked: Draw, { db, read, write }: ModuleContext): Promise<Drawn> {
  const of = await read.one(campaign, id)
  if (!of) throw new OpenDpfError('not-found')
  const percent = of.samplePercent ?? asked.percent
  const seed = of.sampleSeed ?? asked.seed ?? randomUUID()
  if (of.sampleSeed === null)
    await write.update(campaign, { id, version: of.version, values: { samplePercent: percent, sampleSeed: seed } })
  const { rows } = await sql<{ interview: string }>`
    with finished as (
      select i.id, r.id is not null as is_drawn,
        count(*) over (partition by i.assignment) as finished, count(r.id) over (partition by i.assignment) as drawn,
        row_number() over (partition by i.assignment, r.id is not null order by md5(${seed} || i.id), i.id) as place
      from surveys_interview i left join surveys_recheck r on r.interview = i.id
      where i.campaign = ${id} and i.state in ('done', 'checked') and i.contact in ('visit', 'meeting', 'phone')
    )
    select id as interview from finished
    where not is_drawn and place <= ceil(finished * ${percent}::numeric / 100) - drawn order by id`.execute(db)
  await write.createMany(recheck, rows)
  return { percent, seed, drawn: rows.length }
}

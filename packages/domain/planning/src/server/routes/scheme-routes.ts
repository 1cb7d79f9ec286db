import { OpenDpfError } from '@opendpf/errors'
import type { RouteEnv, RouteKit, SnapshotContext } from '@opendpf/kit/server'
import { messageOf } from '@opendpf/messages'
import { organisations } from '@opendpf/organisations'
import type { Hono } from 'hono'
import {
  checkScheme,
  earlierDay,
  planning,
  pointsFor,
  type SchemeAssessment,
  schemeFindingMessages,
  scoreOf,
} from '../../contract/index.js'
import { counterFor } from '../counter.js'
import { refuseParams } from './refuse-params.js'

const { scheme, chapter, criterion, remedy } = planning.records

/** The points of an assessment as they stand, with weak points and remedies: `GET /planning/schemes/{id}/assessment`. */
export function schemeRoutes(kit: RouteKit): Hono<RouteEnv> {
  const routes = kit.router()
  routes.get('/schemes/:id/assessment', kit.can('scheme.read'), async (c) => {
    refuseParams(c.req.url)
    const assessed = await c.var.snapshot((context) => assess(context, c.req.param('id')))
    if (!assessed) throw new OpenDpfError('not-found')
    return c.json(assessed)
  })
  return routes
}

/** Scores a scheme in six queries and one call to the registers. */
async function assess(context: SnapshotContext, id: string): Promise<SchemeAssessment | undefined> {
  const { read, today, locale } = context
  const of = await read.one(scheme, id)
  if (!of) return undefined
  const chapters = await read.many(chapter, { scheme: id }, { orderBy: 'position' })
  const criteria = await read.many(criterion, { scheme: id }, { orderBy: 'position' })
  const ids = criteria.map((row) => row.id)
  const remedies = Map.groupBy(
    ids.length === 0 ? [] : await read.many(remedy, { criterion: ids }, { orderBy: 'dueOn' }),
    (row) => row.criterion,
  )
  const by = [...new Set(criteria.map((row) => row.ownerOrganisation).filter((one) => one !== null))]
  const names = new Map(
    by.length === 0
      ? []
      : (await read.many(organisations.records.organisation, { id: by })).map((row) => [row.id, row.name]),
  )
  const counted = criteria.filter(({ indicator }) => indicator !== null)
  const counts = await counterFor(context)(
    counted.map(({ indicator, filters, division }) => ({
      indicator: indicator ?? '',
      filters: filters ?? {},
      division: division ?? '',
      from: of.firstDay,
      to: earlierDay(today, of.dueOn),
    })),
  )
  const values = new Map(counted.map((row, index) => [row.id, counts[index]?.value ?? null]))
  const scored = criteria.map((row) => ({
    ...row,
    value: row.indicator === null ? row.value : (values.get(row.id) ?? null),
  }))
  return {
    scheme: {
      ...{ id, title: of.title, kind: of.kind, state: of.state, standard: of.standard, division: of.division ?? '' },
      ...{ dueOn: of.dueOn, passMark: of.passMark, acceptedOn: of.acceptedOn, acceptedBy: of.acceptedBy },
      finding: of.finding,
    },
    today,
    findings: checkScheme({
      passMark: of.passMark,
      totalPoints: of.totalPoints,
      chapters,
      criteria: criteria.map((row) => ({
        ...row,
        hasOwner: row.ownerOrganisation !== null || row.owner !== null,
        hasEvidenceKind: row.evidenceKind !== null,
      })),
    }).map((one) => ({ ...one, message: messageOf(schemeFindingMessages, locale, one.code, one.params) })),
    score: scoreOf(scored),
    chapters: chapters.map((row) => ({
      id: row.id,
      title: row.title,
      score: scoreOf(scored.filter((one) => one.chapter === row.id)),
    })),
    criteria: scored.map((row) => ({
      ...{ id: row.id, chapter: row.chapter, number: row.number, title: row.title, standard: row.standard },
      ...{ points: row.points, unit: row.unit, target: row.target, value: row.value, indicator: row.indicator },
      ...{ owner: row.owner, weakness: row.weakness, hasEvidence: row.evidence !== null },
      organisation: names.get(row.ownerOrganisation ?? '') ?? null,
      got: pointsFor(row, row.value),
      remedies: (remedies.get(row.id) ?? []).map((one) => ({
        ...{
          id: one.id,
          measure: one.measure,
          owner: one.owner,
          dueOn: one.dueOn,
          doneOn: one.doneOn,
          state: one.state,
        },
        isOverdue: one.state === 'open' && today > one.dueOn,
      })),
    })),
  }
}

import { pathOf } from '@opendpf/kit'
import type { Check } from '../check.js'
import type { Expectation } from '../routes/expectation.js'
import { expectationsOf } from '../routes/expectations.js'
import type { Matrix } from '../routes/matrix.js'
import { askAboutGone, askAnybody, askAs, askAsStranger, mayAsk } from '../routes/matrix.js'
import { openRows } from '../routes/rows.js'
import type { RoleViewer } from '../routes/viewers.js'
import { roleViewers } from '../routes/viewers.js'

/**
 * Every route answers exactly what the contracts say: to every shipped role that may not, to those who may at each post, at every distance and
 * in every wrong state.
 */
export const routesCheck: Check = {
  name: 'routes',
  title: 'answers every role on every route as the contracts say, wherever the row lies and whatever state it is in',
  async run(subject, report) {
    const matrix: Matrix = { subject, report, rows: openRows(subject), tried: new Set() }
    const viewers = roleViewers(subject)
    let turn = 0
    const known = new Set<string>()
    for (const expectation of expectationsOf(subject, report)) {
      try {
        if (expectation.isPublic) {
          await askAnybody(expectation, matrix)
          continue
        }
        await askAsStranger(expectation, matrix)
        const likeness = likenessOf(
          expectation,
          viewers.map((viewer) => mayAsk(viewer, expectation)),
        )
        const isLike = known.has(likeness)
        known.add(likeness)
        for (const viewer of askedOf(viewers, expectation, { turn, isLike })) await askAs(viewer, expectation, matrix)
        turn += 1
        const holder = viewers.find((viewer) => mayAsk(viewer, expectation))
        if (holder) await askAboutGone(holder, expectation, matrix)
      } catch (error) {
        report(expectation.route, error instanceof Error ? error.message : String(error))
      }
    }
  },
}

/**
 * Who is asked about a route. Whoever may not is refused at whatever post, so each role is asked at its first one. Of those who may, one at
 * each post is asked, another role with each route: what is answered hangs on permission and post alone. A route that is like one before is
 * asked at one post.
 */
function askedOf(
  viewers: readonly RoleViewer[],
  expectation: Expectation,
  { turn, isLike }: { readonly turn: number; readonly isLike: boolean },
): readonly RoleViewer[] {
  const may = viewers.filter((viewer) => mayAsk(viewer, expectation))
  const refused = viewers.filter((viewer) => viewer.isFirstPost && !may.includes(viewer))
  const one = (some: readonly RoleViewer[]): readonly RoleViewer[] => some.slice(turn % some.length).slice(0, 1)
  const posts = isLike ? [may] : [...Map.groupBy(may, ({ at }) => at).values()]
  return [...posts.flatMap(one), ...refused]
}

/** Derived routes of two records are alike when they are of one kind, in one kind of territory, for the same people. */
function likenessOf({ route, record, answers }: Expectation, mayAt: readonly boolean[]): string {
  const path = record && pathOf(record)
  if (path === undefined || !route.includes(` ${path}`)) return route
  const kind = route.replace(path, '').replace(/\/(do|documents|attachments)\/\w+/, '/$1')
  return [kind, typeof record?.scope === 'string' ? record.scope : 'parent', answers, ...mayAt].join(' ')
}

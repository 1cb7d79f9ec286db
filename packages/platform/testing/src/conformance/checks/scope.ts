import { scopeOfDivision } from '@opendpf/kit'
import type { Sample } from '../../samples/index.js'
import { places } from '../../server/divisions.js'
import type { Check, Report } from '../check.js'
import { recordCheck } from '../check.js'
import { keepsExportsInside } from '../scope/exports.js'
import { foreignLabels } from '../scope/labels.js'
import { keepsListsInside, keepsRowsInside, keepsWritesInside } from '../scope/requests.js'
import { checkRowSecurity } from '../scope/row-security.js'
import type { Viewer } from '../scope/viewer.js'
import { openViewer } from '../scope/viewer.js'
import { changeSample } from '../steps.js'
import type { Subject } from '../subject.js'

/** One division of each kind of distance: the same village, another of the town, another town, another county. */
const where = [places.village, places.otherVillage, places.streetVillage, places.neighbourVillage]
const viewers = [places.county, places.town, places.village, places.neighbour, places.neighbourVillage]

const everyRecord = recordCheck({
  name: 'scope',
  title: '',
  async run(record, subject, report) {
    if (record.scope === 'global') return
    const samples: Sample[] = []
    for (const division of where) {
      const sample = await subject.sampler.make(record, { division })
      // a past version lies somewhere too
      await changeSample(subject, sample)
      samples.push(sample)
    }
    for (const at of viewers) {
      const viewer = await openViewer(record, subject, { scope: scopeOfDivision(at), at, samples })
      await lookThrough(viewer, subject, report)
    }
    await foreignLabels(record, subject, report)
  },
})

async function lookThrough(viewer: Viewer, subject: Subject, report: Report): Promise<void> {
  const { record, at, outside } = viewer
  if (outside.length === 0) report(record.ref, `no sample lies outside ${at}, so that nothing is shown by this`)
  await keepsListsInside(viewer, report)
  await keepsExportsInside(viewer, subject, report)
  await keepsRowsInside(viewer, subject, report)
  await keepsWritesInside(viewer, subject, report)
}

/** Nobody sees or changes what lies outside his division, by the read path and, were it to forget, by the database. */
export const scopeCheck: Check = {
  name: 'scope',
  title: 'shows nobody a row outside his division, neither by the read path nor by the database alone',
  async run(subject, report) {
    await everyRecord.run(subject, report)
    await checkRowSecurity(subject, viewers, report)
  },
}

import { BringFile, Notice, useApi, useCan, useModuleText } from '@opendpf/admin'
import { pathOf, permissionFor } from '@opendpf/kit'
import { type Brought, surveys } from '../../contract/index.js'
import { base64Of } from './base64-of.js'

const { campaign, interview } = surveys.records

/** On the page of a campaign: takes the answers along as a workbook, and brings them back after a look at what would change. */
export function SheetPanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  const api = useApi()
  const can = useCan()
  const path = `${pathOf(campaign)}/${id}/answers`
  const send = async (file: File, isTrial: boolean) => {
    const content = base64Of(new Uint8Array(await file.arrayBuffer()))
    return { isTrial, ...(await api.post<Brought>(path, { content, isTrial })) }
  }
  return (
    <>
      {can(permissionFor(interview, 'export')) && (
        <p>
          <a href={api.href(path)} download>
            {say('sheet.take')}
          </a>
        </p>
      )}
      {can('surveys:interview.collect') && (
        <BringFile
          id="answer-sheet"
          accept=".xlsx"
          words={{
            choose: say('sheet.choose'),
            hint: say('sheet.hint'),
            attempt: say('sheet.try'),
            bring: say('sheet.bring'),
            problems: (count) => say('sheet.problems', { count }),
          }}
          send={send}
        >
          {({ isTrial, rows, changed }) => (
            <Notice kind="success" isAlert title={say(isTrial ? 'sheet.fine' : 'sheet.brought', { rows, changed })} />
          )}
        </BringFile>
      )}
    </>
  )
}

import { BringFile, LinkButton, Notice, pageHref, useApi, useModuleText } from '@opendpf/admin'
import { planning } from '../../contract/index.js'
import { readPlanFile } from './read-plan-file.js'

interface Brought {
  readonly id?: string
  readonly title: string
  readonly items: number
}

/** Brings a plan in from a file: what is wrong with it first, with its cell or line, then a draft. */
export function BringPage() {
  const say = useModuleText(planning.id)
  const api = useApi()
  return (
    <>
      <p className="page-lead">
        {say('files.lead')} <a href={api.href('/planning/plan-files/schema')}>{say('files.schema')}</a>
      </p>
      <BringFile
        id="plan-file"
        accept=".xlsx,.yaml,.yml,.json"
        words={{
          choose: say('files.choose'),
          hint: say('files.hint'),
          attempt: say('files.try'),
          bring: say('files.bring'),
          problems: (count) => say('files.problems', { count }),
        }}
        send={async (file, isTrial) =>
          api.post<Brought>('/planning/plan-files', { ...(await readPlanFile(file)), isTrial })
        }
      >
        {({ id, title, items }) => (
          <Notice
            kind="success"
            isAlert
            title={say(id === undefined ? 'files.fine' : 'files.brought', { title, items })}
            actions={
              id !== undefined && (
                <LinkButton to={pageHref(planning.id, 'plan')} search={{ plan: id }}>
                  {say('page.plan')}
                </LinkButton>
              )
            }
          />
        )}
      </BringFile>
    </>
  )
}

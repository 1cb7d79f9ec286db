import {
  Button,
  Dialog,
  Facts,
  formatDate,
  formatInstant,
  Loading,
  ProblemNotice,
  useApi,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { disabilityCategories } from '@opendpf/standards'
import { useQuery } from '@tanstack/react-query'
import { certificates, type ShownCredential } from '../../contract/index.js'

/** The code, what is in it in words, and until when it is good. It is made anew each time the dialog opens: each showing is logged. */
export function CredentialDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useModuleText(certificates.id)
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['credential', id],
    queryFn: () =>
      api.post<ShownCredential>(`/certificates/certificates/${encodeURIComponent(id)}/credential`, {
        reason: say('credential.reason'),
      }),
    // not kept, and not asked for again behind anybody's back
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <Dialog title={say('credential.title')} isOpen onClose={onClose} size="large">
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Shown shown={data} />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

function Shown({ shown }: { readonly shown: ShownCredential }) {
  const say = useModuleText(certificates.id)
  const locale = useLocale()
  const kind = disabilityCategories.find(shown.category)
  return (
    <div className="shown-code">
      <img
        className="shown-code-picture"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(shown.svg)}`}
        alt={say('credential.altText')}
      />
      <Facts
        items={[
          { label: say('credential.ends'), value: formatInstant(shown.ends) },
          { label: say('credential.category'), value: (locale === 'en' ? kind?.en : kind?.zh) ?? shown.category },
          { label: say('credential.class'), value: say(`credential.class.${shown.gradeClass}`) },
          { label: say('credential.until'), value: formatDate(shown.until, locale) },
          { label: say('credential.verify'), value: `${globalThis.location.origin}/verify` },
        ]}
      />
      <p>{say('credential.endsHint')}</p>
      <details>
        <summary>{say('credential.text')}</summary>
        <p>{say('credential.textHint')}</p>
        <p className="shown-code-text">{shown.presentation}</p>
      </details>
      <div className="actions">
        <Button onPress={() => globalThis.print()}>{say('credential.print')}</Button>
      </div>
    </div>
  )
}

import { RequestFailure } from '../api/index.js'
import type { Text } from '../i18n/use-text.js'
import { useText } from '../i18n/use-text.js'
import { Button } from './button.js'
import { Notice } from './notice.js'

/** Title and sentence of any failure, in the reader's language. */
export function describeFailure(error: unknown, t: Text): { readonly title: string; readonly detail: string } {
  if (error instanceof RequestFailure) {
    const { failure } = error
    if ('detail' in failure) return { title: failure.title, detail: failure.detail }
    return { title: t('error.offline.title'), detail: t('error.offline.detail') }
  }
  return { title: t('error.unexpected.title'), detail: t('error.unexpected.detail') }
}

/** A failure as a sentence, with what is wrong in particular and a way to try again where that helps. */
export function ProblemNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useText()
  const { title, detail } = describeFailure(error, t)
  const problems = error instanceof RequestFailure ? error.problems : []
  return (
    <Notice
      kind="error"
      title={title}
      isAlert
      actions={onRetry && <Button onPress={onRetry}>{t('common.retry')}</Button>}
    >
      <p>{detail}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

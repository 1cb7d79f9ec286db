import type { Attachment } from '@opendpf/kit'
import type { Text } from '../i18n/use-text.js'
import { useText } from '../i18n/use-text.js'

/** What the server writes in place of a name that is hidden. */
const hidden = '***'

/** What a file is called; one whose name is hidden is called by its place. */
export function fileName({ name }: Attachment, index: number, t: Text): string {
  return name === hidden ? t('attachment.hiddenName', { number: index + 1 }) : name
}

/** The same in the present language. */
export function useFileName(): (file: Attachment, index: number) => string {
  const t = useText()
  return (file, index) => fileName(file, index, t)
}

import { useRef } from 'react'
import { useDrop } from '../components/use-drop.js'
import type { FieldFacts } from '../fields/field.js'
import { controlProps, FieldHint, FieldMessages, LabelWords } from '../fields/field.js'

/** A native file input in sight; dropping a file on it is an extra for those who can. */
export function FileDrop(
  props: FieldFacts & { readonly accept: string; readonly onFile: (file: File | undefined) => void },
) {
  const { id, accept, onFile } = props
  const input = useRef<HTMLInputElement>(null)
  const drop = useDrop((files) => {
    if (!input.current) return
    input.current.files = files
    onFile(files[0])
  })
  return (
    <div className="field drop" {...drop}>
      <label className="label" htmlFor={id}>
        <LabelWords {...props} />
      </label>
      <FieldHint {...props} />
      <input
        {...controlProps(props)}
        ref={input}
        type="file"
        accept={accept}
        onChange={(event) => onFile(event.target.files?.[0])}
      />
      <FieldMessages {...props} />
    </div>
  )
}

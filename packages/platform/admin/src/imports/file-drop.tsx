import { useRef, useState } from 'react'
import type { FieldFacts } from '../fields/field.js'
import { controlProps, FieldHint, FieldMessages, LabelWords } from '../fields/field.js'

/** A native file input in sight; dropping a file on it is an extra for those who can. */
export function FileDrop(
  props: FieldFacts & { readonly accept: string; readonly onFile: (file: File | undefined) => void },
) {
  const { id, accept, onFile } = props
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the input inside does all that dropping does
    <div
      className="field drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!input.current || event.dataTransfer.files.length === 0) return
        input.current.files = event.dataTransfer.files
        onFile(event.dataTransfer.files[0])
      }}
    >
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

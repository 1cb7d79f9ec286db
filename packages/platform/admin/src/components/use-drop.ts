import type { DragEvent } from 'react'
import { useState } from 'react'

/** Makes an element take files that are dropped on it: an extra for those who can, beside a control that does all of it. */
export function useDrop(onDrop: (files: FileList) => void) {
  const [isOver, setOver] = useState(false)
  return {
    'data-over': isOver || undefined,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer.files.length > 0) onDrop(event.dataTransfer.files)
    },
  }
}

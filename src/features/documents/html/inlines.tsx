// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { Inline } from '../model.ts'

/** Text with emphasis as HTML. */
export const Inlines = ({ content }: { content: readonly Inline[] }): ComponentChildren => content.map(printInline)

function printInline(inline: Inline): ComponentChildren {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'strong':
      return <strong>{inline.children.map(printInline)}</strong>
    case 'emphasis':
      return <em>{inline.children.map(printInline)}</em>
    case 'code':
      return <code>{inline.text}</code>
    case 'link':
      return (
        <a href={inline.url} rel="noreferrer">
          {inline.children.map(printInline)}
        </a>
      )
    case 'break':
      return <br />
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tone } from './tag.tsx'

/** A number and what it counts. The link leads to the things counted. */
export type KeyFigure = {
  readonly value: string
  readonly label: string
  readonly href?: string
  readonly tone?: Tone
}

/** A row of numbers. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <ul class="t-figures">
      {figures.map(({ value, label, href, tone = 'info' }) => {
        const content = (
          <>
            <strong>{value}</strong> <span>{label}</span>
          </>
        )
        return (
          <li key={label} class={`t-figure-${tone}`}>
            {href ? <a href={href}>{content}</a> : <div>{content}</div>}
          </li>
        )
      })}
    </ul>
  )
}

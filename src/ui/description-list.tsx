// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'

/** A name and a value. Without a value it is not shown. */
export type Fact = readonly [name: string, value: ComponentChildren]

/** A list of names and values. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="t-facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

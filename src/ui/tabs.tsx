// SPDX-License-Identifier: AGPL-3.0-or-later

/** One of several pages about the same thing. */
export type Tab = { readonly label: string; readonly href: string; readonly current: boolean }

/** Links to the pages about one thing, drawn as tabs. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="t-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ label: name, href, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

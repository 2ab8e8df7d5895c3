// SPDX-License-Identifier: AGPL-3.0-or-later

/** One page of the breadcrumb. The last is the current page and has no link. */
export type Crumb = { readonly label: string; readonly href?: string }

/** The path to this page through the site. */
export function Breadcrumb({ trail }: { trail: readonly Crumb[] }) {
  return (
    <div class="container">
      <nav class="breadcrumb-container" aria-label="Percorso di navigazione">
        <ol class="breadcrumb">
          {trail.map(({ label, href }, index) => (
            <li
              key={label}
              class={href ? 'breadcrumb-item' : 'breadcrumb-item active'}
              aria-current={href ? undefined : 'page'}
            >
              {href ? <a href={href}>{label}</a> : label}
              {index < trail.length - 1 && (
                <span class="separator" aria-hidden="true">
                  /
                </span>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}

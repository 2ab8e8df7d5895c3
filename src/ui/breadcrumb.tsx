// SPDX-License-Identifier: AGPL-3.0-or-later

/** A page of the trail; the last one is the page itself and has no link. */
export type Crumb = { readonly label: string; readonly href?: string }

/** Where the page is in the site. */
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

// SPDX-License-Identifier: AGPL-3.0-or-later

type PaginationProps = {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

/** The links between the pages of a long list; nothing when there is only one page. */
export function Pagination({ page, pages, href }: PaginationProps) {
  if (pages < 2) return null
  return (
    <nav class="t-pagination" aria-label="Pagine dell’elenco">
      <ul class="t-links">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              Pagina precedente
            </a>
          </li>
        )}
        <li>
          Pagina {page} di {pages}
        </li>
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              Pagina successiva
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

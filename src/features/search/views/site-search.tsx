// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchPaths } from '../addresses.ts'

/** At the top of every page: the form that searches the site. */
export const SiteSearch = () => (
  <search class="t-site-search">
    <form action={searchPaths.search({})} method="get" aria-label="Ricerca in Timone">
      <label>
        <span class="visually-hidden">Cerca</span>
        <input type="search" name="q" maxlength={100} autocomplete="off" />
      </label>
      <button type="submit">Cerca</button>
    </form>
  </search>
)

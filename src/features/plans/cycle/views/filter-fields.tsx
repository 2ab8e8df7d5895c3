// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CarriedQuery } from './carried-words.ts'

/** The filters of the page that a form leads back to. */
export const FilterFields = ({ query: { tipo, mostra } }: { query: CarriedQuery }) => (
  <>
    {tipo && <input type="hidden" name="tipo" value={tipo} />}
    {mostra && <input type="hidden" name="mostra" value={mostra} />}
  </>
)

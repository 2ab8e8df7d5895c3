// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { nobody, type Viewer } from '../kernel/access.ts'

/** Who looks at the page; `src/main` provides it around every page. */
export const ViewerContext = createContext<Viewer>(nobody)

/** Who looks at the page: components show what the same policy lets them do. */
export const useViewer = (): Viewer => useContext(ViewerContext)

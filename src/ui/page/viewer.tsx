// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { nobody, type Viewer } from '../../kernel/access.ts'

const ViewerContext = createContext<Viewer>(nobody)

/** Tells the components of a page who looks at it. */
export const dress = (document: VNode, viewer: Viewer): VNode => (
  <ViewerContext.Provider value={viewer}>{document}</ViewerContext.Provider>
)

/** Who looks at the page: components show what the same policy lets them do. */
export const useViewer = (): Viewer => useContext(ViewerContext)

// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of a plan’s money: its ICT spending, its PNRR projects, which were one list in earlier versions. */
export const fundingPaths = {
  spending: path('/enti/:slug/piano/:triennium/contenuti/spesa'),
  fundingProjectNew: path('/enti/:slug/piano/:triennium/contenuti/progetti-pnrr/nuovo'),
  fundingProject: path('/enti/:slug/piano/:triennium/contenuti/progetti-pnrr/:number'),
  fundingProjectDeleted: path('/enti/:slug/piano/:triennium/contenuti/progetti-pnrr/:number/eliminazione'),
  fundingProjectRestored: path('/enti/:slug/piano/:triennium/contenuti/progetti-pnrr/:number/ripristino'),
  formerMeasures: path('/enti/:slug/piano/:triennium/contenuti/misure-pnrr'),
} as const

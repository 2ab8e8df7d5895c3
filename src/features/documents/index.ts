// SPDX-License-Identifier: AGPL-3.0-or-later

export { openRasteriser } from './charts/rasterise.ts'
export { type DraftCommandDependencies, draftCommand } from './cli.ts'
export { checkCommand } from './cli-check.ts'
export * from './model.ts'
export { documentPages } from './pages.tsx'
export { printableCodePoints } from './pdf/font-coverage.ts'
export { documentFonts, fontFiles } from './pdf/fonts.ts'
export { createPdfRenderer } from './pdf/renderer.ts'
export { openDocumentService } from './serve-documents.ts'
export { planCharts } from './views/plan-charts.tsx'
export { richText } from './views/rich-text.tsx'
export type { DocumentTools } from './write-plan.ts'

// SPDX-License-Identifier: AGPL-3.0-or-later

export { attachmentPaths } from './addresses.ts'
export { attachmentEvents } from './events.ts'
export { acceptedEndings, type FileFindings, inspectFile, largestFile } from './inspect-file.ts'
export { openAttachmentReader } from './open-attachment-reader.ts'
export { attachmentPages } from './pages.ts'
export { keepAttachment, readAttachment } from './store.ts'

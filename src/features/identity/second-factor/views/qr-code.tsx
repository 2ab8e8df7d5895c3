// SPDX-License-Identifier: AGPL-3.0-or-later
import { renderSVG } from 'uqr'

/** A text as a QR code, with the margin that scanners need. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const svg = Buffer.from(renderSVG(text, { border: 4, ecc: 'M' })).toString('base64')
  return <img class="t-qr" alt={label} src={`data:image/svg+xml;base64,${svg}`} />
}

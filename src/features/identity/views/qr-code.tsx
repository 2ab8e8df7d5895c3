// SPDX-License-Identifier: AGPL-3.0-or-later
import { encode } from 'uqr'

/** A text as a QR code, with the margin that readers need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4, ecc: 'M' })
  return (
    <svg class="t-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <path class="t-qr-ground" d={`M0 0h${size}v${size}h-${size}z`} />
      <path d={data.map(rowPath).join('')} />
    </svg>
  )
}

/** The dark runs of a row. */
const rowPath = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('')

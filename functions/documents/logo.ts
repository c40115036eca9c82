import { inflateSync } from 'node:zlib';
import type { Files } from '../gateways/files.ts';
import type { Image, Pdf } from './pdf.ts';

export interface Logo {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
}

/** The business's logo when it is of a kind that a PDF can hold; otherwise its name stands there. */
export async function readLogo(media: Files, key: string | undefined): Promise<Logo | undefined> {
  const type = key?.endsWith('.png') ? 'png' : key?.endsWith('.jpg') ? 'jpg' : undefined;
  if (key === undefined || type === undefined) return undefined;
  const bytes = await media.read(key);
  return bytes && { bytes, type };
}

/** Beyond this the pixels of a small file would not fit into memory. */
const mostPixels = 4_000_000;

/** The logo as an image of the document; undefined when it cannot be read: a receipt does not fail because of a logo. */
export function openLogo(doc: Pdf, { bytes, type }: Logo): Image | undefined {
  try {
    const image = doc.openImage(bytes);
    if (image.width * image.height > mostPixels) return undefined;
    // Broken pixels of a PNG would only be noticed later, where nobody can catch it.
    if (type === 'png' && image.imgData) inflateSync(image.imgData);
    return image;
  } catch {
    return undefined;
  }
}

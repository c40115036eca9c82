const signatures = {
  'image/png': [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  'image/jpeg': [[0xff, 0xd8, 0xff]],
  // RIFF….WEBP: the four length bytes in between may be anything.
  'image/webp': [[0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50]],
  'application/pdf': [[0x25, 0x50, 0x44, 0x46, 0x2d]],
} as const;

export type KnownType = keyof typeof signatures;

/** True when a file begins as files of the type do: a name or a declared type proves nothing. */
export const looksLike = (type: KnownType, first: Uint8Array): boolean =>
  signatures[type].some((signature) => signature.every((byte, at) => byte === -1 || first[at] === byte));

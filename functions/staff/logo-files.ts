/** Longest accepted logo, in bytes. */
export const longestLogo = 512 * 1024;

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const;
export type LogoType = keyof typeof endings;
export const logoTypes = Object.keys(endings) as LogoType[];

/** Where a logo lies in the media bucket: a new name each time, so that caches never show an old one. */
export const logoKey = (slug: string, uploadId: string, type: LogoType): string =>
  `media/${slug}/${uploadId}.${endings[type]}`;

import type { Wording } from '../wording/wording.ts';

/** As the API holds it: PNG, JPEG or WebP, 512 kB at most, to be shown between a stamp and a banner. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
const mostBytes = 512 * 1024;
const leastSide = 32;
const longestRatio = 6;

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}
export type LogoProblem = 'logoWrongType' | 'logoTooBig' | 'logoUnreadable' | 'logoTooSmall' | 'logoTooLong';

/** What is wrong with an image of this size in pixels; undefined when it can be a logo. */
export function sizeProblem({ width, height }: ImageSize): 'logoTooSmall' | 'logoTooLong' | undefined {
  if (Math.min(width, height) < leastSide) return 'logoTooSmall';
  return Math.max(width, height) > longestRatio * Math.min(width, height) ? 'logoTooLong' : undefined;
}

/** Looks at a chosen file before anything is sent: its kind, its length, whether the browser can show it, its size. */
export async function checkLogo(
  file: File,
): Promise<
  { readonly contentType: (typeof logoTypes)[number] } | { readonly problem: LogoProblem; readonly size: ImageSize }
> {
  const size = { width: 0, height: 0 };
  const contentType = logoTypes.find((type) => type === file.type);
  if (!contentType) return { problem: 'logoWrongType', size };
  if (file.size > mostBytes) return { problem: 'logoTooBig', size };
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) return { problem: 'logoUnreadable', size };
  const { width, height } = image;
  image.close();
  const problem = sizeProblem({ width, height });
  return problem ? { problem, size: { width, height } } : { contentType };
}

/** The problem as a sentence, with what is accepted. */
export const logoProblemWords = (
  { problem, size }: { problem: LogoProblem; size: ImageSize },
  words: Wording['settings'],
): string => {
  const sentence = words[problem];
  return typeof sentence === 'string' ? sentence : sentence(size.width, size.height);
};

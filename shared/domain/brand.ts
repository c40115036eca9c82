import * as z from 'zod/mini';
import { Line, Lines } from './text.ts';

/** `#rrggbb`, lower case. */
export const Colour = z.string().check(z.toLowerCase(), z.regex(/^#[0-9a-f]{6}$/));
export type Colour = z.infer<typeof Colour>;

/** How a business looks and greets. `logo` is the key of a stored image, served at `/media/<logo>`. */
export const Brand = z.strictObject({
  colour: Colour,
  logo: z.optional(z.string().check(z.maxLength(200))),
  tagline: z.optional(Line(120)),
  welcome: z.optional(Lines(600)),
});
export type Brand = z.infer<typeof Brand>;

function channels(colour: Colour): [number, number, number] {
  const number = Number.parseInt(colour.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function luminance(colour: Colour): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Text on the brand colour is white: 4.5 to 1 is the least for text of any size. */
export const leastContrast = 4.5;

export function isReadable(colour: Colour): boolean {
  return contrast(colour, '#ffffff') >= leastContrast;
}

/** The nearest darker shade of the same hue on which white text passes; the colour itself when it already does. */
export function nearestReadable(colour: Colour): Colour {
  const [r, g, b] = channels(colour);
  for (let share = 100; share >= 0; share -= 1) {
    const shade = `#${[r, g, b]
      .map((channel) =>
        Math.round((channel * share) / 100)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (isReadable(shade)) return shade;
  }
  return '#000000';
}

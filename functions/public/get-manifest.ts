import type { Handler } from '../http/request.ts';

const types: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

const ownIcons = [192, 512].map((size) => ({
  src: `/portal/icon-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
}));

/** The portal under the business's name and colour on a home screen (004-005). */
export const getManifest: Handler<'public', 'getManifest'> = async ({ configuration }) => {
  const { name, locale, brand } = configuration.business.value;
  const logo = brand.logo && {
    src: `/media/${brand.logo}`,
    sizes: 'any',
    type: types[brand.logo.split('.').at(-1) ?? ''] ?? 'image/png',
  };
  return {
    id: '/portal',
    name,
    short_name: name,
    start_url: '/portal',
    scope: '/portal',
    display: 'standalone',
    lang: locale,
    theme_color: brand.colour,
    background_color: '#ffffff',
    icons: [...(logo ? [logo] : []), ...ownIcons],
  };
};

import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Mantine computes names of variables from the theme, not colours: the values are in theme.css.
const plum: MantineColorsTuple = [
  '#f9f2f6',
  '#efe0e9',
  '#dfc0d2',
  '#cb9bb9',
  '#b97ba2',
  '#a05e87',
  '#84476d',
  '#6b3a5b',
  '#542e48',
  '#3d2235',
];

export const theme = createTheme({
  primaryColor: 'plum',
  primaryShade: 7,
  colors: { plum },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Hints below: fields side by side stay in line. What is optional says so; an asterisk on the rest is noise.
    InputWrapper: {
      defaultProps: { withAsterisk: false, inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Button: { defaultProps: { size: 'sm' } },
    // The page scrolls behind by CSS (theme.css): the built-in lock inserts a <style> element.
    Modal: {
      defaultProps: {
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.4 },
        centered: false,
        radius: 'md',
        transitionProps: { duration: 120, exitDuration: 0 },
      },
    },
  },
});

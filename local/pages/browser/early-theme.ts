import { frameTheme, watchTheme } from './theme';

// A blocking script in <head>: the theme is right before the first paint. The bar follows with host-page.ts.
document.documentElement.dataset.colorMode = frameTheme('page').colorMode;
watchTheme();

'use strict';
// Takes the place of Atlassian's runtime loader, which the bundler would download. The bundler only copies it
// next to the bundles; `npm run check` measures those and never runs or uploads the result.
throw new Error('This bundle was made to be measured. `forge deploy` makes the one that runs.');

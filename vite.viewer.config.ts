/** Builds src/viewer into one file: script and style stand in the page, and its policy names them by their hashes. */
import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Everything from elsewhere is forbidden, and everything inline that is not exactly this. */
function policyOf(script: string, style: string): string {
  const rules = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
}

const onePage: Plugin = {
  name: 'one-page',
  enforce: 'post',
  generateBundle(_options, bundle) {
    let script = '';
    let style = '';
    let page = '';
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type === 'chunk') script += file.code;
      else if (name.endsWith('.css')) style += String(file.source);
      else if (name.endsWith('.html')) page = String(file.source);
      else this.error(`${name} has no place in the page`);
      delete bundle[name];
    }
    // An end tag or the beginning of a comment would end the script for the HTML parser.
    script = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
    const source = page
      .replace(/\s*<script type="module"[^>]*><\/script>/, '')
      .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
      .replace('<!--policy-->', () => policyOf(script, style))
      .replace('</head>', () => `<style>${style}</style>\n</head>`)
      .replace('</body>', () => `<script type="module">${script}</script>\n</body>`);
    this.emitFile({ type: 'asset', fileName: 'viewer.html', source });
  },
};

export default defineConfig({
  root: 'src/viewer',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/viewer',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: { input: 'src/viewer/page.html' },
  },
  plugins: [onePage],
});

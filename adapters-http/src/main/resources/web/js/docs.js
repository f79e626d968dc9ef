// The API page: another slot without a press, and the contract once somebody wants to see it.

import { text } from './core.js';

document.querySelector('[data-submits]')?.addEventListener('change', event => event.target.form.requestSubmit());

const details = document.getElementById('contract-details');
const state = document.getElementById('contract-state');

/** Loads a file of the program, whose policy allows no other. */
function load(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener('load', resolve);
    element.addEventListener('error', reject);
    document.head.append(element);
  });
}

/** Swagger UI has a dark theme, which it shows by a class. */
function followTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark'
    || document.documentElement.dataset.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.toggle('dark-mode', dark);
}

/** The contract names a server on this computer; requests go to the one that the page is from. */
function thisServer() {
  return { statePlugins: { spec: { wrapActions: {
    updateSpec: original => contract => original(contract.replace('http://localhost:8080', location.origin)),
  } } } };
}

/** What the library leaves out: names for its fields, frames that the keyboard can scroll; and the page has one main part. */
function mend(root) {
  root.querySelector('main:not([role])')?.setAttribute('role', 'group');
  for (const select of root.querySelectorAll('.servers select:not([aria-label])')) select.setAttribute('aria-label', details.dataset.servers);
  for (const frame of root.querySelectorAll('.microlight, .highlight-code pre, .responses-table, .table-container')) frame.tabIndex = 0;
  for (const svg of root.querySelectorAll('svg:not([aria-hidden])')) svg.setAttribute('aria-hidden', 'true');
}

async function draw() {
  state.textContent = text('docs.js.loading');
  try {
    await Promise.all([
      load('link', { rel: 'stylesheet', href: details.dataset.style }),
      load('script', { src: details.dataset.script }),
    ]);
  } catch {
    state.textContent = text('docs.js.failed');
    return false;
  }
  followTheme();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', followTheme);
  const root = document.getElementById('swagger');
  new MutationObserver(() => mend(root)).observe(root, { childList: true, subtree: true });
  SwaggerUIBundle({
    url: '/openapi.yaml',
    domNode: root,
    plugins: [thisServer],
    validatorUrl: null,
    deepLinking: false,
    docExpansion: 'none',
    defaultModelsExpandDepth: -1,
    // the contract's own means prove who asks, not the cookie of the pages
    requestInterceptor: request => Object.assign(request, { credentials: 'omit' }),
    onComplete: () => { state.textContent = ''; },
  });
  return true;
}

let drawn = false;
details?.addEventListener('toggle', async () => {
  if (!details.open || drawn) return;
  drawn = true;
  drawn = await draw();
});

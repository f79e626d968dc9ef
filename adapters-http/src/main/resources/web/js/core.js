// What every page does: requests that show whose they are, signing in again in place, copying, toasts, dialogs, times.

const texts = new Map(
  [...document.querySelectorAll('#texts')].flatMap(t => [...t.content.children]).map(e => [e.dataset.key, e.textContent]));

/** A text of the page's language; `{0}`, `{1}`… are filled with the values. */
export function text(key, ...values) {
  return values.reduce((filled, value, i) => filled.replaceAll(`{${i}}`, value), texts.get(key) ?? key);
}

const meta = name => document.querySelector(`meta[name="${name}"]`);
const language = document.documentElement.lang;

/** Says something to screen readers only. */
export function announce(words) {
  const status = document.getElementById('status');
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = words; });
}

/** An icon of the sprite. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${document.body.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
}

const MOST_TOASTS = 3;
const TOAST_MS = 6000;
const TOAST_ICONS = { ok: 'done', err: 'failed', info: 'info' };

/** Tells of something that also stands elsewhere on the page. Errors stay until they are closed. */
export function toast(words, kind = 'ok') {
  const box = document.createElement('div');
  box.className = `toast toast-${kind}`;
  box.setAttribute('role', kind === 'err' ? 'alert' : 'status');
  const line = document.createElement('p');
  line.textContent = words;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button button-quiet button-small';
  close.setAttribute('aria-label', text('common.js.close'));
  close.append(icon('close'));
  close.addEventListener('click', () => box.remove());
  box.append(icon(TOAST_ICONS[kind]), line, close);
  const toasts = document.getElementById('toasts');
  toasts.append(box);
  while (toasts.children.length > MOST_TOASTS) toasts.firstElementChild.remove();
  if (kind === 'err') return;
  let timer = setTimeout(() => box.remove(), TOAST_MS);
  const pause = () => clearTimeout(timer);
  const go = () => { timer = setTimeout(() => box.remove(), TOAST_MS); };
  for (const [on, off] of [['mouseenter', 'mouseleave'], ['focusin', 'focusout']]) {
    box.addEventListener(on, pause);
    box.addEventListener(off, go);
  }
}

/** What the server refused, in its words. `status` 0: it can't be reached. */
export class Refusal extends Error {
  constructor(status, error, requestId) {
    super(error?.message ?? text('common.js.failed', status));
    this.status = status;
    this.code = error?.code ?? '';
    this.details = error?.details ?? {};
    this.requestId = requestId ?? '';
  }

  static async of(response) {
    const body = await response.json().catch(() => null);
    return new Refusal(response.status, body?.error, response.headers.get('X-Request-Id'));
  }

  /** For people: with the request's id where the fault is the server's. */
  get words() {
    return this.status >= 500 && this.requestId ? `${this.message} ${text('common.js.request', this.requestId)}` : this.message;
  }
}

/** The headers of requests that change something. */
export function headers() {
  return { 'Accept-Language': language, 'X-CSRF-Token': meta('csrf-token')?.content ?? '' };
}

/**
 * Asks the server. Whoever was signed out meanwhile is asked to sign in again, and the request goes on.
 * @returns the answer, where it is a success
 * @throws Refusal
 */
export async function ask(path, options = {}) {
  const { json, ...rest } = options;
  const send = () => fetch(path, {
    ...rest,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    headers: { Accept: 'application/json', ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...rest.headers, ...headers() },
  }).catch(() => { noteOffline(); throw new Refusal(0, { message: text('common.js.offline', RETRY_SEC) }); });
  let response = await send();
  if (response.status === 401 && await signInAgain()) response = await send();
  if (response.status === 403 && await renewCsrfToken()) response = await send();
  if (!response.ok) throw await Refusal.of(response);
  return response;
}

// ---- the session

let sessionUntil = Date.parse(meta('session-until')?.content ?? '');
const RENEW_BEFORE_MS = 50 * 60_000;
const WARN_BEFORE_MS = 2 * 60_000;

function takeSession(session) {
  meta('csrf-token').content = session.csrf_token;
  document.querySelectorAll('input[name="csrf_token"]').forEach(field => { field.value = session.csrf_token; });
  sessionUntil = Date.parse(session.expires_at);
  document.getElementById('session-ending').hidden = true;
}

async function sessionRequest(path, options) {
  const response = await fetch(path, { ...options, headers: { 'Content-Type': 'application/json', ...headers() } }).catch(() => null);
  if (!response?.ok) return response;
  takeSession(await response.json());
  return response;
}

/** Another tab may have signed in anew; then this page only has to learn the new token. */
async function renewCsrfToken() {
  return (await sessionRequest('/api/session', {}))?.ok ?? false;
}

async function renewSession() {
  await sessionRequest('/api/session/renew', { method: 'POST' });
}

let signingIn = null;

/** Asks for the password over the page, which stays as it is. @returns whether somebody signed in */
export function signInAgain() {
  const dialog = document.getElementById('session-dialog');
  if (!dialog) return Promise.resolve(false);
  signingIn ??= new Promise(resolve => {
    const form = dialog.querySelector('form');
    const error = document.getElementById('session-dialog-error');
    const before = focused();
    let done = false;
    form.onsubmit = async event => {
      event.preventDefault();
      const response = await sessionRequest('/api/session', {
        method: 'POST', body: JSON.stringify({ username: form.username.value.trim(), password: form.password.value }) });
      if (response?.ok) {
        done = true;
        // what stands on the page is of the other account
        if (form.username.value.trim() !== meta('account').content) { location.assign('/'); return; }
        dialog.close();
      } else {
        error.textContent = response ? (await Refusal.of(response)).words : text('common.js.offline', RETRY_SEC);
      }
    };
    dialog.onclose = () => {
      form.password.value = '';
      error.textContent = '';
      signingIn = null;
      before?.focus?.();
      resolve(done);
      if (done) document.dispatchEvent(new CustomEvent('signed-in-again'));
    };
    dialog.showModal();
    form.password.focus();
  });
  return signingIn;
}

function watchSession() {
  if (Number.isNaN(sessionUntil)) return;
  let active = true;
  for (const event of ['keydown', 'pointerdown']) addEventListener(event, () => { active = true; }, { passive: true });
  const look = () => {
    const left = sessionUntil - Date.now();
    if (active && left > 0 && left < RENEW_BEFORE_MS) {
      active = false;
      renewSession();
    }
    document.getElementById('session-ending').hidden = left > WARN_BEFORE_MS || left <= 0;
  };
  look();
  setInterval(look, 30_000);
  document.querySelector('[data-renew-session]').addEventListener('click', renewSession);
}

// ---- the connection

const RETRY_SEC = 5;
let offlineTimer = null;

/** Shows that the server can't be reached, and asks again until it can. */
export function noteOffline() {
  if (offlineTimer) return;
  const banner = document.getElementById('connection');
  let left = RETRY_SEC;
  const words = document.createElement('span');
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.className = 'button button-small';
  retry.textContent = text('common.js.retry');
  const look = async () => {
    left = RETRY_SEC;
    const response = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
    if (!response?.ok) return;
    clearInterval(offlineTimer);
    offlineTimer = null;
    banner.hidden = true;
    banner.replaceChildren();
    announce(text('common.js.online'));
    document.dispatchEvent(new CustomEvent('back-online'));
  };
  retry.addEventListener('click', look);
  words.textContent = text('common.js.offline', left);
  banner.replaceChildren(words, retry);
  banner.hidden = false;
  offlineTimer = setInterval(() => {
    left -= 1;
    if (left <= 0) look();
    words.textContent = text('common.js.offline', Math.max(1, left));
  }, 1000);
}

// ---- htmx

const authorized = new WeakSet();
let focusedBefore = null;

/** What has the focus, or had it before it was disabled for the time of its own request. */
function focused() {
  const lost = document.activeElement === document.body && focusedBefore?.isConnected;
  return lost ? focusedBefore : document.activeElement;
}

function wireHtmx() {
  document.addEventListener('htmx:configRequest', event => Object.assign(event.detail.headers, headers()));
  document.addEventListener('htmx:sendError', noteOffline);
  document.addEventListener('htmx:timeout', noteOffline);
  document.addEventListener('htmx:responseError', async event => {
    const { xhr, elt, requestConfig } = event.detail;
    const again = !authorized.has(elt) && (
      xhr.status === 401 && await signInAgain() || xhr.status === 403 && await renewCsrfToken());
    if (again) {
      authorized.add(elt);
      const { verb, path, parameters, target, triggeringEvent } = requestConfig;
      await htmx.ajax(verb, path, { source: elt, target, values: parameters, event: triggeringEvent }).finally(() => authorized.delete(elt));
      return;
    }
    let error = null;
    try { error = JSON.parse(xhr.responseText).error; } catch { /* a proxy's own page, say */ }
    const refusal = new Refusal(xhr.status, error, xhr.getResponseHeader('X-Request-Id'));
    toast(refusal.words, 'err');
  });
  document.addEventListener('htmx:beforeRequest', event => {
    focusedBefore = document.activeElement;
    event.detail.target?.setAttribute?.('aria-busy', 'true');
  });
  document.addEventListener('htmx:afterRequest', event => {
    event.detail.target?.removeAttribute?.('aria-busy');
    if (document.activeElement === document.body) focused().focus();
  });
  document.addEventListener('htmx:load', event => showTimes(event.detail.elt));
}

// ---- copying

async function toClipboard(words) {
  // there is no clipboard on plain http over a network
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch { /* refused: the old way may still do */ }
  }
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'visually-hidden';
  area.setAttribute('readonly', '');
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const label = button.querySelector('[data-copy-label]') ?? button;
  const done = await toClipboard(source.value ?? source.textContent);
  button.focus();
  const words = text(done ? 'common.js.copied' : 'common.js.copyByHand');
  if (!done) source.select?.();
  button.dataset.before ??= label.textContent;
  label.textContent = words;
  announce(words);
  clearTimeout(button.copyTimer);
  button.copyTimer = setTimeout(() => { label.textContent = button.dataset.before; }, 2000);
}

// ---- times

const STYLES = {
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** Puts times into the browser's zone. */
export function showTimes(root = document) {
  for (const element of root.querySelectorAll?.('time[data-time]') ?? []) {
    const at = new Date(element.dateTime);
    element.textContent = new Intl.DateTimeFormat(language, STYLES[element.dataset.time] ?? STYLES.moment).format(at);
    element.title = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }).format(at);
  }
}

// ---- dialogs, disclosures, keys

const GO = { m: '/', j: '/jobs', s: '/statistics', n: '/settings' };
let awaitsGo = false;

function isTyping(target) {
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}

function onKey(event) {
  if (event.key === 'Escape') {
    const open = [...document.querySelectorAll('details[data-closes][open]')].pop();
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
  if (awaitsGo && GO[event.key]) {
    location.assign(GO[event.key]);
    event.preventDefault();
  } else if (event.key === '/') {
    const search = document.querySelector('input[type="search"]');
    if (search) {
      search.focus();
      event.preventDefault();
    }
  } else if (event.key === '?') {
    document.getElementById('shortcuts')?.showModal();
  }
  awaitsGo = event.key === 'g';
}

function onClick(event) {
  const on = selector => event.target.closest(selector);
  const copyButton = on('[data-copy]');
  if (copyButton) copy(copyButton);
  const opener = on('[data-dialog]');
  if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  const closer = on('[data-dialog-close]');
  if (closer) closer.closest('dialog').close();
  for (const open of document.querySelectorAll('details[data-closes][open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
  const reveal = on('[data-reveal]');
  if (reveal) {
    const field = document.getElementById(reveal.dataset.reveal);
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    reveal.setAttribute('aria-pressed', String(shown));
    reveal.textContent = text(shown ? 'common.js.conceal' : 'common.js.reveal');
  }
}

document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey);
// what only works with scripts is shown by them
document.querySelectorAll('[data-reveal]').forEach(button => { button.hidden = false; });
document.addEventListener('focusin', event => {
  if (event.target.matches('input[readonly]')) event.target.select();
});
showTimes();
wireHtmx();
watchSession();

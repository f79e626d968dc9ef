// The page of jobs: rows follow their jobs; new ones come in by themselves only where they are in nobody's way.

import { announce, text } from './core.js';
import { onJobs, throttled, whenLeft } from './events.js';

const ROW_MS = 400;
const LIST_MS = 600;
const DELETED_MS = 1000;

const list = () => document.getElementById('jobs');
const unseen = new Set();

/** Somebody reads or works in the list, so that it must not move. */
function isBusy() {
  const jobs = list();
  return jobs.contains(document.activeElement) || jobs.getBoundingClientRect().top < 0 || jobs.querySelector('details[open]') !== null;
}

function showNew(words) {
  const box = document.getElementById('jobs-new');
  box.querySelector('span').textContent = words;
  if (box.hidden) announce(words);
  box.hidden = false;
}

async function reload() {
  unseen.clear();
  document.getElementById('jobs-new').hidden = true;
  await htmx.ajax('GET', location.pathname + location.search, { source: list(), target: list(), swap: 'outerHTML' });
}

const reloadOrTell = throttled(() => {
  if (!isBusy()) reload();
  else if (unseen.size > 0) showNew(text('jobs.js.new', unseen.size));
  else showNew(text('jobs.js.refresh'));
}, LIST_MS);

const refreshRow = throttled(id => {
  const row = document.getElementById(`row-${id}`);
  if (row) htmx.ajax('GET', `/jobs/${id}/row`, { source: row, target: row, swap: 'outerHTML' });
  const details = document.getElementById(`details-${id}`);
  if (details && (details.dataset.loaded !== undefined || details.closest('details')?.open)) {
    whenLeft(details, () => htmx.ajax('GET', `/jobs/${id}`, { source: details, target: details, swap: 'innerHTML' }));
  }
}, ROW_MS);

const forget = throttled(id => {
  const row = document.getElementById(`job-${id}`);
  if (!row || row.classList.contains('job-deleted') || row.contains(document.activeElement)) return;
  row.remove();
}, DELETED_MS);

let begun = false;

onJobs({
  job: job => {
    if (document.getElementById(`row-${job.id}`)) {
      refreshRow(job.id);
      return;
    }
    const jobs = list();
    const { newest, slot, state } = jobs?.dataset ?? {};
    if (newest !== 'true' || (slot && slot !== job.slot_id) || (state && state !== job.state)) return;
    unseen.add(job.id);
    reloadOrTell('all');
  },
  deleted: forget,
  // what happened while the stream was away is not told
  ready: () => {
    if (begun && list()) reloadOrTell('all');
    begun = true;
  },
});

document.addEventListener('click', event => {
  if (!event.target.closest('[data-show-new]')) return;
  reload().then(() => {
    document.getElementById('jobs-title').focus();
    scrollTo({ top: 0 });
  });
});

document.addEventListener('htmx:afterSwap', event => {
  const found = event.detail.requestConfig?.elt?.id === 'filters' && document.querySelector('[data-found]');
  if (found) {
    unseen.clear();
    document.getElementById('jobs-new').hidden = true;
    announce([...document.querySelectorAll('[data-found]')].map(part => part.textContent).join(' ').trim());
  }
  document.querySelector('[data-takes-focus]:not([data-had-focus])')?.focus();
  document.querySelectorAll('[data-takes-focus]').forEach(part => { part.dataset.hadFocus = ''; });
});

// links are copied whole
document.addEventListener('htmx:load', event => makeAbsolute(event.detail.elt));

function makeAbsolute(root) {
  for (const link of root.querySelectorAll('[data-absolute]')) link.textContent = new URL(link.textContent, location.href).href;
}

makeAbsolute(document);

function tick() {
  for (const part of document.querySelectorAll('[data-since]')) {
    part.textContent = text('jobs.js.seconds', Math.max(0, Math.round((Date.now() - Date.parse(part.dataset.since)) / 1000)));
  }
}

tick();
setInterval(tick, 1000);

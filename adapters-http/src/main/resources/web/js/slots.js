// The main page: rows follow their jobs, and what the filters found is said.

import { announce } from './core.js';
import { onJobs, throttled, whenLeft } from './events.js';

const ROW_MS = 500;
const PROBLEMS_MS = 3000;

const refreshRow = throttled(slot => {
  const now = document.getElementById(`now-${slot}`);
  if (now) whenLeft(now, () => htmx.ajax('GET', `/slots/${slot}/row`, { source: now, target: now, swap: 'outerHTML' }));
}, ROW_MS);

const refreshProblems = throttled(() => {
  const problems = document.getElementById('problems');
  whenLeft(problems, () => htmx.ajax('GET', '/problems', { source: problems, target: problems, swap: 'outerHTML' }));
}, PROBLEMS_MS);

function refreshAll() {
  document.querySelectorAll('.slot-now').forEach(now => refreshRow(now.id.slice('now-'.length)));
  refreshProblems('all');
}

const OPEN = new Set(['QUEUED', 'RUNNING', 'WAITING_PROVIDER']);
let drawnAt = Date.now();

onJobs({
  job: job => {
    refreshRow(job.slot_id);
    if (!OPEN.has(job.state)) refreshProblems('all');
  },
  // what was drawn a moment ago is still right
  ready: () => {
    if (Date.now() - drawnAt > 2000) refreshAll();
    drawnAt = 0;
  },
});

document.addEventListener('htmx:afterSwap', event => {
  const found = event.detail.requestConfig?.elt?.id === 'filters' && document.querySelector('[data-found]');
  if (found) announce(found.textContent);
});

// a picture that can't be drawn leaves its place as it is
document.addEventListener('error', event => {
  if (event.target.matches?.('img.thumb')) event.target.classList.add('thumb-broken');
}, true);

// The statistics page: figures that follow the photos, and the question before a reset.

import { announce, text, toast } from './core.js';
import { onJobs, throttled } from './events.js';

const FRESH_MS = 4000;
const figures = document.getElementById('figures');
const dialog = document.getElementById('reset');

/** Asks for the figures as they are chosen now; what is unfolded stays so. */
function refresh() {
  if (document.hidden || dialog.open || figures.hasAttribute('aria-busy')) return;
  htmx.ajax('GET', figures.querySelector('[data-address]').dataset.address, { target: figures, swap: 'innerHTML' });
}

if (figures) {
  let unfolded = [];
  figures.addEventListener('htmx:beforeSwap', () => {
    unfolded = [...figures.querySelectorAll('details[id][open]')].map(details => details.id);
  });
  figures.addEventListener('htmx:afterSwap', () => {
    for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
  });
  const later = throttled(refresh, FRESH_MS);
  let first = true;
  onJobs({
    job: () => later('figures'),
    deleted: () => later('figures'),
    // the page itself is fresh when the stream first begins
    ready: () => { if (!first) later('figures'); first = false; },
  });

  let opener = '';
  dialog.addEventListener('htmx:afterSwap', () => {
    opener = document.activeElement?.id ?? '';
    if (!dialog.open) dialog.showModal();
  });
  dialog.addEventListener('click', event => {
    if (!event.target.closest('[data-cancel]')) return;
    event.preventDefault();
    dialog.close();
  });
  document.addEventListener('statistics-reset', () => {
    const words = text('statistics.js.reset', dialog.querySelector('[data-slot]').dataset.slot);
    dialog.close();
    toast(words);
    announce(words);
    document.getElementById(opener)?.focus();
  });
}

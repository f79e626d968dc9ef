// The settings: questions before something is gone, and what only scripts can show.

import './core.js';

const dialog = document.getElementById('confirm');

if (dialog) {
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
  dialog.addEventListener('htmx:afterRequest', event => {
    if (event.detail.requestConfig.verb !== 'post' || !event.detail.successful) return;
    const target = document.querySelector(event.detail.requestConfig.elt.getAttribute('hx-target'));
    dialog.close();
    // what opened the question may be gone with the answer
    (document.getElementById(opener) ?? target?.querySelector('input:not([type="hidden"]), a[href], button:not([hidden])') ?? target)?.focus();
  });
}

document.addEventListener('htmx:load', event => {
  event.detail.elt.querySelectorAll('[data-reveal]').forEach(button => { button.hidden = false; });
});

// a changed setting is the newest change
document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.requestConfig.verb === 'post' && event.detail.successful && !event.detail.pathInfo.requestPath.endsWith('/test')) {
    htmx.ajax('GET', '/settings', { target: '#changes', swap: 'outerHTML' });
  }
});

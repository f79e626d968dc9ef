// The readiness check: how far it is, and what came of it.

import { announce, text } from './core.js';

const form = document.getElementById('run');
const progress = document.getElementById('progress');

if (form) {
  const report = document.getElementById('report');
  const bar = progress.querySelector('progress');
  let began = 0;
  let timer = null;

  form.addEventListener('htmx:beforeRequest', () => {
    began = Date.now();
    bar.value = 0;
    progress.hidden = false;
    // time, not an invented share: the check is over within this bar
    timer = setInterval(() => { bar.value = (Date.now() - began) / 1000; }, 200);
  });
  form.addEventListener('htmx:afterRequest', () => {
    clearInterval(timer);
    progress.hidden = true;
  });
  report.addEventListener('htmx:afterSwap', () => {
    const verdict = report.querySelector('.verdict h2');
    if (verdict) announce(text('check.js.done', verdict.textContent));
    document.getElementById('run-button').focus({ preventScroll: true });
  });
}
